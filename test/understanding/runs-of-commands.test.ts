import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });

describe("commands without marks between them keep their own targets", () => {
  it.each([
    [
      "关电视落地灯调到二十",
      ["living-tv television.on=false", "living-floor-lamp light.on=true", "living-floor-lamp light.brightness=20"],
    ],
    ["打开大灯落地灯关掉", ["living-ceiling-light light.on=true", "living-floor-lamp light.on=false"]],
    ["关掉电视空调打开", ["living-tv television.on=false", "living-ac air-conditioner.on=true"]],
    ["打开空调客厅窗帘拉上", ["living-ac air-conditioner.on=true", "living-curtain curtain.motor-control=2"]],
    ["开电视音量调到十", ["living-tv television.on=true", "living-tv speaker.volume=10"]],
    [
      "turn off the TV and set the floor lamp to 20",
      ["living-tv television.on=false", "living-floor-lamp light.on=true", "living-floor-lamp light.brightness=20"],
    ],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));

  it.each([
    ["打开电视和落地灯", ["living-tv television.on=true", "living-floor-lamp light.on=true"]],
    ["把电视和净化器关掉", ["living-tv television.on=false", "living-purifier air-purifier.on=false"]],
    ["关掉电视净化器", ["living-tv television.on=false", "living-purifier air-purifier.on=false"]],
  ])("%s: one verb is about both", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});

describe("a colder light has more kelvin", () => {
  it.each([
    ["大灯色温调冷一点", "more"],
    ["大灯光冷一点", "more"],
    ["大灯色温再暖一点", "less"],
    ["大灯光调暖", "less"],
    ["make the ceiling light a bit cooler", "more"],
    ["make the ceiling light a bit warmer", "less"],
  ])("%s", (text, way) => {
    const [address, kelvin] = plannedCommands(talk, text)[0]?.split("=") ?? [];
    expect(address).toBe("living-ceiling-light light.color-temperature");
    expect(Number(kelvin) > 4000 ? "more" : "less").toBe(way);
  });
});
