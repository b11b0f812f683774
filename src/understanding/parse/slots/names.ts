import type { DeviceId } from "../../../home/index.ts";
import { serviceOfKind } from "../../ground/candidates.ts";
import { lexicon } from "../../lexicon/lexicon.ts";
import { isOnlyValue } from "../../lexicon/types.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import { type Item, playsRole } from "../items.ts";
import type { ClauseState } from "./clause-state.ts";

/** Reads a name of this home: a device, part, room, floor or scene. Returns whether it was one. */
export function readName(item: Item, reading: ClauseState): boolean {
  const { cursor, index, targets } = reading;
  const { home, said: text } = item;
  if (!home) return false;
  const { devices, members, ending, alike, parts, rooms, owned, floors, scenes } = home;
  if (devices.length > 0 && !(rooms.length > 0 && cursor.headElsewhere())) {
    if (members.length > 0) {
      targets.head(item, { type: "devices", devices, quantifier: "all" });
      return true;
    }
    const within = devices.flatMap((id) => partNamed(item, id, index));
    const whole = devices.filter((id) => !within.some(({ device }) => device === id));
    targets.head(item, { type: "devices", devices: whole, parts: [...parts, ...within], elsewise: [ending, alike] });
    return true;
  }
  if (isMoverOfRoom(item, reading)) return false;
  if (rooms.length > 0) {
    targets.place({ kind: "rooms", ids: item.plural ? allCalled(item, rooms, index) : rooms, text });
    return true;
  }
  // "Emma's night light" is the one in Emma's room, and the dining blind that of the dining room.
  const owner = owned.length > 0 && (item.lex === null || isOnlyValue(item.lex));
  if (
    owner &&
    (cursor.headAhead() || playsRole(cursor.next(), "thing") || (targets.excepting && cursor.next() === undefined))
  ) {
    targets.place({ kind: "rooms", ids: owned, text });
    return true;
  }
  const [floor] = floors;
  if (floor !== undefined) {
    targets.place({ kind: "floor", id: floor, text });
    return true;
  }
  if (scenes.length > 0) {
    targets.head(item, { type: "scene", scenes });
    return true;
  }
  if (parts.length > 0) {
    const several = parts.some((part) =>
      parts.some(({ device, service }) => device === part.device && service !== part.service),
    );
    targets.head(item, { type: "devices", parts, devices: [], plural: item.plural || several });
    return true;
  }
  return false;
}

/** Reads a key by its number if no switch here has it: "the third key". "Socket 6" may be a plug with that number. */
export function readMissingKey(item: Item, { targets, index }: ClauseState): boolean {
  if (!playsRole(item, "keyByNumber")) return false;
  const said = (/\d+$/u.exec(item.text) ?? /[^ ]+$/u.exec(item.text))?.[0] ?? "";
  const number = String(lexicon().numbers.get(said) ?? said);
  const devices = [...index.ofKind("outlet")].filter(({ names }) => names.some((name) => name.at(-1) === number));
  if (devices.length === 0) targets.head(item, { type: "unknown" });
  else targets.head(item, { type: "devices", devices: devices.map(({ device }) => device.id) });
  return true;
}

/** For a room word in the plural all rooms with that word: "the bathrooms". */
function allCalled({ stem }: Item, ids: readonly string[], index: HomeIndex): readonly string[] {
  return [...new Set([...ids, ...index.roomsCalled(stem)])];
}

/** Whether a room name means the cover of that room: "close the garage". */
function isMoverOfRoom({ home, lex }: Item, { cursor, frame, index }: ClauseState): boolean {
  const moved = frame.act === "open" || frame.act === "close";
  if (!moved || !home || !lex || lex.kinds.length === 0 || cursor.headElsewhere()) return false;
  const there = lex.kinds
    .flatMap((kind) => [...index.ofKind(kind)])
    .filter(({ capabilities }) => capabilities.movers.length > 0);
  return there.some(({ device }) => device.room !== null && home.rooms.includes(device.room.id));
}

/** The parts of a device that its name means: the fan of a lamp named "ceiling fan". */
function partNamed({ lex }: Item, id: DeviceId, index: HomeIndex): readonly { device: DeviceId; service: string }[] {
  const indexed = index.devices.get(id);
  const kinds = lex?.kinds ?? [];
  if (!indexed || kinds.some((kind) => indexed.ownKinds.has(kind))) return [];
  return kinds.flatMap((kind) => {
    const service = serviceOfKind(indexed, kind);
    return service === null ? [] : [{ device: id, service }];
  });
}

/** Room kinds that a plural includes: "the kids' rooms". */
const CHILDRENS: Readonly<Record<string, readonly string[]>> = {
  "kids room": ["sons room", "daughters room"],
};

/** Reads a word for a kind of room: rooms of this home, else a missing place. Returns whether it was one. */
export function readRoomWord(item: Item, { cursor, index, targets }: ClauseState): boolean {
  const { lex, said: text } = item;
  const rooms = lex?.rooms ?? [];
  const kinds = item.plural ? rooms.flatMap((room) => [room, ...(CHILDRENS[room] ?? [])]) : rooms;
  const ids = [...new Set(kinds.flatMap((room) => index.roomsOfKind(room)))];
  if (ids.length > 0) {
    targets.place({ kind: "rooms", ids: item.plural ? allCalled(item, ids, index) : ids, text });
    return true;
  }
  const otherwise = lex && lex.acts.length + lex.kinds.length + lex.roles.length + lex.props.length > 0;
  if (otherwise) return false;
  // "the sauna and the coffee machine" are two things.
  if (!targets.placed && cursor.thingJoined()) targets.head(item, { type: "unknown" });
  else targets.place({ kind: "missing", text, word: rooms[0] ?? "" });
  return true;
}

/** Reads a floor by number, as the uppermost or lowest, or as the speaker's; else a missing place. */
export function readFloorWord({ lex, said: text }: Item, { index, targets }: ClauseState): void {
  for (const word of lex?.floors ?? []) {
    if (word === "own") {
      targets.place({ kind: "ownFloor" });
      return;
    }
    const id = index.floorOf(word);
    if (id === null) continue;
    targets.place({ kind: "floor", id, text });
    return;
  }
  targets.place({ kind: "missing", text, word: text });
}
