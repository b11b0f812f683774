import { type Device, type DeviceId, doubtsOf, type HomeView, type Room, type Spec } from "../../home/index.ts";
import { outlineOf, quote, shownState } from "../tools/outline.ts";

/** Up to this many devices stand in the system prompt; above, rooms and kinds do, and the rest is behind find_devices. */
export const MAX_CATALOGUE = 60;
/** Longest such list, in UTF-16 units: about 10,000 tokens. */
const MAX_LENGTH = 30_000;
/** Most devices whose state goes with a message. */
export const MAX_HINTS = 12;
/** Most members of a group that are told. */
const MAX_MEMBERS = 40;
/** Most values of one of them. */
const MAX_VALUES = 14;
/** Most of its properties of which it is told that they are not known, or old. */
const MAX_DOUBTS = 4;

export interface Catalogue {
  readonly text: string;
  /** Every device is in it; otherwise only rooms and kinds are. */
  readonly complete: boolean;
}

/**
 * The home as the system prompt holds it: no state and no time, the same bytes until `home.revision` changes. Every name is
 * in JSON quotes; devices of one spec share its description.
 */
export function catalogueOf(home: HomeView): Catalogue {
  const rooms = home.layout.rooms.map((room) => roomLine(home, room));
  const devices = inOrder(home);
  const whole = devices.length <= MAX_CATALOGUE ? deviceLines(home, devices).join("\n") : null;
  const complete = whole !== null && whole.length <= MAX_LENGTH;
  const text = ["rooms:", ...rooms, complete ? whole : countLines(home, devices).join("\n")].join("\n");
  return { text, complete };
}

/**
 * The devices that a message seems to be about, with their state, as lines; empty when there are none.
 * @param known the catalogue shows what they can do; otherwise the lines do
 */
export function hintLines(home: HomeView, ids: readonly DeviceId[], known: boolean, now: number): string[] {
  const devices = ids.flatMap((id) => home.device(id) ?? []).slice(0, MAX_HINTS);
  return devices.map((device) => {
    const state = Object.entries(shownState(device)).slice(0, MAX_VALUES);
    const shown = state.map(([address, value]) => `${address}=${typeof value === "string" ? quote(value) : value}`);
    const offline = device.lostSince !== null ? " (broker-lost)" : device.online === false ? " (offline)" : "";
    // What is left out would read as if it were off, or not there.
    const doubts = [...doubtsOf(device, now)]
      .slice(0, MAX_DOUBTS)
      .map(([address, { reason }]) => `${address} ${reason}`);
    const line = `${device.handle}${offline}: ${[...shown, ...doubts].join(", ") || "-"}`;
    return known ? line : [identity(home, device), ...specLines(device.spec, "  "), `  now: ${line}`].join("\n");
  });
}

/** By room, then by handle: the order in which devices happened to report must not change a byte. */
function inOrder(home: HomeView): Device[] {
  const rank = new Map(home.layout.rooms.map((room, index) => [room.id, index]));
  const rankOf = (device: Device) => rank.get(device.room?.id ?? "") ?? rank.size;
  return [...home.devices].sort((a, b) => rankOf(a) - rankOf(b) || (a.handle < b.handle ? -1 : 1));
}

function roomLine(home: HomeView, room: Room): string {
  const floor = room.floor === null ? undefined : home.layout.floor(room.floor);
  const names = [room.name, ...room.aliases].map(quote).join(" ");
  return `- ${quote(room.id)} ${names}${floor ? ` floor ${quote(floor.name)}` : ""}`;
}

function deviceLines(home: HomeView, devices: readonly Device[]): string[] {
  /** Numbers of specs in the order they first occur. */
  const numbers = new Map<Spec, number>();
  /** Specs that say the same have one number. Keyed by their lines. */
  const alike = new Map<string, number>();
  const specs: string[] = [];
  for (const { spec } of devices) {
    if (numbers.has(spec)) continue;
    const lines = specLines(spec, "  ");
    const key = [spec.kind, ...lines].join("\n");
    const number = alike.get(key) ?? alike.size + 1;
    numbers.set(spec, number);
    if (alike.has(key)) continue;
    alike.set(key, number);
    specs.push(`#${number} ${spec.kind}`, ...lines);
  }
  return [
    "specs:",
    ...specs,
    "devices:",
    ...devices.map((each) => `${identity(home, each)} #${numbers.get(each.spec)}`),
  ];
}

/** `- handle "name" ("alias" "alias") in "room" group of handle, handle` */
function identity(home: HomeView, { handle, name, aliases, room, members }: Device): string {
  const others = aliases.length > 0 ? ` (${aliases.slice(0, 8).map(quote).join(" ")})` : "";
  const held = members.flatMap((id) => home.device(id)?.handle ?? []).slice(0, MAX_MEMBERS);
  const group = held.length > 0 ? ` group of ${held.join(", ")}` : "";
  return `- ${handle} ${quote(name)}${others}${room ? ` in ${quote(room.id)}` : ""}${group}`;
}

function specLines(spec: Spec, indent: string): string[] {
  const { set, read, invoke, events } = outlineOf(spec);
  return [
    ...(set.length > 0 ? [`${indent}set ${set.join("; ")}`] : []),
    ...(read.length > 0 ? [`${indent}read ${read.join("; ")}`] : []),
    ...(invoke.length > 0 ? [`${indent}invoke ${invoke.join("; ")}`] : []),
    ...(events.length > 0 ? [`${indent}events ${events.join("; ")}`] : []),
  ];
}

function countLines(home: HomeView, devices: readonly Device[]): string[] {
  const places: (Room | null)[] = [...home.layout.rooms, null];
  const lines = places.flatMap((room) => {
    const here = devices.filter((device) => (device.room?.id ?? null) === (room?.id ?? null));
    if (here.length === 0) return [];
    const kinds = new Map<string, number>();
    for (const { spec } of here) kinds.set(spec.kind, (kinds.get(spec.kind) ?? 0) + 1);
    const counts = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${kind} × ${count}`);
    return [`- ${room ? quote(room.id) : "-"}: ${counts.join(", ")}`];
  });
  return [`devices (${devices.length}, call find_devices for them):`, ...lines];
}
