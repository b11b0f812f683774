import { describe, expect, it } from "vitest";
import { type PlanningTalk, planningInFlat } from "../../support/speak.ts";

async function reply(talk: PlanningTalk, text: string): Promise<string> {
  const result = await talk.say(text);
  return result.handled ? result.reply : "(handed on)";
}

/** When the timers are due, as day and time of day. */
function dueIn(talk: PlanningTalk): string[] {
  const at = talk.planner.timers
    .list()
    .map(({ state }) =>
      state.kind === "running"
        ? Temporal.Instant.fromEpochMilliseconds(state.dueAt).toZonedDateTimeISO("Asia/Shanghai").toString()
        : "",
    );
  return at.map((text) => `${text.slice(8, 10)} ${text.slice(11, 16)}`);
}

/** When timers are due, in the flat's time, said on Thursday 1 January at 20:00. */
const ONCE: readonly (readonly [say: string, ...due: string[]])[] = [
  ["turn on the AC on Friday at 6 pm", "02 18:00"],
  ["turn on the AC next Monday at 8", "05 08:00"],
  ["周五下午六点打开空调", "02 18:00"],
  ["下周一早上八点开空调", "05 08:00"],
  ["周六早上八点叫我", "03 08:00"],
  ["set an alarm for 8am on saturday", "03 08:00"],
  ["close the curtains around 9", "01 21:00"],
  ["wait 5 minutes then turn off the light", "01 20:05"],
  ["空调定时两小时后关", "01 22:00"],
  ["turn on the floor lamp between 9 and 11 pm", "01 21:00", "01 23:00"],
  ["turn the floor lamp on from 9:30 to 10 pm", "01 21:30", "01 22:00"],
  ["晚上九点到十点打开落地灯", "01 21:00", "01 22:00"],
];

describe("a moment by words", () => {
  it.each(ONCE)("%s", async (say, ...due) => {
    const talk = await planningInFlat();
    expect(await talk.changes(say)).toEqual({});
    expect(dueIn(talk)).toEqual(due);
    expect(talk.planner.automations.list()).toEqual([]);
  });

  it.each(["turn the floor lamp on until 11", "打开落地灯到十一点"])(
    "ends a command that runs now: %s",
    async (say) => {
      const talk = await planningInFlat();
      expect(await talk.changes(say)).toMatchObject({ "living-floor-lamp.light.on": true });
      await talk.until("2026-01-01T15:01:00Z");
      expect(talk.home.device("miot:living-floor-lamp")?.state.get("light.on")?.value).toBe(false);
    },
  );

  /** Something was said about when, or on what condition, and it is not known what: nothing is done, and nothing planned. */
  it.each([
    "lights off in 10",
    "turn off the light in a bit",
    "turn off the light later",
    "turn the AC on for 20",
    "dim the lights at 9, then turn them off at 10",
    "turn off the light in 10 minutes and the TV in 20",
    "turn off the light in 10 minutes, no wait, 20 minutes",
    "set two timers, one for 5 minutes and one for 10 minutes",
    "give me 5 minutes and then turn off the light",
    "turn off the AC after it has run for 2 hours",
    "turn on the fan on the 15th at 8",
    "turn off the lights at sunrise tomorrow",
    "turn on the floor lamp from sunset to sunrise",
    "turn off the light after 10 pm",
    "don't open the curtains at 7 any more",
    "pause the music for 5 minutes",
    "turn off the tv in 20 minutes, then close the curtains",
    "tell me every morning at 8 how warm it is",
    "move the alarm to 8",
    "把闹钟改到八点",
    "两小时后打开空调，开一个小时",
    "十分钟后关灯，十一点关电视，拉上窗帘",
    "十分钟后如果电视开着就关掉",
    "五号早上八点开空调",
    "15号开灯",
    "开灯15号",
    "15号把落地灯打开",
    "二十号打开空调",
    "三号关窗帘",
    "一号开灯",
    "15日开灯",
    "turn on the lights on the 15th",
    "on the fifteenth turn on the lights",
    "今天日落开落地灯",
    "灯再亮十分钟",
    "灯开了一小时后自动关",
    "以后不要开窗帘了",
    "明天不要开空调",
    "太热了就开空调",
    "空气不好就开净化器",
    "按下按钮就关灯",
  ])("is not guessed from: %s", async (say) => {
    const talk = await planningInFlat();
    expect(await talk.changes(say)).toEqual({});
    expect(talk.planner.automations.list()).toEqual([]);
    expect(talk.planner.timers.list()).toEqual([]);
  });
});

