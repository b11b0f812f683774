import { describe, expect, it } from "vitest";
import { type PlanningTalk, planningIn } from "../../support/speak.ts";

/** The names of the timers that there are, and how many minutes each lasts. */
function timersOf({ planner }: PlanningTalk): readonly string[] {
  return planner.timers.list().map(({ name, durationMs }) => `${name} ${Math.round(durationMs / 60_000)}`.trim());
}

async function talked(home: "flat" | "house", turns: readonly string[], room = "living"): Promise<PlanningTalk> {
  const talk = await planningIn(home, { room });
  for (const turn of turns) await talk.say(turn);
  return talk;
}

describe("a plan beside a remark", () => {
  it.each([["The cake's done, cancel that timer"], ["The cake is ready already. Cancel it."]])(
    "is the one that the remark names, and not the last: %s",
    async (say) => {
      const talk = await talked("house", [
        "set a timer for 30 minutes for the cake",
        "and one for 9 minutes for the peas",
        say,
      ]);
      expect(timersOf(talk)).toEqual(["peas 9"]);
    },
  );

  it("is the reminder of the remark, in Chinese", async () => {
    const talk = await talked("flat", ["提醒我八点浇花", "提醒我九点交电费", "花浇完了，提醒取消吧"]);
    expect(timersOf(talk).map((each) => each.split(" ")[0])).toEqual(["交电费"]);
  });

  it("is the last one where the remark names none", async () => {
    const talk = await talked("house", [
      "timer for 30 minutes for the cake",
      "remind me at nine to call Tom",
      "Oh, I've just seen him. Cancel it.",
    ]);
    expect(timersOf(talk)).toEqual(["cake 30"]);
  });

  it.each([
    ["remind me at 5pm to see that the gate is shut", "that was silly, cancel it"],
    ["remind me at 5pm to take the bins out", "I'll take a bath, cancel it"],
    ["remind me at 5pm to phone Grandma about the trip", "Grandma's asleep, cancel it"],
    ["set a timer for 20 minutes", "wait a minute, cancel it"],
    ["五点提醒我给奶奶打电话", "奶奶睡了，取消"],
  ])("stays after a later command, unless its whole name is said: %s | %s", async (plan, say) => {
    const home = /[a-z]/u.test(plan) ? "house" : "flat";
    const talk = await talked(home, [plan, home === "flat" ? "打开落地灯" : "turn on the floor lamp", say]);
    expect(talk.planner.timers.list()).toHaveLength(1);
  });

  it.each([
    ["set a timer for 20 minutes for the eggs", "the eggs are done, cancel it"],
    ["set a timer for 20 minutes for the eggs", "the egg is done, cancel the timer"],
    ["提醒我八点浇花", "花浇完了，提醒取消吧"],
  ])("is the one with the said name or kind, even after a later command: %s | %s", async (plan, say) => {
    const home = /[a-z]/u.test(plan) ? "house" : "flat";
    const talk = await talked(home, [plan, home === "flat" ? "打开落地灯" : "turn on the floor lamp", say]);
    expect(talk.planner.timers.list()).toEqual([]);
  });

  it.each([
    ["house", ["remind me at five to take the bins out", "remind me at six to call Tom", "I'll take a nap, cancel it"]],
    ["flat", ["五点提醒我今天倒垃圾", "六点提醒我交电费", "今天太累了，取消吧"]],
  ] as const)("is not named by everyday words: %s %j", async (home, turns) => {
    const talk = await talked(home, turns);
    expect(timersOf(talk).some((each) => each.startsWith(home === "flat" ? "倒垃圾" : "take the bins"))).toBe(true);
  });

  it("is not changed by a remark alone", async () => {
    const talk = await talked("house", [
      "timer for 30 minutes for the fish soup",
      "timer for 9 minutes for the fish",
      "the fish is done",
    ]);
    expect(timersOf(talk)).toHaveLength(2);
  });
});

describe("one of two plans for a device", () => {
  const LIGHTS = ["turn on the garden lights at nine tonight", "and off again at eleven"];

  it.each([
    ["leave the switching off out, I'll do that myself"],
    ["forget about turning them off"],
    ["skip the turning off"],
  ])("is named by its act: %s", async (say) => {
    const talk = await talked("house", [...LIGHTS, say]);
    const { timers } = talk.planner;
    expect(timers.list().map(({ commands }) => commands)).toEqual([
      [{ kind: "set", device: "miot:garden-lights", properties: [{ address: "light.on", value: true }] }],
    ]);
  });

  it("is named by its act in Chinese, and the reply says that it is cancelled", async () => {
    const talk = await talked("flat", ["九点开落地灯", "十一点关掉"]);
    expect(await talk.reply("关灯那个不用了，我自己来")).toBe("落地灯的定时取消了。");
    expect(talk.planner.timers.list()).toHaveLength(1);
  });

  it("is not found where both have that act", async () => {
    const talk = await talked("house", ["TV off at nine", "heater off at ten", "skip the switching off"]);
    expect(talk.planner.timers.list()).toHaveLength(2);
  });
});

