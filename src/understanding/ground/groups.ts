import { type DeviceId, type FindDevice, heldBy, standing } from "../../home/index.ts";
import type { DialogueContext } from "./context.ts";
import type { DeviceTarget } from "./target.ts";

/** Removes groups whose members are among the targets, for commands to several devices. */
export function withoutRedundantGroups(
  targets: readonly DeviceTarget[],
  context: DialogueContext,
): readonly DeviceTarget[] {
  return standing(targets, ({ indexed }) => indexed.device, finderOf(context));
}

/**
 * Removes devices from the targets. A group with an unwanted member is replaced by its other members; an unwanted group
 * removes its members too.
 */
export function withoutDevices(
  targets: readonly DeviceTarget[],
  unwanted: readonly DeviceTarget[],
  context: DialogueContext,
): readonly DeviceTarget[] {
  if (unwanted.length === 0) return targets;
  const find = finderOf(context);
  const out = new Set<DeviceId>();
  for (const { indexed } of unwanted) {
    out.add(indexed.device.id);
    for (const id of heldBy(indexed.device, find)) out.add(id);
  }
  const meant = new Set(targets.map(({ indexed }) => indexed.device.id));
  const added = new Set<DeviceId>();
  return targets.flatMap((target): readonly DeviceTarget[] => {
    if (out.has(target.indexed.device.id)) return [];
    const held = heldBy(target.indexed.device, find);
    if (held.size === 0 || held.isDisjointFrom(out)) return [target];
    return [...held].flatMap((id): DeviceTarget[] => {
      const indexed = context.index.devices.get(id);
      if (!indexed || indexed.device.members.length > 0 || out.has(id) || meant.has(id) || added.has(id)) return [];
      added.add(id);
      return [{ indexed, service: null }];
    });
  });
}

function finderOf({ index }: DialogueContext): FindDevice {
  return (id) => index.devices.get(id)?.device;
}
