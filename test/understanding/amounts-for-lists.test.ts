import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { planningIn, talkIn } from "../support/speak.ts";

const house = talkIn("house");

describe("an amount at the end of a list counts for all of it", () => {
  it.each([
    [
      "open our curtains and Leo's halfway",
      ["leo-curtains curtain.target-position=50", "living-curtains curtain.target-position=50"],
    ],
    [
      "打开主卧和客厅的窗帘一半",
      ["living-curtains curtain.target-position=50", "master-curtains curtain.target-position=50"],
    ],
  ])("%s", (text, effects) => expect([...effectsOf(house, text, "living")].sort()).toEqual(effects));

  it("a list with an exception and an amount is handed on", async () => {
    const talk = await planningIn("house");
    expect(await talk.reply("open our curtains and Leo's halfway, but leave Emma's alone")).toBe("(handed on)");
  });
});
