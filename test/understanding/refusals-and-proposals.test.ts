import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");
const house = talkIn("house");

describe("a command for a thing that the home does not have is refused", () => {
  it.each([
    "turn on the toaster",
    "switch the sauna off",
    "start the rowing machine",
    "put the lava lamp on",
    "lock the safe",
    "set the hot tub to 37 degrees",
    "turn on the shower light",
    "turn the wine cooler down",
    "shut the cat flap",
    "make the piano lamp red",
    "打开吹风机",
    "把破壁机关了",
    "按摩椅开一下",
    "把壁炉打开",
    "除螨仪关掉",
    "打开缝纫机",
    "加热水杯开一下",
    "把电动车锁上",
  ])("%s", (text) => {
    expect(effectsOf(flat, text)).toEqual(["refuse"]);
    expect(effectsOf(flat, text, "living")).toEqual(["refuse"]);
  });

  it("the refusal names the thing", async () => {
    expect(await talkIn("flat").reply("turn on the record player")).toMatch(/record player/);
    expect(await talkIn("flat").reply("把跑步机打开")).toMatch(/跑步机/);
  });
});

describe("a word narrower than its kind does not mean every device of the kind", () => {
  it.each([
    ["turn on the ceiling fan", ["ask"]],
    ["switch off the radio", ["refuse"]],
    ["turn on the stereo in the living room", ["ask"]],
    ["dim the chandelier to 20 percent", ["refuse"]],
    ["turn the spotlights off", ["refuse"]],
    ["open the skylight", ["refuse"]],
    ["打开吊扇", ["ask"]],
    ["把卧室的百叶窗关上", ["ask"]],
    ["收音机关了", ["refuse"]],
    ["灯带关了", ["refuse"]],
    ["地暖调到25度", ["ask"]],
    ["打开天窗", ["refuse"]],
  ])("%s", (text, expected) => expect(effectsOf(flat, text)).toEqual(expected));

  it.each([
    ["turn on the downlights", ["living-spots light.on=true"]],
    ["switch the worktop lights off", ["kitchen-counter-lights light.on=false"]],
    ["turn on the light strip", ["living-tv-strip light.on=true"]],
    ["turn off the TV strip", ["living-tv-strip light.on=false"]],
    ["打开灯带", ["living-tv-strip light.on=true"]],
    ["把落地扇关掉", ["gym-fan fan.on=false"]],
    ["地暖关了", ["study-thermostat thermostat.on=false"]],
  ])("%s means the device with that word in its name", (text, expected) => {
    expect(effectsOf(house, text, "living").map((each) => each.replace(/ .*\.on=/, " on="))).toEqual(
      expected.map((each) => each.replace(/ .*\.on=/, " on=")),
    );
  });

  it("the proposed device is used after a yes", async () => {
    const talk = talkIn("flat");
    await talk.say("turn on the ceiling fan");
    expect(await talk.changes("yes")).toMatchObject({ "study-fan.fan.on": true });
  });
});

describe("a name with a wrong first character is never acted on", () => {
  it.each([
    ["打开喷气净化器", "空气净化器"],
    ["关掉热饭煲", "电饭煲"],
  ])("%s", (text) => expect(["ask", "refuse", "unknown"]).toContain(effectsOf(flat, text)[0]));
});
