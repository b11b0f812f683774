import { describe, expect, it } from "vitest";
import { judge } from "../../../src/commands/evaluation/judge.ts";
import { caseOutcome } from "../../../src/commands/evaluation/outcome.ts";
import { readCase } from "../../../src/commands/evaluation/set.ts";
import { startWorld } from "../../../src/commands/evaluation/world.ts";
import { acts, judgeCase, resultOf } from "../../support/judged-cases.ts";

const unlocked = { lock: { "lock.locked": false } };
const delayed = (does: unknown, more = {}) => ({ kind: "delayed", change: "made", seconds: 300, does, ...more });

/** Expectations of a sentence with the outcome of the case. The clock is at Wednesday, 10:00. */
const EXPECTATIONS: readonly (readonly [what: string, say: string | string[], expect: object, outcome: string])[] = [
  [
    "a delayed command that does what it should",
    "unlock the front door in 5 minutes",
    { plans: [delayed(unlocked)] },
    "right",
  ],
  [
    "one that does the opposite",
    "unlock the front door in 5 minutes",
    { plans: [delayed({ lock: { "lock.locked": true } })] },
    "wrong",
  ],
  [
    "one for another device",
    "unlock the front door in 5 minutes",
    { plans: [delayed({ lamp: { "light.on": true } })] },
    "wrong",
  ],
  [
    "one that does less than it should",
    "unlock the front door in 5 minutes",
    { plans: [delayed({ ...unlocked, lamp: { "light.on": true } })] },
    "wrong",
  ],
  ["one at another time", "unlock the front door in 6 minutes", { plans: [delayed(unlocked)] }, "wrong"],
  [
    "a rule where it should be done once",
    "unlock the front door every day at 10:05",
    { plans: [delayed(unlocked)] },
    "wrong",
  ],
  [
    "any plan for a device that is named",
    "unlock the front door in 5 minutes",
    { plans: "any", ignore: { lock: ["lock.locked"] } },
    "right",
  ],
  ["any plan, but for a device that nothing names", "unlock the front door in 5 minutes", { plans: "any" }, "wrong"],
  ["any plan that only rings", "set a timer for 5 minutes", { plans: "any" }, "right"],
  [
    "a timer that must be there, with plans left out",
    "set a timer for 5 minutes",
    { timers: [{ seconds: 300 }] },
    "right",
  ],
  [
    "a timer that must be there, and a second one",
    ["set a timer for 5 minutes", "set a timer for 7 minutes"],
    { timers: [{ seconds: 300 }] },
    "wrong",
  ],
  [
    "a timer that carries a command which nothing names",
    "unlock the front door in 5 minutes",
    { timers: [{ seconds: 300 }] },
    "wrong",
  ],
  [
    "a timer that switches back what is named",
    "turn on the floor lamp for 5 minutes",
    { changes: { lamp: { "light.on": true } }, timers: [{ seconds: 300 }] },
    "right",
  ],
  [
    "a timer that must be there, and no other plan",
    "set a timer for 5 minutes",
    { timers: [{ seconds: 300 }], plans: [] },
    "right",
  ],
  ["an alarm where a delayed command was asked for", "wake me in 5 minutes", { plans: [delayed(unlocked)] }, "wrong"],
  [
    "an alarm on another day",
    "wake me tomorrow at 6:15",
    { plans: [{ kind: "alarm", change: "made", at: "06:15", date: 2 }] },
    "wrong",
  ],
  [
    "an alarm on its date",
    "wake me tomorrow at 6:15",
    { plans: [{ kind: "alarm", change: "made", date: "2026-06-04" }] },
    "right",
  ],
  [
    "an alarm that recurs where it has a date",
    "wake me every day at 6:15",
    { plans: [{ kind: "alarm", change: "made", at: "06:15", date: 1 }] },
    "wrong",
  ],
  [
    "an alarm on its weekdays, as numbers",
    "wake me every weekday at 7",
    { plans: [{ kind: "alarm", change: "made", weekdays: [5, 4, 3, 2, 1] }] },
    "right",
  ],
  [
    "an alarm on too many weekdays",
    "wake me every day at 7",
    { plans: [{ kind: "alarm", change: "made", weekdays: ["mon", "tue"] }] },
    "wrong",
  ],
  [
    "a reminder of something else",
    "remind me in an hour to call the plumber",
    { plans: [{ kind: "reminder", change: "made", name: "feed the cat" }] },
    "wrong",
  ],
  [
    "a level that also switches on",
    "set the floor lamp to 70 percent in 5 minutes",
    { plans: [delayed({ lamp: { "light.brightness": 70 } })] },
    "right",
  ],
  [
    "commands of one moment, however many timers hold them",
    ["turn off the tv in 5 minutes", "turn on the floor lamp in 5 minutes"],
    { plans: [delayed({ tv: { "television.on": false }, lamp: { "light.on": true } })] },
    "right",
  ],
  [
    "two commands of which one was expected",
    ["turn off the tv in 5 minutes", "turn on the floor lamp in 5 minutes"],
    { plans: [delayed({ tv: { "television.on": false } })] },
    "wrong",
  ],
  ["a plan that came and went", ["set a timer for 5 minutes", "cancel the timer"], {}, "right"],
  [
    "a plan that was put right before the end",
    ["set a timer for 5 minutes", "add 2 minutes to the timer"],
    { plans: [{ kind: "timer", change: "made", seconds: 420 }] },
    "right",
  ],
  [
    "a plan that was changed and should not have been",
    ["set a timer for 5 minutes", "add 2 minutes to the timer"],
    { plans: [{ kind: "timer", change: "made", seconds: 300 }] },
    "wrong",
  ],
  ["an action of a device that is named", "start the vacuum", { changes: { vacuum: { "vacuum.status": 1 } } }, "right"],
  [
    "an action of a device whose changes are ignored",
    "start the vacuum",
    { ignore: { vacuum: ["vacuum.status"] } },
    "right",
  ],
  ["an action of a device that nothing names", "start mowing", { ignore: { vacuum: ["vacuum.status"] } }, "wrong"],
  ["words that are not understood", "sing me to sleep", { changes: { lamp: { "light.on": true } } }, "handed-on"],
  ["a question with another answer", "is the front door locked?", { answer: ["no"] }, "other"],
  ["a question with its answer", "is the front door locked?", { answer: ["yes"] }, "right"],
  [
    "what no device can do",
    "set the front door to 20 degrees",
    { changes: { ac: { "air-conditioner.on": false } } },
    "refused",
  ],
  ["a question back about what was meant", "next song", { changes: { tv: { "television.on": false } } }, "asked"],
];

