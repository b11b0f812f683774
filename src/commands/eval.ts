import { join, resolve } from "node:path";
import { JiaError } from "../home/index.ts";
import { SpecLibrary } from "../library/index.ts";
import { defineCommand } from "./command.ts";
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
  async run({ flags, positionals }, { cwd, root, stdout, signal }) {
    const make = speakerFor(flags.engine ?? "local");
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

function speakerFor(engine: string): MakeSpeaker {
  if (engine === "local") return localSpeaker;
  throw new JiaError("usage", { detail: `--engine ${engine}: give local, model or auto` });
}
