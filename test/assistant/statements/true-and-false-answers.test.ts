import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { calls, ModelServer, words } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";

const Call = z.strictObject({ tool: z.string(), arguments: z.record(z.string(), z.unknown()) });
const Case = z.strictObject({
  home: z.enum(["flat", "house"]).default("flat"),
  room: z.string().default("living"),
  /** Earlier turns: the person's sentence, the calls and the answer of the model. */
  before: z
    .array(z.strictObject({ person: z.string(), calls: z.array(Call).default([]), text: z.string() }))
    .default([]),
  /** Reports of devices before the person speaks. */
  reported: z
    .array(z.strictObject({ device: z.string(), address: z.string(), value: z.union([z.boolean(), z.number()]) }))
    .default([]),
  person: z.string(),
  text: z.string(),
});
/** Right answers and similar wrong ones, keyed by subject. */
const Group = z.strictObject({ right: z.array(Case).min(1), wrong: z.array(Case).min(1) });

const groups = z
  .record(z.string(), Group)
  .parse(JSON.parse(readFileSync(new URL("./shown.json", import.meta.url), "utf8")));

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

/** The reply after an answer without any call, and the number of requests to the model. */
async function answered({ home, room, before, reported, person, text }: z.infer<typeof Case>) {
  const talk = await openTalk(server, home, { room, toModel: true });
  const language = /\p{Script=Han}/u.test(text) ? "zh" : "en";
  const say = (said: string) => talk.assistant.ask({ text: said, language, room, conversation: "talk" });
  for (const { device, address, value } of reported) {
    const { id } = talk.home.device(device) ?? expect.fail(`no device ${device}`);
    talk.home.apply([{ kind: "values", id, values: [{ address, value }], cause: "report" }]);
  }
  for (const turn of before) {
    const made = turn.calls.map(({ tool, arguments: args }) => ({ tool, args }));
    server.play(...(made.length > 0 ? [calls(made)] : []), ...Array.from({ length: 3 }, () => words(turn.text)));
    await say(turn.person);
    await talk.pass(60);
  }
  server.play(...Array.from({ length: 4 }, () => words(text)));
  const { reply } = await say(person);
  return { reply, rounds: server.requests.length };
}

describe.each(Object.entries(groups))("without a call, %s", (_, { right, wrong }) => {
  it.each(right.map((each) => [each.person, each.text, each] as const))(
    "a true answer is told at once: %s → %s",
    async (...given) => {
      expect(await answered(given[2])).toEqual({ reply: given[1], rounds: 1 });
    },
  );

  it.each(wrong.map((each) => [each.person, each.text, each] as const))("is sent back: %s → %s", async (...given) => {
    const { reply, rounds } = await answered(given[2]);
    expect(reply).not.toContain(given[1]);
    expect(rounds).toBe(2);
  });
});
