import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat");
const OFF = ["living-floor-lamp light.on=false"];
const ON = ["living-floor-lamp light.on=true"];

describe("softeners in any position change nothing", () => {
  it.each([
    ["落地灯能帮我开一下不", ON],
    ["落地灯可以给我关一下不", OFF],
    ["要不咱们先把落地灯关了吧", OFF],
    ["那就先把落地灯开开吧，谢啦", ON],
    ["干脆把落地灯关了得了", OFF],
    ["你看能不能帮我把落地灯开一开", ON],
    ["劳驾把落地灯关一下下，多谢", OFF],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));
});

describe("a wanted state with a softener is a command", () => {
  it.each([
    ["落地灯开着呗", ON],
    ["落地灯给我开着", ON],
    ["落地灯开着吧就", ON],
    ["落地灯亮着就行", ON],
    ["落地灯关着哈", OFF],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));

  it.each(["落地灯开着", "你看要不要把落地灯关了"])("a state without a wish commands nothing: %s", (text) =>
    expect(effectsOf(talk, text).filter((each) => each.includes("="))).toEqual([]),
  );
});

describe("再 before a value sets it, and before an amount adds it", () => {
  it.each([
    ["再把落地灯的亮度调到40", ["living-floor-lamp light.on=true", "living-floor-lamp light.brightness=40"]],
    ["落地灯再帮我调成30%", ["living-floor-lamp light.on=true", "living-floor-lamp light.brightness=30"]],
    ["落地灯亮度再调高10", ["living-floor-lamp light.on=true", "living-floor-lamp light.brightness=70"]],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));
});

describe("a negated activity is ended", () => {
  it.each([
    ["落地灯别开了", OFF],
    ["净化器别吹了", ["living-purifier air-purifier.on=false"]],
    ["行了，别扫了", ["living-vacuum vacuum.stop-sweeping"]],
    ["不要再扫地了", ["living-vacuum vacuum.stop-sweeping"]],
    ["别开落地灯", ["leave"]],
    ["落地灯别关了", ["leave"]],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));
});
