import fc from "fast-check";
import { expect, it } from "vitest";
import { yesOrNo } from "../../../src/assistant/open/yes-or-no.ts";
import { calls, ModelServer, words } from "../../support/model-server.ts";
import { type OpenTalk, openTalk } from "../../support/open-talk.ts";

/** What a person may say; those that open something for which only a yes may act. */
const OPENING = [
  "unlock the front door",
  "解锁大门",
  "unlock the front door every day at 7",
  "unlock the front door in ten minutes",
  "unlock the front door for ten minutes",
  "unlock the front door and lock it again in 5 minutes",
  "let the postman in somehow",
  "the postman should always get in somehow",
] as const;
const ANSWERS = ["yes", "好的", "sure, do it", "go on", "no", "算了", "better not"] as const;
const OTHERS = [
  "is the front door locked?",
  "大门锁着吗",
  "how do magnets work",
  "krrsh mmbl",
  "yes?",
  "yes and no",
  "the left one",
  "",
] as const;

const rule = {
  name: "Postman",
  triggers: [{ type: "time", at: "07:00" }],
  actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": false } }],
};
const unlock = { writes: [{ device: "hallway-lock", property: "lock.locked", value: false }] };

/** Unlockings that were done, and plans that unlock: what nobody may get without a yes. */
function risky({ done, planner }: OpenTalk): number {
  const unlocks = done.filter((outcome) => "value" in outcome && outcome.property === "lock.locked" && !outcome.value);
  const timers = planner.timers.list().filter(({ commands }) => JSON.stringify(commands).includes("false"));
  return unlocks.length + timers.length + planner.automations.list().length;
}

const utterance = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...OPENING) },
  { weight: 4, arbitrary: fc.constantFrom(...ANSWERS) },
  { weight: 3, arbitrary: fc.constantFrom(...OTHERS) },
);
const step = fc.record({ text: utterance, seconds: fc.constantFrom(0, 0, 0, 20, 61) });

it("in any order of texts, nothing runs without its own yes, and each command at most once", async () => {
  const server = new ModelServer();
  await server.start();
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const talk = await openTalk(server, "flat", { room: "living" });
        /** Whether the sentence before opened something, and when, in milliseconds since the epoch. */
        let openedAt: number | null = null;
        for (const { text, seconds } of steps) {
          await talk.pass(seconds);
          const before = risky(talk);
          server.play(
            text === "let the postman in somehow"
              ? calls([{ tool: "set_properties", args: unlock }])
              : text.startsWith("the postman should")
                ? calls([{ tool: "save_automation", args: { ...rule, name: `Postman ${crypto.randomUUID()}` } }])
                : words("Hm?"),
          );
          await talk.say(text);
          const more = risky(talk) - before;
          const due = openedAt !== null && talk.time.now() - openedAt <= 60_000 && yesOrNo(text) === true;
          // A no right after something was planned takes that back.
          const takenBack = yesOrNo(text) === false && more === -1;
          expect([text, takenBack ? 0 : more]).toEqual([text, due ? 1 : 0]);
          openedAt = OPENING.some((each) => each === text) ? talk.time.now() : null;
          expect((await talk.open()).length).toBe(openedAt === null ? 0 : 1);
        }
      }),
      { numRuns: 40 },
    );
  } finally {
    await server.stop();
  }
}, 60_000);
