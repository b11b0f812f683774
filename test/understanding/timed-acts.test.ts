import { describe, expect, it } from "vitest";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { planningIn } from "../support/speak.ts";

/** It is 12:00. What is planned after these turns, and the values that the last turn changed. */
async function outcome(turns: readonly string[]) {
  const talk = await planningIn("house");
  for (const text of turns.slice(0, -1)) await talk.say(text);
  const changed = await talk.changes(turns.at(-1) ?? "");
  return { changed: Object.entries(changed).map(([key, value]) => `${key}=${value}`), planned: planDescriptions(talk) };
}

describe("cancelling a temporary command reverts it", () => {
  it.each<[turns: readonly string[], changed: string]>([
    [["water the lawn for 25 minutes", "stop it"], "garden-sprinkler.valve.on=false"],
    [["water the lawn for 25 minutes", "stop"], "garden-sprinkler.valve.on=false"],
    [["water the lawn for 25 minutes", "cancel it"], "garden-sprinkler.valve.on=false"],
    [["water the lawn for 25 minutes", "cancel the timer"], "garden-sprinkler.valve.on=false"],
    [["water the lawn for 25 minutes", "no, 15", "never mind"], "garden-sprinkler.valve.on=false"],
    [["turn on the living room heater for half an hour", "never mind"], "living-heater.heater.on=false"],
    [["unlock the front door for 3 minutes", "never mind"], "front-door-lock.lock.locked=true"],
    [["unlock the front door for 3 minutes", "undo"], "front-door-lock.lock.locked=true"],
    [["打开客厅的取暖器半小时", "取消"], "living-heater.heater.on=false"],
    [["打开客厅的取暖器半小时", "算了"], "living-heater.heater.on=false"],
  ])("%j", async (turns, changed) => {
    expect(await outcome(turns)).toEqual({ changed: [changed], planned: [] });
  });

  it("cancelling closes a cover that was opened temporarily", async () => {
    const { changed, planned } = await outcome(["open the garage door for 5 minutes", "stop"]);
    expect([changed.includes("garage-door.garage-door.current-position=0"), planned]).toEqual([true, []]);
  });

  it.each([
    [["water the lawn for 25 minutes", "leave it on"]],
    [["打开客厅的取暖器半小时", "别关了"]],
    [["turn off the living room heater in 25 minutes", "stop"]],
    [["turn on the living room heater at 9 pm", "never mind"]],
  ])("does nothing where it shall stay, or nothing was done yet: %j", async (turns) => {
    expect(await outcome(turns)).toEqual({ changed: [], planned: [] });
  });
});

describe("a bare number after a plan is its time, or is not understood", () => {
  it.each<[turns: readonly string[], planned: readonly string[]]>([
    [["close the garage at 10", "no, 11"], ["delayed 23:00 in 0 days"]],
    [["turn off the living room heater at 11", "no, 22"], ["delayed 22:00 in 0 days"]],
    [["turn on the living room heater at 6", "no, 5"], ["delayed 17:00 in 0 days"]],
    [["turn on the living room heater at 6", "20"], ["delayed 18:00 in 0 days"]],
    [["turn on the living room heater at 6", "no, 20 degrees"], ["delayed 18:00 in 0 days"]],
    [["turn on the living room heater at 6", "make it 20"], ["delayed 18:00 in 0 days"]],
    [["turn off the heater at 11", "living room", "no, 22"], ["delayed 22:00 in 0 days"]],
    [["turn off the living room lights in 10 minutes", "20"], ["delayed 12:20 in 0 days"]],
    [["turn off the living room lights in 60 minutes", "no, 30"], ["delayed 12:30 in 0 days"]],
    [["十分钟后关客厅的取暖器", "二十"], ["delayed 12:20 in 0 days"]],
    [["十分钟后关客厅的取暖器", "改成二十"], ["delayed 12:20 in 0 days"]],
    [["every night at 10:30 turn off the living room TV", "actually make it 11"], ["rule 23:00 every day"]],
    [["every day at 7 open the living room curtains", "50"], ["rule 07:00 every day"]],
    [["set a timer for 60 minutes", "no, 45"], ["timer 45 min"]],
    [["wake me in 20 minutes", "no wait, 30"], ["alarm 12:30 in 0 days"]],
  ])("%j", async (turns, planned) => {
    expect(await outcome(turns)).toEqual({ changed: [], planned });
  });

  it.each<[turns: readonly string[], changed: string]>([
    [["turn on the living room heater at 6", "set the living room TV volume to 21"], "living-tv.speaker.volume=21"],
    [["set the living room TV volume to 30", "no, 21"], "living-tv.speaker.volume=21"],
  ])("and a value where it is said of what, or nothing was planned: %j", async (turns, changed) => {
    expect((await outcome(turns)).changed).toContain(changed);
  });
});

describe("a follow-up of a temporary command lasts as long", () => {
  it.each<[turns: readonly string[], changed: readonly string[]]>([
    [
      ["turn on the living room heater for an hour", "no, the guest room one"],
      ["guest-heater.heater.on=true", "living-heater.heater.on=false"],
    ],
    [["turn on the living room heater for an hour", "and the guest room heater too"], ["guest-heater.heater.on=true"]],
    [["打开客厅的取暖器一小时", "客房的也打开"], ["guest-heater.heater.on=true"]],
    [["turn on the living room heater for an hour", "no, 22 degrees"], ["living-heater.heater.target-temperature=22"]],
  ])("%j", async (turns, changed) => {
    const talk = await planningIn("house");
    await talk.say(turns[0] ?? "");
    const values = await talk.changes(turns[1] ?? "");
    expect(
      Object.entries(values)
        .map(([key, value]) => `${key}=${value}`)
        .sort(),
    ).toEqual(changed);
    await talk.until("2026-01-01T13:01:00Z");
    const heaters = ["living-heater", "guest-heater"].map(
      (handle) => talk.home.devices.find((device) => device.handle === handle)?.state.get("heater.on")?.value,
    );
    expect(heaters).toEqual([false, false]);
  });

  it.each([
    [["turn off the living room lights at 11 pm", "no, the kitchen ones"]],
    [["turn off the living room lights at 11 pm", "no, turn off the kitchen lights"]],
    [["晚上十一点关客厅的灯", "不对，厨房的"]],
    [["when the front door opens turn on the hall ceiling light", "no, the living room spotlights"]],
  ])("and what mends a plan is not done now: %j", async (turns) => {
    expect((await outcome(turns)).changed).toEqual([]);
  });
});
