import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("house");

describe("questions for the remaining time are answered in many wordings", () => {
  it.each([
    ["how much longer does the washing machine need", /\d+ min/],
    ["when will the laundry be finished", /\d+ min/],
    ["what time is the dishwasher done", /\d+ min/],
    ["how long until the dishes are ready", /\d+ min/],
    ["how many minutes are left on the dishwasher", /\d+ min/],
    ["洗衣机还得多久", /\d+分钟/],
    ["衣服几点能洗完", /\d+分钟/],
    ["洗碗机还剩多少时间", /\d+分钟/],
    ["碗什么时候洗好啊", /\d+分钟/],
    ["烤箱还要几分钟", /分钟|烤箱/],
  ])("%s", async (text, reply) => expect(await talk.reply(text)).toMatch(reply));

  it.each(["how long has the kitchen light been on", "厨房的灯开了多久"])("%s is about the past", async (text) =>
    expect(await talk.reply(text)).not.toMatch(/剩余|left/),
  );

  it.each(["when the washing is done turn on the hall light", "衣服洗好了就开玄关的灯"])("%s is no question", (text) =>
    expect(plannedCommands(talk, text)).not.toEqual(["answer"]),
  );
});

describe("a measured property with its place and no verb is a question", () => {
  it.each([
    ["temperature in the family bathroom", /°C|度/],
    ["humidity in the bathroom please", /%/],
    ["co2 in the study", /ppm/],
    ["study temperature", /°C|度/],
    ["battery of the front door lock", /%/],
    ["书房的二氧化碳浓度", /ppm/],
    ["浴室湿度", /%/],
    ["门锁的电量", /%/],
    ["主卧温度", /°C|度/],
    ["客厅有人吗", /人/],
  ])("%s", async (text, reply) => expect(await talk.reply(text)).toMatch(reply));

  it.each(["书房温度26", "study temperature 20", "temperature up in the study"])("%s is a command", (text) =>
    expect(plannedCommands(talk, text)).not.toEqual(["answer"]),
  );
});

describe("a question for the most or least is answered with one place", () => {
  it.each([
    ["which room is the coldest", /°C|度/],
    ["where is it the warmest", /°C|度/],
    ["what's the warmest room", /°C|度/],
    ["哪个房间最冷", /°C|度/],
    ["最热的房间是哪个", /°C|度/],
    ["家里哪里湿度最高", /%/],
  ])("%s", async (text, reply) => {
    const said = await talk.reply(text);
    expect(said).toMatch(reply);
    expect(said.match(/°C|度(?!是)|%/g)).toHaveLength(1);
  });
});

describe("a reason may follow its command without a comma", () => {
  it.each([
    ["turn off the study fan its too cold", ["study-fan fan.on=false"]],
    ["switch the study fan on it's so hot", ["study-fan fan.on=true"]],
    ["unlock the front door my arms are full", ["front-door-lock lock.locked=false"]],
    ["turn off the gym floor fan its way too loud", ["gym-fan fan.on=false"]],
    ["preheat the oven to 190", ["kitchen-oven oven.target-temperature=190"]],
    ["烤箱预热到190度", ["kitchen-oven oven.target-temperature=190"]],
    ["plz turn off the study fan", ["study-fan fan.on=false"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});
