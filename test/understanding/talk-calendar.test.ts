import { describe, expect, it } from "vitest";
import { planningIn } from "../support/speak.ts";

describe("the time, the date and the weekday are told in the home's time zone", () => {
  // 20:00 on Thursday, 1 January 2026, in Shanghai.
  it.each([
    ["got the exact time?", "It's 20:00."],
    ["what hour is it now", "It's 20:00."],
    ["is it already eight o'clock", "It's 20:00."],
    ["could you tell me the time please", "It's 20:00."],
    ["hello, do you know what time it is", "It's 20:00."],
    ["which date do we have today", "It's Thursday, 1 January."],
    ["date please", "It's Thursday, 1 January."],
    ["what year is this", "It's Thursday, 1 January 2026."],
    ["what weekday is it", "It's Thursday."],
    ["is it Sunday today?", "It's Thursday."],
    ["what day is tomorrow", "Tomorrow is Friday."],
    ["what day was it yesterday", "Yesterday was Wednesday."],
    ["what day will it be the day after tomorrow", "The day after tomorrow is Saturday."],
    ["现在到底几点了呀", "现在晚上8点。"],
    ["帮我看看时间", "现在晚上8点。"],
    ["报个时", "现在晚上8点。"],
    ["到八点了吗", "现在晚上8点。"],
    ["今天是几月几号啊", "今天是1月1日，星期四。"],
    ["昨天是几号来着", "昨天是12月31日，星期三。"],
    ["今年是哪年", "今天是2026年1月1日，星期四。"],
    ["后天周几", "后天是星期六。"],
    ["今天是周末吗", "今天是星期四。"],
    ["大后天礼拜几", "大后天是星期日。"],
  ])("%s", async (text, reply) => {
    const talk = await planningIn("flat");
    expect(await talk.reply(text)).toBe(reply);
  });
});

describe("a question about another time does not ask for the time of day", () => {
  it.each([
    "what time does the film start",
    "what time did the heater turn on",
    "what day is the washing done",
    "what is the date of the party",
    "电影几点开始",
    "空调几点开的",
    "几号交电费",
    "明天几点起床",
  ])("%s", async (text) => {
    const talk = await planningIn("flat");
    expect(await talk.reply(text)).not.toMatch(/20:00|January|1月1日|Thursday|星期四/);
  });
});
