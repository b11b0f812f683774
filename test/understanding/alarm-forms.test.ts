import { describe, expect, it } from "vitest";
import { dueOf } from "../support/due-times.ts";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");

/** Said on Wednesday, 3 June 2026 at 10:00. */
describe("sentences about getting up or ringing make an alarm", () => {
  it.each([
    ["I need to get up at quarter past six", "rings 06-04 06:15"],
    ["we have to get up at five tomorrow", "rings 06-04 05:00"],
    ["I'd like to be woken up at eight", "rings 06-04 08:00"],
    ["I've got to get up at 5:40 am", "rings 06-04 05:40"],
    ["buzz me at half past four", "rings 06-03 16:30"],
    ["beep me in 25 minutes", "rings in 1500"],
    ["alarm me at nine pm to take the pills", "rings 06-03 21:00: take the pills"],
    ["book us a wake up call for quarter to six", "rings 06-04 05:45"],
    ["one more alarm for eight pm please", "rings 06-03 20:00"],
    ["wake me up on the eleventh at seven", "rings 06-11 07:00"],
    ["activate an alarm for half past five am", "rings 06-04 05:30"],
    ["fix an alarm for 6 am", "rings 06-04 06:00"],
    ["set my wake up time for seven tomorrow", "rings 06-04 07:00"],
    ["wake us up five forty tomorrow", "rings 06-04 05:40"],
    ["I'm going to need an alarm at 4 pm", "rings 06-03 16:00"],
    ["set an alarm reminding me to feed the fish at 8 pm", "rings 06-03 20:00: feed the fish"],
    ["明早六点一刻叫我起床", "rings 06-04 06:15"],
    ["明天早上八点喊我", "rings 06-04 08:00"],
    ["下午四点半叫我起来", "rings 06-03 16:30"],
    ["再定一个晚上八点的闹钟", "rings 06-03 20:00"],
    ["11号早上七点叫我起床", "rings 06-11 07:00"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));
});

describe("a reminder without a subject only rings", () => {
  it.each([
    ["remind me by half past six", "rings 06-03 18:30"],
    ["remind us at noon tomorrow", "rings 06-04 12:00"],
    ["remind me in an hour and twenty", "rings in 4800"],
    ["set a reminder for three pm", "rings 06-03 15:00"],
    ["please remind me in a quarter of an hour", "rings in 900"],
    ["下午六点半提醒我", "rings 06-03 18:30"],
    ["后天早上九点提醒我", "rings 06-05 09:00"],
    ["一小时二十分钟后提醒我", "rings in 4800"],
    ["下午三点提醒我一下", "rings 06-03 15:00"],
    ["一刻钟后提醒我", "rings in 900"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));
});

describe("several times make several alarms, several days make one", () => {
  it.each([
    ["wake me at six and six twenty", ["rings 06-04 06:00", "rings 06-04 06:20"]],
    ["I want alarms at five five ten and five thirty", ["rings 06-03 17:00", "rings 06-03 17:10", "rings 06-03 17:30"]],
    ["set two alarms for 5 am and 5:30 am", ["rings 06-04 05:00", "rings 06-04 05:30"]],
    ["alarms for six, seven and eight pm", ["rings 06-03 18:00", "rings 06-03 19:00", "rings 06-03 20:00"]],
    ["wake me on Monday and Thursday at six", ["rings 06:00 on 1 4"]],
    ["明早六点和六点二十叫我", ["rings 06-04 06:00", "rings 06-04 06:20"]],
    ["定下午六点、七点和八点的闹钟", ["rings 06-03 18:00", "rings 06-03 19:00", "rings 06-03 20:00"]],
    ["周一和周四早上六点叫我起床", ["rings 06:00 on 1 4"]],
    ["周一周四早上六点的闹钟", ["rings 06:00 on 1 4"]],
    ["明天早上五点和五点半的闹钟", ["rings 06-04 05:00", "rings 06-04 05:30"]],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual(due));

  it("a number of alarms that differs from the number of times makes none", () =>
    expect(dueOf("set three alarms for 5 am and 5:30 am")).toEqual(["unknown"]));
});

describe("a question or statement about an alarm makes and changes none", () => {
  it.each([
    "show alarm at six",
    "confirm the alarm for six am",
    "read alarms at 7",
    "view my alarm for nine pm",
    "next alarm",
    "alarm status",
    "do I need to get up at six tomorrow",
    "do we have to get up at five",
    "I don't have to get up at six",
    "I never want to get up at five",
    "the alarm is too loud",
    "make the alarm quieter",
    "the timer is much too loud",
    "set the alarm half an hour earlier",
    "set the alarm for seven hundred hours",
    "my alarm is at six",
    "I usually wake up at seven",
    "the kids wake up at six",
    "set an alarm for six for the whole week",
    "wake up",
    "确认一下六点的闹钟",
    "看看七点的闹钟",
    "下一个闹钟",
    "我要不要六点起床",
    "我不用六点起床",
    "闹钟太吵了",
    "闹钟小声点",
    "闹钟提前半小时",
    "我的闹钟是六点",
    "闹钟状态",
  ])("%s", (text) => {
    expect(dueOf(text).filter((due) => /^(?:rings|reminds|starts|does|do)\b/.test(due))).toEqual([]);
    expect(effectsOf(flat, text, "living").filter((effect) => /[=.]/.test(effect))).toEqual([]);
  });
});