describe("the time until a plan", () => {
  it.each([
    ["house", ["turn the TV off in an hour", "hm, forty minutes is enough, change that"], "40"],
    ["house", ["turn the TV off in an hour", "she says half an hour"], "30"],
    ["house", ["turn the TV off in half an hour", "twenty minutes"], "20"],
    ["flat", ["一小时后关电视", "四十分钟就够了，改一下"], "40"],
    ["flat", ["半小时后关电视", "二十分钟吧"], "20"],
  ] as const)("is changed by a few words right after it: %s %j", async (home, turns, minutes) => {
    expect(timersOf(await talked(home, turns))).toEqual([minutes]);
  });

  it.each([
    ["house", ["timer for 20 minutes", "5 minutes"]],
    ["house", ["timer for 20 minutes", "5 minutes please"]],
    ["house", ["timer for 20 minutes", "30 seconds"]],
    ["flat", ["计时二十分钟", "五分钟"]],
  ] as const)("stays where a bare length may be one more timer: %s %j", async (home, turns) => {
    expect(timersOf(await talked(home, turns))).toEqual(["20"]);
  });

  it.each([
    ["house", ["timer for 20 minutes", "actually 5 minutes"]],
    ["house", ["timer for 20 minutes", "no, 5 minutes"]],
    ["house", ["timer for 20 minutes", "5 minutes will do"]],
    ["house", ["timer for 20 minutes", "make it 5 minutes"]],
    ["flat", ["计时二十分钟", "五分钟吧"]],
    ["flat", ["计时二十分钟", "还是五分钟"]],
    ["flat", ["计时二十分钟", "五分钟就行"]],
  ] as const)('is changed where the words say "instead": %s %j', async (home, turns) => {
    expect(timersOf(await talked(home, turns))).toEqual(["5"]);
  });

  it("stays where one more timer is wanted", async () => {
    const talk = await talked("house", ["timer for 20 minutes", "and one for 5 minutes"]);
    expect(timersOf(talk)).toEqual(["20", "5"]);
  });

  it("goes back to a time that is said again", async () => {
    const talk = await talked("house", ["turn the TV on at eight", "make it half past", "no, leave it at eight"]);
    expect(await talk.reply("what's planned?")).toBe("I'll turn on the living room TV at 20:00.");
  });

  it.each([
    ["house", "when does it go off?", "You have a timer with 12 minutes left."],
    ["flat", "什么时候响", "有一个倒计时，还剩12分钟。"],
  ] as const)("is told, %s: %s", async (home, asked, told) => {
    const talk = await planningIn(home, { room: "living" });
    await talk.say(home === "house" ? "timer for 12 minutes" : "计时12分钟");
    expect(await talk.reply(asked)).toBe(told);
  });

  it.each([
    ["house", "how long is left?", "The 12-minute timer has 12 minutes left."],
    ["flat", "还剩多久", "12分钟的倒计时还剩12分钟。"],
  ] as const)("is told for a timer of another conversation, %s: %s", async (home, asked, told) => {
    const talk = await planningIn(home, { room: "living" });
    const started = {
      name: "",
      durationMs: 12 * 60_000,
      rings: "timer",
      origin: { kind: "person" },
      room: null,
    } as const;
    await talk.planner.timers.start(started);
    expect(await talk.reply(asked)).toBe(told);
  });
});

describe("an unwanted plan", () => {
  it.each([
    ["house", ["TV off in ten minutes", "how long is left?", "no, don't turn it off, I'm still watching"]],
    ["flat", ["十分钟后关电视", "还剩多久", "算了别关了，我还要看"]],
    ["house", ["spotlights on for ten minutes", "hm, twenty", "no wait, leave them on for good"]],
    ["flat", ["落地灯打开，半小时后关", "改成一小时", "算了，一直开着吧"]],
    ["house", ["tell me when the dishwasher is done", "actually, don't bother"]],
  ] as const)("is cancelled, even after it was asked about or changed: %s %j", async (home, turns) => {
    const { planner } = await talked(home, turns);
    expect([...planner.timers.list(), ...planner.automations.list()]).toEqual([]);
  });

  it("is only the named one, and no other is moved to its time", async () => {
    const talk = await talked("flat", ["闹钟定明早七点", "再来一个八点的", "它们什么时候响", "七点那个不要了"]);
    expect(await talk.reply("有什么安排")).toContain("8点");
    expect(talk.planner.timers.list()).toHaveLength(1);
  });
});
