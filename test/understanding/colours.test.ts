import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");

describe("a colour is understood anywhere in the sentence", () => {
  it.each([
    ["floor lamp in forest green", 0x228b22],
    ["I'd like a lovely turquoise on the floor lamp", 0x40e0d0],
    ["paint the floor lamp royal blue", 0x4169e1],
    ["the floor lamp should shine crimson", 0xdc143c],
    ["could the floor lamp go burgundy", 0x8b0000],
    ["can you make the floor lamp a soft purple", 0xee82ee],
    ["I want amber light from the floor lamp", 0xffbf00],
    ["turn the floor lamp a warm orange", 0xffa500],
    ["落地灯换成宝蓝色", 0x4169e1],
    ["我要落地灯变成墨绿", 0x006400],
    ["让落地灯发紫光", 0x800080],
    ["落地灯来个樱花粉", 0xffc0cb],
    ["落地灯调成温柔的浅黄色", 0xffffe0],
    ["把落地灯弄成酒红的", 0x8b0000],
  ])("%s", (text, color) =>
    expect(effectsOf(flat, text).filter((effect) => !effect.endsWith("light.on=true"))).toEqual([
      `living-floor-lamp light.color=${color}`,
    ]),
  );
});

describe("more of a colour moves half way from the current one", () => {
  it.each([
    ["make the floor lamp redder", 0x800080],
    ["floor lamp more red please", 0x800080],
    ["a bit greener on the floor lamp", 0x008080],
    ["落地灯再红一点", 0x800080],
    ["落地灯再绿一些", 0x008080],
  ])("%s", async (text, color) => {
    const talk = talkIn("flat");
    await talk.say("set the floor lamp to blue");
    expect(effectsOf(talk, text)).toContain(`living-floor-lamp light.color=${color}`);
  });

  it.each(["make the floor lamp less red", "the floor lamp is too blue"])(
    "less of a colour sets none: %s",
    async (text) => expect(await talkIn("flat").changes(text)).toEqual({}),
  );
});

describe("whites and warmer or colder light set the colour temperature", () => {
  it.each([
    ["ceiling light in the living room to white", "living-ceiling-light light.color-temperature=5000"],
    ["a warmer white on the living room ceiling light", "living-ceiling-light light.color-temperature=3240"],
    ["make the living room ceiling light cooler", "living-ceiling-light light.color-temperature=4760"],
    ["客厅吸顶灯调成白色", "living-ceiling-light light.color-temperature=5000"],
    ["客厅吸顶灯暖一点", "living-ceiling-light light.color-temperature=3240"],
    ["客厅吸顶灯光冷一点", "living-ceiling-light light.color-temperature=4760"],
  ])("%s", async (text, effect) => {
    const talk = talkIn("flat");
    await talk.say("set the living room ceiling light to 4000 kelvin");
    expect(effectsOf(talk, text)).toContain(effect);
  });
});

describe("a word for a shade does nothing without a colour", () => {
  it.each([
    "make it nice in here",
    "a rich sauce on the floor lamp",
    "turn on the lovely thing",
    "柔和的灯",
    "漂亮的东西打开",
  ])("%s", async (text) => expect(await talkIn("flat").changes(text)).toEqual({}));
});
