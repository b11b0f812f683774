import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house");
const flat = talkIn("flat");

describe("of several commands, a missing device is refused and the rest is carried out", () => {
  it.each([
    ["turn on the floor lamp and turn on the treadmill", ["living-floor-lamp light.on=true", "refuse"]],
    ["switch on the jacuzzi, then turn the floor lamp on", ["refuse", "living-floor-lamp light.on=true"]],
    ["turn the floor lamp off. start the rowing machine", ["living-floor-lamp light.on=false", "refuse"]],
    [
      "turn on the toaster, turn on the floor lamp and lock the safe",
      ["refuse", "living-floor-lamp light.on=true", "refuse"],
    ],
    ["turn off the record player and turn off the floor lamp", ["refuse", "living-floor-lamp light.on=false"]],
  ])("%s", (text, expected) => expect(effectsOf(house, text)).toEqual(expected));

  it.each([
    ["打开落地灯，打开按摩椅", ["living-floor-lamp light.on=true", "refuse"]],
    ["把跑步机打开，然后把落地灯打开", ["refuse", "living-floor-lamp light.on=true"]],
    ["关掉落地灯，再打开破壁机", ["living-floor-lamp light.on=false", "refuse"]],
    ["打开落地灯，打开缝纫机，打开唱片机", ["living-floor-lamp light.on=true", "refuse", "refuse"]],
    ["关掉鱼缸，然后打开落地灯", ["refuse", "living-floor-lamp light.on=true"]],
  ])("%s", (text, expected) =>
    expect(effectsOf(flat, text).map((each) => each.replace("flat-", ""))).toEqual(expected),
  );

  it.each([
    "turn on the floor lamp and blah it",
    "turn on the floor lamp and feed them",
    "turn on the floor lamp and wake the neighbours",
  ])("%s: what is no command is not passed over", (text) => expect(effectsOf(house, text)).toEqual(["unknown"]));
});

describe('"start" is complete, and the next command has its own values', () => {
  it.each([
    ["start the purifier, set the floor lamp to 30 percent", "living-purifier air-purifier.on=true"],
    ["start the fan and then make the floor lamp 30 percent", "study-fan fan.on=true"],
    ["start the fan and set the floor lamp to 30", "study-fan fan.on=true"],
    ["please start the humidifier and set the floor lamp to 30%", "bedroom-humidifier humidifier.on=true"],
    ["start the purifier then set the TV volume to 12", "living-purifier air-purifier.on=true"],
    ["启动风扇，把落地灯调到百分之三十", "study-fan fan.on=true"],
    ["启动净化器，然后把电视音量调到12", "living-purifier air-purifier.on=true"],
  ])("%s", (text, first) => {
    const [own, ...others] = effectsOf(flat, text);
    expect(own).toBe(first);
    expect(others.filter((each) => each.startsWith(first.split(" ")[0] ?? ""))).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
  });

  it.each(["start the fan on level 3", "start the fan and set it to level 3"])("%s: the value is its own", (text) =>
    expect(effectsOf(flat, text)).toContain("study-fan fan.fan-level=3"),
  );
});
