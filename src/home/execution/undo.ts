import type { Command, Outcome, PropertyWrite } from "../commands.ts";
import { currentValue, type Device } from "../device.ts";
import type { Property } from "../spec/index.ts";

/** The commands that undo outcomes, and the outcomes that cannot be undone. */
export interface Undo {
  readonly commands: readonly Command[];
  /** Outcomes that cannot be undone: actions, and properties whose earlier value was not known. */
  readonly lost: readonly Outcome[];
}

/**
 * The undo of outcomes: each property gets the value before its first change. A motor goes back to the position it had; an
 * action cannot be undone.
 */
export function undoOf(outcomes: readonly Outcome[]): Undo {
  /** First value before, keyed by device, then by address. */
  const before = new Map<string, Map<string, PropertyWrite>>();
  const lost: Outcome[] = [];
  for (const outcome of outcomes) {
    if (outcome.status !== "confirmed" && outcome.status !== "accepted") continue;
    const write = undoWrite(outcome);
    if (!write) {
      lost.push(outcome);
      continue;
    }
    const writes = before.get(outcome.device) ?? new Map<string, PropertyWrite>();
    if (!writes.has(write.address)) writes.set(write.address, write);
    before.set(outcome.device, writes);
  }
  const commands = [...before].map(
    ([device, writes]): Command => ({
      kind: "set",
      device,
      // Some lamps switch on when their brightness is set: what goes off goes off last.
      properties: [...writes.values()].sort((a, b) => Number(a.value === false) - Number(b.value === false)),
    }),
  );
  return { commands, lost };
}

/** The write that undoes one outcome; null when there is none. */
export function undoWrite(outcome: Outcome): PropertyWrite | null {
  if (!("property" in outcome)) return null;
  if (outcome.position) return outcome.position;
  return outcome.before === undefined ? null : { address: outcome.property, value: outcome.before };
}

/** The write that brings a moved thing back to its current position; null when the position is not known. */
export function positionOf(device: Device, { type, service: key }: Property): PropertyWrite | null {
  if (type !== "motor-control" && type !== "target-position") return null;
  const properties = device.spec.services.find((service) => service.key === key)?.properties ?? [];
  const target = properties.find((each) => each.type === "target-position" && each.access.write);
  const current = properties.find((each) => each.type === "current-position");
  const value = current && currentValue(device, current.address);
  return target && typeof value === "number" ? { address: target.address, value } : null;
}
