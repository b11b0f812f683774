import { expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

/** Said in the living room, and what changes. */
it.each([
  ["flat", "heat the bathroom to 35", { "bathroom-heater.ptc-bath-heater.target-temperature": 35 }],
  ["flat", "把浴室加热到35度", { "bathroom-heater.ptc-bath-heater.target-temperature": 35 }],
  ["flat", "warm up the bathroom", { "bathroom-heater.ptc-bath-heater.target-temperature": 33 }],
  ["flat", "warm the bathroom", { "bathroom-heater.ptc-bath-heater.target-temperature": 33 }],
  ["flat", "turn the heating down", { "bathroom-heater.ptc-bath-heater.target-temperature": 31 }],
  ["flat", "暖气调高", { "bathroom-heater.ptc-bath-heater.target-temperature": 33 }],
  ["house", "heat the ensuite to 35", { "ensuite-bath-heater.ptc-bath-heater.target-temperature": 35 }],
  ["house", "把主卫加热到35度", { "ensuite-bath-heater.ptc-bath-heater.target-temperature": 35 }],
  ["house", "heat the oven to 200", { "kitchen-oven.oven.target-temperature": 200 }],
] as const)("warmth is about what heats: %s: %s", async (home, say, changes) => {
  expect(await talkIn(home).changes(say)).toEqual(changes);
});

/** The family bathroom of the house has lamps, and nothing that heats it. */
it.each([
  "heat the bathroom to 35",
  "warm up the bathroom",
  "cool down the bathroom",
  "set the bathroom to 35 degrees",
  "把卫生间加热到35度",
  "卫生间太冷了",
])("warmth is never that of a lamp which nobody named: %s", async (say) => {
  expect(await talkIn("house").changes(say)).toEqual({});
});

it("asks for the temperature of what heats, when it shall be less another time", async () => {
  expect(await talkIn("flat").reply("in half an hour turn the heating down")).not.toContain("rightness");
});

it.each([
  ["make the bedside lamp warmer", { "bedroom-bedside-lamp.light.color-temperature": 1740 }],
  ["warm the ceiling light", { "bedroom-ceiling-light.light.color-temperature": 3460 }],
])("a lamp that is named is made warmer: %s", async (say, changes) => {
  expect(await talkIn("flat", { room: "bedroom" }).changes(say)).toMatchObject(changes);
});
