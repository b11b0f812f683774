import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");
const LAMP = "living-floor-lamp light.on=false";

describe("of several commands the one with an unknown target is refused, and the others are carried out", () => {
  it.each([
    ["turn off the floor lamp, start the gizmotron", [LAMP, "refuse"]],
    ["turn off the floor lamp and turn on the wobbler", [LAMP, "refuse"]],
    ["turn on the wobbler in the kitchen, turn off the floor lamp", ["refuse", LAMP]],
    ["set the wobbler in the study to 30 percent, turn off the floor lamp", ["refuse", LAMP]],
    ["turn off the floor lamp, set the floor lamp warmness to 40", [LAMP, "refuse"]],
    ["set the frobnication of the floor lamp to 12, and turn off the floor lamp", ["refuse", LAMP]],
    ["关掉落地灯，打开魔方宝", [LAMP, "refuse"]],
    ["把落地灯关了，把魔方宝打开", [LAMP, "refuse"]],
    ["打开书房的魔方宝，关掉落地灯", ["refuse", LAMP]],
    ["关掉落地灯，启动魔方宝", [LAMP, "refuse"]],
    ["启动魔方宝，然后关掉落地灯", ["refuse", LAMP]],
  ])("%s", (text, expected) => expect(effectsOf(flat, text)).toEqual(expected));
});

describe("a part that may change the meaning of the others must be understood", () => {
  it.each([
    "turn off the floor lamp, tell the wobbler a joke",
    "turn off the floor lamp at nine, start the wobbler",
    "turn off the floor lamp, start the wobbler when I leave",
    "turn off the floor lamp, start worrying about the baby now",
    "don't turn off the floor lamp, start the wobbler",
    "turn off the floor lamp, and order a pizza",
    "关掉落地灯，如果下雨就启动魔方宝",
    "九点关掉落地灯，启动魔方宝",
    "关掉落地灯，等我走了启动魔方宝",
    "不要关落地灯，启动魔方宝",
    "假装关掉落地灯，启动魔方宝",
  ])("%s", (text) => expect(effectsOf(flat, text, "living").filter((effect) => effect.includes("="))).toEqual([]));
});
