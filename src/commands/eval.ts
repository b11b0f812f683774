import { join, resolve } from "node:path";
import { modelClient } from "../app/model.ts";
import { loadPrompts } from "../assistant/prompts.ts";
import { loadConfig } from "../config.ts";
import { JiaError, systemClock } from "../home/index.ts";
import { SpecLibrary } from "../library/index.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { assistantSpeaker } from "./evaluation/assistant-speaker.ts";
import { judge } from "./evaluation/judge.ts";
import { reportOf, type Scored, type SetReport, tableOf } from "./evaluation/report.ts";
import { localSpeaker, type MakeSpeaker, runCase } from "./evaluation/run.ts";
import { readSet } from "./evaluation/set.ts";

/** Scores the assistant on sets of sentences in simulated homes. */
export const evaluate = defineCommand({
  name: "eval",
  summary: { en: "Score the assistant on sets of sentences.", zh: "用句子集评测助手。" },
  usage: "DIR...",
  details: {
    en: "A set is a folder with set.json, homes/*.json and cases.jsonl. Nothing real is touched: every case runs in a fresh simulated home.",
    zh: "每个句子集是一个目录，含 set.json、homes/*.json 与 cases.jsonl。每个用例都在全新的模拟家庭中运行，不会触及真实设备。",
  },
  examples: ["jia eval test/sets/kitchen-en --failures", "jia eval test/sets/* --engine model --json"],
  positionals: { min: 1, max: 100 },
  flags: {
    engine: {
      kind: "text",
      value: "ENGINE",
      about: {
        en: "local (default), model, or auto: local first, then the model.",
        zh: "local（默认）、model，或 auto：先本地，再模型。",
      },
    },
    json: { kind: "switch", about: { en: "Print the scores as JSON.", zh: "以 JSON 输出得分。" } },
    failures: { kind: "switch", about: { en: "Print what failed.", zh: "列出失败的用例。" } },
  },
  async run({ flags, positionals }, context) {
    const { cwd, root, stdout, signal } = context;
    const make = speakerFor(flags.engine ?? "local", context);
    const specs = new SpecLibrary(join(root, "devices"));
    const reports: SetReport[] = [];
    for (const folder of positionals) {
      const set = readSet(resolve(cwd, folder), specs);
      const scored: Scored[] = [];
      for (const entry of set.cases) {
        signal.throwIfAborted();
        const run = await runCase(set, entry, make);
        scored.push({ entry, run, verdict: judge(entry.expect, run.result) });
      }
      reports.push(reportOf(set.name, scored));
    }
    if (flags.json) stdout.write(`${JSON.stringify({ sets: reports })}\n`);
    else stdout.write(`${tableOf(reports)}\n`);
    if (flags.failures && !flags.json) {
      for (const { failures } of reports) {
        for (const { id, say, expected, got } of failures) {
          stdout.write(
            `\n${id}: ${JSON.stringify(say)}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(got)}\n`,
          );
        }
      }
    }
    return 0;
  },
});

/** @throws JiaError `usage` for another engine, `model-unavailable` when no model is configured */
function speakerFor(engine: string, { env, cwd, language }: CommandContext): MakeSpeaker {
  if (engine === "local") return localSpeaker;
  if (engine !== "model" && engine !== "auto") {
    throw new JiaError("usage", { detail: `--engine ${engine}: give local, model or auto` });
  }
  const client = modelClient(loadConfig({ flags: {}, env, cwd, language }).config, systemClock);
  if (!client)
    throw new JiaError("model-unavailable", {
      detail: "no model is configured (OPENROUTER_API_KEY, or JIA_MODEL_URL and JIA_MODEL)",
    });
  return assistantSpeaker(client, loadPrompts(), engine === "auto");
}
