import { expect, it } from "vitest";
import { secondsUntil } from "../../../src/understanding/parse/time/time-expression.ts";
import { planningInFlat } from "../../support/speak.ts";

/** It is 20:00; minutes until each timer. */
it.each([
  ["at 12 turn off the floor lamp", [240]],
  ["今晚12点关空调", [240]],
  ["明晚12点关空调", [240 + 1440]],
  ["tomorrow at 10 pm turn on the floor lamp and at 6 am turn it off", [120 + 1440, 600 + 1440]],
  ["tomorrow at 10 pm turn on the floor lamp and at 11 turn it off", [120 + 1440, 180 + 1440]],
])("a delayed command counts across midnight: %s", async (say, minutes) => {
  const talk = await planningInFlat();
  expect(await talk.changes(say)).toEqual({});
  expect(talk.planner.timers.list().map(({ durationMs }) => durationMs / 60_000)).toEqual(minutes);
});

it("the morning after an evening of working days is on the days after them", async () => {
  const talk = await planningInFlat();
  await talk.say("on weekdays at 10 pm turn on the floor lamp and at 6 turn it off");
  expect(talk.planner.automations.list().map(({ definition }) => definition.triggers)).toEqual([
    [{ type: "time", at: "22:00", weekdays: ["mon", "tue", "wed", "thu", "fri"] }],
    [{ type: "time", at: "06:00", weekdays: ["tue", "wed", "thu", "fri", "sat"] }],
  ]);
});

/** On 29 March 2026 Berlin's clocks go from 2:00 to 3:00, on 25 October from 3:00 back to 2:00. */
it.each([
  ["2026-03-28T21:00:00Z", 7, 8 * 3600],
  ["2026-10-24T20:00:00Z", 7, 10 * 3600],
  ["2026-03-28T21:00:00Z", 2, 4 * 3600],
])("a night with a clock change is shorter or longer: from %s to %i", (now, hour, seconds) => {
  const when = { kind: "at", hour, minute: 0, day: null, date: null, weekdays: [], once: null, exact: true } as const;
  expect(secondsUntil(when, Date.parse(now), "Europe/Berlin")).toBe(seconds);
});
