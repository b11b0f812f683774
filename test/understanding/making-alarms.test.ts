import { describe, expect, it } from "vitest";
import { dueOf } from "../support/due-times.ts";

/** Said on Wednesday, 3 June 2026 at 10:00. */
describe("a wake-up request makes an alarm at the given time", () => {
  it.each([
    ["rouse me at a quarter past five tomorrow", "rings 06-04 05:15"],
    ["could you get me up around 7:45 on Thursday please", "rings 06-04 07:45"],
    ["we need to be up at five thirty am on Friday", "rings 06-05 05:30"],
    ["please have me up by 6", "rings 06-04 06:00"],
    ["don't let us sleep past nine on Saturday", "rings 06-06 09:00"],
    ["make sure I'm out of bed at ten to eight tomorrow", "rings 06-04 07:50"],
    ["I want to be awake by 6:40 tomorrow, wake me then", "rings 06-04 06:40"],
    ["the kids are tired, wake us up in 90 minutes", "rings in 5400"],
    ["wake me up in 3 days at 5", "rings 06-06 05:00"],
    ["wake me up at twenty to seven every weekday except Monday", "rings 06:40 on 2 3 4 5"],
    ["明早五点五十把我叫醒", "rings 06-04 05:50"],
    ["后天早上六点一刻喊我起来跑步", "rings 06-05 06:15: 跑步"],
    ["每个工作日早上七点半喊我", "rings 07:30 on 1 2 3 4 5"],
    ["周二四六早上七点叫我起床", "rings 07:00 on 2 4 6"],
    ["我打个盹，二十分钟后喊醒我", "rings in 1200"],
    ["凌晨三点半叫我起来看球", "rings 06-04 03:30: 看球"],
    ["大后天早上差五分六点叫醒我", "rings 06-06 05:55"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));
});

describe("an alarm is named after its purpose", () => {
  it.each([
    ["set an alarm tomorrow at ten past six for the airport", "rings 06-04 06:10: airport"],
    ["schedule an alarm for 9 pm to feed the cat", "rings 06-03 21:00: feed the cat"],
    ["create an alarm at 5:20 am called gym", "rings 06-04 05:20: gym"],
    ["set a swimming alarm for 4 pm", "rings 06-03 16:00: swimming"],
    ["alarm at 3 pm tomorrow, parents' evening", "rings 06-04 15:00: parents' evening"],
    ["set my alarm to go off at 6:15 so that I catch the bus", "rings 06-03 18:15: I catch the bus"],
    ["I want an alarm for half past seven every weekday", "rings 07:30 on 1 2 3 4 5"],
    ["another alarm for 8 tomorrow", "rings 06-04 08:00"],
    ["设个上班的闹钟，早上七点", "rings 06-04 07:00: 上班"],
    ["订一个周六上午九点的闹钟，带娃去公园", "rings 06-06 09:00: 带娃去公园"],
    ["设个下午五点的闹钟提醒我接孩子", "rings 06-03 17:00: 接孩子"],
    ["帮我设置明天早上八点的会议闹钟", "rings 06-04 08:00: 会议"],
    ["把闹钟定在早上六点", "rings 06-04 06:00"],
    ["晚上九点叫我吃药", "rings 06-03 21:00: 吃药"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));
});

describe("a reminder keeps its text and its time, in any word order", () => {
  it.each([
    ["remind me at twenty past four to collect the kids", "reminds 06-03 16:20: collect the kids"],
    ["in half an hour remind me to check the cake", "reminds in 1800: check the cake"],
    ["set a reminder to send the invoice at 3 pm tomorrow", "reminds 06-04 15:00: send the invoice"],
    ["remind us on July 4th at noon to light the grill", "reminds 07-04 12:00: light the grill"],
    ["remind me on the 21st at 4 pm to water the orchids", "reminds 06-21 16:00: water the orchids"],
    ["remind me every Tuesday at 8 pm to put the bins out", "reminds 20:00 on 2: put the bins out"],
    ["remind me to ring Anne at five about the party", "reminds 06-03 17:00: ring Anne about the party"],
    ["下周二早上七点提醒我带护照", "reminds 06-09 07:00: 带护照"],
    ["21号下午四点提醒我浇花", "reminds 06-21 16:00: 浇花"],
    ["提醒我半小时后关烤箱", "reminds in 1800: 关烤箱"],
    ["提醒我吃药，晚上八点", "reminds 06-03 20:00: 吃药"],
    ["下午三点开会提醒我", "reminds 06-03 15:00: 开会"],
    ["记得明天早上八点提醒我带钥匙", "reminds 06-04 08:00: 带钥匙"],
    ["过一刻钟提醒我翻面", "reminds in 900: 翻面"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));
});

describe("a time within the text of a reminder is not the time of the reminder", () => {
  it.each([
    ["remind me at 6 that the shop closes at 7", "reminds 06-03 18:00: shop closes at 7"],
    ["remind me tonight at 8 to pack for tomorrow", "reminds 06-03 20:00: pack for tomorrow"],
    ["remind me at 5 pm to buy tickets for the 8th", "reminds 06-03 17:00: buy tickets for the 8th"],
    ["remind me that the shop closes at 7", "unknown"],
    ["提醒我今晚八点收拾明天的书包", "reminds 06-03 20:00: 收拾明天的书包"],
    ["晚上七点提醒我明天交作业", "reminds 06-03 19:00: 明天交作业"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));
});

describe("several times make several alarms", () => {
  it.each([
    ["set alarms for 6 and 7 am", ["rings 06-04 06:00", "rings 06-04 07:00"]],
    ["wake me at 7 and 7:30", ["rings 06-04 07:00", "rings 06-04 07:30"]],
    ["set timers for 5 minutes and 10 minutes", ["starts 300", "starts 600"]],
    ["明早六点、六点十分、六点半叫我起床", ["rings 06-04 06:00", "rings 06-04 06:10", "rings 06-04 06:30"]],
    ["定两个计时器，五分钟和十分钟", ["starts 300", "starts 600"]],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual(due));
});

describe("a question about an alarm, or cancelling one, makes no alarm", () => {
  it.each(["is there an alarm at ten", "don't wake me at 7", "有没有七点的闹钟", "不用七点叫我"])("%s", (said) => {
    expect(dueOf(said)).toEqual(["existing"]);
  });
});

describe("statements, questions, refusals and half-understood sentences make no alarm", () => {
  it.each([
    "the alarm rang at 7",
    "I set an alarm for 7",
    "I hate my 7 am alarm",
    "set an alarm for yesterday at 6",
    "wake me up at 7 or 8",
    "wake me every other day at 7",
    "wake me with music at 7",
    "wake me at 7 and turn on the floor lamp",
    "I need to be up by 6, turn the floor lamp off",
    "remind me on the 8th of every month at 9 to pay rent",
    "remind me this weekend at 9 to mow",
    "set timers for 5 and 10 minutes",
    "我设了七点的闹钟",
    "七点的闹钟响了",
    "早上七点或者八点叫我",
    "每两天早上七点叫我",
    "每月八号上午九点提醒我交房租",
    "七点叫我起床，打开窗帘",
    "七点叫我起床打开窗帘",
    "昨天七点的闹钟",
    "七点叫我，还是七点半",
  ])("%s", (text) => expect(dueOf(text)).toEqual(["unknown"]));
});

describe("a question or a refusal is about existing alarms", () => {
  it.each(["is there an alarm at ten", "don't wake me at 7", "有没有七点的闹钟", "不用七点叫我"])("%s", (text) =>
    expect(dueOf(text)).toEqual(["existing"]),
  );
});
