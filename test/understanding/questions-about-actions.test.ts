import { describe, expect, it } from "vitest";
import { eachDialogue } from "../support/each-dialogue.ts";
import { netChanges } from "../support/net-changes.ts";
import { planningIn, talkIn } from "../support/speak.ts";

const house = talkIn("house", { room: "living" });

describe("a question whether something was locked, closed or switched off asks for the current state", () => {
  it.each([
    ["did I lock the front door", /^Yes/u],
    ["did you remember to lock the side door?", /^No/u],
    ["did we lock the doors", /^No/u],
    ["did I close the garage door?", /^Yes/u],
    ["did you turn off the TV?", /^No/u],
  ])("%s", async (text, reply) => {
    expect(await house.changes(text)).toEqual({});
    expect(await house.reply(text)).toMatch(reply);
  });
});

it.each([
  ["are the kitchen lights off?", /^No/u],
  ["are the doors locked?", /^No/u],
  ["are the kitchen lights on?", /^The kitchen ceiling light is on\.$/u],
])("several devices are off or locked only if each is: %s", async (text, reply) =>
  expect(await house.reply(text)).toMatch(reply),
);

describe("a request to be told of an event makes a notice", () => {
  it.each([
    "let me know if the front door opens",
    "tell me if anyone opens the front door",
    "tell me if the window opens",
  ])("%s", async (text) => {
    const { reply } = await planningIn("house", { room: "living" });
    expect(await reply(text)).toMatch(/^OK\. When /u);
  });

  it.each(["let me know if the front door is open", "can you tell me if the garage door is closed"])(
    "but %s asks how it is",
    async (text) => expect(await house.reply(text)).toMatch(/^(Yes|No)/u),
  );
});

const OFF = "living-tv.television.on=false";

eachDialogue("what would be minded is asked for, and not what somebody would do himself", [
  [["would you mind turning the TV off?"], OFF, "living"],
  [["do you mind turning the TV off"], OFF, "living"],
  [["do you mind if I turn the TV off?"], "", "living"],
]);

eachDialogue("the fan of what was spoken of, where there is no other near", [
  [
    ["turn the AC on", "and the fan on level 2"],
    "living-ac.air-conditioner.on=true, living-ac.fan-control.fan-level=2",
    "living",
  ],
  [
    ["turn on the AC in the study", "fan on level 2"],
    "study-ac.air-conditioner.on=true, study-fan.fan.fan-level=2, study-fan.fan.on=true",
    "living",
  ],
]);

eachDialogue("what must run is left on after it was asked what is on", [
  [
    ["what's on in the living room?", "turn it all off"],
    "living-ceiling-light.light.on=false, living-floor-lamp.light.on=false, living-purifier.air-purifier.on=false, living-tv.television.on=false",
  ],
]);

describe("commands with several acts in the flat are done in order", () => {
  it.each([
    ["水温调高两度", { "bathroom-water-heater.water-heater.target-temperature": 52 }],
    ["浴霸开灯", { "bathroom-heater.light.on": true }],
    ["老公，你去把灯关一下", {}],
    ["小爱，你去把吸顶灯关了", { "living-ceiling-light.light.on": false }],
  ])("%s", async (text, changes) => {
    expect(await netChanges([text], { home: "flat", room: "living" })).toEqual(changes);
  });

  it("a robot that is sent home is not stopped first", async () => {
    const { reply } = talkIn("flat", { room: "living" });
    expect(await reply("扫地机别扫了，回去充电")).not.toContain("停止");
  });
});
