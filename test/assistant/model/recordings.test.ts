import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assistantEngine } from "../../../src/commands/evaluation/assistant-engine.ts";
import { recordedSource } from "../../../src/commands/evaluation/recorded/model-source.ts";
import { ModelRecording } from "../../../src/commands/evaluation/recorded/recording.ts";
import type { EngineFactory, SentenceResult } from "../../../src/commands/evaluation/run.ts";
import { scoreSet } from "../../../src/commands/evaluation/score.ts";
import { readSet } from "../../../src/commands/evaluation/set.ts";
import { SpecLibrary } from "../../../src/library/index.ts";
import { prompts } from "../../support/assistant.ts";

const SETS = "test/turns";
/** Hard sentences and dialogues with recorded answers of a model. */
const RECORDINGS = readdirSync(SETS).flatMap((set) =>
  readdirSync(join(SETS, set))
    .filter((file) => file.startsWith("answers") && file.endsWith(".jsonl"))
    .map((file) => [set, file] as const),
);

/** Names of tools that are no everyday words. */
const TOOLS = [...prompts.tools.keys(), ...prompts.smallTools.keys()].filter((name) => name.includes("_"));
/** What only models may read: names of tools and arguments, JSON, results. */
const FOR_MODELS = new RegExp(
  String.raw`\b(?:${TOOLS.join("|")})\b|\{"|\[\{|\bexpected (?:array|object|string|number)\b|<results>|</?(?:tool_call|think)>|\bwrites\[`,
);

describe("recorded answers of a model", () => {
  it("exist", () => {
    expect(RECORDINGS.length).toBeGreaterThan(1);
    for (const [set] of RECORDINGS) expect(existsSync(join(SETS, set, "cases.jsonl"))).toBe(true);
  });

  it.each(RECORDINGS)(
    "of %s in %s run to their end, and the replies have nothing that is meant for a model",
    async (set, file) => {
      const source = recordedSource(ModelRecording.read(join(SETS, set, file)));
      const said: SentenceResult[] = [];
      const speak = assistantEngine(source, prompts, true);
      const make: EngineFactory = (world, entry) => {
        const { say, stop } = speak(world, entry);
        return {
          say: async (text, signal) => {
            const result = await say(text, signal);
            said.push(result);
            return result;
          },
          stop,
        };
      };
      const cases = readSet(join(SETS, set), new SpecLibrary("devices"));
      const report = await scoreSet(cases, make, new AbortController().signal);
      expect(report.cases).toBe(cases.cases.length);
      expect(said.filter(({ reply }) => reply.trim() === "" || FOR_MODELS.test(reply))).toEqual([]);
    },
    // It starts sixty homes one after another.
    180_000,
  );
});
