import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

it.each(["light up the study", "please light up the study", "could you light up the study light"])(
  "but the verb stays one: %s",
  async (text) => {
    const talk = talkIn("flat", { room: "study" });
    await talk.say("turn off the monitor light in the study");
    expect(effectsOf(talk, text, "study")).toEqual(["study-monitor-light light.on=true"]);
  },
);

/** A fifth of the range without an amount, a tenth for a bit of it. */
describe("light is raised and lowered in many wordings", () => {
  it.each([
    ["take the brightness down in the study", 30],
    ["could you soften the study light", 30],
    ["less light in the study please", 30],
    ["bring the study light up a notch", 60],
    ["a little more light in the study", 60],
    ["put the study light up one step", 60],
    ["study light down to a fifth", 20],
    ["study light halfway", 50],
    ["书房的灯柔和一点", 30],
    ["书房灯光再亮一点", 70],
    ["把书房的灯调暗些", 30],
    ["书房的灯亮度减半", 25],
    ["书房灯调到五分之一", 20],
  ])("%s", async (text, brightness) => {
    const talk = talkIn("flat", { room: "study" });
    await talk.say("set the monitor light in the study to 50 percent");
    const set = effectsOf(talk, text, "study").filter((effect) => effect.includes("brightness"));
    expect(set).toEqual([`study-monitor-light light.brightness=${brightness}`]);
  });
});
