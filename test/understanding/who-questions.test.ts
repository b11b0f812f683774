import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });

describe("a question who did something commands nothing", () => {
  it.each([
    "谁开的灯",
    "大门谁开的",
    "灯是谁关的",
    "谁锁的门",
    "是谁开了电视",
    "谁动了空调",
    "谁把大门打开了",
    "who turned on the light",
    "who unlocked the front door",
    "who has opened the curtains",
  ])("%s", (text) => expect(["why", "unknown"]).toContain(plannedCommands(flat, text).join()));

  it.each([
    ["谁帮我开下灯", "帮我开下灯"],
    ["谁去关下电视", "关下电视"],
  ])("a request to whoever hears it is one: %s", (text, as) =>
    expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as)),
  );
});

describe("a number behind “at” is a temperature for devices that are set in degrees", () => {
  it.each([
    ["ac on cool at 24", "living-ac air-conditioner.target-temperature=24"],
    ["turn on the AC at 22", "living-ac air-conditioner.target-temperature=22"],
    ["air conditioner on at 26", "living-ac air-conditioner.target-temperature=26"],
    ["set the AC to heat at 21", "living-ac air-conditioner.target-temperature=21"],
    ["set the air conditioner at 20", "living-ac air-conditioner.target-temperature=20"],
  ])("%s", (text, setting) => expect(plannedCommands(flat, text)).toContain(setting));

  it.each([
    "turn off the AC at 9",
    "air conditioner on at 7",
    "turn on the AC at 22:00",
    "turn on the AC tomorrow at 11",
  ])("%s is when", (text) => expect(plannedCommands(flat, text)).toEqual(["later"]));
});
