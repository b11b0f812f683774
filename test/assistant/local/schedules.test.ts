import { describe, expect, it } from "vitest";
import { writeMoment } from "../../../src/automation/index.ts";
import { DEFAULT_RULES } from "../../../src/home/index.ts";
import { planningIn, planningInFlat } from "../../support/speak.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"];

/** Triggers of each automation that a sentence makes. */
const SCHEDULES: readonly (readonly [say: string, triggers: readonly object[]])[] = [
  ["every weekday at 7 open the curtains and turn off the lights", [{ type: "time", at: "07:00", weekdays: WEEKDAYS }]],
  [
    "日落后半小时打开客厅灯，十一点关掉",
    [
      { type: "sun", event: "sunset", offset: "1800s" },
      { type: "time", at: "23:00" },
    ],
  ],
  [
    "at sunset turn on the floor lamp and at 11 turn it off",
    [
      { type: "sun", event: "sunset" },
      { type: "time", at: "23:00" },
    ],
  ],
  [
    "every weekday at 7 open the curtains and at 8 close them",
    [
      { type: "time", at: "07:00", weekdays: WEEKDAYS },
      { type: "time", at: "08:00", weekdays: WEEKDAYS },
    ],
  ],
  [
    "每个工作日早上七点打开窗帘，八点关上",
    [
      { type: "time", at: "07:00", weekdays: WEEKDAYS },
      { type: "time", at: "08:00", weekdays: WEEKDAYS },
    ],
  ],
  [
    "工作日六点开空调八点关",
    [
      { type: "time", at: "06:00", weekdays: WEEKDAYS },
      { type: "time", at: "08:00", weekdays: WEEKDAYS },
    ],
  ],
  [
    "turn the floor lamp on at 6 and off at 8 on weekdays",
    [
      { type: "time", at: "06:00", weekdays: WEEKDAYS },
      { type: "time", at: "08:00", weekdays: WEEKDAYS },
    ],
  ],
  ["every night at 11 turn off the TV", [{ type: "time", at: "23:00" }]],
  ["每晚十点关电视", [{ type: "time", at: "22:00" }]],
  ["monday to friday at 8 am turn on the AC", [{ type: "time", at: "08:00", weekdays: WEEKDAYS }]],
  [
    "every weekday at 7 open the curtains, except Fridays",
    [{ type: "time", at: "07:00", weekdays: ["mon", "tue", "wed", "thu"] }],
  ],
  ["turn on the fan every 30 minutes", [{ type: "interval", every: "1800s" }]],
  ["every hour turn on the light", [{ type: "interval", every: "3600s" }]],
  ["每隔十分钟开一下灯", [{ type: "interval", every: "600s" }]],
  [
    "turn on the floor lamp at sunset and off at midnight",
    [
      { type: "sun", event: "sunset" },
      { type: "time", at: "00:00" },
    ],
  ],
];

