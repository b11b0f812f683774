import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house", { room: "living" });

function expectAlike(text: string, as: string): void {
  expect(plannedCommands(house, as)).not.toContain("unknown");
  expect(plannedCommands(house, text)).toEqual(plannedCommands(house, as));
}

describe('"one" stands for another thing of the named kind', () => {
  it.each([
    [
      "turn the dehumidifier in the utility to 45 percent and the one in the gym off",
      "turn the dehumidifier in the utility to 45 percent and the dehumidifier in the gym off",
    ],
    ["set the study AC to 22 and switch the bedroom one off", "set the study AC to 22 and switch the bedroom AC off"],
    [
      "set the study AC to 22 with the fan on low and turn the bedroom one off",
      "set the study AC to 22 with the fan on low and turn the bedroom AC off",
    ],
    ["left bedside lamp to 20, right one to 60", "left bedside lamp to 20, right bedside lamp to 60"],
    [
      "pause the speaker in here and the one in the kitchen",
      "pause the speaker in here and the speaker in the kitchen",
    ],
    ["put the heater in here on 23 and Emma's on 20", "put the heater in here on 23 and Emma's heater on 20"],
    [
      "turn off the ceiling light and the one in the kitchen",
      "turn off the living room ceiling light and the kitchen ceiling light",
    ],
  ])("%s", expectAlike);

  it.each([
    ["turn off the TV, the big one", "turn off the TV"],
    ["turn off one of the spotlights", "turn off one of the spotlights"],
    ["set the left lamp to one percent", "set the left lamp to 1 percent"],
  ])("%s names nothing else", expectAlike);
});

describe('"its fan" is the fan of the device itself', () => {
  it.each([
    ["switch the study AC to dry and its fan to high", "switch the study AC to dry and the study AC's fan to high"],
    ["set the AC to 24, its swing on", "set the AC to 24 and the swing of the AC on"],
  ])("%s", expectAlike);
});

describe('"one" behind a unit is a number', () => {
  it.each([
    ["put Leo's fan on speed one", "put Leo's fan on speed 1"],
    ["set Leo's fan to one and close his curtains", "set Leo's fan to 1 and close his curtains"],
    ["set the AC to maybe 24", "set the AC to 24"],
    ["floor lamp to like a third", "floor lamp to a third"],
  ])("%s", expectAlike);
});

describe('"in there" is the place of the thing before', () => {
  it.each([
    ["close the garage door and turn the light in there off", "close the garage door and turn the garage light off"],
    [
      "switch the left bedside lamp off and close the curtains in there",
      "switch the left bedside lamp off and close the bedroom curtains",
    ],
    ["turn off the study AC and the light in there", "turn off the study AC and the study light"],
  ])("%s", expectAlike);
});

describe('"both" includes devices beyond the room if only one is in it', () => {
  it('"both TVs" are all TVs if there are two', () => expectAlike("turn off both TVs", "turn off all TVs"));
  it('"both purifiers" leads to a question if there are three', () =>
    expect(plannedCommands(house, "turn off both purifiers")).toEqual(["ask"]));
});
