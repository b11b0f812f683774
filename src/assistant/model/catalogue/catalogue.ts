import { type Device, type HomeView, type Room, slug } from "../../../home/index.ts";
import { kindName, languages } from "../../../language/index.ts";
import { quote } from "../../tools/devices/outline.ts";
import { roughTokens } from "../token-budget.ts";
import { type KindLines, kindLines } from "./kind-lines.ts";
import { joinNumberedRuns, nameOrQuoted, RANKS } from "./spec-items.ts";

/** Up to this many devices the system prompt names each one; above, it counts devices by room. */
const MAX_NAMED = 320;
/** The budget of the catalogue in estimated tokens, and the increment for each device above COUNTED_FROM. */
const BUDGET = 1_275;
const COUNTED_FROM = 125;
const A_DEVICE = 8;
/** The budget of the largest catalogue, in estimated tokens. */
const LARGEST = 4_200;
/** Share of a large home's catalogue for the abilities of the kinds. */
const KINDS_SHARE = 0.3;
/** Most kinds that are counted for a floor. */
const MOST_COUNTED = 10;
/** Most members of a group that are listed. */
const MAX_MEMBERS = 40;

export interface HomeCatalogue {
  readonly text: string;
  /** The text names every device; otherwise only rooms and kinds. */
  readonly complete: boolean;
  /** For kinds with omitted items: the highest rank in the text. Keyed by kind. */
  readonly cut: ReadonlyMap<string, number>;
}

/**
 * The home for the system prompt: no state and no time, so the same bytes until `home.revision` changes. Names stand only where the
 * handle does not contain them; common abilities of a kind stand once.
 */
export function homeCatalogue(home: HomeView): HomeCatalogue {
  const devices = inOrder(home);
  if (devices.length <= MAX_NAMED) {
    const budget = Math.min(LARGEST, BUDGET + Math.max(0, devices.length - COUNTED_FROM) * A_DEVICE);
    const rooms = roomLines(home);
    const left = budget - roughTokens(rooms.join("\n"));
    const kinds = fitted(devices, left, (each) => groupText(home, each));
    const text = [...rooms, ...kinds.map((each) => groupText(home, each))].join("\n");
    const cut = new Map(kinds.flatMap(({ kind, cut: more, rank }) => (more ? [[kind, rank] as const] : [])));
    if (roughTokens(text) <= LARGEST) return { text, complete: true, cut };
  }
  return {
    text: countedText(home, devices),
    complete: false,
    cut: new Map(devices.map(({ spec }) => [spec.kind, -1])),
  };
}

/** Devices by room, then by handle: the order of discovery must not change the text. */
function inOrder(home: HomeView): Device[] {
  const rank = new Map(home.layout.rooms.map((room, index) => [room.id, index]));
  const rankOf = (device: Device) => rank.get(device.room?.id ?? "") ?? rank.size;
  return [...home.devices].sort((a, b) => rankOf(a) - rankOf(b) || (a.handle < b.handle ? -1 : 1));
}

/** The lines of all kinds with as much detail as fits: the most used items first, then those that many devices share. */
function fitted(devices: readonly Device[], budget: number, textOf: (lines: KindLines) => string): KindLines[] {
  const byKind = Map.groupBy(devices, ({ spec }) => spec.kind);
  const kinds = [...byKind].sort(([a], [b]) => (a < b ? -1 : 1));
  const chosen = new Map<string, KindLines>();
  let left = budget;
  for (const [kind, own] of kinds) {
    const lines = kindLines(kind, own, RANKS[0]);
    chosen.set(kind, lines);
    left -= roughTokens(textOf(lines));
  }
  for (const rank of RANKS.slice(1)) {
    const steps = kinds.flatMap(([kind, own]) => {
      const before = chosen.get(kind);
      if (!before?.cut) return [];
      const lines = kindLines(kind, own, rank);
      return [{ lines, cost: roughTokens(textOf(lines)) - roughTokens(textOf(before)) }];
    });
    for (const { lines, cost } of steps.sort((a, b) => a.cost / a.lines.size - b.cost / b.lines.size)) {
      if (cost > left) continue;
      left -= cost;
      chosen.set(lines.kind, lines);
    }
  }
  return kinds.flatMap(([kind]) => chosen.get(kind) ?? []);
}

/** The text of a kind: `kettle kitchen-kettle: mode`. With different devices the shared items first, then a line for each group. */
function groupText(home: HomeView, { kind, shared, groups }: KindLines): string {
  const all = groups.flatMap(({ devices }) => devices);
  const [only, ...others] = groups;
  const usual = usualName(all);
  const head = nameOrQuoted(kind) + (usual === null ? "" : ` ${quote(usual)}`);
  const held = (devices: readonly Device[]) => devices.map((device) => named(home, device, all, usual)).join(", ");
  const can = (text: string) => (text === "" ? "" : `: ${text}`);
  if (only && others.length === 0) return `${head} ${held(only.devices)}${can(shared)}`;
  return [head + can(shared), ...groups.map(({ more, devices }) => `- ${held(devices)}${can(more)}`)].join("\n");
}

/** The name that all devices of a kind share and their handles do not contain: "Thermometer"; null when there is none. */
function usualName(devices: readonly Device[]): string | null {
  const [first, ...others] = devices;
  if (!first || others.length === 0 || isGivenAway(first) || others.some(({ name }) => name !== first.name))
    return null;
  return first.name;
}

