import { describe, expect, it } from "vitest";
import { planningIn, talkIn } from "../support/speak.ts";

describe("a pronoun for the noun phrase in front", () => {
  it.each([
    [
      "house",
      "study",
      "turn on the fan",
      "and the aircon in the living room, put that on",
      ["living-ac.air-conditioner.on"],
    ],
    ["house", "living", "turn on the AC", "the lights in the kitchen, turn them off", null],
    ["flat", "living", "打开电视", "书房的风扇，把它打开", ["study-fan.fan.on"]],
  ] as const)("is nothing that was talked about before: %s, %s: %s | %s", async (home, room, first, text, changed) => {
    const talk = talkIn(home, { room });
    await talk.say(first);
    const keys = Object.keys(await talk.changes(text));
    if (changed) expect(keys).toEqual(changed);
    else expect(keys.every((key) => key.startsWith("kitchen-"))).toBe(true);
  });

  it("is the only target of a plan", async () => {
    const talk = await planningIn("house", { room: "living" });
    await talk.say("turn the TV off in an hour");
    expect(await talk.reply("and the heater, put that on at ten")).toBe(
      "OK. I'll turn on the living room heater at 22:00.",
    );
  });
});

describe("devices in focus", () => {
  it("get a value only where they are on", async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("floor lamp on and spotlights off");
    expect(await talk.changes("forty percent")).toEqual({ "living-floor-lamp.light.brightness": 40 });
  });

  it("are set once although the sentence names them twice", async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("floor lamp to 60");
    expect(await talk.reply("the floor lamp is too bright, dim it")).toMatch(
      /^The floor lamp is (?:at|set to) \d+%\.$/,
    );
  });
});
