import { describe, expect, it } from "vitest";
import { earliestSendTime, endOfQuiet } from "../../../src/people/notices/quiet.ts";

const night = { from: "22:00", to: "07:00", alarms: false };
const nap = { from: "13:00", to: "15:30", alarms: true };
const at = (text: string): number => Date.parse(text);
const zone = "Europe/Berlin";
const end = (hours: typeof night, text: string) => new Date(endOfQuiet(hours, at(text), zone)).toISOString();

describe("quiet hours", () => {
  it.each([
    ["2026-11-30T22:00:00+01:00", "2026-12-01T06:00:00.000Z"],
    ["2026-11-30T23:59:59+01:00", "2026-12-01T06:00:00.000Z"],
    ["2026-12-01T06:59:59+01:00", "2026-12-01T06:00:00.000Z"],
    ["2026-12-01T07:00:00+01:00", "2026-12-01T06:00:00.000Z"],
    ["2026-11-30T21:59:59+01:00", "2026-11-30T20:59:59.000Z"],
  ])("over midnight: what comes at %s may be sent at %s", (text, expected) => {
    expect(end(night, text)).toBe(expected);
  });

  it.each([
    ["2026-11-30T12:59:59+01:00", "2026-11-30T11:59:59.000Z"],
    ["2026-11-30T13:00:00+01:00", "2026-11-30T14:30:00.000Z"],
    ["2026-11-30T15:30:00+01:00", "2026-11-30T14:30:00.000Z"],
  ])("within a day: what comes at %s may be sent at %s", (text, expected) => {
    expect(end(nap, text)).toBe(expected);
  });

  it("end by the local clock in the night in which it changes", () => {
    expect(end(night, "2026-10-24T23:00:00+02:00")).toBe("2026-10-25T06:00:00.000Z");
    expect(end(night, "2026-03-28T23:00:00+01:00")).toBe("2026-03-29T05:00:00.000Z");
  });

  it("with the same beginning and end are empty", () => {
    expect(end({ from: "07:00", to: "07:00", alarms: false }, "2026-12-01T07:00:00+01:00")).toBe(
      "2026-12-01T06:00:00.000Z",
    );
  });
});

describe("the earliest time of sending", () => {
  const now = at("2026-11-30T23:00:00+01:00");
  const around = { timezone: zone, quietUntil: 0 };
  const from = (alarm: boolean, quiet: typeof night | null, quietUntil = 0) =>
    new Date(earliestSendTime({ quiet }, alarm, now, { ...around, quietUntil })).toISOString();
  const soon = "2026-11-30T22:00:00.000Z";
  const morning = "2026-12-01T06:00:00.000Z";

  it("is now without a wish for silence, and for an alarm in the night", () => {
    expect([from(false, null), from(true, null), from(true, night)]).toEqual([soon, soon, soon]);
  });

  it("is the morning for everything else, and for alarms that shall wait too", () => {
    expect([from(false, night), from(true, { ...night, alarms: true })]).toEqual([morning, morning]);
  });

  it("is not before the end of a person's wish for silence, nor within the quiet hours then", () => {
    expect(from(false, null, at("2026-12-01T08:00:00+01:00"))).toBe("2026-12-01T07:00:00.000Z");
    expect(from(false, night, at("2026-12-01T03:00:00+01:00"))).toBe(morning);
    expect(from(false, night, at("2026-12-01T09:00:00+01:00"))).toBe("2026-12-01T08:00:00.000Z");
    expect(from(true, night, at("2026-12-01T09:00:00+01:00"))).toBe(soon);
  });
});
