import { expect, it } from "vitest";
import { planningIn } from "../support/speak.ts";

it.each([
  ["温度给我调高点", "我说热水器，调到55"],
  ["turn up the temperature", "I meant the water heater, set it to 55"],
])("another thing that is named with a value is a new order, while it is asked which: %s", async (first, then) => {
  const talk = await planningIn("flat");
  expect(await talk.reply(first)).toMatch(/[？?]$/);
  expect(await talk.changes(then)).toMatchObject({
    "bathroom-water-heater.water-heater.target-temperature": 55,
  });
});

it("a description of a device is no mode of it", async () => {
  const talk = await planningIn("flat", { room: "living" });
  expect(await talk.changes("落地灯开三成亮，顶上那个吸顶灯就别亮了")).toEqual({
    "living-floor-lamp.light.on": true,
    "living-floor-lamp.light.brightness": 30,
    "living-ceiling-light.light.on": false,
  });
});

it.each([
  ["四点还要收快递，下午四点也提醒我一声", "好的，明天下午4点提醒你收快递。"],
  [
    "I have to get the parcel at four, remind me at four pm too",
    "I'll remind you tomorrow at 16:00 to get the parcel.",
  ],
])("a time that is told twice is no part of what somebody is reminded of: %s", async (text, told) => {
  const talk = await planningIn("flat");
  expect(await talk.reply(text)).toBe(told);
});
