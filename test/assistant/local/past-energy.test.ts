import { afterAll, describe, expect, it } from "vitest";
import { LivedHome, reportInitialValues } from "../../support/lived-home.ts";

/** From noon on: nothing is known of the day before. */
const home = await LivedHome.start("03-04 12:00");
reportInitialValues(home);
await home.happen(
  ["03-04 12:10", "dryer", { "switch.power-consumption": 120 }],
  ["03-04 15:40", "dryer", { "switch.power-consumption": 120.5 }],
  ["03-04 15:55", "dryer", { "switch.power-consumption": 121.2 }],
);
await home.until("03-04 16:00");
afterAll(() => home[Symbol.asyncDispose]());

describe('a time without records is told as that, and not as "no meter"', () => {
  it.each([
    [
      ["how much electricity did we use today", "what about yesterday?"],
      "I don't know: I have no record of that yesterday.",
    ],
    [["what did the dryer use today", "and the day before yesterday"], /^I don't know: I have no record of that/],
    [["how much power did the kitchen use last week"], "I don't know: I have no record of that last week."],
    [["which device used the most yesterday"], "I don't know: I have no record of that yesterday."],
    [["前天家里用了多少度电"], "不知道，前天没有记录。"],
    [["今天烘干机用了多少电", "昨天呢"], "不知道，昨天没有记录。"],
    [["上个月电费多少"], "不知道，上个月没有记录。"],
    [
      ["how much electricity did the floor lamp use yesterday"],
      "The floor lamp can't tell how much electricity it uses.",
    ],
    [["昨天落地灯用了多少电"], "落地灯不能统计用电量。"],
  ])("%j", async (said, told) => {
    const talk = home.talk("living");
    let last = "";
    for (const text of said) last = await talk.reply(text);
    if (typeof told === "string") expect(last).toBe(told);
    else expect(last).toMatch(told);
  });
});

describe('"half an hour ago" is a time before now', () => {
  it.each([
    ["how much did the dryer use in the last half hour", "It has used 0.72 kWh in the last 30 minutes."],
    ["how much power has the dryer used over the past half hour", "It has used 0.72 kWh in the last 30 minutes."],
    ["was the front door open in the past half hour", "No, it wasn't open in the last 30 minutes."],
    ["烘干机最近半个小时用了多少电", "最近30分钟用了0.72度电。"],
    ["过去半小时大门开过吗", "没有，最近30分钟没开过。"],
  ])("%s", async (text, told) => expect(await home.talk("living").reply(text)).toBe(told));
});

describe("the start of the records is told once", () => {
  it.each([
    ["how warm was it today", "I only know since 12:00"],
    ["今天温度最高到多少度", "我只有今天中午12点以来的记录"],
  ])("%s", async (text, known) => {
    const told = await home.talk("garage").reply(text);
    expect(told.split(known)).toHaveLength(2);
    expect(told).toMatch(/19\.5.*21/);
  });
});
