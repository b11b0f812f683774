import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { house, MINUTE, Week } from "../support/week.ts";

describe("a week in the house", () => {
  let week: Week;
  beforeAll(async () => {
    week = await Week.plan();
  });
  afterAll(() => week.bench.close());

  it("runs every automation at its minute, with one timer", async () => {
    expect(house.devices.length).toBeGreaterThanOrEqual(115);
    await week.pass();
    const { bench } = week;
    expect(bench.errors).toEqual([]);
    let runs = 0;
    for (const { draft, at } of week.expected) {
      const ran = await bench.store.runs.list({ of: draft.id ?? "", limit: 100_000 });
      const minutes = ran.map(({ startedAt }) => Math.floor(startedAt / MINUTE)).reverse();
      expect(minutes, draft.name).toEqual(at.map((moment) => Math.floor(moment / MINUTE)));
      expect(
        ran.every(({ status }) => status === "done"),
        draft.name,
      ).toBe(true);
      runs += ran.length;
    }
    expect(runs).toBeGreaterThan(2_000);
    expect(bench.time.timers).toBe(1);
  }, 120_000);
});
