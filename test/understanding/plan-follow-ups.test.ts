import { describe, expect, it } from "vitest";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { planningInFlat } from "../support/speak.ts";

async function planned(turns: readonly string[]): Promise<string[]> {
  const talk = await planningInFlat();
  for (const text of turns) await talk.say(text);
  return planDescriptions(talk);
}

describe("a short sentence right after planning changes that plan", () => {
  it.each<[turns: readonly string[], plans: readonly string[]]>([
    [["wake me at 7 am tomorrow", "no, 6:30"], ["alarm 06:30 in 1 day"]],
    [["wake me at 7 am tomorrow", "sorry, I meant eight"], ["alarm 08:00 in 1 day"]],
    [["wake me at 7 am tomorrow", "quarter to eight instead"], ["alarm 07:45 in 1 day"]],
    [["wake me at 7 am tomorrow", "no"], []],
    [["wake me at 7 am tomorrow", "and weekdays only"], ["rule 07:00 mon tue wed thu fri"]],
    [["wake me at 7 am tomorrow", "every day"], ["rule 07:00 every day"]],
    [["wake me at 6 every day", "just on Saturdays and Sundays"], ["rule 06:00 sat sun"]],
    [["set a timer for 40 minutes", "five more"], ["timer 45 min"]],
    [["set a timer for 40 minutes", "how long left?", "ten minutes longer"], ["timer 50 min"]],
    [["set a timer for 40 minutes", "no, 30"], ["timer 30 min"]],
    [["set a timer for 40 minutes", "two minutes less"], ["timer 38 min"]],
    [["wake me at 7 am tomorrow", "hmm, better half past"], ["alarm 07:30 in 1 day"]],
    [["wake me at 7 am tomorrow", "oh wait, make that Sunday"], ["alarm 07:00 in 3 days"]],
    [
      ["wake me at 7 am tomorrow", "and another at 7:30"],
      ["alarm 07:00 in 1 day", "alarm 07:30 in 1 day"],
    ],
    [["wake me at 7 every day", "but not on Sundays"], ["rule 07:00 mon tue wed thu fri sat"]],
    [["wake me at 7 every day", "cancel the Sunday alarm"], ["rule 07:00 every day"]],
    [["wake me at 7 am tomorrow", "make it 8", "no"], ["alarm 07:00 in 1 day"]],
    [["wake me at 7 am tomorrow", "change that to 7:20", "no, put it back"], ["alarm 07:00 in 1 day"]],
    [["明天早上七点叫我起床", "改成七点二十", "不要"], ["alarm 07:00 in 1 day"]],
    [["明天早上七点叫我起床", "改成七点二十", "还是改回去吧"], ["alarm 07:00 in 1 day"]],
    [["set a timer for 40 minutes", "pause it", "carry on"], ["timer 40 min"]],
    [["turn off the TV at 11 pm", "never mind, I'll do it myself"], []],
    [["turn off the TV at 11 pm", "actually, do it now"], []],
    [["turn off the TV at 11 pm", "turn it off right now please"], []],
    [["turn off the TV at 11 pm", "no, leave it on"], []],
    [["turn off the TV at 11 pm", "don't"], []],
    [["turn off the TV at 11 pm", "don't turn it off"], []],
    [["turn on the floor lamp for 20 minutes", "leave it on"], []],
    [["明天早上七点叫我起床", "不对，六点半"], ["alarm 06:30 in 1 day"]],
    [["明天早上七点叫我起床", "不要"], []],
    [["明天提醒我带伞", "早上八点"], ["reminder 08:00 in 1 day 带伞"]],
    [["明早七点叫我", "我起不来那么早，改八点吧"], ["alarm 08:00 in 1 day"]],
    [["明早七点叫我", "太早了，推迟半小时"], ["alarm 07:30 in 1 day"]],
    [["明早七点叫我", "提前一刻"], ["alarm 06:45 in 1 day"]],
    [["待会儿提醒我收衣服", "半小时后"], ["reminder 20:30 in 0 days 收衣服"]],
    [["半小时后关电视", "还是一小时后吧"], ["delayed 21:00 in 0 days"]],
    [["明早七点叫我", "明天不上班，不用叫我了"], []],
    [["下午三点提醒我开会", "会取消了，不用提醒了"], []],
    [["下午三点提醒我开会", "不用了，删掉"], []],
    [["明天早上七点叫我起床", "只要工作日"], ["rule 07:00 mon tue wed thu fri"]],
    [["明天早上七点叫我起床", "每天都要"], ["rule 07:00 every day"]],
    [["倒计时40分钟", "再来五分钟"], ["timer 45 min"]],
    [["倒计时40分钟", "再加五"], ["timer 45 min"]],
    [["倒计时40分钟", "少十分钟"], ["timer 30 min"]],
    [["明天早上七点叫我起床", "还是七点半吧"], ["alarm 07:30 in 1 day"]],
    [
      ["明天早上七点叫我起床", "七点半再叫一次"],
      ["alarm 07:00 in 1 day", "alarm 07:30 in 1 day"],
    ],
    [["每天早上七点叫我起床", "周末不用"], ["rule 07:00 mon tue wed thu fri"]],
    [["每天早上七点叫我起床", "周日除外"], ["rule 07:00 mon tue wed thu fri sat"]],
    [["晚上十一点关电视", "算了我自己关"], []],
    [["晚上十一点关电视", "现在就关吧"], []],
    [["晚上十一点关电视", "别关了"], []],
    [["晚上十一点关电视", "还是开着吧"], []],
    [["打开落地灯二十分钟", "别关了"], []],
  ])("%j", async (turns, plans) => {
    expect(await planned(turns)).toEqual(plans);
  });
});

