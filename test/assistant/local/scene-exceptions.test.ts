import { describe, expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

/** What was done to devices by the last text, "lamp=true". */
async function doneBy(text: string, before: readonly string[]): Promise<readonly [string, readonly string[]]> {
  const talk = await openTalk(null, "flat");
  for (const each of before) await talk.say(each);
  const already = talk.done.length;
  const { reply } = await talk.say(text);
  const done = talk.done.slice(already).filter(({ status }) => status === "confirmed");
  return [reply, done.map((outcome) => `${outcome.device}=${"value" in outcome ? outcome.value : outcome.action}`)];
}

const NIGHT = ["good night", "yes"];
const NIGHT_ZH = ["晚安", "好"];
const LAMP_ON = ["miot:bedroom-bedside-lamp=true"];
const CURTAIN_OPEN = ["miot:living-curtain=100"];

describe("an excepted device that a scene did not change", () => {
  it.each([
    [NIGHT, "but leave the bedroom ceiling light on"],
    [NIGHT_ZH, "主卧的吸顶灯别关"],
  ])("gets no command, not even its present value: %j | %s", async (before, text) => {
    const talk = await openTalk(null, "flat");
    for (const each of before) await talk.say(each);
    const already = talk.done.length;
    await talk.say(text);
    expect(talk.done.slice(already)).toEqual([]);
  });
});

describe("an excepted device that a scene has switched is reverted, and the reply says so", () => {
  it.each([
    [NIGHT, "but leave the bedside lamp on", "The bedside lamp is on.", LAMP_ON],
    [NIGHT, "don't turn off the bedside lamp", "The bedside lamp is on.", LAMP_ON],
    [[...NIGHT, "thanks"], "leave the bedside lamp on", "The bedside lamp is on.", LAMP_ON],
    [NIGHT, "not the bedside lamp", "The bedside lamp is on.", LAMP_ON],
    [NIGHT, "leave the living room curtains open", "The living room curtain is open.", CURTAIN_OPEN],
    [NIGHT_ZH, "床头灯别关", "床头灯开了。", LAMP_ON],
    [NIGHT_ZH, "床头灯留着", "床头灯开了。", LAMP_ON],
    [NIGHT_ZH, "客厅窗帘别拉上", "客厅的窗帘拉开了。", CURTAIN_OPEN],
  ])("%s | %s", async (before, text, told, done) => {
    expect(await doneBy(text, before)).toEqual([told, done]);
  });

  it.each([
    [NIGHT, "leave the bedroom ceiling light on", "The bedroom ceiling light is already off."],
    [NIGHT, "but leave the bedroom ceiling light on", "The bedroom ceiling light is already off."],
    [NIGHT_ZH, "主卧的吸顶灯别关", "主卧的吸顶灯本来就关着。"],
    // The scene has nothing to do with it.
    [NIGHT_ZH, "空调别关", "好的，那就算了。"],
  ])("but not where it was so before: %s | %s", async (before, text, told) => {
    expect(await doneBy(text, before)).toEqual([told, []]);
  });
});
