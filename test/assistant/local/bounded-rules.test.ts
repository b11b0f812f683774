import { describe, expect, it } from "vitest";
import { type PlanningTalk, planningIn, planningInFlat } from "../../support/speak.ts";

const rules = ({ planner }: PlanningTalk) => planner.automations.list().map(({ definition }) => definition);
const onlyRule = (talk: PlanningTalk) => {
  const [only, ...others] = rules(talk);
  expect(others).toEqual([]);
  return only;
};
const SUMMER = { type: "date", from: "06-01", to: "08-31" };
/** Thursday, 1 January 2026, eight in the evening. */
const EVENING_LIGHTS = "every evening at 9 turn off the living room lights";
const 关灯 = "每天晚上九点关掉客厅的灯";

describe("a few words right after a rule bound it, and the rule is read back", () => {
  it.each([
    ["until Friday", { until: "2026-01-02" }, "until tomorrow."],
    ["only until next Friday", { until: "2026-01-09" }, "until Fri 9 Jan."],
    ["until the 20th of February", { until: "2026-02-20" }, "until Fri 20 Feb."],
    ["keep it until the end of the month", { until: "2026-01-31" }, "until Sat 31 Jan."],
    ["for the next two weeks", { until: "2026-01-15" }, "until Thu 15 Jan."],
    ["not in summer", { conditions: [{ type: "not", of: SUMMER }] }, "if it is not between June and August"],
    ["only in June, July and August", { conditions: [SUMMER] }, "if it is between June and August"],
    [
      "only from October to March",
      { conditions: [{ type: "date", from: "10-01", to: "03-31" }] },
      "if it is between October and March",
    ],
    [
      "except on Christmas",
      { conditions: [{ type: "not", of: { type: "date", on: "12-25" } }] },
      "if it is not 25 Dec",
    ],
    ["pause it until Sunday", { pausedUntil: "2026-01-04" }, "It is paused until Sun 4 Jan."],
    ["pause it", { enabled: false }, "It is switched off."],
    ["just three times", { times: 3 }, "3 times only."],
    ["leave the floor lamp out", {}, "I'll turn off the living room ceiling light every day at 21:00"],
    ["but not the floor lamp", {}, "I'll turn off the living room ceiling light every day at 21:00"],
  ])("%s", async (said, parts, told) => {
    const talk = await planningInFlat();
    await talk.say(EVENING_LIGHTS);
    expect(await talk.reply(said)).toContain(told);
    expect(onlyRule(talk)).toMatchObject(parts);
  });

  it.each([
    ["到周五为止", { until: "2026-01-02" }, "到明天为止"],
    ["只到下周三", { until: "2026-01-07" }, "到1月7日（周三）为止"],
    ["到月底", { until: "2026-01-31" }, "到1月31日（周六）为止"],
    ["夏天不要", { conditions: [{ type: "not", of: SUMMER }] }, "如果不在6月到8月之间"],
    [
      "七八月不要",
      { conditions: [{ type: "not", of: { type: "date", from: "07-01", to: "08-31" } }] },
      "不在7月到8月之间",
    ],
    ["只在冬天", { conditions: [{ type: "date", from: "12-01", to: "02-29" }] }, "如果在12月到2月之间"],
    ["圣诞节不要", { conditions: [{ type: "not", of: { type: "date", on: "12-25" } }] }, "如果不是12月25日"],
    ["暂停到周日", { pausedUntil: "2026-01-04" }, "暂停到1月4日（周日）"],
    ["周日之前先别执行", { pausedUntil: "2026-01-04" }, "暂停到1月4日（周日）"],
    ["暂停", { enabled: false }, "（已停用）"],
    ["只执行三次", { times: 3 }, "只执行3次"],
    ["落地灯除外", {}, "关掉客厅吸顶灯，从今天开始"],
    ["别管落地灯", {}, "关掉客厅吸顶灯，从今天开始"],
  ])("%s", async (said, parts, told) => {
    const talk = await planningInFlat();
    await talk.say(关灯);
    expect(await talk.reply(said)).toContain(told);
    expect(onlyRule(talk)).toMatchObject(parts);
  });

  it('two bounds apply one after the other, and "undo" reverts both', async () => {
    const talk = await planningInFlat();
    await talk.say(EVENING_LIGHTS);
    await talk.say("leave the floor lamp out");
    await talk.say("make that ten");
    await talk.say("not in summer");
    expect(await talk.reply("until Sunday")).toBe(
      "I'll turn off the living room ceiling light every day at 22:00, if it is not between June and August, starting today, until Sun 4 Jan.",
    );
    await talk.say("no, put it back");
    expect(onlyRule(talk)?.until).toBeUndefined();
    expect(onlyRule(talk)?.conditions).toHaveLength(1);
  });

  it("a rule does not switch lamps that were left out", async () => {
    const talk = await planningInFlat();
    await talk.say("turn on the living room lights");
    await talk.say(EVENING_LIGHTS);
    await talk.say("leave the floor lamp out");
    await talk.until("2026-01-01T13:30:00Z");
    const isOn = (handle: string) => talk.home.device(handle)?.state.get("light.on")?.value;
    expect([isOn("living-ceiling-light"), isOn("living-floor-lamp")]).toEqual([false, true]);
  });

  it("the only lamp of a rule cannot be left out", async () => {
    const talk = await planningInFlat();
    await talk.say("every day at 8 turn on the floor lamp");
    expect(await talk.reply("leave the floor lamp out")).toBe("(handed on)");
    expect(onlyRule(talk)?.actions).toHaveLength(1);
  });

  it("without a rule before them, the words make no rule", async () => {
    const talk = await planningInFlat();
    await talk.say("turn on the floor lamp");
    for (const said of ["until Friday", "not in summer", "到周五为止", "夏天不要"])
      expect(await talk.reply(said)).toBe("(handed on)");
    expect(rules(talk)).toEqual([]);
  });
});

