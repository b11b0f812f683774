import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house", { room: "living" });
const flat = talkIn("flat", { room: "living" });

describe('an hour behind "off", "lock" or "stop" is a time', () => {
  it.each(["turn off the heater at 22", "AC off at 23", "lock the front door at 11", "stop the vacuum at 5"])(
    "%s",
    (text) => expect(plannedCommands(house, text)).toEqual(["later"]),
  );
});

describe("switching off or locking with a value is refused", () => {
  it.each([
    "turn the oven off at 60",
    "turn off the TV at 30",
    "turn off the spotlights at 60",
    "unlock the front door to 40",
  ])("%s", (text) => expect(plannedCommands(house, text)).toEqual(["refuse bad-value"]));
  it.each(["空调关在22度", "热水器50度关"])("%s", (text) =>
    expect(plannedCommands(flat, text)).toEqual(["refuse bad-value"]),
  );
});

describe('a bare number over twelve behind "on" is a value', () => {
  it.each([
    ["floor lamp on at thirty", "living-floor-lamp light.brightness=30"],
    ["speaker on at fifteen", "living-speaker speaker.volume=15"],
    ["open the curtains at fifty", "living-curtains curtain.target-position=50"],
  ])("%s", (text, done) => expect(plannedCommands(house, text)).toContain(done));
  it.each(["floor lamp on at eight", "floor lamp on at 20 tomorrow", "floor lamp on at 20:00"])(
    "%s is a time",
    (text) => expect(plannedCommands(house, text)).toEqual(["later"]),
  );
  it.each(["TV volume up by five", "turn the volume up by 5 on the TV"])("%s changes the value by that much", (text) =>
    expect(plannedCommands(house, text).join()).toMatch(/^living-tv speaker.volume=\d+$/),
  );
});

describe("a share says how far something closes or opens", () => {
  it.each([
    ["close the curtains 30 percent", 70],
    ["close the curtains to 30 percent", 30],
    ["close the curtains by a third", 67],
    ["curtains to thirty percent open", 30],
    ["curtains to a third closed", 67],
  ])("%s", (text, position) =>
    expect(plannedCommands(house, text)).toEqual([`living-curtains curtain.target-position=${position}`]),
  );
  it.each([
    ["窗帘关八成", 20],
    ["窗帘关到八成", 80],
    ["窗帘关三分之一", 67],
  ])("%s", (text, position) =>
    expect(plannedCommands(flat, text)).toEqual([`living-curtain curtain.target-position=${position}`]),
  );
});

describe('a freezer is set below zero without the word "minus"', () => {
  it.each(["make the freezer minus twenty", "freezer to minus 20", "freezer 2 degrees colder"])("%s", (text) =>
    expect(plannedCommands(house, text)).toEqual(["kitchen-fridge fridge-chamber-2.target-temperature=-20"]),
  );
});

describe("a device that must not be switched on is not set either", () => {
  it.each(["don't turn the AC on and set it to 24", "别开空调，调到24度"])("%s", (text) =>
    expect(plannedCommands(house, text)).toEqual(["unknown"]),
  );
  it("another device in the sentence is set", () =>
    expect(plannedCommands(house, "don't turn on the AC, open the curtains")).toEqual([
      "living-curtains curtain.motor-control=1",
    ]));
});
