import { Cron } from "croner";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextCron, parseCron } from "../../src/automation/schedule/cron.ts";
import { ScheduleError } from "../../src/automation/schedule/schedule-error.ts";
import { zoneClock } from "../../src/automation/schedule/zone.ts";
import { textOf } from "../../src/language/index.ts";

/** Both hemispheres, half-hour and 45-minute offsets, a 30-minute change of the clocks (Lord Howe), and zones that never change. */
const ZONES = [
  "UTC",
  "Asia/Shanghai",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Asia/Jerusalem",
  "Asia/Beirut",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Chisinau",
  "Africa/Cairo",
  "America/New_York",
  "America/Los_Angeles",
  "America/St_Johns",
  "America/Santiago",
  "America/Havana",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Atlantic/Azores",
] as const;

/** Starts: any moment of 2024 to 2030, or within two days before a change of the clocks in the zone. */
function startsIn(zone: string): fc.Arbitrary<number> {
  const any = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });
  const changes: number[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(Date.UTC(2024, 0)).toZonedDateTimeISO(zone);
  for (let n = 0; n < 12; n += 1) {
    const next = moment.getTimeZoneTransition("next");
    if (!next || next.epochMilliseconds > Date.UTC(2030, 0)) break;
    changes.push(next.epochMilliseconds);
    moment = next;
  }
  if (changes.length === 0) return any;
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * 86_400_000, max: 3 * 3_600_000 }))
    .map(([change, offset]) => change + offset);
  return fc.oneof(any, near, near);
}

const field = (min: number, max: number): fc.Arbitrary<string> => {
  const number = fc.integer({ min, max });
  const range = fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  return fc.oneof(
    number.map(String),
    fc.constant("*"),
    range,
    fc.uniqueArray(number, { minLength: 2, maxLength: 4 }).map((list) => list.join(",")),
    fc.integer({ min: 1, max: Math.max(2, Math.floor((max - min) / 2)) }).map((step) => `*/${step}`),
    fc.tuple(range, fc.integer({ min: 1, max: 5 })).map(([r, step]) => `${r}/${step}`),
  );
};
const names = (list: readonly string[], numeric: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(numeric, fc.constantFrom(...list), fc.constant("*"));
const expressions = fc
  .tuple(
    fc.option(field(0, 59), { nil: "" }),
    field(0, 59),
    // Early hours are frequent, because clocks change then.
    fc.oneof(field(0, 23), field(0, 3)),
    fc.oneof(fc.constant("*"), field(1, 28), fc.constant("L")),
    names(["jan", "MAR", "oct"], field(1, 12)),
    names(["mon", "FRI", "sun", "mon-fri"], field(0, 6)),
  )
  .map((fields) => fields.join(" ").trim());

describe("next run of a cron expression", () => {
  it("agrees with a second implementation on 3,000 random expressions in 20 zones", () => {
    const cases = fc
      .tuple(fc.constantFrom(...ZONES), expressions)
      .chain(([zone, expression]) => fc.tuple(fc.constant(zone), fc.constant(expression), startsIn(zone)));
    let compared = 0;
    fc.assert(
      fc.property(cases, ([zone, expression, start]) => {
        const other = new Cron(expression, { timezone: zone, paused: true, fixedTimeRule: "no-wildcard" });
        const pattern = parseCron(expression);
        let ours: number | null = start;
        let theirs: number | null = start;
        for (let run = 0; run < 4 && ours !== null && theirs !== null; run += 1) {
          ours = nextCron(pattern, ours, zoneClock(zone));
          theirs = other.nextRun(new Date(theirs))?.getTime() ?? null;
          expect(written(ours, zone)).toBe(written(theirs, zone));
          compared += 1;
        }
      }),
      { numRuns: 3000, seed: 20_261_124 },
    );
    expect(compared).toBeGreaterThan(6000);
  }, 60_000);

  it.each([
    // The clocks go forward on 29 March 2026 at 01:00 UTC: 02:00 to 03:00 does not exist in Berlin.
    ["30 2 * * *", "2026-03-28T12:00:00Z", ["2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"]],
    ["*/20 2 * * *", "2026-03-28T12:00:00Z", ["2026-03-30T00:00:00Z"]],
    ["*/30 * * * *", "2026-03-29T00:20:00Z", ["2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z"]],
    // They go back on 25 October 2026 at 01:00 UTC: 02:00 to 03:00 comes twice.
    ["30 2 * * *", "2026-10-24T12:00:00Z", ["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]],
    ["0 * * * *", "2026-10-24T23:30:00Z", ["2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z"]],
    // Leap days, and months without a 31st.
    ["0 12 29 2 *", "2026-01-01T00:00:00Z", ["2028-02-29T11:00:00Z", "2032-02-29T11:00:00Z"]],
    ["0 0 31 * *", "2026-03-31T12:00:00Z", ["2026-05-30T22:00:00Z"]],
    // The 15th or a Friday; the last Friday; the second Monday; the last working day; the working day nearest the 15th.
    ["0 12 15 * 5", "2026-11-13T12:00:00Z", ["2026-11-15T11:00:00Z", "2026-11-20T11:00:00Z"]],
    ["0 12 * * 5L", "2026-11-01T00:00:00Z", ["2026-11-27T11:00:00Z"]],
    ["0 12 * * 1#2", "2026-11-01T00:00:00Z", ["2026-11-09T11:00:00Z"]],
    ["0 12 LW * *", "2026-10-01T00:00:00Z", ["2026-10-30T11:00:00Z"]],
    ["0 12 15W * *", "2026-11-01T00:00:00Z", ["2026-11-16T11:00:00Z"]],
    ["@daily", "2026-11-01T12:00:00Z", ["2026-11-01T23:00:00Z"]],
  ])("%s in Berlin from %s", (expression, from, expected) => {
    const pattern = parseCron(expression);
    let at = Date.parse(from);
    for (const moment of expected) {
      at = nextCron(pattern, at, zoneClock("Europe/Berlin")) ?? Number.NaN;
      expect(new Date(at).toISOString()).toBe(moment.replace("Z", ".000Z"));
    }
  });

  it("an invalid expression is refused with its broken field", () => {
    expect(broken("0 25 * * *")).toBe('the hour cannot be "25"');
    expect(broken("0 0 * * mo")).toMatch(/week/i);
    expect(() => parseCron("every day")).toThrow();
    expect(() => parseCron("0 0 31 2 *")).toThrow();
  });
});

/** The error of an invalid expression. */
function broken(expression: string): string {
  try {
    parseCron(expression);
  } catch (error) {
    if (error instanceof ScheduleError) return textOf(error.reason, "en");
  }
  return "";
}

function written(at: number | null, zone: string): string {
  return at === null ? "never" : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString();
}
