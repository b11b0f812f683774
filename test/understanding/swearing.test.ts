import { describe, expect, it } from "vitest";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { planningInFlat } from "../support/speak.ts";

async function outcome(turns: readonly string[]) {
  const talk = await planningInFlat();
  for (const text of turns.slice(0, -1)) await talk.say(text);
  return { changed: await talk.changes(turns.at(-1) ?? ""), planned: planDescriptions(talk) };
}

describe("swear words are ignored, and are no words of time", () => {
  it.each([
    [["turn the damn TV on"], { "living-tv.television.on": true }],
    [["turn off the bloody ceiling light"], { "living-ceiling-light.light.on": false }],
    [["switch the stupid telly on"], { "living-tv.television.on": true }],
  ])("%j", async (turns, changed) => {
    expect(await outcome(turns)).toEqual({ changed, planned: [] });
  });

  it.each([
    [["turn the volume to 20", "you're useless"]],
    [["turn the volume to 20", "useless"]],
    [["turn the volume to 20", "you're brilliant"]],
    [["turn the volume to 20", "你真没用"]],
  ])("insults and praise change nothing: %j", async (turns) => {
    expect(await outcome(turns)).toEqual({ changed: {}, planned: [] });
  });

  it.each<[text: string, planned: readonly string[]]>([
    ["turn on the ceiling light at dawn", ["rule sun"]],
    ["wake me at 7 tomorow", ["alarm 07:00 in 1 day"]],
  ])("and what is a word of time stays one: %s", async (text, planned) => {
    expect((await outcome([text])).planned).toEqual(planned);
  });

  it("are kept in the text of a reminder", async () => {
    expect((await outcome(["remind me to pay $&", "at 7 am"])).planned).toEqual(["reminder 07:00 in 1 day pay"]);
  });
});
