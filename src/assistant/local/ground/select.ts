import type { Device } from "../../../home/index.ts";
import type { IndexedDevice } from "../index/home-index.ts";
import type { Head, Place } from "../parse/frame.ts";
import { stemOf } from "../text/tokens.ts";
import { nearestDevice, nearestRoom } from "./nearest.ts";
import { type Refusal, refuse, type Situation, type Target } from "./situation.ts";

/** What a head means in this home. */
export type Selection =
  | {
      readonly targets: readonly Target[];
      readonly inferred: string | null;
      readonly refusal?: undefined;
      readonly options?: undefined;
    }
  | { readonly refusal: Refusal; readonly targets?: undefined; readonly options?: undefined }
  /** Several are possible and one is meant. */
  | { readonly options: readonly Target[]; readonly targets?: undefined; readonly refusal?: undefined };

/** Whether something that is asked for can be done with a target. */
export type Need = (target: Target) => boolean;

/** Kinds that "everything" leaves alone. */
const NOT_EVERYTHING: ReadonlySet<string> = new Set([
  "lock",
  "valve",
  "gas-valve",
  "fridge",
  "gateway",
  "camera",
  "video-doorbell",
  "car",
  "garage-door",
  "door",
  "gate",
  "vacuum",
  "lawn-mower",
  "button",
  "curtain",
  "blinds",
  "window-opener",
  "airer",
  "water-heater",
  "remote-control",
]);

/** Finds the devices of a head in its places, or near the speaker when no place was said. */
export function select(head: Head, situation: Situation, need: Need): Selection {
  const rooms = head.places.length > 0 ? roomsOf(head.places, situation) : null;
  if (rooms?.refusal) return refuse(rooms.refusal);
  const ids = rooms?.ids ?? null;
  const here = rooms === null && !isWide(head) ? fromHere(head, situation, need) : null;
  if (here) return here;
  const known = narrowed(inRooms(candidatesOf(head, situation, ids), ids), head);
  const scoped = othersOnly(known, head, situation);
  if (scoped.length === 0) return refuse(missing(head, situation));
  const able = scoped.filter(need);
  const usable = ordered(able.length > 0 ? able : scoped, head, situation);
  if (rooms) return picked(usable, head, situation, null, true);
  return nearSpeaker(usable, head, situation);
}

/** Those in the speaker's room that can do it; null when there is none, or no other to tell them from. */
function fromHere(head: Head, situation: Situation, need: Need): Selection | null {
  const { room, index } = situation;
  if (room === null || (head.type !== "kind" && head.type !== "devices")) return null;
  const ids = new Set([room]);
  const known = narrowed(inRooms(candidatesOf(head, situation, ids), ids), head);
  const able = othersOnly(known, head, situation).filter(need);
  if (able.length === 0) return null;
  const all =
    head.type === "devices" ? head.devices.length : head.kinds.reduce((sum, kind) => sum + index.ofKind(kind).size, 0);
  const inferred = all > able.length ? (index.room(room)?.name ?? null) : null;
  return picked(ordered(able, head, situation), head, situation, inferred, true);
}

/** "The other lamp" is not the one that was talked about. */
function othersOnly(targets: readonly Target[], { ordinals }: Head, { focus }: Situation): readonly Target[] {
  return ordinals.includes("other")
    ? targets.filter(({ indexed }) => !focus.devices.includes(indexed.device.id))
    : targets;
}

function inRooms(targets: readonly Target[], ids: ReadonlySet<string> | null): readonly Target[] {
  if (ids === null) return targets;
  return targets.filter(({ indexed: { device } }) => device.room !== null && ids.has(device.room.id));
}

function candidatesOf(head: Head, { index, focus }: Situation, rooms: ReadonlySet<string> | null): Target[] {
  switch (head.type) {
    case "devices": {
      const parts = head.parts.flatMap(({ device, service }) => target(index.devices.get(device), service));
      return [...head.devices.flatMap((id) => target(index.devices.get(id), null)), ...parts];
    }
    case "kind":
      return ofKinds(head.kinds, index, rooms);
    case "it":
    case "them":
      return focus.devices.flatMap((id) => target(index.devices.get(id), null));
    case "other":
      return othersLike(focus.devices, index.devices);
    case "everything":
      return [...index.devices.values()]
        .filter(
          ({ device: { spec }, capabilities }) =>
            capabilities.power.length > 0 && !NOT_EVERYTHING.has(spec.kind) && !/sensor|alarm|monitor/.test(spec.kind),
        )
        .map((indexed) => ({ indexed, service: null }));
    case "scene":
    case "unknown":
      return [];
    default:
      head.type satisfies never;
      return [];
  }
}

