import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house", { room: "living" });

describe("what the speaker is about to do is a reason, not a command", () => {
  it.each([
    ["floor lamp on, got to find my glasses", "floor lamp on"],
    ["mirror light on, need to shave", "mirror light on"],
    ["heater to 21, three of us are cold", "heater to 21"],
    ["film time: spotlights off", "spotlights off"],
    ["right then, bedtime: spotlights off", "spotlights off"],
    ["rise and shine, get the curtains open", "open the curtains"],
    ["open the curtains would you, I want to see whether it snowed", "open the curtains"],
    ["I can't remember if I did it, so turn off the heater", "turn off the heater"],
  ])("%s", (text, as) => {
    expect(plannedCommands(house, as)[0]).not.toBe("unknown");
    expect(plannedCommands(house, text)).toEqual(plannedCommands(house, as));
  });
  it.each(["need to turn it down", "see if the heater is on and turn it off", "check whether the lamp is on"])(
    "%s is no reason",
    (text) =>
      expect(plannedCommands(house, `curtains open, ${text}`)).not.toEqual(plannedCommands(house, "open the curtains")),
  );
});

describe('superlatives and "as … as possible" set the end of the range', () => {
  it.each([
    ["can the ceiling light be as warm as it'll go", "living-ceiling-light light.color-temperature=2700"],
    ["floor lamp at its dimmest", "living-floor-lamp light.brightness=1"],
    ["spotlights the brightest they'll go", "living-spots light.brightness=100"],
    ["speaker as loud as it gets", "living-speaker speaker.volume=100"],
    ["AC as cold as you can", "living-ac air-conditioner.target-temperature=16"],
    ["floor lamp and spotlights, off the pair of them", "living-spots light.on=false"],
  ])("%s", (text, done) => expect(plannedCommands(house, text)).toContain(done));
});
