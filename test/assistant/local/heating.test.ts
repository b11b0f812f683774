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
] as const)('"warmer" commands what heats: %s: %s', async (home, say, changes) => {
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
])('"warmer" never commands a lamp that was not named: %s', async (say) => {
  expect(await talkIn("house").changes(say)).toEqual({});
});

it('"less warm" at another time asks for the temperature of the heater', async () => {
  expect(await talkIn("flat").reply("in half an hour turn the heating down")).not.toContain("rightness");
});

it.each([
  ["make the bedside lamp warmer", { "bedroom-bedside-lamp.light.color-temperature": 1740 }],
  ["warm the ceiling light", { "bedroom-ceiling-light.light.color-temperature": 3460 }],
])("a named lamp gets a warmer colour: %s", async (say, changes) => {
  expect(await talkIn("flat", { room: "bedroom" }).changes(say)).toMatchObject(changes);
});

it.each([
  ["flat", "cool the bedroom to 22", { "bedroom-ac.air-conditioner.target-temperature": 22 }],
  ["flat", "cool our bedroom to 22", { "bedroom-ac.air-conditioner.target-temperature": 22 }],
  ["flat", "卧室降温到22度", { "bedroom-ac.air-conditioner.target-temperature": 22 }],
  ["house", "cool the living room to 23", { "living-ac.air-conditioner.target-temperature": 23 }],
  ["house", "cool the study to 22", { "study-ac.air-conditioner.on": true }],
] as const)('"cooler" commands what cools: %s: %s', async (home, say, changes) => {
  expect(await talkIn(home).changes(say)).toMatchObject(changes);
});

/** The guest room has a heater, the bathroom of the flat a water heater. */
it.each([
  ["house", "cool the guest room to 20"],
  ["house", "cool down the guest room"],
  ["flat", "cool the bathroom to 20"],
] as const)('"cooler" switches no heater on: %s: %s', async (home, say) => {
  expect(await talkIn(home).changes(say)).toEqual({});
});

it.each([null, false])("a heater is switched on unless it is known to run: %s", async (power) => {
  const { home, say } = talkIn("house");
  const { id } = home.device("guest-heater") ?? expect.fail("no heater");
  home.apply([{ kind: "values", id, values: [{ address: "heater.on", value: power }], cause: "retained" }]);
  const commanded: string[] = [];
  home.subscribe((event) => {
    if (event.type === "executed") commanded.push(...event.outcomes.map((each) => JSON.stringify(each)));
  });
  await say("heat the guest room to 23");
  expect(commanded.some((each) => each.includes('"heater.on"') && each.includes("true"))).toBe(true);
});
