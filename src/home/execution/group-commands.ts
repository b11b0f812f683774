import type { Command, PropertyWrite } from "../commands.ts";
import type { Device, DeviceId } from "../device.ts";
import { allMemberIds, type FindDevice, leafMembers } from "../groups.ts";

type SetCommand = Extract<Command, { kind: "set" }>;

/** A command to a group beside a command to one of its members. */
interface OverlappingGroup<Item> {
  readonly item: Item;
  readonly group: Device;
  readonly command: SetCommand;
  /** Its members in the home, without the groups inside it. */
  readonly leaves: readonly Device[];
}

/**
 * Rewrites simultaneous commands so that each device gets each value once: which of two messages a lamp receives last would be
 * chance. A group beside one of its members is replaced by its members. A member's own command wins, then that of the smaller
 * group, then the later one. Actions stay as they are.
 */
export function resolveGroupOverlaps<Item extends { readonly command: Command }>(
  items: readonly Item[],
  find: FindDevice,
): readonly Item[] {
  const splits = overlappingGroups(items, find);
  if (splits.length === 0) return items;
  const split = new Set(splits.map(({ item }) => item));
  /** Addresses that already have a value, keyed by device id. */
  const said = new Map<DeviceId, Set<string>>();
  const say = (id: DeviceId, address: string): boolean => {
    const known = said.get(id) ?? new Set<string>();
    said.set(id, known);
    return known.size < known.add(address).size;
  };
  for (const item of items) {
    if (item.command.kind !== "set" || split.has(item)) continue;
    const id = find(item.command.device)?.id ?? item.command.device;
    for (const { address } of item.command.properties) say(id, address);
  }
  /** The commands that replace a group's command. */
  const places = new Map<Item, Item[]>();
  const bySize = splits.toReversed().sort((a, b) => a.leaves.length - b.leaves.length);
  for (const { item, group, command, leaves } of bySize) {
    const shares = leaves.flatMap((leaf): Item[] => {
      const writes = memberWrites(command, group, leaf) ?? [];
      const properties = writes.filter(({ address }) => say(leaf.id, address));
      return properties.length > 0 ? [{ ...item, command: { kind: "set", device: leaf.id, properties } }] : [];
    });
    places.set(item, shares);
  }
  return items.flatMap((item) => places.get(item) ?? [item]);
}

/** Combines simultaneous commands: overlapping groups are resolved, and each device gets one command. */
export function combineCommands(commands: readonly Command[], find: FindDevice): Command[] {
  const items = commands.map((command) => ({ command }));
  const told = resolveGroupOverlaps(items, find);
  return told === items ? [...commands] : mergeCommands(told.map(({ command }) => command));
}

/** Joins the writes of each device into one command; the later value of a property wins. */
export function mergeCommands(commands: readonly Command[]): Command[] {
  const merged: Command[] = [];
  /** Index in `merged`, keyed by device. */
  const sets = new Map<string, number>();
  for (const command of commands) {
    const place = command.kind === "set" ? sets.get(command.device) : undefined;
    const known = place === undefined ? undefined : merged[place];
    if (command.kind === "set" && place !== undefined && known?.kind === "set") {
      const given = new Set(command.properties.map(({ address }) => address));
      const properties = [...known.properties.filter(({ address }) => !given.has(address)), ...command.properties];
      merged[place] = { ...known, properties };
      continue;
    }
    if (command.kind === "set") sets.set(command.device, merged.length);
    merged.push(command);
  }
  return merged;
}

function overlappingGroups<Item extends { readonly command: Command }>(
  items: readonly Item[],
  find: FindDevice,
): OverlappingGroup<Item>[] {
  const sets = items.flatMap((item) => {
    const device = item.command.kind === "set" ? find(item.command.device) : undefined;
    if (item.command.kind !== "set" || !device) return [];
    return [{ item, device, command: item.command, reach: new Set([device.id, ...allMemberIds(device, find)]) }];
  });
  return sets.flatMap(({ item, device, command, reach }) => {
    const beside = sets.some((other) => other.device !== device && !other.reach.isDisjointFrom(reach));
    if (device.members.length === 0 || !beside) return [];
    const leaves = leafMembers(device, find);
    const clear = leaves.every((leaf) => memberWrites(command, device, leaf) !== null);
    return clear ? [{ item, group: device, command, leaves }] : [];
  });
}

/**
 * A group's writes as writes of one member: by address, else by the type of the property. null when several properties of the
 * member could be meant: which gang of a wall switch belongs to the group is not known.
 */
function memberWrites({ properties }: SetCommand, group: Device, leaf: Device): PropertyWrite[] | null {
  const writes: PropertyWrite[] = [];
  for (const { address, value } of properties) {
    const type = group.spec.properties.get(address)?.type;
    const alike = [...leaf.spec.properties.values()].filter((each) => each.type === type && each.access.write);
    const same = alike.find((each) => each.address === address);
    const service = serviceType(leaf, (same ?? alike[0])?.service);
    const rivals = alike.filter((each) => serviceType(leaf, each.service) === service);
    if (rivals.length > 1) return null;
    const [meant] = rivals;
    if (meant) writes.push({ address: meant.address, value });
  }
  return writes;
}

function serviceType({ spec }: Device, key: string | undefined): string | undefined {
  return spec.services.find((service) => service.key === key)?.type;
}
