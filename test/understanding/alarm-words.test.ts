import { describe, expect, it } from "vitest";
import { dueOf } from "../support/due-times.ts";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });

/** Said on Wednesday, 3 June 2026 at 10:00. */
describe("regional words for waking make an alarm", () => {
  it.each([
    ["明儿早上六点四十闹我起床", "rings 06-04 06:40"],
    ["后儿个早上七点喊我起来", "rings 06-05 07:00"],
    ["周六早上九点半响铃", "rings 06-06 09:30"],
    ["周末早上九点响铃", "rings 09:00 on 6 7"],
    ["上个闹钟，早上六点四十", "rings 06-04 06:40"],
    ["整个闹钟明儿早上五点五十", "rings 06-04 05:50"],
    ["定个闹钟，明儿早上六点", "rings 06-04 06:00"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));
});

describe("a negated act is not the name of an alarm", () => {
  it.each([
    ["帮我上个闹钟，早上六点四十，别睡过了", "rings 06-04 06:40"],
    ["明天早上七点叫我，不然要迟到", "rings 06-04 07:00"],
    ["下午四点叫我一声，别让我睡太久", "rings 06-03 16:00"],
    ["wake me at seven tomorrow, don't let me oversleep", "rings 06-04 07:00"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));
});

describe("a reminder without a subject after a duration is a timer", () => {
  it.each(["一个半小时以后提醒我", "过十分钟提醒我", "二十分钟后提醒我一下", "remind me in an hour"])("%s", (text) =>
    expect(plannedCommands(talk, text)).toEqual(["timer"]),
  );
});

describe("deleting a reminder or limiting its days makes no new one", () => {
  it.each(["把下午两点的提醒删掉", "下午两点的提醒取消", "早上七点的闹钟别响了", "明天的闹钟不用响了"])("%s", (text) =>
    expect(plannedCommands(talk, text)).toEqual(["existing"]),
  );

  it.each(["闹铃响了", "每十分钟提醒我"])("%s", (text) => expect(plannedCommands(talk, text)).toEqual(["unknown"]));
});
