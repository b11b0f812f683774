import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });
const OFF = ["living-ceiling-light light.on=false"];

describe("a warning is a reason", () => {
  it.each([
    ["把大灯关了，免得招蚊子", OFF],
    ["大灯关了，省得奶奶睡不着", OFF],
    ["关掉大灯，别吵醒宝宝", OFF],
    ["大灯关掉，别让孩子玩太晚", OFF],
    ["把大灯关了省点电", OFF],
    ["没人在，把大灯关掉省点电", OFF],
    ["大灯关了，不然蚊子多", OFF],
    ["turn the ceiling light off, or the baby will wake up", OFF],
    ["turn the ceiling light off, don't wake the baby", OFF],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));

  it.each([
    "打开落地灯，别对着我的脸照",
    "打开落地灯，别让孩子关灯",
    "打开空调，别吹我",
    "别让孩子看电视",
    "别吵醒孩子",
    "免得招蚊子",
    "冻死我了，关了",
  ])("%s: more may be wanted", (text) => expect(plannedCommands(talk, text)).toEqual(["unknown"]));
});

describe("degrees beside a complaint about heat or cold are for the air conditioner", () => {
  it.each([
    ["25度吧，热死了", 25],
    ["太冷，开27就够了", 27],
    ["太冷了，28度", 28],
    ["热死了，开22度", 22],
    ["26度就行，太热了", 26],
    ["23 degrees please, it's too hot", 23],
    ["it's too cold in here, 27 please", 27],
  ])("%s", (text, degrees) =>
    expect(plannedCommands(talk, text)).toContain(`living-ac air-conditioner.target-temperature=${degrees}`),
  );

  it.each(["好暗啊，30", "太吵了，20", "外面38度，热死了", "热死了，30块钱一杯水", "it's so dark, 30"])("%s", (text) =>
    expect(plannedCommands(talk, text).filter((each) => each.includes("air-conditioner"))).toEqual([]),
  );
});

describe("heating to a temperature sets it", () => {
  it.each([
    ["热水器烧到55度，要洗澡", ["bathroom-water-heater water-heater.target-temperature=55"]],
    ["热水器加热到60度", ["bathroom-water-heater water-heater.target-temperature=60"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});
