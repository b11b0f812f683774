import { afterAll, describe, expect, it } from "vitest";
import { LivedHome, reportInitialValues } from "../../support/lived-home.ts";

/** Tuesday and Wednesday until a quarter to seven in the evening. */
const home = await LivedHome.start("03-03 00:00");
reportInitialValues(home);
await home.happen(
  ["03-03 20:00", "ac", { "air-conditioner.on": true }],
  ["03-03 23:10", "ac", { "air-conditioner.on": false }],
  ["03-04 03:00", "climate", { "temperature-humidity-sensor.temperature": 16.1 }],
  ["03-04 07:00", "climate", { "temperature-humidity-sensor.temperature": 19.5 }],
  ["03-04 08:20", "door", { "magnet-sensor.contact-state": false }],
  ["03-04 08:21", "door", { "magnet-sensor.contact-state": true }],
  ["03-04 10:00", "air", { "environment.temperature": 24.6 }],
  ["03-04 10:05", "lamp", { "light.on": true }],
  ["03-04 14:00", "air", { "environment.temperature": 22 }],
  ["03-04 18:30", "lamp", { "light.on": false }],
  ["03-04 18:40", "climate", { "temperature-humidity-sensor.relative-humidity": 55 }],
);
await home.until("03-04 18:45");
afterAll(() => home[Symbol.asyncDispose]());
const reply = (text: string): Promise<string> => home.talk("living").reply(text);

describe("a question about the past is not answered with the present", () => {
  it.each([
    ["which room was the warmest today?", "It got up to 24.6 °C in the living room at 10:00."],
    ["what room got the coldest last night", "It got down to 16.1 °C in the bedroom at 3:00."],
    ["where was it hottest today", "It got up to 24.6 °C in the living room at 10:00."],
    ["how hot has it been in here today", "It was between 21 and 24.6 °C."],
    ["how cold has it got in the bedroom today", "It was between 16.1 and 19.5 °C."],
    ["what's the warmest it got in the living room today", "It got up to 24.6 °C at 10:00."],
    ["what is the coldest it has been in the bedroom today", "It got down to 16.1 °C at 3:00."],
    ["how cold did it get in the bedroom overnight", "It got down to 16.1 °C at 3:00."],
    ["has the front door been opened at all today", "Yes, at 8:20."],
    ["did the bedroom window open at all today", "No, it hasn't been opened today."],
    ["was the floor lamp on all evening", "No, only for 30 minutes: from 18:00 to 18:30."],
    ["今天哪个房间最热", "今天客厅最高24.6度，上午10点。"],
    ["昨晚哪间屋子最冷", "昨晚卧室最低16.1度，凌晨3点。"],
    ["卧室夜里最冷降到多少度", "昨晚最低16.1度，凌晨3点。"],
    ["半夜卧室最低跌到几度", "昨晚最低16.1度，凌晨3点。"],
    ["今天卧室湿度最高升到多少", "今天湿度最高55%，晚上6点40分。"],
    ["昨晚空调吹了多长时间", "开了3小时10分钟。"],
    ["今天早上大门开过没", "开过，早上8点20分。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe("a question about the present keeps its meaning", () => {
  it.each([
    ["which room is the warmest", "It's 22 °C in the living room."],
    ["how warm is it in the bedroom", "It's 19.5 °C in the bedroom."],
    ["is the floor lamp on at all", "No, the floor lamp is off."],
    ["哪个房间最热", "客厅现在22度。"],
    ["卧室多少度", "卧室现在19.5度。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});
