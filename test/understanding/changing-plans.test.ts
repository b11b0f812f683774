import { describe, expect, it } from "vitest";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { planningInFlat } from "../support/speak.ts";

describe("a plan is changed and stays the same plan", () => {
  it.each<[made: string, text: string, plan: string]>([
    ["wake me at 7 am tomorrow", "change my alarm to 7:45", "alarm 07:45 in 1 day"],
    ["wake me at 7 am tomorrow", "make the seven o'clock alarm half past six", "alarm 06:30 in 1 day"],
    ["wake me at 7 am tomorrow", "move the 7 am one to nine", "alarm 09:00 in 1 day"],
    ["wake me at 7 am tomorrow", "actually make it 8", "alarm 08:00 in 1 day"],
    ["wake me at 7 am tomorrow", "push my alarm back twenty minutes", "alarm 07:20 in 1 day"],
    ["wake me at 7 am tomorrow", "bring the alarm forward by a quarter of an hour", "alarm 06:45 in 1 day"],
    ["wake me at 7 am tomorrow", "make that half past", "alarm 07:30 in 1 day"],
    ["wake me at 7 am tomorrow", "move it to Saturday", "alarm 07:00 in 2 days"],
    ["wake me at 7 am tomorrow", "make it an hour earlier", "alarm 06:00 in 1 day"],
    ["wake me at 7 am tomorrow", "delay the alarm by 5 minutes", "alarm 07:05 in 1 day"],
    ["remind me at 9 pm to ring grandma", "shift the grandma reminder to ten", "reminder 22:00 in 0 days ring grandma"],
    ["remind me at 9 pm to ring grandma", "postpone the reminder by an hour", "reminder 22:00 in 0 days ring grandma"],
    ["set a bread timer for 40 minutes", "change the bread timer to 50 minutes", "timer 50 min bread"],
    ["set a bread timer for 40 minutes", "add ten minutes to the bread timer", "timer 50 min bread"],
    ["set a bread timer for 40 minutes", "take 5 minutes off the timer", "timer 35 min bread"],
    ["set a timer for 40 minutes", "make it thirty five", "timer 35 min"],
    ["set a timer for 2 hours", "make it three", "timer 180 min"],
    ["turn off the TV at 11 pm", "make it half past ten", "delayed 22:30 in 0 days"],
    ["wake me at 6 every day", "move my alarm to 6:30", "rule 06:30 every day"],
    ["turn on the floor lamp every weekday at 7 am", "make it 7:30", "rule 07:30 mon tue wed thu fri"],
    ["明天早上七点叫我起床", "改到七点三刻", "alarm 07:45 in 1 day"],
    ["明天早上七点叫我起床", "把闹钟改成八点", "alarm 08:00 in 1 day"],
    ["明天早上七点叫我起床", "七点的那个闹钟换成六点半", "alarm 06:30 in 1 day"],
    ["明天早上七点叫我起床", "闹钟往后推二十分钟", "alarm 07:20 in 1 day"],
    ["明天早上七点叫我起床", "提前十五分钟叫我", "alarm 06:45 in 1 day"],
    ["明天早上七点叫我起床", "晚半个小时", "alarm 07:30 in 1 day"],
    ["明天早上七点叫我起床", "改成后天", "alarm 07:00 in 2 days"],
    ["晚上九点提醒我给奶奶打电话", "提醒推迟到十点", "reminder 22:00 in 0 days 给奶奶打电话"],
    ["烤面包计时40分钟", "烤面包的计时改成50分钟", "timer 50 min 烤面包"],
    ["倒计时40分钟", "多加十分钟", "timer 50 min"],
    ["倒计时40分钟", "减少五分钟", "timer 35 min"],
    ["晚上十一点关电视", "改成十点半", "delayed 22:30 in 0 days"],
    ["每天早上六点叫我起床", "闹钟改到六点半", "rule 06:30 every day"],
  ])("%s, %s", async (made, text, plan) => {
    const talk = await planningInFlat();
    await talk.say(made);
    const before = planDescriptions(talk);
    const ids = idsOf(talk);
    expect(await talk.changes(text)).toEqual({});
    expect(planDescriptions(talk)).toEqual([plan]);
    expect(idsOf(talk)).toEqual(ids);
    await talk.say(/\p{Script=Han}/u.test(text) ? "撤销" : "undo that");
    expect(planDescriptions(talk)).toEqual(before);
    expect(idsOf(talk)).toEqual(ids);
  });

  it.each<[made: string, text: string, plans: readonly string[]]>([
    ["set a timer for 10 minutes", "and another for 25", ["timer 10 min", "timer 25 min"]],
    ["set a timer for 10 minutes", "one more for half an hour", ["timer 10 min", "timer 30 min"]],
    ["wake me at 7 am tomorrow", "and another at 7:15 tomorrow", ["alarm 07:00 in 1 day", "alarm 07:15 in 1 day"]],
    ["倒计时十分钟", "再来一个二十五分钟的", ["timer 10 min", "timer 25 min"]],
    ["倒计时十分钟", "再定个半小时的", ["timer 10 min", "timer 30 min"]],
  ])("%s, %s: one more is made", async (made, text, plans) => {
    const talk = await planningInFlat();
    await talk.say(made);
    await talk.say(text);
    expect(planDescriptions(talk)).toEqual(plans);
  });

  it.each<[made: readonly string[], text: string]>([
    [["set a timer for 10 minutes"], "make it brighter"],
    [["turn on the floor lamp"], "make it 20"],
    [["wake me at 7 am tomorrow"], "make it 25:00"],
    [["wake me at 7 am tomorrow"], "move my alarm to the kitchen"],
    [["wake me at 7 am tomorrow"], "set it to warm white"],
    [["每天早上六点叫我起床"], "改成后天"],
    [["明天早上七点叫我起床"], "改成蓝色"],
  ])("%s, %s: no plan is changed", async (made, text) => {
    const talk = await planningInFlat();
    for (const each of made) await talk.say(each);
    const before = planDescriptions(talk);
    await talk.say(text);
    expect(planDescriptions(talk)).toEqual(before);
  });

  it.each(["move the 7 am alarm to 8", "add five minutes to the timer", "把七点的闹钟改成八点", "闹钟推迟十分钟"])(
    "where there is none, none is made: %s",
    async (text) => {
      const talk = await planningInFlat();
      expect(await talk.changes(text)).toEqual({});
      expect(planDescriptions(talk)).toEqual([]);
    },
  );

  it("of two that fit it asks which, and undoes what it changed then", async () => {
    const talk = await planningInFlat();
    await talk.say("wake me at 6 am tomorrow");
    await talk.say("wake me at 8 am tomorrow");
    expect(await talk.say("push my alarm back by 10 minutes")).toMatchObject({ expectsReply: true });
    await talk.say("the eight o'clock one");
    expect(planDescriptions(talk)).toEqual(["alarm 06:00 in 1 day", "alarm 08:10 in 1 day"]);
    await talk.say("undo");
    expect(planDescriptions(talk)).toEqual(["alarm 06:00 in 1 day", "alarm 08:00 in 1 day"]);
  });
});

function idsOf({ planner }: Awaited<ReturnType<typeof planningInFlat>>): string[] {
  return [
    ...planner.timers.list().map(({ id }) => id),
    ...planner.automations.list().map(({ definition }) => definition.id),
  ].sort();
}