describe("a case", () => {
  it.each(EXPECTATIONS)("%s", async (_, say, expected, outcome) => {
    expect((await judgeCase(say, { changes: {}, ...expected })).outcome).toBe(outcome);
  });
});

describe("the clock of a case", () => {
  it.each(["Europe/London", "Asia/Shanghai", "America/Los_Angeles"])(
    "stands at Wednesday, 10:00, in %s",
    async (timezone) => {
      const world = await startWorld({ ...acts.home("acts"), timezone });
      const { dayOfWeek, hour, minute } = Temporal.Instant.fromEpochMilliseconds(world.time.now()).toZonedDateTimeISO(
        timezone,
      );
      await world.stop();
      expect([dayOfWeek, hour, minute]).toEqual([3, 10, 0]);
    },
  );
});

describe("the judge", () => {
  const next = { device: "speaker", action: "play-control.next", in: [] };
  const expected = (expect: object) =>
    readCase(JSON.stringify({ id: "1", home: "acts", language: "en", say: "", expect }), "test").expect;

  it("counts a repeated action as another one", () => {
    const once = expected({ changes: {}, calls: [next] });
    expect(judge(once, resultOf({ calls: [next] }))).toMatchObject({ succeeded: true, wrongAction: false });
    expect(judge(once, resultOf({ calls: [next, next] }))).toMatchObject({ succeeded: false, wrongAction: true });
    expect(judge(once, resultOf({}))).toMatchObject({ succeeded: false, wrongAction: false });
  });

  it("calls an unexpected action wrong, also in a case that fails otherwise", () => {
    const verdict = judge(
      expected({ changes: { lamp: { "light.on": true } }, answer: ["yes"] }),
      resultOf({ changes: { tv: { "television.on": false } } }),
    );
    expect(verdict).toEqual({
      succeeded: false,
      wrongAction: true,
      missing: ["lamp light.on = true", 'reply with "yes"'],
      wrong: ["tv television.on = false"],
    });
  });

  it("expects no change where changes are left out", () => {
    expect(judge(expected({}), resultOf({ changes: { tv: { "television.on": false } } })).wrongAction).toBe(true);
  });

  it("gives each case the first outcome that applies", () => {
    const verdict = { succeeded: false, wrongAction: false, missing: [], wrong: [] };
    const all = resultOf({ asked: true, handled: false, refused: 1 });
    expect(caseOutcome({ ...verdict, wrongAction: true }, all)).toBe("wrong");
    expect(caseOutcome({ ...verdict, succeeded: true }, all)).toBe("right");
    expect(caseOutcome(verdict, all)).toBe("asked");
    expect(caseOutcome(verdict, { ...all, asked: false })).toBe("handed-on");
    expect(caseOutcome(verdict, { ...all, asked: false, handled: true })).toBe("refused");
    expect(caseOutcome(verdict, resultOf({}))).toBe("other");
  });
});
