import { expect, it } from "vitest";
import { flood } from "../support/strangers.ts";

/** Bytes that a home may have grown by: what it compiled and remembers of problems, not what it was told. */
const GROWTH = 24 * 1_048_576;

it("a stranger who publishes 2,000 random announcements and topics takes no device away, no time and no memory", async () => {
  const flooded = await flood({ seed: 20_261_128, count: 2000, perSecond: 800 });
  expect(flooded.received).toBeGreaterThan(1500);
  expect(flooded.link).toMatchObject({ connected: true, connections: 1, missing: [] });
  expect(flooded.statuses.length).toBeGreaterThan(100);
  expect(new Set(flooded.statuses)).toEqual(new Set(["confirmed"]));
  expect(flooded.problems).toContain("unusable-topic");
  expect(flooded.problems.filter((code) => code.startsWith("failed-"))).toEqual([]);
  expect(flooded.left).toBe(1);
  expect(flooded.after - flooded.before).toBeLessThan(GROWTH);
}, 60_000);
