import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

describe('"the same there" after a setting', () => {
  it.each([
    ["turn on the bedroom ac", "make it 25", "and the living room?", /^Turn on the living room air conditioner/],
    ["打开主卧空调", "调到25度", "客厅呢？", /^确定要打开客厅的空调/],
  ])("asks before it switches a device on: %s | %s | %s", async (on, set, there, question) => {
    const talk = talkIn("flat");
    await talk.say(on);
    await talk.say(set);
    expect(await talk.say(there)).toMatchObject({ reply: expect.stringMatching(question), outcomes: [] });
    expect(await talk.changes("yes")).toMatchObject({
      "living-ac.air-conditioner.on": true,
      "living-ac.air-conditioner.target-temperature": 25,
    });
  });

  it("sets a device that is on", async () => {
    const talk = talkIn("flat");
    for (const text of ["turn on the living room ac", "turn on the bedroom ac", "make it 25"]) await talk.say(text);
    expect(await talk.changes("and the living room?")).toEqual({ "living-ac.air-conditioner.target-temperature": 25 });
  });

  it.each(["could you set the living room ac to 25?", "能把客厅空调调到25度吗？"])(
    "and what is asked for politely is no such question: %s",
    async (text) => {
      expect(await talkIn("flat").changes(text)).toMatchObject({ "living-ac.air-conditioner.on": true });
    },
  );
});
