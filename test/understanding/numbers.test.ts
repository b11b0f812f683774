import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

describe("a number sets the property of its noun", () => {
  it.each([
    ["study fan at 50 percent", "study-fan fan.fan-level=2"],
    ["the study fan's speed to three quarters", "study-fan fan.fan-level=3"],
    ["put the study fan on full blast", "study-fan fan.fan-level=4"],
    ["living room AC at maximum fan speed", "living-ac fan-control.fan-level=8"],
    ["the TV at full volume", "living-tv speaker.volume=100"],
    ["floor lamp as bright as possible", "living-floor-lamp light.brightness=100"],
    ["bedroom AC on the coldest", "bedroom-ac air-conditioner.target-temperature=16"],
    ["风扇百分之五十的风速", "study-fan fan.fan-level=2"],
    ["客厅空调开到最大风", "living-ac fan-control.fan-level=8"],
    ["客厅空调风力最小", "living-ac fan-control.fan-level=1"],
    ["电视调到最大音量", "living-tv speaker.volume=100"],
    ["把落地灯调到最高亮度", "living-floor-lamp light.brightness=100"],
    ["卧室空调最低温度", "bedroom-ac air-conditioner.target-temperature=16"],
  ])("%s", (text, effect) => expect(effectsOf(talkIn("flat"), text)).toContain(effect));
});

describe("fractions and relative amounts are computed from the current value", () => {
  it.each([
    ["dim the floor lamp to a quarter", "living-floor-lamp light.brightness=25"],
    ["dim the floor lamp by a quarter", "living-floor-lamp light.brightness=60"],
    ["floor lamp to two thirds", "living-floor-lamp light.brightness=67"],
    ["lower the floor lamp by half", "living-floor-lamp light.brightness=40"],
    ["cut the brightness of the floor lamp in half", "living-floor-lamp light.brightness=40"],
    ["cut the brightness of the floor lamp by 30 percent", "living-floor-lamp light.brightness=50"],
    ["brightness of the floor lamp plus ten", "living-floor-lamp light.brightness=90"],
    ["floor lamp brightness minus fifteen", "living-floor-lamp light.brightness=65"],
    ["落地灯亮度降低一半", "living-floor-lamp light.brightness=40"],
    ["落地灯亮度降到一半", "living-floor-lamp light.brightness=50"],
    ["把落地灯调暗四分之一", "living-floor-lamp light.brightness=60"],
    ["落地灯调到四分之一亮度", "living-floor-lamp light.brightness=25"],
    ["落地灯亮度加十", "living-floor-lamp light.brightness=90"],
    ["落地灯色温三千五", "living-floor-lamp light.color-temperature=3500"],
    ["把落地灯的色温调到四千二", "living-floor-lamp light.color-temperature=4200"],
  ])("%s", async (text, effect) => {
    const talk = talkIn("flat");
    await talk.say("set the floor lamp to 80 percent");
    expect(effectsOf(talk, text)).toContain(effect);
  });
});

describe("negative temperatures are read", () => {
  it.each([
    "freezer to minus twenty degrees",
    "set the freezer to 20 below zero",
    "put the freezer at -20",
    "冰箱调到零下20度",
    "把冰箱温度设为负二十度",
  ])("%s", (text) => {
    expect(effectsOf(talkIn("flat"), text)).toEqual(["kitchen-fridge fridge-chamber-2.target-temperature=-20"]);
  });
});

describe("a range is no value, and a bare number for different kinds leads to a question", () => {
  it.each([
    ["keep the bedroom AC between 20 and 24", ["unknown"]],
    ["set the bedroom air conditioner between 21 and 25 degrees", ["unknown"]],
    ["bedroom AC to 20 to 24 degrees", ["refuse"]],
    ["put the bedroom on 30", ["ask"]],
    ["everything in the bedroom to 25", ["ask"]],
    ["把卧室空调调到20到24度之间", ["unknown"]],
    ["卧室空调设为20到24度", ["refuse"]],
    ["卧室全部调到30", ["ask"]],
    ["卧室都设成25", ["ask"]],
  ])("%s", async (text, steps) => {
    const talk = talkIn("flat");
    expect(effectsOf(talk, text)).toEqual(steps);
    expect(await talk.changes(text)).toEqual({});
  });

  it.each([
    ["set the bedroom to 22 degrees", "bedroom-ac air-conditioner.target-temperature=22"],
    ["all the lights in the bedroom to 30", "bedroom-ceiling-light light.brightness=30"],
    ["卧室调到22度", "bedroom-ac air-conditioner.target-temperature=22"],
    ["卧室的灯都调到30", "bedroom-ceiling-light light.brightness=30"],
  ])("but not what says of what it is: %s", (text, effect) =>
    expect(effectsOf(talkIn("flat"), text)).toContain(effect),
  );
});