function ofKinds(kinds: readonly string[], index: Situation["index"], rooms: ReadonlySet<string> | null): Target[] {
  const found = new Map<IndexedDevice, Target>();
  if (rooms !== null) {
    // A room holds fewer devices than there are of a kind in a large home.
    for (const indexed of [...rooms].flatMap((id) => [...index.inRoom(id)])) {
      const kind = kinds.find((each) => index.isKind(indexed, each) !== null);
      if (kind !== undefined) found.set(indexed, { indexed, service: serviceOfKind(indexed, kind) });
    }
    return [...found.values()];
  }
  for (const kind of kinds) {
    for (const indexed of index.ofKind(kind)) {
      if (!found.has(indexed)) found.set(indexed, { indexed, service: serviceOfKind(indexed, kind) });
    }
  }
  return [...found.values()];
}

function target(indexed: IndexedDevice | undefined, service: string | null): Target[] {
  return indexed ? [{ indexed, service }] : [];
}

/** The service that is a device of this kind inside another: the lamp of a fan. */
function serviceOfKind({ device, ownKinds, capabilities }: IndexedDevice, kind: string): string | null {
  if (ownKinds.has(kind) || !capabilities.serviceKinds.has(kind)) return null;
  return device.spec.services.find(({ type }) => type === kind)?.key ?? null;
}

/** Devices of the same kind in the same room as those talked about, without them. */
function othersLike(ids: readonly string[], devices: ReadonlyMap<string, IndexedDevice>): Target[] {
  const known = ids.flatMap((id) => devices.get(id) ?? []);
  return [...devices.values()]
    .filter(({ device }) => !ids.includes(device.id))
    .filter(({ device }) =>
      known.some((each) => each.device.spec.kind === device.spec.kind && each.device.room?.id === device.room?.id),
    )
    .map((indexed) => ({ indexed, service: null }));
}

/** Those whose names hold the words in front ("reading" lamp), or that an ordinal picks. */
function narrowed(targets: readonly Target[], head: Head): Target[] {
  let list = targets.filter(({ indexed }) => head.modifiers.every((word) => holds(indexed, word)));
  const side = head.ordinals.find((role) => role === "left" || role === "right" || role === "middle");
  if (side) list = onSide(list, side);
  if (list.length === 0) return [];
  const place = ORDER.findIndex((role) => head.ordinals.includes(role));
  if (place >= 0) {
    const keys = list.length === 1 && list[0] ? keysOf(list[0]) : [];
    const chosen = keys.length > 1 ? keys[place] : [...list].sort(byName)[place];
    return chosen ? [chosen] : [];
  }
  return list;
}

const ORDER = ["first", "second", "third", "fourth"] as const;
const SIDES = {
  left: ["left", "左"],
  right: ["right", "右"],
  middle: ["middle", "centre", "center", "中"],
} as const;

function holds({ names, joined }: IndexedDevice, word: string): boolean {
  return /\p{Script=Han}/u.test(word)
    ? joined.some((name) => name.includes(word))
    : names.some((name) => name.includes(word));
}

/** Those that are called left, right or middle, themselves or by one of their keys. */
export function onSide(targets: readonly Target[], side: keyof typeof SIDES): Target[] {
  return targets.flatMap((each) => sideOf(each, SIDES[side]));
}

/** The device when its name says the side, else its service that does. */
function sideOf(each: Target, words: readonly string[]): Target[] {
  if (words.some((word) => holds(each.indexed, word))) return [each];
  const service = each.indexed.device.spec.services.find(({ description }) =>
    words.some((word) => description.toLowerCase().includes(word)),
  );
  return service ? [{ indexed: each.indexed, service: service.key }] : [];
}

/** The keys of a wall switch, as targets of their own. */
function keysOf({ indexed }: Target): Target[] {
  return indexed.capabilities.main.map(({ key }) => ({ indexed, service: key }));
}

function byName(a: Target, b: Target): number {
  return a.indexed.device.name.localeCompare(b.indexed.device.name, undefined, { numeric: true });
}

/** Those in the places; a place that the home lacks refuses. */
export function inPlaces(
  places: readonly Place[],
  targets: readonly Target[],
  situation: Situation,
): { readonly targets: readonly Target[]; readonly refusal?: undefined } | { readonly refusal: Refusal } {
  if (places.length === 0) return { targets };
  const rooms = roomsOf(places, situation);
  if (rooms.refusal) return rooms;
  if (rooms.ids === null) return { targets };
  const { ids } = rooms;
  return { targets: targets.filter(({ indexed: { device } }) => device.room !== null && ids.has(device.room.id)) };
}

