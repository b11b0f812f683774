import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");

function colorsOf(text: string): string[] {
  return effectsOf(flat, text, "living").filter((effect) => !effect.endsWith("light.on=true"));
}

describe("a colour right behind the word for light is no compound shade", () => {
  it.each([
    ["turn the lights blue", 0x0000ff],
    ["living room lights pink please", 0xffc0cb],
    ["turn the living room light blue", 0x0000ff],
    ["switch my light green", 0x00ff00],
    ["make the floor lamp light blue", 0x87ceeb],
    ["a light green for the floor lamp", 0x90ee90],
    ["put the floor lamp to a light blue", 0x87ceeb],
    ["落地灯调成浅蓝色", 0x87ceeb],
  ])("%s", (text, color) => expect(colorsOf(text)).toEqual([`living-floor-lamp light.color=${color}`]));
});

describe("a colour can be given as three numbers", () => {
  it.each([
    ["set the floor lamp to (0, 128, 255)", 0x0080ff],
    ["change the colour of the floor lamp to 0, 128, 255", 0x0080ff],
    ["floor lamp to rgb 0 128 255", 0x0080ff],
    ["make the floor lamp's colour rgb(0,128,255)", 0x0080ff],
    ["把落地灯的颜色调成(0,128,255)", 0x0080ff],
    ["落地灯颜色设为RGB 0，128，255", 0x0080ff],
    ["把落地灯的颜色改成0,128,255", 0x0080ff],
  ])("%s", (text, color) => expect(colorsOf(text)).toEqual([`living-floor-lamp light.color=${color}`]));

  it.each(["set the floor lamp to (0, 128, 300)", "set the floor lamp to 0, 128", "把落地灯的颜色调成(0,128,300)"])(
    "no colour: %s",
    (text) => expect(colorsOf(text).filter((effect) => effect.includes("color"))).toEqual([]),
  );
});

describe("a sentence without a clear colour sets none", () => {
  it.each([
    "change the colour of the floor lamp",
    "lights colour please change",
    "colour change on the floor lamp please",
    "I want another colour on the floor lamp",
    "make the floor lamp more colourful",
    "could you alter the floor lamp's colour",
    "换一下落地灯的颜色",
    "落地灯颜色换一换",
    "落地灯换个别的颜色",
    "给落地灯调个颜色",
    "落地灯颜色丰富一点",
  ])("%s", (text) => expect(colorsOf(text).filter((effect) => effect.includes("="))).toEqual([]));
});

describe("a statement about a liked colour changes nothing", () => {
  it.each([
    "I like red light",
    "we love the floor lamp blue",
    "I like the floor lamp on",
    "I really like it warm in here",
    "I like the curtains open",
    "我喜欢红色的灯",
    "我们喜欢落地灯开着",
    "我最喜欢蓝色的落地灯",
    "孩子喜欢开着窗帘",
    "我爱看红灯",
  ])("%s", (text) => expect(effectsOf(flat, text, "living").filter((effect) => effect.includes("="))).toEqual([]));

  it.each([
    ["I'd like the floor lamp blue", ["living-floor-lamp light.on=true", "living-floor-lamp light.color=255"]],
    ["id love the floor lamp on", ["living-floor-lamp light.on=true"]],
  ])("a wish for a colour sets it: %s", (text, expected) => expect(effectsOf(flat, text, "living")).toEqual(expected));
});

describe("a colour that is taken back is not set", () => {
  it.each([
    "no more light in the living room",
    "no more music",
    "no blue light please",
    "no brightness",
    "no floor lamp tonight",
    "volume no more than 30",
    "不要再亮灯",
    "别再放音乐",
    "不要蓝色的灯",
    "不要灯光",
    "音量别超过30",
  ])("%s", (text) =>
    expect(effectsOf(flat, text, "living").filter((effect) => /=(true|\d+)$|play$/.test(effect))).toEqual([]),
  );
});
