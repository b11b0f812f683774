import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");
const ON = ["living-floor-lamp light.on=true"];
const OFF = ["living-floor-lamp light.on=false"];

describe("a reason without a mark beside a command is left aside", () => {
  it.each([
    ["floor lamp off i am going to sleep", OFF],
    ["turn off the floor lamp we're leaving now", OFF],
    ["switch the floor lamp off please my son is asleep", OFF],
    ["put the floor lamp on i can't see", ON],
    ["i can't see turn on the floor lamp", ON],
    ["it's bedtime turn off the floor lamp", OFF],
    ["the baby is asleep switch off the floor lamp", OFF],
    ["turn off the floor lamp as i am going out", OFF],
    ["turn on the floor lamp so i can read", ON],
    ["switch off the floor lamp so that the kids can sleep", OFF],
    ["turn the floor lamp on it's getting dark", ON],
    ["我要睡了落地灯关掉", OFF],
    ["把落地灯关了我要睡觉了", OFF],
    ["孩子睡着了把落地灯关了", OFF],
    ["开一下落地灯我看不清", ON],
    ["客人快到了帮我把落地灯打开", ON],
  ])("%s", (text, expected) => expect(effectsOf(flat, text, "living")).toEqual(expected));
});

describe("a statement about a device, or one that waits for something, commands nothing", () => {
  it.each([
    "i am turning off the floor lamp",
    "my wife is turning off the floor lamp",
    "he said turn off the floor lamp",
    "i was told to turn off the floor lamp",
    "turn off the floor lamp when i am asleep",
    "turn off the floor lamp if i am asleep",
    "i am not going to turn off the floor lamp",
    "i am not sure if the floor lamp is off",
    "我正在关落地灯",
    "我刚才正在关落地灯",
    "等我睡着了把落地灯关掉",
    "我没打算关落地灯",
    "我不确定落地灯关没关",
  ])("%s", (text) =>
    expect(effectsOf(flat, text, "living").filter((effect) => effect.includes("light.on="))).toEqual([]),
  );

  it.each(["turn on the lamp i have next to my bed", "turn on the lamp my wife likes", "turn on the lamp i bought"])(
    "what tells which one is no reason: %s",
    (text) => expect(effectsOf(flat, text, "living")).not.toEqual(ON),
  );
});