describe("a rule with the sun or an event is limited to days of the week", () => {
  it.each([
    [
      "every sunset turn on the floor lamp",
      "not on Sundays",
      { triggers: [{ weekdays: ["mon", "tue", "wed", "thu", "fri", "sat"] }] },
    ],
    [
      "when the front door opens turn on the floor lamp",
      "only on weekdays",
      { conditions: [{ type: "weekday", days: ["mon", "tue", "wed", "thu", "fri"] }] },
    ],
  ])("%s, %s", async (made, said, parts) => {
    const talk = await planningInFlat();
    await talk.say(made);
    await talk.say(said);
    expect(onlyRule(talk)).toMatchObject(parts);
  });
});

describe("a rule is bounded by its name at any time", () => {
  it.each([
    ["pause the curtain rule until Sunday", { pausedUntil: "2026-01-04" }],
    ["the curtain rule until Friday", { until: "2026-01-02" }],
    ["don't run the curtain rule in winter", { conditions: [{ type: "not", of: { type: "date", from: "12-01" } }] }],
    ["disable the curtain rule", { enabled: false }],
    ["change the curtain rule to eight", { triggers: [{ at: "08:00" }] }],
    ["把窗帘的自动化暂停到周日", { pausedUntil: "2026-01-04" }],
    ["窗帘的自动化冬天不要执行", { conditions: [{ type: "not", of: { type: "date", from: "12-01" } }] }],
    ["停用窗帘的自动化", { enabled: false }],
  ])("%s", async (said, parts) => {
    const talk = await planningInFlat();
    await talk.say("every day at 7 open the bedroom curtain");
    await talk.say(EVENING_LIGHTS);
    await talk.say("hello");
    await talk.say(said);
    expect(rules(talk)).toHaveLength(2);
    expect(rules(talk).find(({ name }) => name.includes("curtain"))).toMatchObject(parts);
    expect(rules(talk).find(({ name }) => name.includes("lights"))).not.toMatchObject(parts);
  });

  it('a paused rule runs again after "resume"', async () => {
    const talk = await planningInFlat();
    await talk.say("every day at 7 open the bedroom curtain");
    await talk.say("hello");
    await talk.say("pause the curtain rule until Sunday");
    expect(await talk.reply("resume the curtain rule")).toBe(
      "I'll open the bedroom curtain every day at 07:00, starting tomorrow.",
    );
    expect(onlyRule(talk)?.pausedUntil).toBeUndefined();
  });
});

describe("the sentence that makes a rule may also bound it", () => {
  it.each([
    ["every day at 7 open the bedroom curtain until Friday", { until: "2026-01-02" }],
    ["every day at 7 open the bedroom curtain, but not in summer", { conditions: [{ type: "not", of: SUMMER }] }],
    ["in summer, open the bedroom curtain every day at 7", { conditions: [SUMMER] }],
    [
      "every day at 7 open the bedroom curtain, not on Sundays",
      { triggers: [{ weekdays: ["mon", "tue", "wed", "thu", "fri", "sat"] }] },
    ],
    ["when the front door opens turn on the floor lamp, only in summer", { conditions: [SUMMER] }],
    ["when the washing machine is finished tell me, just this once", { times: 1 }],
    ["remind me every day at 8 to water the plants until Friday", { until: "2026-01-02" }],
    ["wake me every day at 7 until Friday", { until: "2026-01-02", triggers: [{ at: "07:00" }] }],
    ["每天七点叫我起床，周五除外", { triggers: [{ weekdays: ["mon", "tue", "wed", "thu", "sat", "sun"] }] }],
    ["每天七点打开卧室窗帘，到周五为止", { until: "2026-01-02" }],
    ["每天七点打开卧室窗帘，夏天不要", { conditions: [{ type: "not", of: SUMMER }] }],
    ["夏天每天七点打开卧室窗帘", { conditions: [SUMMER] }],
    ["每天七点打开卧室窗帘，只在工作日", { triggers: [{ weekdays: ["mon", "tue", "wed", "thu", "fri"] }] }],
    ["洗衣机洗完了告诉我，只这一次", { times: 1 }],
  ])("%s", async (said, parts) => {
    const talk = await planningInFlat();
    await talk.say(said);
    expect(onlyRule(talk)).toMatchObject(parts);
  });

  it.each(["turn on the floor lamp until Friday", "turn on the floor lamp in summer", "夏天打开落地灯"])(
    "%s: a bounded command that is no rule is not run",
    async (said) => {
      const talk = await planningInFlat();
      expect(await talk.changes(said)).toEqual({});
      expect(rules(talk)).toEqual([]);
    },
  );
});

