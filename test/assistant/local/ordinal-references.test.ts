import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

/** What the last of the turns changes. */
async function changedBy(turns: readonly string[], room?: string): Promise<Record<string, unknown>> {
  const talk = talkIn("flat", room === undefined ? {} : { room });
  for (const turn of turns.slice(0, -1)) await talk.say(turn);
  return await talk.changes(turns.at(-1) ?? "");
}

describe('"the one in the study" is of the kind of the last device', () => {
  it.each([
    [["open the curtains", "close the living room one"], "living-curtain."],
    [["switch on the bedroom AC", "switch on the living room one"], "living-ac."],
  ])("%s", async (turns, handle) => {
    const changed = Object.keys(await changedBy(turns, "bedroom"));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((key) => !key.startsWith(handle))).toEqual([]);
  });
});

describe('"the first one" is the first of the told list', () => {
  it.each([
    [["which lights are off?", "turn on the first one"], { "living-floor-lamp.light.on": true }],
    [["which lights are off?", "turn on the second one"], { "bedroom-ceiling-light.light.on": true }],
    [["哪些灯关着", "打开第一个"], { "living-floor-lamp.light.on": true }],
  ])("%s", async (turns, expected) => {
    expect(await changedBy(turns)).toEqual(expected);
  });
});

describe('"up again" after "down" goes all the way', () => {
  it.each([
    [["把晾衣架降下来", "再升上去"], "晾衣架升上去了。"],
    [["把晾衣架升上去", "再降下来"], "晾衣架降下来了。"],
    [["lower the airer", "raise it again"], "The clothes airer is up."],
  ])("%s", async (turns, said) => {
    const talk = talkIn("flat", { room: "balcony" });
    await talk.say(turns[0] ?? "");
    expect(await talk.reply(turns[1] ?? "")).toBe(said);
  });
});
