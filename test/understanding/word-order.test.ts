import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat");
const OFF = ["living-floor-lamp light.on=false"];
const ON = ["living-floor-lamp light.on=true"];
const to = (brightness: number): string[] => [...ON, `living-floor-lamp light.brightness=${brightness}`];

describe("a command may be given in fragments", () => {
  it.each([
    ["40%，落地灯，调一下", to(40)],
    ["落地灯，亮度，40%", to(40)],
    ["40 percent, the floor lamp", to(40)],
    ["关掉，落地灯", OFF],
    ["卧室的加湿器，关", ["bedroom-humidifier humidifier.on=false"]],
    ["最亮，落地灯", to(100)],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));
});

describe("a clarification may follow a command", () => {
  it.each([
    ["客厅空调调到24度我说的是温度", "living-ac air-conditioner.target-temperature=24"],
    ["客厅空调再低一点我说的是温度", "living-ac air-conditioner.target-temperature=25"],
    ["客厅空调高一点，温度啊不是风", "living-ac air-conditioner.target-temperature=27"],
    ["落地灯再高一点，我是说亮度", "living-floor-lamp light.brightness=80"],
    ["the living room AC a bit lower, I mean the temperature", "living-ac air-conditioner.target-temperature=25"],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toContain(expected));
});

describe("a reason is left aside without a mark as well", () => {
  it.each([
    ["我准备睡了落地灯关掉", OFF],
    ["孩子困了落地灯关了吧", OFF],
    ["把落地灯关了睡觉", OFF],
    ["落地灯关掉我要出门了", OFF],
    ["赶紧把落地灯关了要冒烟了", OFF],
    ["外面都黑透了把落地灯打开", ON],
    ["快快快落地灯打开", ON],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));

  it.each(["孩子睡了就关落地灯", "帮我叫个外卖，再把落地灯打开", "播个新闻，把落地灯打开"])(
    "a condition or another request is none: %s",
    (text) => expect(effectsOf(talk, text).filter((each) => each.includes("="))).toEqual([]),
  );
});

describe('"nobody is in the hall" is a reason with that room', () => {
  it.each([
    ["客厅没人了，把灯关了", ["living-ceiling-light light.on=false", "living-floor-lamp light.on=false"]],
    ["书房里没人，灯关掉", ["study-monitor-light light.on=false"]],
  ])("%s", (text, expected) => expect(effectsOf(talk, text, "kitchen")).toEqual(expected));

  it("a condition is no reason", () => {
    expect(effectsOf(talk, "客厅没人的时候把灯关了").filter((each) => each.includes("="))).toEqual([]);
  });
});
