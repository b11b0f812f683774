import { type Device, type HomeView, type Room, slug } from "../../home/index.ts";
import { kindName, languages } from "../../language/index.ts";
import { quote } from "../tools/outline.ts";
import { type KindLines, kindLines } from "./kind-lines.ts";
import { numbered, RANKS, word } from "./spec-items.ts";
import { roughTokens } from "./token-budget.ts";

/** Up to this many devices stand in the system prompt by name; above, rooms do with what is in them. */
const MAX_NAMED = 320;
/** About how many tokens the catalogue of a home may take, and how many more for each device above a hundred or so. */
const BUDGET = 1_275;
const COUNTED_FROM = 125;
const A_DEVICE = 8;
/** About how many tokens the catalogue of the largest home may take. */
const LARGEST = 4_200;
/** Share of a large home's catalogue that tells what the kinds can. */
const KINDS_SHARE = 0.3;
/** Most kinds of a floor that are counted. */
const MOST_COUNTED = 10;
/** Most members of a group that are told. */
const MAX_MEMBERS = 40;

export interface Catalogue {
  readonly text: string;
  /** Every device is in it; otherwise only rooms and kinds are. */
  readonly complete: boolean;
  /** Up to which rank it tells what devices of a kind can, where it leaves something out. */
  readonly cut: ReadonlyMap<string, number>;
}

/**
 * The home as the system prompt holds it: no state and no time, the same bytes until `home.revision` changes. Names are
 * quoted where the handle does not give them away; what devices of a kind have in common stands once.
 */
export function catalogueOf(home: HomeView): Catalogue {
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

/** By room, then by handle: the order in which devices happened to report must not change a byte. */
function inOrder(home: HomeView): Device[] {
  const rank = new Map(home.layout.rooms.map((room, index) => [room.id, index]));
  const rankOf = (device: Device) => rank.get(device.room?.id ?? "") ?? rank.size;
  return [...home.devices].sort((a, b) => rankOf(a) - rankOf(b) || (a.handle < b.handle ? -1 : 1));
}

/** The kinds with as much detail as the budget holds: what is in everyone's mouth first, and what many devices have. */
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

/** `kettle kitchen-kettle: mode`; of a kind that differs what all can, and below it the devices with what those can besides. */
function groupText(home: HomeView, { kind, shared, groups }: KindLines): string {
  const all = groups.flatMap(({ devices }) => devices);
  const [only, ...others] = groups;
  const usual = usualName(all);
  const head = word(kind) + (usual === null ? "" : ` ${quote(usual)}`);
  const held = (devices: readonly Device[]) => devices.map((device) => named(home, device, all, usual)).join(", ");
  const can = (text: string) => (text === "" ? "" : `: ${text}`);
  if (only && others.length === 0) return `${head} ${held(only.devices)}${can(shared)}`;
  return [head + can(shared), ...groups.map(({ more, devices }) => `- ${held(devices)}${can(more)}`)].join("\n");
}

/** What all devices of a kind are called and their handles do not say: "Thermometer"; null when there is no such name. */
function usualName(devices: readonly Device[]): string | null {
  const [first, ...others] = devices;
  if (!first || others.length === 0 || isGivenAway(first) || others.some(({ name }) => name !== first.name))
    return null;
  return first.name;
}

/** `handle "name" (room) = member + member`, without what the handle, the kind and the heading say anyway. */
function named(home: HomeView, device: Device, alike: readonly Device[], usual: string | null): string {
  const { handle, name, room, members } = device;
  const told = name === usual || isGivenAway(device) || isOneOfMany(device, alike) ? "" : ` ${quote(name)}`;
  const place = room === null || startsWith(handle, room.id) ? "" : ` (${word(room.id)})`;
  const held = members.flatMap((id) => home.device(id)?.handle ?? []).slice(0, MAX_MEMBERS);
  return `${handle}${told}${place}${held.length > 0 ? ` = ${held.join(" + ")}` : ""}`;
}

/** The handle or the kind says the name. */
function isGivenAway({ handle, name, spec }: Device): boolean {
  const plain = slug(name);
  if (plain !== "" && handle.includes(plain)) return true;
  return languages().some((language) => slug(kindName(spec.kind, language)) === plain);
}

/** The only one of its kind in its room, with a name that others of the kind have: `utility-light` among the ceiling lights. */
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

/** A line for each floor, with what `countsOf` says of its rooms. */
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

/** `living "Living room", kitchen`; of a hotel `room-101..room-140`. */
function roomNames(rooms: readonly Room[]): string {
  return numbered(rooms.map(({ id, name }) => called(id, name))).join(", ");
}

function isOnFloor(home: HomeView, { floor }: Room): boolean {
  return floor !== null && home.layout.floor(floor) !== undefined;
}

/** `living "Living room"`, without the name where it is the id. */
function called(id: string, name: string): string {
  return slug(name) === id ? word(id) : `${word(id)} ${quote(name)}`;
}

/** What the kinds can, then the rooms with how many of each they have: rooms that have the same stand together. */
function countedText(home: HomeView, devices: readonly Device[]): string {
  const kinds = fitted(devices, LARGEST * KINDS_SHARE, countText).map(countText);
  const head = `${devices.length} devices by kind:`;
  const rest = LARGEST - roughTokens([head, ...kinds].join("\n"));
  return [head, ...kinds, ...countedRooms(home, devices, rest)].join("\n");
}

function countText({ kind, size, shared }: KindLines): string {
  return `${word(kind)} ${size}${shared === "" ? "" : `: ${shared}`}`;
}

/** Rooms with their devices counted; where that is too much, floors; where that is too much, as many rooms as fit. */
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

/** `4 light, curtain`; of more than `most` kinds those that there are most of. */
function countsText(devices: readonly Device[], most = Number.POSITIVE_INFINITY): string {
  const counts = [...Map.groupBy(devices, ({ spec }) => spec.kind)].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  const texts = counts
    .slice(0, most)
    .map(([kind, own]) => (own.length === 1 ? word(kind) : `${own.length} ${word(kind)}`));
  return [...texts, ...(counts.length > texts.length ? ["…"] : [])].join(", ");
}
