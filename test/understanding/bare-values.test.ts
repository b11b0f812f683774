import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");
const house = talkIn("house");

/** What is set, without the switch that goes with it: "handle type=value". */
function set(text: string, talk = flat): string[] {
  return plannedCommands(talk, text)
    .filter((each) => !each.endsWith(".on=true"))
    .map((each) => each.replace(/ \S*\./, " "));
}

describe("a bare value sets the main property of the device", () => {
  it.each([
    ["客厅空调26", ["living-ac target-temperature=26"]],
    ["加湿器到60", ["bedroom-humidifier target-humidity=60"]],
    ["落地灯70%", ["living-floor-lamp brightness=70"]],
    ["落地灯2700K", ["living-floor-lamp color-temperature=2700"]],
    ["卧室窗帘一半", ["bedroom-curtain target-position=50"]],
    ["电视25", ["living-tv volume=25"]],
    ["书房风扇三档", ["study-fan fan-level=3"]],
    ["落地灯一半亮度", ["living-floor-lamp brightness=50"]],
    ["set the humidifier to 55", ["bedroom-humidifier target-humidity=55"]],
    ["floor lamp 70 percent", ["living-floor-lamp brightness=70"]],
    ["bedroom curtain to 30%", ["bedroom-curtain target-position=30"]],
    ["put the TV on 25", ["living-tv volume=25"]],
    ["set the living room AC to 26", ["living-ac target-temperature=26"]],
  ])("%s", (text, expected) => expect(set(text)).toEqual(expected));
});

describe("a value that does not fit sets no other property", () => {
  it.each([
    "把客厅空调调到60%",
    "加湿器调到5%",
    "扫地机器人调到60%",
    "热水器调到99度",
    "把电饭煲调到40%",
    "set the living room AC to 60 percent",
    "set the humidifier to 5%",
    "set the vacuum to 60 percent",
    "set the water heater to 99 degrees",
    "put the rice cooker on 40 percent",
  ])("%s", (text) => {
    expect(plannedCommands(flat, text).every((each) => /^(refuse|ask|unknown)/.test(each))).toBe(true);
  });
});

describe("a speed does not set the indicator light", () => {
  it.each([
    ["新风机调到高速", "gym-air-fresh mode=4"],
    ["新风开低速", "gym-air-fresh mode=2"],
    ["set the fresh air system to high", "gym-air-fresh mode=4"],
    ["fresh air unit to low", "gym-air-fresh mode=2"],
  ])("%s", (text, expected) => expect(set(text, house)).toEqual([expected]));
});
