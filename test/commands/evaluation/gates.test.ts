import { describe, expect, it } from "vitest";
import { changesFrom, type Gate, measure, readGates } from "../../support/gates.ts";

/** How long one set may take, in milliseconds. */
const PATIENCE_MS = 300_000;

describe.each(readGates())("the gate of $set", (gate: Gate) => {
  it(`holds ${gate.right} right and at most ${gate.wrong} wrong`, { timeout: PATIENCE_MS }, async () => {
    const report = await measure(gate.set);
    const { right, wrong } = report.outcomes;
    const moved = `Cases that came to something else than before:\n${changesFrom(gate, report).join("\n")}\n`;
    expect(right.count, moved).toBeGreaterThanOrEqual(gate.right);
    expect(wrong.count, moved).toBeLessThanOrEqual(gate.wrong);
  });
});
