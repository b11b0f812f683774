import { join, resolve } from "node:path";
import { modelClient } from "../app/model.ts";
import { loadPrompts } from "../assistant/prompts.ts";
import { loadConfig } from "../config.ts";
import { JiaError, systemClock } from "../home/index.ts";
import { SpecLibrary } from "../library/index.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { assistantSpeaker } from "./evaluation/assistant-speaker.ts";
import { localSpeaker } from "./evaluation/local-speaker.ts";
import { Progress } from "./evaluation/progress.ts";
import type { SetReport } from "./evaluation/report.ts";
import type { MakeSpeaker } from "./evaluation/run.ts";
import { scoreSet } from "./evaluation/score.ts";
import { readSet } from "./evaluation/set.ts";
import { failuresOf, tableOf } from "./evaluation/table.ts";

/** Scores the assistant on sets of sentences in simulated homes. */
export const evaluate = defineCommand({
  name: "eval",
  summary: { texts: { en: "Score the assistant on sets of sentences.", zh: "用句子集评测助手。" } },
  usage: "DIR...",
  details: {
    texts: {
      en: "A set is a folder with set.json, homes/*.json and cases.jsonl. Nothing real is touched: every case runs in a fresh simulated home, on a Wednesday at 10:00. Each case is one of these, the first that fits: wrong (anything was done or planned that was not expected), right, asked, handed on (not understood), refused, other (done in part, or another answer). Intervals are Wilson's at 95 %.",
      zh: "每个句子集是一个目录，含 set.json、homes/*.json 与 cases.jsonl。每个用例都在全新的模拟家庭中运行，时间从周三 10:00 开始，不会触及真实设备。每个用例按以下顺序归入第一个符合的类别：误操作（做了或安排了未要求的事）、正确、反问、转交（未听懂）、拒绝、其他（只做了一部分，或回答不符）。区间为 95% 威尔逊区间。",
    },
  },
  examples: ["jia eval test/sets/kitchen-en --failures", "jia eval test/sets/* --engine model --json"],
  positionals: { min: 1, max: 100 },
  flags: {
    engine: {
      kind: "text",
      value: "ENGINE",
      about: {
        texts: {
          en: "local (default), model, or auto: local first, then the model.",
          zh: "local（默认）、model，或 auto：先本地，再模型。",
        },
      },
    },
    json: { kind: "switch", about: { texts: { en: "Print the scores as JSON.", zh: "以 JSON 输出得分。" } } },
    failures: { kind: "switch", about: { texts: { en: "Print what failed.", zh: "列出失败的用例。" } } },
  },
  async run({ flags, positionals }, context) {
    const { cwd, root, stdout, stderr, signal, language } = context;
    const make = speakerFor(flags.engine ?? "local", context);
    const specs = new SpecLibrary(join(root, "devices"));
    const sets = positionals.map((folder) => readSet(resolve(cwd, folder), specs));
    const total = sets.reduce((sum, { cases }) => sum + cases.length, 0);
    const progress = new Progress(stderr, systemClock, total);
    const reports: SetReport[] = [];
    try {
      for (const set of sets) reports.push(await scoreSet(set, make, signal, () => progress.step(set.name)));
    } finally {
      progress.end();
    }
    if (flags.json) {
      stdout.write(`${JSON.stringify({ sets: reports })}\n`);
      return 0;
    }
    stdout.write(`${tableOf(reports, language)}\n`);
    if (flags.failures) {
      const failures = reports.flatMap((report) => report.failures);
      if (failures.length > 0) stdout.write(`${failuresOf(failures, language)}\n`);
    }
    return 0;
  },
});

/** @throws JiaError `usage` for another engine, `model-unavailable` when no model is configured */
function speakerFor(engine: string, { env, cwd }: CommandContext): MakeSpeaker {
  if (engine === "local") return localSpeaker;
  if (engine !== "model" && engine !== "auto") {
    throw new JiaError("usage", { detail: `--engine ${engine}: give local, model or auto` });
  }
  const client = modelClient(loadConfig({ flags: {}, env, cwd }).config, systemClock);
  if (!client)
    throw new JiaError("model-unavailable", {
      detail: "no model is configured (OPENROUTER_API_KEY, or JIA_MODEL_URL and JIA_MODEL)",
    });
  return assistantSpeaker(client, loadPrompts(), engine === "auto");
}
