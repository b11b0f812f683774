import { describe, expect, it } from "vitest";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { planningInFlat } from "../support/speak.ts";

/** Two alarms, a reminder, two timers and a delayed command; at 20:00. */
const EN = [
  "wake me at 6 am tomorrow",
  "set an alarm for 8:15 tomorrow morning",
  "remind me at 9 pm to ring grandma",
  "set a bread timer for 40 minutes",
  "set a timer for 5 minutes",
  "turn off the TV at 11 pm",
];
const ZH = [
  "明天早上六点叫我起床",
  "定一个明天早上八点一刻的闹钟",
  "晚上九点提醒我给奶奶打电话",
  "烤面包计时40分钟",
  "倒计时5分钟",
  "晚上十一点关电视",
];
const [SIX, EIGHT, NINE, BREAD, FIVE, TV] = [
  "alarm 06:00 in 1 day",
  "alarm 08:15 in 1 day",
  "reminder 21:00 in 0 days",
  "timer 40 min",
  "timer 5 min",
  "delayed 23:00 in 0 days",
] as const;
const ALL = [SIX, EIGHT, NINE, BREAD, FIVE, TV];

/** Which of them are gone after a sentence. */
async function gone(made: readonly string[], text: string): Promise<string[]> {
  const talk = await planningInFlat();
  for (const each of made) await talk.say(each);
  expect(planDescriptions(talk)).toHaveLength(ALL.length);
  expect(await talk.changes(text)).toEqual({});
  const left = planDescriptions(talk);
  for (const plan of left) expect(ALL.some((each) => plan.startsWith(each))).toBe(true);
  return ALL.filter((each) => !left.some((plan) => plan.startsWith(each)));
}

describe("cancelling affects the named plans and nothing else", () => {
  it.each<[text: string, plans: readonly string[]]>([
    ["cancel the 6 am alarm", [SIX]],
    ["turn the six o'clock alarm off", [SIX]],
    ["delete the alarm at quarter past eight", [EIGHT]],
    ["I don't need the eight fifteen alarm any more", [EIGHT]],
    ["dismiss both alarms", [SIX, EIGHT]],
    ["clear all my alarms please", [SIX, EIGHT]],
    ["no alarms tomorrow", []],
    ["don't wake me at six", [SIX]],
    ["stop the bread timer", [BREAD]],
    ["ditch the five minute timer", [FIVE]],
    ["get rid of all the timers", [BREAD, FIVE]],
    ["you needn't remind me about grandma", [NINE]],
    ["drop the nine o'clock reminder", [NINE]],
    ["scrap the reminder to ring grandma", [NINE]],
    ["forget about switching the TV off", [TV]],
    ["cancel the next alarm", [SIX]],
    ["cancel my last alarm", [EIGHT]],
    ["delete the alarm at four", []],
    ["turn off the ten o'clock alarm", []],
    ["cancel the reminder about the dentist", []],
    ["don't cancel my alarms", []],
  ])("%s", async (text, plans) => {
    expect(await gone(EN, text)).toEqual(plans);
  });

  it.each<[text: string, plans: readonly string[]]>([
    ["取消六点的闹钟", [SIX]],
    ["把八点一刻的闹钟关了", [EIGHT]],
    ["关闭明天早上六点的闹钟", [SIX]],
    ["六点那个闹钟不要了", [SIX]],
    ["明天六点不用叫我起床了", [SIX]],
    ["所有闹钟都删掉", [SIX, EIGHT]],
    ["把烤面包的计时器取消", [BREAD]],
    ["五分钟的计时取消掉", [FIVE]],
    ["计时器全都取消", [BREAD, FIVE]],
    ["删除九点的提醒", [NINE]],
    ["不用提醒我给奶奶打电话了", [NINE]],
    ["给奶奶打电话的提醒取消吧", [NINE]],
    ["十一点关电视的那个取消", [TV]],
    ["取消四点的闹钟", []],
    ["关掉十点的闹钟", []],
    ["别取消闹钟", []],
  ])("%s", async (text, plans) => {
    expect(await gone(ZH, text)).toEqual(plans);
  });

  it.each([
    ["cancel my alarm", "the alarm for 06:00 tomorrow or the alarm for 08:15 tomorrow", "the eight fifteen one"],
    ["delete the alarm", "the alarm for 06:00 tomorrow or the alarm for 08:15 tomorrow", "the second"],
  ])("with several matching plans the reply asks which, by their times: %s", async (text, choices, answer) => {
    const talk = await planningInFlat();
    for (const each of EN) await talk.say(each);
    expect(await talk.say(text)).toMatchObject({ expectsReply: true, reply: `Which one: ${choices}?` });
    await talk.say(answer);
    expect(planDescriptions(talk)).not.toContain(EIGHT);
    expect(planDescriptions(talk)).toHaveLength(ALL.length - 1);
  });

  it.each([
    ["wake me every day at six", "no more alarms at six"],
    ["wake me every day at six", "I don't want the daily alarm any more"],
    ["每天早上六点叫我起床", "以后不要六点叫我起床了"],
    ["每天早上六点叫我起床", "每天六点的闹钟取消"],
  ])("%s, %s: the recurring plan is deleted", async (made, text) => {
    const talk = await planningInFlat();
    await talk.say(made);
    expect(planDescriptions(talk)).toEqual(["rule 06:00 every day"]);
    await talk.say(text);
    expect(planDescriptions(talk)).toEqual([]);
  });

  it.each([
    ["wake me every day at six", "don't wake me tomorrow"],
    ["每天早上六点叫我起床", "明天不用叫我起床"],
  ])("%s, %s: cancelling one day does not delete a recurring plan", async (made, text) => {
    const talk = await planningInFlat();
    await talk.say(made);
    await talk.say(text);
    expect(planDescriptions(talk)).toEqual(["rule 06:00 every day"]);
  });

  it.each([
    "cancel the alarm at 5",
    "turn off the 6:45 alarm",
    "no more reminders at eight",
    "remove all timers",
    "取消七点的提醒",
    "关掉早上五点的闹钟",
    "以后不要每天八点叫我",
    "闹钟都删了",
  ])("without plans nothing changes: %s", async (text) => {
    const talk = await planningInFlat();
    expect(await talk.changes(text)).toEqual({});
    expect(planDescriptions(talk)).toEqual([]);
  });

  it.each([
    ["remind me tomorrow at 3 pm to cancel the meeting", "reminder 15:00 in 1 day cancel the meeting"],
    ["remind me at 9 pm to delete the photos", "reminder 21:00 in 0 days delete the photos"],
    ["don't forget to wake me at seven", "alarm 07:00 in 1 day"],
    ["明天下午三点提醒我取消会议", "reminder 15:00 in 1 day 取消会议"],
    ["半小时后提醒我关火", "reminder 20:30 in 0 days 关火"],
    ["晚上九点提醒我删除照片", "reminder 21:00 in 0 days 删除照片"],
  ])("a reminder to cancel something cancels nothing: %s", async (text, plan) => {
    const talk = await planningInFlat();
    await talk.say("remind me at 10 pm about the meeting");
    await talk.say(text);
    const left = planDescriptions(talk);
    expect(left).toContain("reminder 22:00 in 0 days meeting");
    expect(left.filter((each) => each !== "reminder 22:00 in 0 days meeting").every((each) => each === plan)).toBe(
      true,
    );
  });
});