describe("a schedule by a sentence", () => {
  it.each(SCHEDULES)("%s", async (say, triggers) => {
    const talk = await planningInFlat();
    expect(await talk.changes(say)).toEqual({});
    const saved = talk.planner.automations.list().map(({ definition }) => definition.triggers);
    expect(saved).toMatchObject(triggers.map((trigger) => [trigger]));
  });

  it("is one automation for all commands at one time, and names what cannot be done", async () => {
    const talk = await planningInFlat();
    expect(
      await talk.reply("every weekday at 7 open the curtains and turn on the floor lamp and start the kettle"),
    ).toBe(
      "OK. On weekdays at 07:00, I'll open the living room curtain, then turn on the living room floor lamp, starting tomorrow. The kettle can't be started.",
    );
    expect(talk.planner.automations.list()).toHaveLength(1);
  });

  it("tells devices with the same state together", async () => {
    const talk = await planningIn("house");
    expect(await talk.reply("every weekday at 7 open the curtains")).toBe(
      "OK. On weekdays at 07:00, I'll open the living room curtains, the dining room blind, the master bedroom curtains, the curtains in Emma's room, the curtains in Leo's room and the guest room curtains, starting tomorrow.",
    );
  });

  it.each([
    // It is eight in the evening.
    ["turn on the floor lamp at nine", "and off again at eight", "2026-01-02T08:00"],
    ["turn on the floor lamp at nine tomorrow evening", "and off at eleven", "2026-01-02T23:00"],
    ["明天晚上九点打开落地灯", "十一点关掉", "2026-01-02T23:00"],
    ["turn on the floor lamp at ten", "turn off the TV at nine", "2026-01-01T21:00"],
    // What is named anew is meant as it is now: it is on, or is off already.
    ["turn on the ceiling light at eleven", "turn off the ceiling light at ten", "2026-01-01T22:00"],
    ["晚上十一点打开吸顶灯", "十点关掉吸顶灯", "2026-01-01T22:00"],
    ["turn on the floor lamp at eleven", "turn off the floor lamp at ten", "2026-01-02T10:00"],
  ])("%s, %s: a clock time follows the last plan for the same device", async (first, then, due) => {
    const talk = await planningInFlat();
    await talk.say(first);
    const before = talk.planner.timers.list().map(({ id }) => id);
    await talk.say(then);
    const [made] = talk.planner.timers.list().filter(({ id }) => !before.includes(id));
    expect(made?.state.kind === "running" && writeMoment(made.state.dueAt, "Asia/Shanghai")).toBe(`${due}:00+08:00`);
  });

  it("runs at its moment", async () => {
    const talk = await planningInFlat();
    await talk.say("日落后半小时打开落地灯，十一点关掉");
    const lamp = () => talk.home.device("miot:living-floor-lamp")?.state.get("light.on")?.value;
    await talk.until("2026-01-02T09:40:00Z");
    expect(lamp()).toBe(true);
    await talk.until("2026-01-02T15:01:00Z");
    expect(lamp()).toBe(false);
  });

  it("switches back after a while, every time and once", async () => {
    const talk = await planningInFlat();
    await talk.say("turn on the floor lamp at 7 every day for 10 minutes");
    const lamp = () => talk.home.device("miot:living-floor-lamp")?.state.get("light.on")?.value;
    await talk.until("2026-01-01T23:05:00Z");
    expect(lamp()).toBe(true);
    await talk.until("2026-01-01T23:11:00Z");
    expect(lamp()).toBe(false);
    expect(await talk.reply("in 10 minutes turn on the floor lamp for 5 minutes")).toBe(
      "OK. I'll turn on the living room floor lamp at 07:21. I'll turn it off at 07:26.",
    );
    await talk.until("2026-01-01T23:22:00Z");
    expect(lamp()).toBe(true);
    await talk.until("2026-01-01T23:27:00Z");
    expect(lamp()).toBe(false);
    expect(await talk.reply("every day at 7 set the floor lamp to 50 percent brightness for an hour")).toMatch(
      /turn off the living room floor lamp/,
    );
    expect(await talk.reply("every day at 7 open the curtain for an hour")).toMatch(/haven't saved it/);
  });

  it("runs commands before the first time at once", async () => {
    const talk = await planningInFlat();
    expect(await talk.changes("打开空调两个小时后关掉")).toMatchObject({ "living-ac.air-conditioner.on": true });
    expect(talk.planner.timers.list()).toMatchObject([
      { durationMs: 7_200_000, commands: [{ properties: [{ address: "air-conditioner.on", value: false }] }] },
    ]);
  });

  it("lists the existing schedules", async () => {
    const talk = await planningInFlat();
    expect(await talk.reply("what automations do I have?")).toBe("There are no automations yet.");
    await talk.say("新建场景观影：灯光20%");
    expect(await talk.reply("有哪些场景？")).toBe("场景有：“观影”。");
  });

  it("takes an absolute value, and no relative one, for another time", async () => {
    const talk = await planningInFlat();
    expect(await talk.reply("every evening at 8 dim the floor lamp a bit")).toMatch(
      /what the brightness of the floor lamp will be/,
    );
    expect(talk.planner.automations.list()).toEqual([]);
  });

  it("is told among the plans, in both languages", async () => {
    const talk = await planningInFlat();
    await talk.say("every day at 7 open the curtain");
    await talk.say("turn off the floor lamp in 20 minutes");
    for (const say of ["明天有什么安排", "明天有什么计划？"])
      expect(await talk.reply(say)).toBe("明天早上7点“every day at 7 open the curtain”。");
    for (const say of ["what is planned for tomorrow?", "what's happening tomorrow?"])
      expect(await talk.reply(say)).toBe('"every day at 7 open the curtain" is set for 07:00 tomorrow.');
    expect(await talk.reply("what is planned for tonight?")).toBe("I'll turn off the living room floor lamp at 20:20.");
    expect(await talk.reply("what is planned for the bedroom AC?")).toBe("Nothing is planned.");
  });
});

describe('"cancel" and "undo" of plans', () => {
  it("cancel the plan of a device", async () => {
    const talk = await planningInFlat();
    await talk.say("every weekday at 7 open the curtains");
    await talk.say("every day at 8 turn on the floor lamp");
    expect(await talk.reply("cancel the one for the curtains")).toBe(
      'Cancelled "every weekday at 7 open the curtains".',
    );
    expect(talk.planner.automations.list()).toHaveLength(1);
    expect(await talk.reply("取消落地灯的安排")).toBe("“every day at 8 turn on the floor lamp”取消了。");
  });

  it.each(["cancel it", "undo that", "取消它", "撤销"])("cancel the last plan: %s", async (say) => {
    const talk = await planningInFlat();
    await talk.say("turn off the floor lamp in 20 minutes");
    await talk.say("what is planned for tonight?");
    expect(await talk.reply(say)).toMatch(/^Cancelled |取消了。$/);
    expect(talk.planner.timers.list()).toEqual([]);
    expect(await talk.reply(say)).not.toMatch(/^Cancelled |取消了。$/);
  });

  it("cancel both parts of one sentence, and no plan from before another command", async () => {
    const talk = await planningInFlat();
    await talk.say("at sunset turn on the floor lamp and at 11 turn it off");
    await talk.say("cancel it");
    expect(talk.planner.automations.list()).toEqual([]);
    await talk.say("turn off the floor lamp in 20 minutes");
    await talk.say("turn on the TV");
    await talk.say("undo that");
    expect(talk.planner.timers.list()).toHaveLength(1);
  });
});

describe("a question about a planned device", () => {
  it.each([
    ["turn it off in 20 minutes", "the floor lamp"],
    ["二十分钟后把它关掉", "落地灯"],
  ])("asks which one, and plans for the said time: %s", async (say, answer) => {
    const talk = await planningInFlat();
    expect(await talk.say(say)).toMatchObject({ handled: true, expectsReply: true });
    expect(await talk.changes(answer)).toEqual({});
    expect(talk.planner.timers.list()).toMatchObject([
      { durationMs: 1_200_000, commands: [{ device: "miot:living-floor-lamp" }] },
    ]);
  });

  it("keeps the time until one is chosen", async () => {
    const talk = await planningIn("house");
    expect(await talk.say("turn off the ceiling light in 20 minutes")).toMatchObject({ expectsReply: true });
    expect(await talk.changes("the kitchen one")).toEqual({});
    expect(talk.planner.timers.list()).toMatchObject([{ commands: [{ device: "miot:kitchen-ceiling-light" }] }]);
  });

  it("is dropped where it is not answered", async () => {
    const talk = await planningInFlat();
    await talk.say("turn it off in 20 minutes");
    expect(await talk.changes("turn on the floor lamp")).toEqual({ "living-floor-lamp.light.on": true });
    expect(talk.planner.timers.list()).toEqual([]);
  });
});

describe("a yes to a plan", () => {
  it("starts the plan, once", async () => {
    const talk = await planningInFlat({ policy: DEFAULT_RULES });
    const asked = await talk.say("turn off the floor lamp in 10 minutes and unlock the front door in 20 minutes");
    expect(asked).toMatchObject({ expectsReply: true });
    expect(talk.planner.timers.list()).toHaveLength(1);
    await talk.say("yes");
    expect(talk.planner.timers.list().map(({ durationMs }) => durationMs)).toEqual([600_000, 1_200_000]);
  });
});
