import { expect, it } from "vitest";
import { planningIn } from "../support/speak.ts";

it("another thing that is named with a value is a new order, while it is asked which", async () => {
  const talk = await planningIn("flat");
  expect(await talk.reply("温度给我调高点")).toMatch(/？$/);
  expect(await talk.changes("我说热水器，调到55")).toMatchObject({
    "bathroom-water-heater.water-heater.target-temperature": 55,
  });
});

it("how a thing is described is no mode of it", async () => {
  const talk = await planningIn("flat", { room: "living" });
  expect(await talk.changes("落地灯开三成亮，顶上那个吸顶灯就别亮了")).toEqual({
    "living-floor-lamp.light.on": true,
    "living-floor-lamp.light.brightness": 30,
    "living-ceiling-light.light.on": false,
  });
});

it("a time that is told twice is no part of what somebody is reminded of", async () => {
  const talk = await planningIn("flat");
  expect(await talk.reply("四点还要收快递，下午四点也提醒我一声")).toBe("好的，明天下午4点提醒你收快递。");
});
