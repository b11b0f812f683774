import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });

describe("a purpose is no part of the command", () => {
  it.each([
    ["turn the floor lamp blue to create a relaxing atmosphere", "turn the floor lamp blue"],
    ["set the AC to 24 to keep everybody comfortable", "set the AC to 24"],
    ["set the AC to 24 so that nobody catches a cold", "set the AC to 24"],
    ["turn on the floor lamp for a better view", "turn on the floor lamp"],
    ["set the floor lamp to 40 percent for a cosy feeling", "set the floor lamp to 40 percent"],
    ["close the curtain to block the sun", "close the curtain"],
    ["set the AC to heat at 24 for the evening", "set the AC to heat at 24"],
    ["turn on the floor lamp overnight", "turn on the floor lamp"],
    ["and while you are at it, turn on the floor lamp", "turn on the floor lamp"],
  ])("%s", (text, as) => {
    expect(plannedCommands(flat, as)[0]).not.toBe("unknown");
    expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as));
  });

  it.each([
    "set an alarm for seven to get ready",
    "turn on the floor lamp for 10 minutes",
    "turn on the light for the bedroom",
    "turn off the TV to save power and close the curtain",
  ])("%s keeps what it says", (text) =>
    expect(plannedCommands(flat, text)).not.toEqual(plannedCommands(flat, text.split(/ (?:for|to) /)[0] ?? "")),
  );
});

describe('"make sure that …" is a command', () => {
  it.each([
    ["make sure the curtain is closed", "close the curtain"],
    ["please make sure that the AC is off", "turn the AC off"],
    ["ensure the AC is set to 20", "set the AC to 20"],
    ["see to it that the floor lamp is on", "turn the floor lamp on"],
    ["make sure to turn off the TV", "turn off the TV"],
  ])("%s", (text, as) => expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as)));
});

describe("a statement about the past commands nothing", () => {
  it.each([
    "the AC was on",
    "the door was open",
    "the front door was unlocked",
    "the lights were on",
    "the TV has been on",
    "the AC was on overnight",
    "the TV was on all evening",
    "the bedroom lights have been left on",
    "I made sure the curtain was closed",
  ])("%s", (text) => expect(plannedCommands(flat, text)).toEqual(["unknown"]));

  it.each(["was the AC on", "were the lights on", "has the TV been on"])("%s is a question", (text) =>
    expect(plannedCommands(flat, text)).toEqual(["answer"]),
  );
});

describe("a second setting and a place belong to the command before", () => {
  it.each([
    ["set the AC to cool with a low fan", ["living-ac air-conditioner.mode=2", "living-ac fan-control.fan-level=1"]],
    [
      "turn on the living room AC and turn off the floor lamp there",
      ["living-ac air-conditioner.on=true", "living-floor-lamp light.on=false"],
    ],
    [
      "turn on the bedroom AC and turn off the ceiling light there",
      ["bedroom-ac air-conditioner.on=true", "bedroom-ceiling-light light.on=false"],
    ],
    ["open the bedroom curtain and turn on the AC there", ["bedroom-ac air-conditioner.on=true"]],
    ["set the floor lamp to a warm tone", ["living-floor-lamp light.color-temperature=2700"]],
  ])("%s", (text, expected) => expect(plannedCommands(flat, text)).toEqual(expect.arrayContaining(expected)));
});
