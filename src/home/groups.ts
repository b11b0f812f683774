import type { Device, DeviceId } from "./device.ts";

/** The device with this id, undefined when the home has none. */
export type FindDevice = (id: DeviceId) => Device | undefined;

const NOTHING: ReadonlySet<DeviceId> = new Set();

/** The ids of what a group switches, those of groups inside it too; none for a device that is no group. */
export function heldBy({ id, members }: Device, find: FindDevice): ReadonlySet<DeviceId> {
  if (members.length === 0) return NOTHING;
  const held = new Set<DeviceId>();
  const open = [...members];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    // Groups that hold each other would go on for ever.
    if (each === id || held.has(each)) continue;
    held.add(each);
    open.push(...(find(each)?.members ?? []));
  }
  return held;
}

/** What a group switches and is there, without the groups inside it. */
export function leavesOf(group: Device, find: FindDevice): Device[] {
  return [...heldBy(group, find)].flatMap((id) => find(id) ?? []).filter(({ members }) => members.length === 0);
}

/**
 * Where several devices are meant: those without the groups that hold one of them. What a group switches is meant either by
 * the group or by itself, never by both.
 */
export function standing<Item>(
  items: readonly Item[],
  deviceOf: (item: Item) => Device,
  find: FindDevice,
): readonly Item[] {
  if (items.every((item) => deviceOf(item).members.length === 0)) return items;
  const ids = new Set(items.map((item) => deviceOf(item).id));
  return items.filter((item) => ids.isDisjointFrom(heldBy(deviceOf(item), find)));
}
