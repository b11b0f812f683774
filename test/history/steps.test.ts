import { describe, expect, it } from "vitest";
import { edgesOf, MOST_STEPS } from "../../src/history/index.ts";

const HOUR = 3_600_000;
const at = (local: string, zone: string) => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;

/** How many hours each step has. */
function hours(edges: readonly number[]): number[] {
  return edges.slice(1).map((edge, step) => (edge - (edges[step] ?? 0)) / HOUR);
}

describe("days", () => {
  it("follow the clock of the home: one has 23 hours, another 25", () => {
    const zone = "Europe/Berlin";
    const spring = { from: at("2026-03-28T00:00", zone), to: at("2026-03-31T00:00", zone) };
    expect(hours(edgesOf(spring, "day", zone))).toEqual([24, 23, 24]);
    const autumn = { from: at("2026-10-24T00:00", zone), to: at("2026-10-27T00:00", zone) };
    expect(hours(edgesOf(autumn, "day", zone))).toEqual([24, 25, 24]);
  });

  it("at the ends of a span are cut to the span", () => {
    const zone = "Asia/Shanghai";
    const span = { from: at("2026-03-02T18:00", zone), to: at("2026-03-04T06:00", zone) };
    expect(hours(edgesOf(span, "day", zone))).toEqual([6, 24, 6]);
  });
});

describe("hours", () => {
  it("follow the clock of the zone, also with an offset of half an hour", () => {
    const zone = "Asia/Kolkata";
    const span = { from: at("2026-03-02T10:15", zone), to: at("2026-03-02T13:00", zone) };
    expect(hours(edgesOf(span, "hour", zone))).toEqual([0.75, 1, 1]);
  });

  it("come twice when the clocks go back", () => {
    const zone = "Europe/Berlin";
    const span = { from: at("2026-10-25T00:00", zone), to: at("2026-10-25T06:00", zone) };
    expect(hours(edgesOf(span, "hour", zone))).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});

it("steps of a fixed length begin at the beginning of the span, and the last ends at its end", () => {
  expect(edgesOf({ from: 10, to: 35 }, 10, "UTC")).toEqual([10, 20, 30, 35]);
  expect(edgesOf({ from: 10, to: 10 }, 10, "UTC")).toEqual([]);
});

it.each(["hour", "day", HOUR] as const)(
  "the last steps (%s) of a span do not depend on how long ago it begins",
  (step) => {
    const zone = "America/New_York";
    const to = at("2026-11-30T10:20", zone);
    const all = edgesOf({ from: at("2026-02-01T00:00", zone), to }, step, zone, 10_000);
    const ever = edgesOf({ from: at("1970-02-01T00:00", zone), to }, step, zone, 200);
    expect(ever).toHaveLength(201);
    expect(ever).toEqual(all.slice(-201));
  },
);

it("of too many steps the newest are kept", () => {
  const edges = edgesOf({ from: 0, to: 10 * MOST_STEPS }, 1, "UTC");
  expect(edges).toHaveLength(MOST_STEPS + 1);
  expect(edges.at(-1)).toBe(10 * MOST_STEPS);
});