/** Said at 9:06 on Friday 2 January. */
describe("an hour without the half of the day", () => {
  it.each([
    ["wake me up at 7", "03 07:00"],
    ["wake me at half past six", "03 06:30"],
    ["七点叫我起床", "03 07:00"],
    ["六点半叫醒我", "03 06:30"],
    // Who has set an alarm may mean the evening.
    ["set an alarm for 7", "02 19:00"],
    ["七点的闹钟", "02 19:00"],
    ["wake me up at 7 in the evening", "02 19:00"],
    ["晚上七点叫我起床", "02 19:00"],
    ["wake me up at 10", "02 10:00"],
    // A nap.
    ["wake me up at 3", "02 15:00"],
  ])("is in the morning for an alarm to wake somebody: %s", async (say, due) => {
    const talk = await planningInFlat();
    await talk.until("2026-01-02T01:06:00Z");
    await talk.say(say);
    expect(dueIn(talk)).toEqual([due]);
  });
});

describe("the last plan", () => {
  /** Said after it, and what is still planned. */
  it.each([
    ["turn off the light in 10 minutes", "make it 20", 1],
    ["turn off the light in 10 minutes", "and the TV too", 2],
    ["turn off the light in 10 minutes", "no, at 11", 1],
    ["turn off the light in 10 minutes", "never mind", 0],
    ["半小时后关灯", "算了", 0],
    ["every day at 7 open the curtains", "disable it", 1],
  ] as const)("%s: %s", async (plan, say, left) => {
    const talk = await planningInFlat();
    await talk.say(plan);
    expect(await talk.changes(say)).toEqual({});
    expect(talk.planner.timers.list().length + talk.planner.automations.list().length).toBe(left);
  });

  it('is paused, resumed and asked for its remaining time as "it"', async () => {
    const talk = await planningInFlat();
    await talk.say("set a timer for 10 minutes");
    const said: string[] = [];
    for (const say of ["pause the timer", "resume it", "how long left"]) said.push(await reply(talk, say));
    expect(said).toEqual([
      "Paused the 10-minute timer.",
      "Resumed the 10-minute timer.",
      "The 10-minute timer has 10 minutes left.",
    ]);
  });

  it("tells when it is due, and is cancelled by the end of a sentence", async () => {
    const talk = await planningInFlat();
    await talk.say("turn off the TV in 20 minutes");
    expect(await reply(talk, "how long until the TV turns off")).toBe("I'll turn off the living room TV at 20:20.");
    expect(await reply(talk, "把电视的定时取消")).toBe("电视的定时取消了。");
  });

  it("reverts only what was changed", async () => {
    const talk = await planningInFlat();
    await talk.say("turn off the lights until 11 pm");
    const [timer] = talk.planner.timers.list();
    expect(timer?.commands.map(({ device }) => device)).toEqual(["miot:living-ceiling-light"]);
  });

  it("is cancelled together with all plans for a device", async () => {
    const talk = await planningInFlat();
    await talk.say("every day at 7 open the curtains");
    await talk.say("every day at 8 close the curtains");
    expect(await reply(talk, "cancel all schedules for the curtains")).toMatch(/^Cancelled .* and .*\.$/);
    await talk.say("二十分钟后关灯");
    await talk.say("三十分钟后关电视");
    expect(await reply(talk, "都取消")).toMatch(/和.*取消了。$/);
    expect(talk.planner.timers.list()).toHaveLength(0);
  });
});
