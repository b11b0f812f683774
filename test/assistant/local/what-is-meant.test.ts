import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/home/index.ts";
import { planningIn } from "../../support/speak.ts";

/** What is said turn by turn; what the last turn changes and is answered. */
async function talked(
  home: "flat" | "house",
  turns: readonly string[],
  room?: string,
): Promise<{ readonly changes: Record<string, Value>; readonly reply: string }> {
  const talk = await planningIn(home, room === undefined ? {} : { room });
  for (const turn of turns.slice(0, -1)) await talk.say(turn);
  const changes = await talk.changes(turns.at(-1) ?? "");
  return { changes, reply: talk.conversation.exchanges.at(-1)?.reply ?? "" };
}

describe("a bare stop is for what was started, and never for what happens to play", () => {
  it.each([
    ["flat", ["Start the dishwasher", "No, stop, I haven't loaded it"]],
    ["house", ["Start the robot vacuum", "No, stop, the cat is in there"]],
    ["house", ["打开扫地机", "停停停，我还没收拾呢"]],
    ["flat", ["这空调再吹四十分钟就够了，到点给我停掉"]],
    ["house", ["音箱再放十分钟就够了，到点给我停掉"]],
  ] as const)("%s: %s", async (home, turns) => expect((await talked(home, turns)).changes).toEqual({}));

  it("but alone it stops what plays", async () => {
    expect((await talked("flat", ["stop"])).changes).toEqual({ "living-speaker.play-control.playing-state": 2 });
    expect((await talked("flat", ["停"])).changes).toEqual({ "living-speaker.play-control.playing-state": 2 });
  });
});

describe("how a thing was is how it was before all that was done to it, turn after turn", () => {
  it.each([
    ["turn on the spotlights", "set them to 40", "put the spots back how they were"],
    ["打开射灯", "调到40", "射灯改回原来的样子"],
  ])("%s, %s, %s", async (...turns) =>
    expect((await talked("house", turns, "living")).changes).toEqual({
      "living-spots.light.on": false,
      "living-spots.light.brightness": 100,
    }),
  );

  it("but not before what was done to it earlier, with something else between", async () => {
    const turns = [
      "turn on the spotlights",
      "turn on the floor lamp",
      "spotlights to 40",
      "put the spots back how they were",
    ];
    expect((await talked("house", turns, "living")).changes).toEqual({ "living-spots.light.brightness": 100 });
  });
});
