import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat");
const OFF = ["living-floor-lamp light.on=false"];
const ON = ["living-floor-lamp light.on=true"];
const BEDSIDE = ["bedroom-bedside-lamp light.on=false"];

describe("a contrast excludes what is not meant", () => {
  it.each([
    ["打开落地灯，不是床头灯", ON],
    ["不是床头灯，是落地灯，关掉", OFF],
    ["关掉床头灯，不是落地灯", BEDSIDE],
    ["不是卧室的加湿器，是客厅的净化器，关了", ["living-purifier air-purifier.on=false"]],
    ["打开书房的风扇，哦我说错了，是打开落地灯", ON],
    ["关掉床头灯，不是，落地灯", OFF],
    ["落地灯打开，算了算了不用了", ["leave"]],
    ["not the bedside lamp, the floor lamp, turn it off", OFF],
    [
      "floor lamp to 80 percent, scratch that, 40",
      ["living-floor-lamp light.on=true", "living-floor-lamp light.brightness=40"],
    ],
    ["turn the floor lamp off, actually forget it", ["leave"]],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));

  it.each(["所有灯都关了，不是卧室的", "turn off all the lights, not the bedside lamp"])(
    "of all, it is left out: %s",
    (text) => {
      const effects = effectsOf(talk, text);
      expect(effects).toContain("living-ceiling-light light.on=false");
      expect(effects).not.toContain("bedroom-bedside-lamp light.on=false");
    },
  );
});

describe("the room of a reason goes before the speaker's room", () => {
  it.each([
    ["卧室太热了，把空调打开", "study", ["bedroom-ac air-conditioner.on=true"]],
    ["客厅里闷得慌，把空调打开", "bedroom", ["living-ac air-conditioner.on=true"]],
    ["it's far too hot in the bedroom, turn on the AC", "living", ["bedroom-ac air-conditioner.on=true"]],
    ["卧室有股怪味，打开净化器", "study", ["living-purifier air-purifier.on=true"]],
    ["客厅太热了，打开卧室的空调", "living", ["bedroom-ac air-conditioner.on=true"]],
    // Where somebody is says nothing about a device.
    ["我在卧室看书，把空调打开", null, ["ask"]],
    // No such thing where it is too hot: which of the others is meant is not known.
    ["书房太热了，把空调打开", "living", ["ask"]],
  ] as const)("%s", (text, room, expected) => expect(effectsOf(talk, text, room)).toEqual(expected));

  it("a pronoun refers to what the reason names", () => {
    expect(effectsOf(talk, "we want to watch TV so switch it on")).toEqual(["living-tv television.on=true"]);
  });
});

describe("every form of a yes-no question is answered", () => {
  it.each([
    ["落地灯开没开", "落地灯没开。"],
    ["落地灯关了没有", "落地灯"],
    ["落地灯有没有关", "落地灯"],
    ["床头灯是不是忘了关", "床头灯"],
    ["卧室窗帘拉上没有", "窗帘"],
    ["门锁锁好没", "锁"],
  ])("%s", async (text, part) => {
    const talk = talkIn("flat");
    expect(effectsOf(talk, text)).toEqual(["answer"]);
    expect(await talk.reply(text)).toContain(part);
  });
});
