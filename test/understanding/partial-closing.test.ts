import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");

describe("closing by an amount sets the rest as the position", () => {
  it.each([
    ["close the curtain three quarters of the way", 25],
    ["close the curtain 80 percent of the way", 20],
    ["close the curtain a quarter", 75],
    ["curtain 40 percent closed", 60],
    ["put the curtain a third of the way closed", 67],
    ["open the curtain three quarters of the way", 75],
    ["close the curtain to 30 percent", 30],
    ["close the curtain half way", 50],
  ])("%s", (text, position) =>
    expect(effectsOf(flat, text, "living")).toEqual([`living-curtain curtain.target-position=${position}`]),
  );
});

describe("a setting of the first thing is not taken over by the second", () => {
  it.each(["make the AC blow gently and the ceiling light at its warmest"])("%s", (text) =>
    expect(effectsOf(flat, text, "living").join()).not.toContain("target-temperature"),
  );
});

describe('"on heat" and "to heat" set the mode of the air conditioner', () => {
  it.each(["put the AC on heat at 21", "set the AC to heat at 21"])("%s", (text) =>
    expect(effectsOf(flat, text, "living")).toEqual(effectsOf(flat, "set the AC to heat mode at 21", "living")),
  );
});
