import { describe, expect, it } from "vitest";
import type { Value } from "../../src/home/index.ts";
import { planningIn } from "../support/speak.ts";

/** What the last of several turns changes in the house. */
async function changed(turns: readonly string[]): Promise<Record<string, Value>> {
  const talk = await planningIn("house");
  for (const turn of turns.slice(0, -1)) await talk.say(turn);
  return await talk.changes(turns.at(-1) ?? "");
}

describe("of several devices with a name, the only one not in the wanted state is meant", () => {
  it.each([
    [["turn that bedside lamp off"], { "master-right-lamp.light.on": false }],
    [
      ["turn off all the lights", "turn on the kitchen ceiling light", "turn off the ceiling light"],
      { "kitchen-ceiling-light.light.on": false },
    ],
    [["关掉所有的灯", "打开厨房的吸顶灯", "把吸顶灯关了"], { "kitchen-ceiling-light.light.on": false }],
    [["lock the garage side door", "unlock the front door", "lock the door"], { "front-door-lock.lock.locked": true }],
  ])("%s", async (turns, changes) => expect(await changed(turns)).toEqual(changes));
});

it.each([
  [["turn the bedside lamp on"]],
  [["turn on the left bedside lamp", "turn the bedside lamp off"]],
  [["把吸顶灯打开"]],
])("but where more than one is not so yet, or it may be another, it is asked which: %s", async (turns) => {
  const talk = await planningIn("house");
  for (const turn of turns.slice(0, -1)) await talk.say(turn);
  expect(await talk.reply(turns.at(-1) ?? "")).toMatch(/[?？]$/);
});
