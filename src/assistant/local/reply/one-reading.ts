import { isAmbient } from "../../../language/index.ts";
import type { StateQuery } from "../../../understanding/ground/query.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { foundValue, type ReplyContext } from "./facts.ts";

/** Keeps one reading of the air per room, a sensor's before an appliance's. Keeps all where devices were named. */
export function oneReadingPerRoom(frame: Frame, query: StateQuery, { dialogue }: ReplyContext): StateQuery {
  if (frame.heads.some(({ devices }) => devices.length > 0)) return query;
  const keys = query.targets.map((target, at) => {
    const { device } = target.indexed;
    const property = query.properties[at];
    if (!property || !device.room || !isAmbient(property.type, device.spec.kind)) return null;
    return foundValue(property, target, dialogue)?.kind === "now" ? `${device.room.id} ${property.type}` : null;
  });
  /** The place of the target that is told, keyed by room and property type. */
  const chosen = new Map<string, number>();
  for (const [at, key] of keys.entries()) {
    if (key === null) continue;
    const before = query.targets[chosen.get(key) ?? -1];
    const target = query.targets[at];
    if (!before || (target && isSensor(target) && !isSensor(before))) chosen.set(key, at);
  }
  const told = keys.flatMap((key, at) => (key === null || chosen.get(key) === at ? [at] : []));
  return {
    ...query,
    targets: told.flatMap((at) => query.targets[at] ?? []),
    properties: told.map((at) => query.properties[at] ?? null),
  };
}

function isSensor({ indexed: { device } }: DeviceTarget): boolean {
  return /sensor|monitor/.test(device.spec.kind);
}
