import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

describe("a step from auto changes nothing, and the reply asks for a speed", () => {
  it.each([
    ["slow the living room AC's fan down", "living"],
    ["raise the fan speed of the air conditioner in the living room", "living"],
    ["the living room AC's fan one level higher please", "living"],
    ["bump the AC's fan speed up a notch", "living"],
    ["living room air conditioner fan speed lower", "living"],
    ["客厅空调的风速降一档", "living"],
    ["把空调风速调大一些", "living"],
    ["空调风再小一点", "living"],
    ["客厅的空调风力加大", "living"],
    ["空调风量减小两档", "living"],
  ])("%s", async (text, room) => {
    const talk = talkIn("flat", { room });
    await talk.say("set the living room AC fan speed to auto");
    expect(effectsOf(talk, text, room)).toEqual(["refuse"]);
    expect(await talk.changes(text)).toEqual({});
  });
});

it("the reply tells the current speed and the available ones", async () => {
  const talk = talkIn("flat", { room: "living" });
  await talk.say("set the living room AC fan speed to auto");
  expect(await talk.reply("lower the AC's fan speed")).toContain(
    "is on auto. Which one would you like: level 1, level 2",
  );
  expect(await talk.reply("空调风速调低一点")).toContain("风速现在是自动，要调到1档、2档");
});

describe("a step starts from the current speed", () => {
  it.each([
    ["the living room AC's fan one level lower", 3],
    ["turn the fan of the living room AC up by two levels", 6],
    ["AC fan speed down by half", 2],
    ["AC fan speed up a step", 5],
    ["bring the AC's fan down one", 3],
    ["客厅空调风速加两档", 6],
    ["空调的风减一档", 3],
    ["空调风速降低一半", 2],
    ["空调风大一点", 5],
    ["把空调风量调小一档", 3],
  ])("%s", async (text, level) => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say("set the living room AC fan speed to level 4");
    expect(effectsOf(talk, text, "living")).toContain(`living-ac fan-control.fan-level=${level}`);
  });
});

describe("a list without an order has no steps", () => {
  it.each([
    "raise the mode of the bedroom AC",
    "lower the bedroom AC's mode",
    "卧室空调的模式调高",
    "把卧室空调模式降低一档",
  ])("%s", async (text) => expect(await talkIn("flat", { room: "bedroom" }).changes(text)).toEqual({}));
});