describe("a command after the end of a programme that the sentence starts", () => {
  it.each([
    "start the robot vacuum and when it's done turn off the floor lamp",
    "start the robot vacuum, then turn off the floor lamp once it has finished",
    "开始扫地，扫完了再关掉落地灯",
    "启动扫地机器人，等它扫完关掉落地灯",
  ])("%s: starts the programme now, and runs the rest once", async (said) => {
    const talk = await planningInFlat();
    await talk.say("turn on the floor lamp");
    await talk.say(said);
    const isOn = () => talk.home.device("living-floor-lamp")?.state.get("light.on")?.value;
    expect(isOn()).toBe(true);
    expect(onlyRule(talk)).toMatchObject({ times: 1, triggers: [{ type: "property" }] });
    const status = async (value: number) => {
      const values = [{ address: "vacuum.status", value }];
      talk.home.apply([{ kind: "values", id: "miot:living-vacuum", values, cause: "report" }]);
      await talk.planner.settled();
    };
    // Sweeping, and then on its way home.
    await status(1);
    expect(isOn()).toBe(true);
    await status(5);
    expect(isOn()).toBe(false);
    await talk.planner.settled();
    expect(rules(talk)).toEqual([]);
  });

  it("does not run at once where the programme is not clear", async () => {
    const talk = await planningInFlat();
    expect(await talk.changes("turn on the floor lamp and when it's done turn off the ceiling light")).toEqual({});
  });
});

describe("days that are left out are taken from the said days", () => {
  const noWednesday = ["mon", "tue", "thu", "fri"];
  it.each([
    ["turn on the kitchen light every weekday at seven, but not on Wednesdays", noWednesday],
    ["工作日晚上十点关主卧窗帘，但是周三不要", noWednesday],
    ["remind me every weekday at 5pm to water the plants, but not on Wednesdays", noWednesday],
    ["remind me every day at 5 to feed the dog but not on Sundays", ["mon", "tue", "wed", "thu", "fri", "sat"]],
  ])("%s", async (text, weekdays) => {
    const talk = await planningIn("flat", { room: "living" });
    expect(await talk.reply(text)).not.toMatch(/ but\b/);
    expect(talk.planner.automations.list().map(({ definition }) => definition.triggers)).toMatchObject([
      [{ weekdays }],
    ]);
  });
});

describe('"every day" of some days means only these', () => {
  it.each([
    ["工作日每天七点半叫我起床", ["mon", "tue", "wed", "thu", "fri"]],
    ["周末每天九点打开客厅的灯", ["sat", "sun"]],
    ["周一三五每天八点打开加湿器", ["mon", "wed", "fri"]],
    ["on weekdays every morning at seven open the bedroom curtain", ["mon", "tue", "wed", "thu", "fri"]],
    ["每天工作日晚上八点提醒我浇花", ["mon", "tue", "wed", "thu", "fri"]],
  ])("%s", async (text, weekdays) => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say(text);
    expect(talk.planner.automations.list().map(({ definition }) => definition.triggers)).toMatchObject([
      [{ weekdays }],
    ]);
  });
});

describe("the name of a rule keeps the word that inverts it", () => {
  it.each([
    ["every Monday at 9 remind me to take the bins out, except in August", "08-01", "take the bins out"],
    ["remind me every evening at eight to lock the shed, not in summer", "06-01", "lock the shed"],
    ["wake me every weekday at seven, but not in July", "07-01", "alarm"],
  ])("%s", async (text, from, name) => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say(text);
    const [rule] = talk.planner.automations.list();
    expect(rule?.definition).toMatchObject({ name, conditions: [{ type: "not", of: { type: "date", from } }] });
  });

  it("a device that is left out of an event rule is not commanded", async () => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say("turn off the lights when the vacuum is done, but not the floor lamp");
    const [rule] = talk.planner.automations.list();
    expect(rule?.definition.actions).toMatchObject([{ target: "miot:living-ceiling-light" }]);
  });
});

it.each([["扫完了再关客厅的灯"], ["等洗完了就关灯"]])(
  "a command that waits for a programme to finish does not run at once: %s",
  async (text) => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say("打开客厅的灯");
    expect(await talk.changes(text)).toEqual({});
  },
);
