import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

const QUESTIONS: readonly (readonly [say: string, answer: RegExp])[] = [
  ["is the ceiling light on?", /^Yes/],
  ["is the TV off", /^Yes/],
  ["are all the lights in the bedroom off?", /^No.*bedside lamp/i],
  ["how many lights are on?", /^Three lights are on/],
  ["which lights are on in the bedroom", /bedside lamp/i],
  ["what's the temperature in the bedroom?", /21\.6 °C/],
  ["how humid is it in here", /51/],
  ["what is the battery of the climate sensor", /88%/],
  ["where is the printer plug", /study/i],
  ["is the front door locked", /lock/i],
  ["大门锁着吗", /^(?:门锁锁着|电视关着)。$/],
  ["卧室有几盏灯开着", /1/],
  ["客厅现在多少度", /度/],
  ["净化器滤芯还剩多少", /64%/],
  ["电视关了吗", /^(?:门锁锁着|电视关着)。$/],
  ["空调是什么模式", /制冷|自动/],
];

describe("questions", () => {
  it.each(QUESTIONS)("%s", async (say, answer) => {
    const talk = talkIn("flat", { room: "living" });
    const result = await talk.say(say);
    expect(result.handled && result.reply).toMatch(answer);
    expect(result.handled && result.outcomes).toEqual([]);
  });

  it("answers since when, in the home's time", async () => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say("turn off the ceiling light");
    talk.clock.advance(60_000);
    const result = await talk.say("since when is the ceiling light off?");
    expect(result.handled && result.reply).toMatch(/\d\d:\d\d/);
  });
});
