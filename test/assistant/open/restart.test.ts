import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../../../src/store/index.ts";
import { calls, words } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const rule = {
  name: "Postman",
  triggers: [{ type: "time", at: "07:00" }],
  actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": false } }],
};

/** Says something, and the answer after a restart: everything but the store is new. */
async function overRestart(home: "flat" | "house", room: string, say: readonly string[], answer: string, seconds = 0) {
  const store = await openStore({ path: ":memory:" });
  onTestFinished(() => store.close());
  const before = await openTalk(server, home, { room, store: store.conversations });
  for (const text of say) await before.say(text);
  const after = await openTalk(server, home, { room, store: store.conversations });
  await after.pass(seconds);
  const result = await after.say(answer);
  return { before, after, result };
}

it.each([
  ["a command", "flat", "living", "unlock the front door", "yes", ["miot:hallway-lock"], 0],
  [
    "a command with what follows it",
    "flat",
    "living",
    "unlock the front door for ten minutes",
    "好的",
    ["miot:hallway-lock"],
    1,
  ],
  ["a lasting rule", "flat", "living", "unlock the front door every day at 7", "yes", [], 1],
  ["a choice", "house", "garden", "turn on the bedside lamp", "the left one", ["miot:master-left-lamp"], 0],
  ["whom it is about", "flat", "living", "turn it on", "the floor lamp", ["miot:living-floor-lamp"], 0],
] as const)("an answer after a restart settles %s", async (_, home, room, say, answer, devices, plans) => {
  const { before, after } = await overRestart(home, room, [say], answer);
  expect(before.done).toEqual([]);
  expect(after.done.map(({ device }) => device)).toEqual(devices);
  expect(after.plans()).toBe(plans);
  expect(await after.open()).toEqual([]);
});

it("an answer after a restart settles a question of a model", async () => {
  server.play(calls([{ tool: "save_automation", args: rule }]));
  const { after } = await overRestart("flat", "living", ["the postman should always get in somehow"], "yes");
  expect(after.planner.automations.get("postman")?.approved).toBe(true);
});

it("a yes after a restart is too late after its minute", async () => {
  const { after, result } = await overRestart("flat", "living", ["unlock the front door"], "yes", 61);
  expect(result).toMatchObject({ reply: expect.stringContaining("too old"), failed: true });
  expect(after.done).toEqual([]);
});

it.each(["the left one", "yes"])(
  "an answer after a restart to an elliptic sentence does nothing, and a yes is told so: %s",
  async (answer) => {
    server.play(...(answer === "yes" ? [] : [words("Which one?")]));
    const say = ["turn on the garage light", "the bedside lamp too"];
    const { before, after, result } = await overRestart("house", "garden", say, answer);
    expect(await before.open()).toHaveLength(1);
    expect(result.reply).toMatch(answer === "yes" ? /too old/ : /Which one/);
    expect([after.done, after.plans()]).toEqual([[], 0]);
  },
);