/** `handle "name" (room) = member + member`, without what the handle, the kind or the heading already say. */
function named(home: HomeView, device: Device, alike: readonly Device[], usual: string | null): string {
  const { handle, name, room, members } = device;
  const told = name === usual || isGivenAway(device) || isOneOfMany(device, alike) ? "" : ` ${quote(name)}`;
  const place = room === null || startsWith(handle, room.id) ? "" : ` (${nameOrQuoted(room.id)})`;
  const held = members.flatMap((id) => home.device(id)?.handle ?? []).slice(0, MAX_MEMBERS);
  return `${handle}${told}${place}${held.length > 0 ? ` = ${held.join(" + ")}` : ""}`;
}

/** Whether the handle or the kind contains the name. */
function isGivenAway({ handle, name, spec }: Device): boolean {
  const plain = slug(name);
  if (plain !== "" && handle.includes(plain)) return true;
  return languages().some((language) => slug(kindName(spec.kind, language)) === plain);
}

/** Whether a device is the only one of its kind in its room and shares its name with others: `utility-light` among ceiling lights. */
function isOneOfMany({ id, name, room, handle }: Device, alike: readonly Device[]): boolean {
  if (room === null || !startsWith(handle, room.id)) return false;
  const others = alike.filter((other) => other.id !== id);
  return (
    others.filter((other) => other.name === name).length >= 2 && !others.some((other) => other.room?.id === room.id)
  );
}

function startsWith(handle: string, room: string): boolean {
  return handle === room || handle.startsWith(`${room}-`);
}

/** A line for each floor with its rooms, and the text that `countsOf` gives for them. */
function roomLines(home: HomeView, countsOf: (rooms: readonly Room[]) => string = () => ""): string[] {
  const floors = [...home.layout.floors, null];
  return floors.flatMap((floor) => {
    const rooms = home.layout.rooms.filter((room) => (floor ? room.floor === floor.id : !isOnFloor(home, room)));
    if (rooms.length === 0) return [];
    const head = floor ? `floor ${called(floor.id, floor.name)}` : "rooms";
    const counts = countsOf(rooms);
    return [`${head}: ${roomNames(rooms)}${counts === "" ? "" : `; ${counts}`}`];
  });
}

/** `living "Living room", kitchen`; in a hotel `room-101..room-140`. */
function roomNames(rooms: readonly Room[]): string {
  return joinNumberedRuns(rooms.map(({ id, name }) => called(id, name))).join(", ");
}

function isOnFloor(home: HomeView, { floor }: Room): boolean {
  return floor !== null && home.layout.floor(floor) !== undefined;
}

/** `living "Living room"`, without the name where the id says it. */
function called(id: string, name: string): string {
  return slug(name) === id ? nameOrQuoted(id) : `${nameOrQuoted(id)} ${quote(name)}`;
}

/** The abilities of the kinds, then the rooms with their counts; rooms with equal counts share a line. */
function countedText(home: HomeView, devices: readonly Device[]): string {
  const kinds = fitted(devices, LARGEST * KINDS_SHARE, countText).map(countText);
  const head = `${devices.length} devices by kind:`;
  const rest = LARGEST - roughTokens([head, ...kinds].join("\n"));
  return [head, ...kinds, ...countedRooms(home, devices, rest)].join("\n");
}

function countText({ kind, size, shared }: KindLines): string {
  return `${nameOrQuoted(kind)} ${size}${shared === "" ? "" : `: ${shared}`}`;
}

/** Lines with counts by room; where they are too long by floor, then rooms alone, then as many rooms as fit. */
function countedRooms(home: HomeView, devices: readonly Device[], budget: number): string[] {
  const byRoom = Map.groupBy(devices, ({ room }) => room?.id ?? "");
  const counted = (rooms: readonly Room[]) => countsText(rooms.flatMap(({ id }) => byRoom.get(id) ?? []));
  const most = (rooms: readonly Room[]) =>
    countsText(
      rooms.flatMap(({ id }) => byRoom.get(id) ?? []),
      MOST_COUNTED,
    );
  const { rooms } = home.layout;
  const alike = Map.groupBy(rooms, (room) => counted([room]));
  const unplaced = countsText(byRoom.get("") ?? []);
  const rest = unplaced === "" ? [] : [`in no room: ${unplaced}`];
  const byRooms = [...alike].map(([what, own]) => `${what || "-"}: ${roomNames(own)}`);
  for (const lines of [["rooms by what is in them:", ...byRooms], roomLines(home, most), roomLines(home)]) {
    if (roughTokens([...lines, ...rest].join("\n")) <= budget) return [...lines, ...rest];
  }
  const shown: string[] = [];
  let left = budget - 10;
  for (const { id, name } of rooms) {
    left -= roughTokens(called(id, name)) + 1;
    if (left < 0) break;
    shown.push(called(id, name));
  }
  return [`rooms: ${shown.join(", ")}, … ${rooms.length - shown.length} more`];
}

/** `4 light, curtain`: the `most` most frequent kinds. */
function countsText(devices: readonly Device[], most = Number.POSITIVE_INFINITY): string {
  const counts = [...Map.groupBy(devices, ({ spec }) => spec.kind)].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  const texts = counts
    .slice(0, most)
    .map(([kind, own]) => (own.length === 1 ? nameOrQuoted(kind) : `${own.length} ${nameOrQuoted(kind)}`));
  return [...texts, ...(counts.length > texts.length ? ["…"] : [])].join(", ");
}
