import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

/** What a sentence changed, without the name of the device, which the two homes call otherwise. */
async function changedBy(text: string, home: "flat" | "house", room: string): Promise<readonly string[]> {
  const changes = await talkIn(home, { room }).changes(text);
  return Object.entries(changes).map(([address, value]) => `${address.replace(/^[^.]+\./, "")}=${value}`);
}

describe("the air conditioning of a car is no air conditioner of the home", () => {
  it.each([
    "把车里空调打开",
    "打开车里的空调",
    "把车上的空调打开",
    "汽车空调打开",
    "打开车内空调",
    "turn on the car's air conditioning",
    "turn on the AC in the car",
  ])("%s", async (text) => {
    expect(await changedBy(text, "flat", "living")).toEqual(["climate.on=true"]);
    expect(await changedBy(text, "house", "study")).toEqual(["climate.on=true"]);
  });

  it.each([
    ["把车里空调打开", "再锁上"],
    ["打开车里的空调", "锁上"],
    ["turn on the car's air conditioning", "lock it"],
  ])('"lock it" afterwards locks the car: %s | %s', async (climate, lock) => {
    const talk = talkIn("flat");
    await talk.say("unlock the car");
    await talk.say(climate);
    expect(Object.entries(await talk.changes(lock))).toEqual([[expect.stringMatching(/\.car\.locked$/), true]]);
  });

  it.each(["打开空调", "turn on the AC"])("without the car the room's air conditioner is meant: %s", async (text) => {
    expect(await changedBy(text, "flat", "living")).toEqual(["air-conditioner.on=true"]);
  });
});
