import { describe, expect, it } from "vitest";
import { planningInFlat } from "../../support/speak.ts";

/** When the rules are due that the turns come to, and what was said last. */
async function dueAfter(turns: readonly string[]): Promise<{ readonly due: readonly string[]; readonly said: string }> {
  const talk = await planningInFlat();
  let said = "";
  for (const turn of turns) said = await talk.reply(turn);
  const due = talk.planner.automations
    .list()
    .flatMap(({ definition }) => definition.triggers)
    .map((trigger) => (trigger.type === "time" ? `${trigger.at} ${trigger.weekdays?.join(" ") ?? "every day"}` : ""));
  return { due, said };
}

describe("another time on some days keeps the other days", () => {
  it.each([
    [["every day at 9 pm close the curtains", "make it 10 on weekends"]],
    [["every day at 9 pm close the curtains", "at weekends make it 10"]],
    [["每天晚上九点拉上窗帘", "周末改成十点"]],
    [["每天晚上九点拉上窗帘", "改成周末十点"]],
  ])("%s", async (turns) => {
    const { due, said } = await dueAfter(turns);
    expect(due).toEqual(["21:00 mon tue wed thu fri", "22:00 sat sun"]);
    expect(said).toMatch(/21:00|晚上9点/u);
    expect(said).toMatch(/22:00|晚上10点/u);
  });

  it.each([
    [["every day at 9 pm close the curtains", "make it 10 on weekends", "undo that"]],
    [["每天晚上九点拉上窗帘", "周末改成十点", "撤销"]],
  ])('"undo" of it leaves one rule: %s', async (turns) => {
    expect((await dueAfter(turns)).due).toEqual(["21:00 every day"]);
  });

  it.each([
    [["every day at 9 pm close the curtains", "make it 10"], "22:00 every day"],
    [["every day at 9 pm close the curtains", "only on weekdays"], "21:00 mon tue wed thu fri"],
    [["每天晚上九点拉上窗帘", "改成十点"], "22:00 every day"],
  ])("another time without days, or days without a time, changes the same rule: %s", async (turns, expected) => {
    expect((await dueAfter(turns)).due).toEqual([expected]);
  });
});