/** Room ids of places; null for the whole home. */
export function roomsOf(
  places: readonly Place[],
  { index, room, focus }: Situation,
):
  | { readonly ids: ReadonlySet<string> | null; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly ids?: undefined } {
  const ids = new Set<string>();
  for (const place of places) {
    switch (place.kind) {
      case "rooms":
        for (const id of place.ids) ids.add(id);
        break;
      case "floor":
        for (const each of index.rooms) if (each.floor === place.id) ids.add(each.id);
        break;
      case "here":
        if (room === null) return { ids: null };
        ids.add(room);
        break;
      case "there":
        for (const id of focus.rooms) ids.add(id);
        break;
      case "home":
        return { ids: null };
      case "missing":
        return { refusal: { code: "no-room", said: place.text, nearest: nearestRoom(place.text, index) } };
      default:
        place satisfies never;
    }
  }
  return { ids };
}

/** Devices that are first of all of that kind before those that are it too; rooms' own before shared. */
function ordered(targets: readonly Target[], head: Head, { index }: Situation): readonly Target[] {
  if (head.type !== "kind" || targets.length < 2) return targets;
  const first = head.kinds[0];
  const own = targets.filter(({ indexed }) => head.kinds.some((kind) => index.isKind(indexed, kind) === "own"));
  const exact = own.filter(({ indexed }) => first !== undefined && indexed.device.spec.kind === first);
  if (exact.length > 0 && exact.length < own.length && first !== "light" && first !== "door") return exact;
  return own.length > 0 && first !== "light" ? own : targets;
}

/** Whether a head is about more than the speaker's room by itself. */
function isWide({ quantifier, type }: Head): boolean {
  return quantifier === "all" || quantifier === "any" || type === "it" || type === "them" || type === "other";
}

/** No place was said: the speaker's room, then where one was talking about, then the home. */
function nearSpeaker(targets: readonly Target[], head: Head, situation: Situation): Selection {
  const { room, focus, index } = situation;
  if (isWide(head)) return picked(targets, head, situation, null, true);
  if (targets.length === 1) return { targets, inferred: null };
  if (room !== null) {
    const here = targets.filter(({ indexed: { device } }) => device.room?.id === room);
    if (here.length > 0) {
      const inferred = targets.length > here.length ? (index.room(room)?.name ?? null) : null;
      return picked(here, head, situation, inferred, true);
    }
  }
  const there = targets.filter(
    ({ indexed: { device } }) => device.room !== null && focus.rooms.includes(device.room.id),
  );
  if (there.length > 0 && focus.rooms.length > 0) {
    return picked(there, head, situation, index.room(focus.rooms[0] ?? "")?.name ?? null, true);
  }
  return picked(targets, head, situation, null, false);
}

/** All of them when several may be meant, else the one, else a question. */
function picked(
  targets: readonly Target[],
  head: Head,
  { language }: Situation,
  inferred: string | null,
  scoped: boolean,
): Selection {
  if (targets.length === 0) return { targets, inferred };
  const several =
    head.plural || head.quantifier !== null || head.type === "everything" || head.type === "them" || head.type === "it";
  // Chinese has no plural: in a room all of the kind are meant; in the whole home that would be a guess.
  const open = language === "zh" && scoped && head.type === "kind" && head.ordinals.length === 0;
  const oneRoom = new Set(targets.map(({ indexed }) => indexed.device.room?.id)).size === 1;
  if (targets.length === 1 || several || open) return { targets, inferred };
  if (language === "zh" && head.type === "devices" && oneRoom && scoped) return { targets, inferred };
  // "the lamp" is the one that is called a lamp, not the ceiling light.
  const word = stemOf(head.text.toLowerCase().split(" ").at(-1) ?? "");
  const called = head.type === "kind" ? targets.filter(({ indexed }) => holds(indexed, word)) : [];
  if (called.length === 1) return { targets: called, inferred };
  return { options: targets };
}

function missing(head: Head, situation: Situation): Refusal {
  const said = head.modifierText
    ? `${head.modifierText}${/[a-z]$/i.test(head.modifierText) ? " " : ""}${head.text}`
    : head.text;
  const rooms = roomsOf(head.places, situation);
  if (rooms.refusal) return rooms.refusal;
  const place = rooms.ids?.size ? [...rooms.ids].map((id) => situation.index.room(id)?.name ?? id).join(", ") : null;
  return { code: "no-device", said, place, nearest: nearestDevice(head, situation) };
}

export type { Device };
