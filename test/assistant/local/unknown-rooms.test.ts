import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

describe("a place that the home lacks", () => {
  it.each([
    ["turn off the light in the garage"],
    ["turn on the lights in the garage"],
    ["turn on the fan in the garage"],
    ["turn on the light in the bedroom and in the garage"],
  ])("is told, and nothing is done elsewhere, whatever is in focus: %s", async (text) => {
    const talk = talkIn("flat");
    await talk.say("turn on the kitchen light");
    const before = new Map(talk.home.devices.map(({ id, state }) => [id, JSON.stringify([...state])]));
    expect(await talk.reply(text)).toBe("There's no garage in this home.");
    expect(new Map(talk.home.devices.map(({ id, state }) => [id, JSON.stringify([...state])]))).toEqual(before);
  });
});

describe("a switch in a room that the home lacks", () => {
  it.each([
    ["switch the guest room light on", "There's no guest room in this home."],
    ["switch the nursery lamp off", "There's no nursery in this home."],
    ["please switch the garage lights off", "There are no garage lights here."],
    ["switch nursery lights on", "There's no nursery in this home."],
  ])("is not taken for a wall switch: %s", async (text, told) => {
    const talk = talkIn("flat");
    expect(await talk.reply(text)).toBe(told);
    expect(await talkIn("flat").changes(text)).toEqual({});
  });

  it.each([
    ["switch the floor lamp on", "living-floor-lamp.light.on"],
    ["switch the kitchen light on", "kitchen-light.light.on"],
    ["turn the wall switch on", "hallway-switch.switch.on"],
    ["hallway switch on", "hallway-switch.switch.on"],
  ])("keeps its meaning in a known room: %s", async (text, key) =>
    expect(Object.keys(await talkIn("flat").changes(text))).toContain(key),
  );
});

describe('"everything on"', () => {
  it.each(["turn everything on", "把所有设备都打开"])("starts no robot, player or heater: %s", async (text) => {
    const changed = await talkIn("flat").changes(text);
    expect(changed).toMatchObject({ "living-floor-lamp.light.on": true, "study-fan.fan.on": true });
    const started = Object.keys(changed).filter((key) => /vacuum|speaker|heater/.test(key));
    expect(started).toEqual([]);
  });
});
