import type { Device, DeviceId } from "./device.ts";

/** The device with this id, undefined when the home has none. */
export type FindDevice = (id: DeviceId) => Device | undefined;

const NOTHING: ReadonlySet<DeviceId> = new Set();

/** Ids of a group's members, with those of the groups inside it; empty for a device that is no group. */
export function allMemberIds({ id, members }: Device, find: FindDevice): ReadonlySet<DeviceId> {
  if (members.length === 0) return NOTHING;
  const held = new Set<DeviceId>();
  const open = [...members];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    // Groups can contain each other.
    if (each === id || held.has(each)) continue;
    held.add(each);
    open.push(...(find(each)?.members ?? []));
  }
  return held;
}

/** The members of a group that the home has, without the groups inside it. */
export function leafMembers(group: Device, find: FindDevice): Device[] {
  return [...allMemberIds(group, find)].flatMap((id) => find(id) ?? []).filter(({ members }) => members.length === 0);
}

/**
 * Removes groups that contain another of the items: a member is meant either through its group or by itself, never both.
 * Returns `items` itself when nothing is a group.
 */
export function withoutEnclosingGroups<Item>(
  items: readonly Item[],
  deviceOf: (item: Item) => Device,
  find: FindDevice,
): readonly Item[] {
  if (items.every((item) => deviceOf(item).members.length === 0)) return items;
  const ids = new Set(items.map((item) => deviceOf(item).id));
  return items.filter((item) => ids.isDisjointFrom(allMemberIds(deviceOf(item), find)));
}
