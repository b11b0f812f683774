import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

/** Says all but the last, and returns what that changed. */
async function changedBy(home: "flat" | "house", turns: readonly string[]) {
  const talk = talkIn(home, { room: "living" });
  for (const turn of turns.slice(0, -1)) await talk.say(turn);
  return await talk.changes(turns.at(-1) ?? "");
}

describe("a question, remark or denial about two devices commands nothing", () => {
  it.each([
    ["house", ["AC to 21", "is the guest room heater as warm as it?"]],
    ["house", ["floor lamp to 35", "are the spotlights as bright as the floor lamp"]],
    ["house", ["floor lamp to 35", "why is the light strip as bright as the floor lamp"]],
    ["house", ["AC to 21", "the heater isn't as warm as the AC"]],
    ["house", ["floor lamp to 35", "don't make the spotlights as bright as it"]],
    ["house", ["TV volume 25", "the speaker must never be as loud as the TV"]],
    ["flat", ["吸顶灯调到35%", "落地灯是不是和吸顶灯一样亮"]],
    ["flat", ["吸顶灯调到35%", "落地灯没和吸顶灯一样亮"]],
    ["flat", ["吸顶灯调到35%", "落地灯和吸顶灯一样亮吗"]],
  ] as const)("%s: %j", async (home, turns) => {
    expect(await changedBy(home, turns)).toEqual({});
  });
});

describe("an unwanted thing is no command", () => {
  it.each([
    ["house", ["floor lamp to 45", "no one asked for 20"]],
    ["house", ["floor lamp to 45", "somebody said 20?"]],
    ["house", ["AC to 22", "everybody says 28 is too warm"]],
    ["flat", ["吸顶灯调到45", "没人说要20"]],
    ["flat", ["吸顶灯调到45", "她说20太暗"]],
  ] as const)("%s: %j", async (home, turns) => {
    expect(await changedBy(home, turns)).toEqual({});
  });

  it("a wanted thing is a command", async () => {
    expect(await changedBy("house", ["floor lamp to 45", "Dad wants it at 20"])).toEqual({
      "living-floor-lamp.light.brightness": 20,
    });
  });
});

describe("a possibility is no command", () => {
  it.each([
    ["house", ["the heater might be on"]],
    ["house", ["floor lamp off", "it may be on again"]],
    ["house", ["are the warm and cool lights on"]],
    ["house", ["is the AC on and cool enough"]],
    ["house", ["is the TV on, and play count"]],
    ["house", ["floor lamp to 30", "all the way?"]],
    ["flat", ["空调26度", "变回最开始的样子？"]],
  ] as const)("%s: %j", async (home, turns) => {
    expect(await changedBy(home, turns)).toEqual({});
  });

  it('"it can go off" is a command', async () => {
    expect(await changedBy("house", ["floor lamp on", "the floor lamp can go off again"])).toEqual({
      "living-floor-lamp.light.on": false,
    });
  });

  it("a full command after a question is run", async () => {
    expect(await changedBy("house", ["is the TV on, and turn off the floor lamp"])).toEqual({
      "living-floor-lamp.light.on": false,
    });
  });
});

describe('"the middle"', () => {
  it.each([
    ["house", ["curtains to 20%", "halfway"], { "living-curtains.curtain.target-position": 50 }],
    ["house", ["floor lamp to 20", "to 60", "between those two"], { "living-floor-lamp.light.brightness": 40 }],
    ["flat", ["吸顶灯调到20", "调到60", "两个的中间"], { "living-ceiling-light.light.brightness": 40 }],
  ] as const)("is the mean of the last two values only where they are named: %s %j", async (home, turns, changed) => {
    expect(await changedBy(home, turns)).toMatchObject(changed);
  });
});

describe('"not that, but this"', () => {
  it("sets no device that shall stay off", async () => {
    expect(await changedBy("house", ["don't turn on the heater, just set it to 21"])).toEqual({});
  });

  it("sets the named device", async () => {
    expect(await changedBy("house", ["don't put the TV off, just on mute"])).toEqual({
      "living-tv.speaker.mute": true,
    });
  });
});
