import type { DeviceId } from "../../home/index.ts";
import type { DialogueContext } from "../../understanding/ground/context.ts";
import type { Item } from "../../understanding/parse/items.ts";
import { segmentText } from "../../understanding/parse/segment.ts";
import { MAX_SENTENCE, normalise } from "../../understanding/text/tokens.ts";
import { utteranceForms } from "../../understanding/utterance/compiled-forms.ts";
import type { LocalResult } from "../contract.ts";

type Hints = Extract<LocalResult, { handled: false }>["hints"];

/** At most so many devices are given as hints. */
const MOST = 20;

/** Scores of how a sentence names a device: by its name, by a part of its name, by a common word for it, by its kind. */
const FIT = { named: 100, part: 95, ending: 70, alike: 60, kind: 40, member: 30, sensor: 20, told: 15 } as const;
/** Added where the device is in the room of the sentence, or in the speaker's room where the sentence names none. */
const THERE = 50;
const HERE = 25;

/** The devices, rooms, kinds and scenes that a text seems to name, best match first: for the prompt of a model. */
export function hintsOf(text: string, { index, room }: DialogueContext): Hints {
  const source = normalise(text.slice(0, MAX_SENTENCE));
  const items = segmentText(source, index);
  const rooms = new Set<string>();
  const kinds = new Set<string>();
  const scenes = new Set<string>();
  for (const { home, lex } of items) {
    for (const id of home?.scenes ?? []) scenes.add(id);
    for (const id of home?.rooms ?? []) rooms.add(id);
    for (const floor of home?.floors ?? [])
      for (const each of index.rooms) if (each.floor === floor) rooms.add(each.id);
    for (const word of lex?.rooms ?? []) for (const id of index.roomsOfKind(word)) rooms.add(id);
    for (const kind of lex?.kinds ?? []) kinds.add(kind);
  }
  const fits = new Map<DeviceId, number>();
  const take = (found: ReadonlyMap<DeviceId, number>) => {
    for (const [id, fit] of placed(found, rooms, index)) fits.set(id, Math.max(fits.get(id) ?? 0, fit));
  };
  for (const item of items) take(fitsOf(item, index));
  // "How humid is it" names no device: the devices with that property are taken.
  if (fits.size === 0) for (const item of items) take(tellersOf(item, index));
  const near = (id: DeviceId) => {
    const place = index.devices.get(id)?.device.room?.id;
    if (place === undefined) return 0;
    return rooms.has(place) ? THERE : rooms.size === 0 && place === room ? HERE : 0;
  };
  const ranked = [...fits].map(([id, fit]) => ({ id, fit: fit + near(id) })).sort((a, b) => b.fit - a.fit);
  const devices = ranked.slice(0, MOST).map(({ id }) => id);
  const inRooms =
    rooms.size === 0 ? devices : devices.filter((id) => rooms.has(index.devices.get(id)?.device.room?.id ?? ""));
  const mode = unknownMode(source, inRooms.length > 0 ? inRooms : devices, kinds, index);
  return {
    devices,
    ...(ranked.length > devices.length && { more: ranked.length - devices.length }),
    rooms: [...rooms],
    kinds: [...kinds],
    scenes: [...scenes],
    ...(mode && { mode }),
  };
}

/** The devices that a word or name may mean, with their scores. */
function fitsOf({ home, lex, said }: Item, index: DialogueContext["index"]): ReadonlyMap<DeviceId, number> {
  const fits = new Map<DeviceId, number>();
  const add = (id: DeviceId, fit: number) => fits.set(id, Math.max(fits.get(id) ?? 0, fit));
  // A longer name counts more than a short one that is part of it.
  const length = Math.min(said.length, 20);
  for (const id of home?.devices ?? []) add(id, FIT.named + length);
  for (const { device } of home?.parts ?? []) add(device, FIT.part + length);
  for (const id of home?.ending ?? []) add(id, FIT.ending);
  for (const id of home?.alike ?? []) add(id, FIT.alike);
  for (const kind of lex?.kinds ?? []) {
    for (const indexed of index.devices.values()) {
      const fit = index.isKind(indexed, kind);
      if (fit) add(indexed.device.id, fit === "own" ? FIT.kind : FIT.member);
    }
  }
  return fits;
}

/** The devices that have the property that a word names. */
function tellersOf({ lex }: Item, index: DialogueContext["index"]): ReadonlyMap<DeviceId, number> {
  const props = (lex?.props ?? []).filter((type) => !SWITCHED.has(type));
  if (props.length === 0) return new Map();
  return new Map(
    [...index.having(props)].map(({ device, capabilities }) => [
      device.id,
      capabilities.all.some(({ access }) => access.write) ? FIT.told : FIT.sensor,
    ]),
  );
}

/** Property types that almost every device has. */
const SWITCHED: ReadonlySet<string> = new Set(["on", "mode", "status"]);

/** Narrows matches to the rooms of the sentence; all of them where none is there. */
function placed(
  fits: ReadonlyMap<DeviceId, number>,
  rooms: ReadonlySet<string>,
  index: DialogueContext["index"],
): readonly (readonly [DeviceId, number])[] {
  const there = [...fits].filter(([id]) => rooms.has(index.devices.get(id)?.device.room?.id ?? ""));
  return there.length > 0 ? there : [...fits];
}

/** "Set the air conditioner to karaoke mode": an unknown mode of the only device with modes. Null for anything else. */
function unknownMode(
  source: string,
  ids: readonly DeviceId[],
  kinds: ReadonlySet<string>,
  index: DialogueContext["index"],
): Hints["mode"] | null {
  const lower = source.toLowerCase();
  const [said] = utteranceForms()
    .modes.in(lower)
    .flatMap((pattern) => pattern.exec(lower)?.groups?.["mode"] ?? []);
  if (said === undefined) return null;
  const able = ids.flatMap((id) => {
    const { device, capabilities } = index.devices.get(id) ?? {};
    const property = capabilities?.properties
      .get("mode")
      ?.find(({ access, values }) => access.write && values.length > 0);
    return device && property ? [{ device: device.id, kind: device.spec.kind, property }] : [];
  });
  // "Air conditioner" means a thermostat only where the home has no air conditioner.
  const same = able.filter(({ kind }) => kinds.has(kind));
  const [only, ...others] = same.length > 0 ? same : able;
  if (!only || others.length > 0) return null;
  const { device, property } = only;
  const at = lower.indexOf(said);
  return { device, address: property.address, said: source.slice(at, at + said.length) };
}