describe("a sentence about something else leaves the last plan unchanged", () => {
  it.each<[turns: readonly string[], plans: readonly string[]]>([
    [["wake me at 7 am tomorrow", "thanks", "no"], ["alarm 07:00 in 1 day"]],
    [["wake me at 7 am tomorrow", "is the TV on?", "no"], ["alarm 07:00 in 1 day"]],
    [["wake me at 7 am tomorrow", "no problem"], ["alarm 07:00 in 1 day"]],
    [["wake me at 7 am tomorrow", "is it Saturday today?"], ["alarm 07:00 in 1 day"]],
    [["wake me at 7 am tomorrow", "he works weekdays only"], ["alarm 07:00 in 1 day"]],
    [["wake me at 7 am tomorrow", "maybe I'll walk"], ["alarm 07:00 in 1 day"]],
    [["wake me at 7 am tomorrow", "not at weekends"], ["alarm 07:00 in 1 day"]],
    [["set a timer for 40 minutes", "how long left?", "no"], ["timer 40 min"]],
    [["turn off the TV at 11 pm", "what time is it now?"], ["delayed 23:00 in 0 days"]],
    [["set a timer for 40 minutes", "5 more people are coming"], ["timer 40 min"]],
    [["set a timer for 40 minutes", "two more eggs"], ["timer 40 min"]],
    [["turn off the TV at 11 pm", "leave the floor lamp on"], ["delayed 23:00 in 0 days"]],
    [["turn off the TV at 11 pm", "no, 30"], ["delayed 23:00 in 0 days"]],
    [["明天早上七点叫我起床", "今天是工作日吗"], ["alarm 07:00 in 1 day"]],
    [["明天早上七点叫我起床", "我妈每天都要六点起"], ["alarm 07:00 in 1 day"]],
    [["倒计时40分钟", "再来五个馒头"], ["timer 40 min"]],
    [["倒计时40分钟", "少放点盐"], ["timer 40 min"]],
    [["晚上十一点关电视", "落地灯别关"], ["delayed 23:00 in 0 days"]],
    [["明天早上七点叫我起床", "还是我妈叫我吧"], ["alarm 07:00 in 1 day"]],
    [["晚上十一点关电视", "现在几点"], ["delayed 23:00 in 0 days"]],
    [["晚上十一点关电视", "不要紧"], ["delayed 23:00 in 0 days"]],
  ])("%j", async (turns, plans) => {
    expect(await planned(turns)).toEqual(plans);
  });
});

describe("an alarm, timer or reminder without its time is asked for the time", () => {
  it.each<[turns: readonly string[], plans: readonly string[]]>([
    [["set an alarm", "half past six tomorrow morning"], ["alarm 06:30 in 1 day"]],
    [["can you set an alarm please", "7 am"], ["alarm 07:00 in 1 day"]],
    [["start a timer", "ten minutes"], ["timer 10 min"]],
    [["set a timer", "25"], ["timer 25 min"]],
    [["remind me to ring grandma", "at 9 pm"], ["reminder 21:00 in 0 days ring grandma"]],
    [["set an alarm", "never mind"], []],
    [["set an alarm", "is the TV on?", "7 am"], []],
    [["set an alarm", "turn on the floor lamp"], []],
    [["set an alarm", "my train leaves at seven"], []],
    [["设个闹钟", "明天早上六点半"], ["alarm 06:30 in 1 day"]],
    [["帮我设个闹钟", "早上七点"], ["alarm 07:00 in 1 day"]],
    [["来个计时器", "十分钟"], ["timer 10 min"]],
    [["提醒我喝水", "晚上九点"], ["reminder 21:00 in 0 days 喝水"]],
    [["设个闹钟", "算了"], []],
    [["设个闹钟", "电视开着吗", "七点"], []],
    [["设个闹钟", "我妈七点起床"], []],
  ])("%j", async (turns, plans) => {
    expect(await planned(turns)).toEqual(plans);
  });

  it.each([
    "the alarm is annoying",
    "that reminds me of my alarm",
    "I hate my alarm clock",
    "我的闹钟",
    "闹钟坏了",
    "闹钟好烦",
  ])("a statement about one is not asked for anything: %s", async (text) => {
    const talk = await planningInFlat();
    expect(["When?", "For how long?", "什么时候？", "多长时间？"]).not.toContain(await talk.reply(text));
  });
});
