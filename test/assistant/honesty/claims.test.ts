import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { TurnEvent } from "../../../src/assistant/contract.ts";
import { cleanReply } from "../../../src/assistant/model/text/text-stream.ts";
import type { Origin } from "../../../src/home/index.ts";
import { calls, ModelServer, words } from "../../support/model-server.ts";
import { openTalk, setting } from "../../support/open-talk.ts";

const PropertyValue = z.union([z.boolean(), z.number(), z.string()]);
const Case = z.strictObject({
  id: z.string(),
  language: z.enum(["en", "zh"]),
  /** The example home of the row. */
  home: z.enum(["flat", "house"]),
  /** Values that somebody set by hand earlier. */
  before: z.array(z.strictObject({ device: z.string(), property: z.string(), value: PropertyValue })).default([]),
  person: z.string(),
  rounds: z.array(z.array(z.strictObject({ tool: z.string(), arguments: z.record(z.string(), z.unknown()) }))),
  text: z.string(),
});
/** Claims without evidence in the turn; `untold`: wordings that must not be in the reply. */
const FalseClaim = Case.extend({ untold: z.array(z.string()).min(1), why: z.string() });
/** `told`: what must be in the reply; the whole text when it is empty. */
const Harmless = Case.extend({
  told: z.array(z.string()),
  /** Why a true answer is not told: a known cost of the rule. */
  withheld: z.string().optional(),
});

const falseClaims = z.array(FalseClaim).parse(read("false-claims"));
const harmless = z.array(Harmless).parse(read("harmless"));
const falseAnswers = z.array(FalseClaim).parse(read("false-answers"));
const harmlessAnswers = z.array(Harmless).parse(read("harmless-answers"));
/** Claims beside an answer about something else, and after failed calls. */
const falseAsides = z.array(FalseClaim).parse(read("false-asides"));
const harmlessAsides = z.array(Harmless).parse(read("harmless-asides"));

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8"));
}

/** The origin of earlier values, which needs no yes by the policy. */
const BEFORE: Origin = { kind: "schedule", id: "earlier", approved: true };

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

/** The final reply, and everything that was shown before it. */
async function turn(given: z.infer<typeof Case>): Promise<{ readonly reply: string; readonly shown: string }> {
  const talk = await openTalk(server, given.home, {
    room: "living",
    toModel: true,
    ...(given.before.length > 0 && { audited: true }),
  });
  for (const { device, property, value } of given.before) {
    const { id } = talk.home.device(device) ?? expect.fail(`no device ${device}`);
    await talk.home.execute([setting(id, property, value)], BEFORE);
    await talk.pass(60);
  }
  const rounds = given.rounds.map((round) => calls(round.map(({ tool, arguments: args }) => ({ tool, args }))));
  // The model repeats its words however often it is asked.
  server.play(...rounds, ...Array.from({ length: 8 }, () => words(given.text)));
  let shown = "";
  const { reply } = await talk.assistant.ask(
    { text: given.person, language: given.language, room: "living" },
    undefined,
    (event: TurnEvent) => {
      if (event.type === "text" || event.type === "replace") shown += event.text;
    },
  );
  return { reply, shown };
}

describe("a claim without evidence in the turn is not told", () => {
  it.each([...falseClaims, ...falseAnswers, ...falseAsides].map((each) => [each.id, each] as const))(
    "%s",
    async (_, given) => {
      const { reply, shown } = await turn(given);
      for (const wording of given.untold) {
        expect(reply).not.toContain(wording);
        expect(shown).not.toContain(wording);
      }
      expect(reply.length).toBeGreaterThan(0);
    },
  );
});

describe("an answer without false statements is told", () => {
  it.each([...harmless, ...harmlessAnswers, ...harmlessAsides].map((each) => [each.id, each] as const))(
    "%s",
    async (_, given) => {
      const { reply } = await turn(given);
      if (given.withheld !== undefined) {
        expect(reply).not.toContain(cleanReply(given.text));
        return;
      }
      if (given.told.length === 0) expect(reply).toBe(cleanReply(given.text));
      for (const part of given.told) expect(reply.toLowerCase()).toContain(part.toLowerCase());
    },
  );
});
