import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

describe("lamps that are off are not dimmed, and the reply says that they are off", () => {
  it.each([
    ["turn off the kitchen lights", "the kitchen is too bright", "Both lights in the kitchen are already off."],
    ["turn off the kitchen lights", "dim the lights", "Both lights in the kitchen are already off."],
    ["turn off the kitchen lights", "make it dimmer", "Both lights in the kitchen are already off."],
    ["turn off the counter lights", "dim the counter lights a bit", "The counter lights are already off."],
    ["把厨房的灯关了", "厨房太亮了", "厨房的灯本来就都关着。"],
    ["把厨房的灯关了", "把灯调暗", "厨房的灯本来就都关着。"],
  ])("%s | %s", async (off, dim, told) => {
    const talk = talkIn("house", { room: "kitchen" });
    await talk.say(off);
    let reply = "";
    const say = async (): Promise<void> => {
      reply = await talk.reply(dim);
    };
    const before = JSON.stringify(
      talk.home.devices.map(({ state }) => [...state].map(([key, { value }]) => [key, value])),
    );
    await say();
    const after = JSON.stringify(
      talk.home.devices.map(({ state }) => [...state].map(([key, { value }]) => [key, value])),
    );
    expect([reply, after === before]).toEqual([told, true]);
  });

  it("the lamp that is on is dimmed", async () => {
    const talk = talkIn("house", { room: "kitchen" });
    await talk.say("turn off the counter lights");
    await talk.say("set the ceiling light to 60 percent");
    expect(await talk.changes("dim the lights")).toEqual({ "kitchen-ceiling-light.light.brightness": 40 });
  });

  it("a brightness is still set on lamps that are off", async () => {
    const talk = talkIn("house", { room: "kitchen" });
    await talk.say("turn off the kitchen lights");
    expect(await talk.changes("dim the ceiling light to 20 percent")).toMatchObject({
      "kitchen-ceiling-light.light.brightness": 20,
    });
  });
});
