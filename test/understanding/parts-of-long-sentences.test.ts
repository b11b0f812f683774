import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house", { room: "living" });
const flat = talkIn("flat", { room: "living" });

function expectAlike(talk: typeof house, text: string, as: string): void {
  expect(plannedCommands(talk, as)).not.toContain("unknown");
  expect(plannedCommands(talk, text)).toEqual(plannedCommands(talk, as));
}

describe("each part of a long sentence is carried out", () => {
  it.each([
    [
      "turn off the AC in our bedroom the study and the lounge",
      "turn off the AC in our bedroom, in the study and in the lounge",
    ],
    ["open Leo's curtains half way and Emma's all the way", "open Leo's curtains half way and open Emma's curtains"],
    [
      "set the living room to 22 degrees and the study to 20",
      "set the living room to 22 degrees and the study to 20 degrees",
    ],
    [
      "set the humidifier in our bedroom to 55 percent humidity and the one in Leo's room to level 2",
      "set the humidifier in our bedroom to 55 percent humidity. set the humidifier in Leo's room to level 2",
    ],
    ["fairy lights on, and water the garden", "fairy lights on, and turn on the sprinkler"],
    [
      "set the AC temperature two degrees lower and its swing on",
      "lower the AC temperature by two degrees and turn its swing on",
    ],
    ["close the garage and turn the light in there off", "close the garage door and turn the garage light off"],
    ["hot water to 50, blanket off", "water heater to 50, electric blanket off"],
  ])("%s", (text, as) => expectAlike(house, text, as));

  it.each([
    ["bedroom AC to 24, medium fan", "bedroom AC to 24 and the bedroom AC's fan to medium"],
    ["AC to 24, fan low", "AC to 24 with a low fan"],
    [
      "turn off every light but leave the floor lamp on at 20 percent",
      "turn off every light except the floor lamp, set the floor lamp to 20 percent",
    ],
  ])("%s", (text, as) => expectAlike(flat, text, as));
});

describe("a part that is not understood is not ignored", () => {
  it.each(["turn off the hall light, the landing and ours", "make the floor lamp red and ours green"])("%s", (text) =>
    expect(plannedCommands(house, text)).toEqual(["unknown"]),
  );

  it("turning on the sprinklers leaves the main valve alone", () =>
    expect(effectsOf(house, "turn on the sprinklers", "living")).toEqual(["garden-sprinkler valve.on=true"]));

  it("a request for hot water to drink does not start the water heater", () =>
    expect(plannedCommands(flat, "make me some hot water").join()).not.toContain("water-heater"));

  it("a level goes to the fan in the speaker's room", () =>
    expect(plannedCommands(talkIn("flat", { room: "study" }), "put the fan on level 2")).toEqual([
      "study-fan fan.on=true",
      "study-fan fan.fan-level=2",
    ]));
});

describe('"low, like 15 percent" sets the amount', () => {
  it.each([
    ["floor lamp on low like 15 percent", "floor lamp to 15 percent"],
    ["turn on the floor lamp but keep it low like 15 percent", "turn on the floor lamp and set it to 15 percent"],
  ])("%s", (text, as) => expectAlike(flat, text, as));

  it("the first command does not run if the second is not understood", () =>
    expect(plannedCommands(house, "fairy lights on and give the plants some water")).toEqual(["unknown"]));
});
