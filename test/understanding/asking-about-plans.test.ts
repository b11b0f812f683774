import { describe, expect, it } from "vitest";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { planningInFlat } from "../support/speak.ts";

/** At 20:00 on a Thursday. */
const EN = ["wake me at 6:20 tomorrow", "remind me at 9 pm to take out the bins", "set a rice timer for 18 minutes"];
const ZH = ["明天早上六点二十叫我起床", "今晚九点提醒我倒垃圾", "煮饭计时18分钟"];

describe("questions about plans are answered with the existing ones", () => {
  it.each<[text: string, told: string, not: string]>([
    ["do I have an alarm set for tomorrow", "06:20", "21:00"],
    ["what alarms have I set", "06:20", "rice"],
    ["at what time does my alarm ring", "06:20", "21:00"],
    ["show me all my alarms", "06:20", "rice"],
    ["which reminders do I have", "bins", "rice"],
    ["have I set any timers", "rice", "bins"],
    ["how many minutes are left on the rice timer", "18 minutes", "06:20"],
    ["how long has the rice timer got to go", "18 minutes", "bins"],
    ["when does the bins reminder go off", "21:00", "06:20"],
    ["what are you going to remind me about", "bins", "06:20"],
    ["what time will you wake me", "06:20", "bins"],
    ["is my alarm still on", "06:20", "rice"],
    ["are there any alarms tomorrow morning", "06:20", "bins"],
    ["when do I have to get up tomorrow", "06:20", "bins"],
    ["what's my first alarm tomorrow", "06:20", "bins"],
  ])("%s", async (text, told, not) => {
    const talk = await planningInFlat();
    for (const each of EN) await talk.say(each);
    const before = planDescriptions(talk);
    expect(before).toHaveLength(3);
    const answer = await talk.reply(text);
    expect(answer).toContain(told);
    expect(answer).not.toContain(not);
    expect(planDescriptions(talk)).toEqual(before);
  });

  it.each<[text: string, told: string, not: string]>([
    ["我定了几点的闹钟", "早上6点20分", "垃圾"],
    ["明天早上有闹钟吗", "早上6点20分", "垃圾"],
    ["有没有定闹钟", "早上6点20分", "垃圾"],
    ["帮我看看有哪些闹钟", "早上6点20分", "垃圾"],
    ["闹钟是几点的", "早上6点20分", "垃圾"],
    ["煮饭的计时器还有多久", "18分钟", "早上6点20分"],
    ["煮饭计时还剩几分钟", "18分钟", "早上6点20分"],
    ["我有什么提醒", "垃圾", "早上6点20分"],
    ["今晚有什么要提醒我的", "垃圾", "早上6点20分"],
    ["明天几点叫我起床", "早上6点20分", "垃圾"],
    ["最近的闹钟是几点", "早上6点20分", "垃圾"],
    ["闹钟设了吗", "早上6点20分", "垃圾"],
    ["现在有计时器吗", "煮饭", "垃圾"],
  ])("%s", async (text, told, not) => {
    const talk = await planningInFlat();
    for (const each of ZH) await talk.say(each);
    const before = planDescriptions(talk);
    expect(before).toHaveLength(3);
    const answer = await talk.reply(text);
    expect(answer).toContain(told);
    expect(answer).not.toContain(not);
    expect(planDescriptions(talk)).toEqual(before);
  });

  it.each([
    ["is there an alarm at 5", "There's no alarm like that. You have an alarm for 06:20 tomorrow."],
    [
      "do I have a reminder to feed the dog",
      "There's no reminder like that. You have a reminder at 21:00 to take out the bins.",
    ],
    ["have I got an alarm on Sunday", "There's no alarm like that. You have an alarm for 06:20 tomorrow."],
  ])("without a matching plan the reply says so and lists the existing ones: %s", async (text, answer) => {
    const talk = await planningInFlat();
    for (const each of EN) await talk.say(each);
    expect(await talk.reply(text)).toBe(answer);
  });

  it.each([
    ["which alarms are set", "You have no alarms."],
    ["how long is left on the timer", "No timers are running."],
    ["我有哪些闹钟", "没有设闹钟。"],
    ["计时器还剩多久", "现在没有倒计时。"],
    ["有什么提醒吗", "没有提醒。"],
  ])("without any plan of the kind the reply says so, and none is made: %s", async (text, answer) => {
    const talk = await planningInFlat();
    expect(await talk.reply(text)).toBe(answer);
    expect(planDescriptions(talk)).toEqual([]);
  });

  it.each([
    "when my alarm rings turn on the floor lamp",
    "when I get up turn on the floor lamp",
    "when I get home turn off the lights",
    "when the alarm goes off open the curtains",
    "闹钟响的时候打开落地灯",
    "我起床的时候拉开窗帘",
  ])('a command that begins with "when" is no question: %s', async (text) => {
    const talk = await planningInFlat();
    expect(await talk.reply(text)).not.toMatch(/You have|There's no|没有设闹钟|没有这个/);
  });
});
