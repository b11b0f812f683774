import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/language/index.ts";
import { segment } from "../../src/understanding/parse/segment.ts";
import { normalise, tokenise } from "../../src/understanding/text/tokens.ts";
import { understand } from "../../src/understanding/understand.ts";
import { utteranceOf } from "../../src/understanding/utterance/utterance.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat");

/** What is left of an utterance to be understood, as it was said. */
function core(text: string): string {
  const source = normalise(text);
  const { items } = utteranceOf(segment(tokenise(source), source, talk.local.index), source);
  return source.slice(items[0]?.first.start, items.at(-1)?.end);
}

/** What a sentence does at once, as "address=value" or "action". */
function effects(text: string, room: string | null = null): string[] {
  const understanding = understand(text, talk.local.dialogueContext(null, languageOf(text), room), null);
  if (understanding.kind === "unknown") return ["unknown"];
  return understanding.steps.flatMap((step) => {
    if (step.kind !== "do") return [step.kind];
    return step.doings.flatMap(({ target, effects: done }) =>
      done.map((effect) => {
        const { handle } = target.indexed.device;
        return effect.kind === "set"
          ? `${handle} ${effect.property.address}=${effect.value}`
          : `${handle} ${effect.action.address}`;
      }),
    );
  });
}

describe("address, courtesy and urgency around a command fall away", () => {
  it.each([
    ["hey google, study fan on", "study fan on"],
    ["could you possibly turn the floor lamp off for us", "turn the floor lamp off"],
    ["be an angel and close the curtain in the living room", "close the curtain in the living room"],
    ["I was wondering if you could dim the floor lamp, cheers", "dim the floor lamp"],
    ["hurry up, floor lamp off", "floor lamp off"],
    ["小度小度，把落地灯关了", "把落地灯关了"],
    ["麻烦您把落地灯打开，谢谢啦", "把落地灯打开"],
    ["赶快把落地灯关了，别磨蹭", "把落地灯关了"],
  ])("%s", (text, expected) => expect(core(text)).toBe(expected));
});

describe("a reason commands nothing", () => {
  it.each([
    ["it's chilly in here, turn the floor lamp off", ["floor-lamp light.on=false"]],
    ["the twins are asleep, so turn the floor lamp off", ["floor-lamp light.on=false"]],
    ["turn the floor lamp off because my eyes have hurt for 3 days", ["floor-lamp light.on=false"]],
    ["太热了，把落地灯关掉", ["floor-lamp light.on=false"]],
    ["我们准备吃饭了，把落地灯打开", ["floor-lamp light.on=true"]],
    ["因为猫咪要睡觉，所以把落地灯关掉", ["floor-lamp light.on=false"]],
  ])("%s", (text, expected) => expect(effects(text)).toEqual(expected.map((each) => `living-${each}`)));
});

describe("a repair replaces the part before it", () => {
  it.each([
    ["turn on the study fan, no wait, the floor lamp", ["living-floor-lamp light.on=true"]],
    ["turn off the floor lamp, actually never mind", ["leave"]],
    ["打开书房的风扇，不对，是落地灯", ["living-floor-lamp light.on=true"]],
    ["把落地灯关了，算了", ["leave"]],
  ])("%s", (text, expected) => expect(effects(text)).toEqual(expected));
});

describe("a state in a wish is a command", () => {
  it.each([
    ["I'd like the floor lamp off", ["living-floor-lamp light.on=false"]],
    ["the floor lamp needs to be turned on", ["living-floor-lamp light.on=true"]],
    ["我希望落地灯亮着", ["living-floor-lamp light.on=true"]],
  ])("%s", (text, expected) => expect(effects(text)).toEqual(expected));
});

describe("the parts beside a condition are kept", () => {
  it.each([
    "if the front door is unlocked, turn on the floor lamp",
    "when the doorbell rings, turn on the floor lamp",
    "有人按门铃就打开落地灯",
    "快递来了就打开落地灯",
  ])("%s", (text) => expect(effects(text).filter((each) => each.includes("="))).toEqual([]));
});
