import type { Command, Outcome, PropertyWrite } from "../../home/index.ts";

/** The commands that put back what was changed: the value before the first change of each property. Actions have no way back. */
export function undoCommands(outcomes: readonly Outcome[]): Command[] {
  /** First value before, keyed by device, then by address. */
  const before = new Map<string, Map<string, PropertyWrite>>();
  for (const outcome of outcomes) {
    if (!("property" in outcome) || outcome.before === undefined) continue;
    if (outcome.status !== "confirmed" && outcome.status !== "accepted") continue;
    const writes = before.get(outcome.device) ?? new Map<string, PropertyWrite>();
    if (!writes.has(outcome.property)) {
      writes.set(outcome.property, { address: outcome.property, value: outcome.before });
    }
    before.set(outcome.device, writes);
  }
  return [...before].map(([device, writes]) => ({
    kind: "set",
    device,
    // Some lamps switch on when their brightness is set: what goes off goes off last.
    properties: [...writes.values()].sort((a, b) => Number(a.value === false) - Number(b.value === false)),
  }));
}
