import type { IndexedDevice } from "../names/indexed-device.ts";
import type { Head } from "../parse/frame.ts";
import { holdsCharacters } from "../text/writing.ts";
import type { DialogueContext } from "./context.ts";
import { withoutDevices } from "./groups.ts";
import { watchedBy } from "./openings.ts";
import type { DeviceTarget } from "./target.ts";

/** Kinds that "everything" does not include, in addition to devices marked as essential. */
const NOT_EVERYTHING: ReadonlySet<string> = new Set([
  "lock",
  "valve",
  "gas-valve",
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

/**
 * Every target that a head may mean by its type and names, before places, modifiers and counts narrow them. `rooms`: ids of
 * the rooms it is limited to; null: the whole home.
 */
export function candidatesOf(
  head: Head,
  context: DialogueContext,
  rooms: ReadonlySet<string> | null,
): readonly DeviceTarget[] {
  const { index } = context;
  switch (head.type) {
    case "devices": {
      const parts = head.parts.flatMap(({ device, service }) => target(index.devices.get(device), service));
      const lists = [head.devices, ...head.elsewise];
      const there = rooms && lists.find((ids) => ids.some((id) => isIn(index.devices.get(id), rooms)));
      return [...(there ?? head.devices).flatMap((id) => target(index.devices.get(id), null)), ...parts];
    }
    case "kind":
      return ofKinds(head.kinds, index, rooms);
    case "it":
      return focusTargets(context);
    case "them":
      return extendedFocusTargets(context);
    case "other":
      return othersLike(head, context);
    case "everything":
      return [...index.devices.values()]
        .filter(
          ({ device: { spec, essential }, capabilities }) =>
            capabilities.power.length > 0 &&
            !essential &&
            !NOT_EVERYTHING.has(spec.kind) &&
            !/sensor|alarm|monitor/.test(spec.kind),
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

function ofKinds(
  kinds: readonly string[],
  index: DialogueContext["index"],
  rooms: ReadonlySet<string> | null,
): DeviceTarget[] {
  if (rooms !== null) {
    const there: DeviceTarget[] = [];
    // A room holds fewer devices than there are of a kind in a large home. No device is in two.
    for (const room of rooms) {
      for (const indexed of index.inRoom(room)) {
        const kind = kinds.find((each) => index.isKind(indexed, each) !== null && isMember(indexed, each));
        if (kind !== undefined) there.push({ indexed, service: serviceOfKind(indexed, kind) });
      }
    }
    return there;
  }
  const found = new Map<IndexedDevice, DeviceTarget>();
  for (const kind of kinds) {
    for (const indexed of index.ofKind(kind)) {
      if (!found.has(indexed) && isMember(indexed, kind))
        found.set(indexed, { indexed, service: serviceOfKind(indexed, kind) });
    }
  }
  return [...found.values()];
}

/** Whether a contact sensor belongs to the kind: a window sensor is no door, and a door sensor is no window. */
function isMember(indexed: IndexedDevice, kind: string): boolean {
  if (indexed.device.spec.kind !== "magnet-sensor" || (kind !== "door" && kind !== "window-opener")) return true;
  const watched = watchedBy(indexed);
  return watched === null || (watched === "door") === (kind === "door");
}

function isIn(indexed: IndexedDevice | undefined, rooms: ReadonlySet<string>): boolean {
  return rooms.has(indexed?.device.room?.id ?? "");
}

function target(indexed: IndexedDevice | undefined, service: string | null): DeviceTarget[] {
  return indexed ? [{ indexed, service }] : [];
}

/** Key of the service that is a device of this kind inside another (the lamp of a fan); null when there is none. */
export function serviceOfKind({ device, ownKinds, capabilities }: IndexedDevice, kind: string): string | null {
  if (ownKinds.has(kind) || !capabilities.serviceKinds.has(kind)) return null;
  return device.spec.services.find(({ type }) => type === kind)?.key ?? null;
}

/** Targets by device id, each as the service that was in focus. */
export function targetsById(ids: readonly string[], { focus, index }: DialogueContext): readonly DeviceTarget[] {
  return ids.flatMap((id) => target(index.devices.get(id), focus.parts?.[id] ?? null));
}

/** Targets by device id, each as the whole device. */
export function wholeTargets(ids: readonly string[], { index }: DialogueContext): readonly DeviceTarget[] {
  return ids.flatMap((id) => target(index.devices.get(id), null));
}

/** The targets of the focus. */
export function focusTargets(context: DialogueContext): readonly DeviceTarget[] {
  return targetsById(context.focus.devices, context);
}

/** The targets of the focus, with those of the sentences that the last one continued. */
export function extendedFocusTargets(context: DialogueContext): readonly DeviceTarget[] {
  const { focus } = context;
  return targetsById([...new Set([...(focus.with ?? []), ...focus.devices])], context);
}

/** Devices of the same kind in the same room as the known ones (default: the focus), without these. */
export function siblingTargets(context: DialogueContext, known = focusTargets(context)): readonly DeviceTarget[] {
  const alike = [...context.index.devices.values()].filter(({ device }) =>
    known.some(
      ({ indexed }) => indexed.device.spec.kind === device.spec.kind && indexed.device.room?.id === device.room?.id,
    ),
  );
  return withoutDevices(
    alike.map((indexed) => ({ indexed, service: null })),
    known,
    context,
  );
}

/** The siblings of the focus whose names end in the same noun: the other of two lamps is a lamp too. */
export function pairsOf(context: DialogueContext): readonly DeviceTarget[] {
  const known = focusTargets(context);
  return siblingTargets(context).filter(({ indexed }) => known.some((each) => haveNounInCommon(each.indexed, indexed)));
}

/** The targets of "the other one(s)": siblings of the focus, preferring those with the same noun in their name. */
function othersLike(head: Head, context: DialogueContext): readonly DeviceTarget[] {
  const others = siblingTargets(context);
  const called = pairsOf(context);
  const { count } = head;
  if (count !== null && others.length !== count) {
    // "The other two" of four, after one and another: beside both, or those that are called so.
    const counted = [called, siblingTargets(context, extendedFocusTargets(context))].find(
      ({ length }) => length === count,
    );
    return counted ?? others;
  }
  return head.plural || called.length === 0 ? others : called;
}

/** Whether two names end in the same noun and differ before it: "left lamp", "right lamp"; 妈妈的台灯, 爸爸的台灯. */
function haveNounInCommon(one: IndexedDevice, other: IndexedDevice): boolean {
  const [a, b] = [one.device.name.toLowerCase(), other.device.name.toLowerCase()];
  if (!holdsCharacters(a)) return a.split(" ").at(-1) === b.split(" ").at(-1);
  return a.slice(-2) === b.slice(-2);
}
