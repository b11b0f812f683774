import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

describe("a command for a day of the month does not run today", () => {
  it.each([
    "turn on the lights on the 3rd",
    "turn on the lights on the third",
    "turn on the lights the 3rd",
    "on the 3rd turn on the lights",
    "turn off the lights by the 3rd",
    "turn on the lights on the 15th at 8",
    "turn on the lights on the 2nd at 8 pm",
    "at 8 on the 3rd turn on the lights",
    "turn on the lights on the twenty fourth",
    "turn on the lights on December 24",
    "turn on the lights on 24 December",
    "turn on the lights on the first of May",
    "turn on the lights on 1/2",
    "turn on the lights on 2026-12-24",
    "15号开灯",
    "12月24日开灯",
  ])("%s", async (say) => {
    expect(await talkIn("flat", { room: "living" }).reply(say)).toBe("(handed on)");
  });

  it.each([
    ["turn off the second lamp in the bedroom", { "bedroom-bedside-lamp.light.on": false }],
    ["turn the second light on", { "living-floor-lamp.light.on": true }],
    ["set the fan to the third level", { "study-fan.fan.fan-level": 3 }],
  ])("the third of several things is no date: %s", async (say, changes) => {
    expect(await talkIn("flat", { room: "living" }).changes(say)).toMatchObject(changes);
  });
});
