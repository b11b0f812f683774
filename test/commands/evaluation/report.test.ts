import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { localEngine } from "../../../src/commands/evaluation/local-engine.ts";
import { Progress } from "../../../src/commands/evaluation/progress.ts";
import { reportOf, type Scored } from "../../../src/commands/evaluation/report.ts";
import type { EngineFactory } from "../../../src/commands/evaluation/run.ts";
import { scoreSet } from "../../../src/commands/evaluation/score.ts";
import { readCase } from "../../../src/commands/evaluation/set.ts";
import { failuresOf, tableOf } from "../../../src/commands/evaluation/table.ts";
import { textWidth } from "../../../src/commands/terminal/layout.ts";
import { ManualClock } from "../../support/clock.ts";
import { acts, resultOf } from "../../support/judged-cases.ts";

const never = new AbortController().signal;

/** A failed case of a long category, without any action or with a wrong one. */
function scored(at: number, wrong: boolean, confidence: number | null = null): Scored {
  const line = {
    id: `case-${at}`,
    home: "acts",
    language: at % 2 === 0 ? "en" : "zh",
    category: at % 3 === 0 ? "a-category-with-a-long-name" : "light",
    say: "turn on the lamp",
    expect: { changes: { lamp: { "light.on": true } } },
  };
  const verdict = {
    succeeded: false,
    wrongAction: wrong,
    missing: ["lamp light.on = true"],
    wrong: wrong ? ["tv"] : [],
  };
  return {
    entry: readCase(JSON.stringify(line), "test"),
    run: { result: resultOf({ confidence }), latenciesMs: [at], usage: [], errors: [] },
    verdict,
  };
}

describe("a report", () => {
  const many = Array.from({ length: 2_000 }, (_, at) => scored(at, at % 2 === 0, at / 2_000));

  it("counts each case once, of every set, category and language", () => {
    const report = reportOf("many", many);
    const groups = [report, ...Object.values(report.byCategory), ...Object.values(report.byLanguage)];
    expect(Object.keys(report.byCategory).length + Object.keys(report.byLanguage).length).toBe(4);
    for (const { cases, outcomes } of groups) {
      expect(Object.values(outcomes).reduce((sum, { count }) => sum + count, 0)).toBe(cases);
      for (const { share, low, high } of Object.values(outcomes))
        expect([low, share, high]).toEqual([low, share, high].sort((a, b) => a - b));
    }
    expect(report.latencyMs).toEqual({ mean: 999.5, p50: 1000, p90: 1800, p99: 1980 });
  });

  it.each(["en", "zh"] as const)("fits a terminal of 80 columns, in %s", (language) => {
    const lines = tableOf([reportOf("a-set-with-quite-a-long-name", many)], language).split("\n");
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
  });

  it("has a curve only when the engine gives its confidence", () => {
    const sure = reportOf("sure", many);
    expect(sure.curve?.at(-1)).toMatchObject({ covered: 2_000, coverage: 1, wrong: { count: 1_000 } });
    expect(tableOf([sure], "en")).toContain("at least");
    const unsure = reportOf("unsure", [scored(1, true)]);
    expect(unsure).not.toHaveProperty("curve");
    expect(tableOf([unsure], "en")).not.toContain("at least");
  });

  it("takes the confidence of the least certain sentence", async () => {
    const confidences = [0.9, 0.4];
    const make: EngineFactory = (world, entry) => {
      const speaker = localEngine(world, entry);
      return {
        ...speaker,
        say: async (said, signal) => ({
          ...(await speaker.say(said, signal)),
          confidence: confidences.shift() ?? null,
        }),
      };
    };
    const cases = acts.cases.filter(({ category }) => category === "timer-deleted");
    const { curve } = await scoreSet({ ...acts, cases }, make, never);
    expect(curve).toMatchObject([{ confidence: 0.4, covered: 1, coverage: 1, wrong: { count: 0 } }]);
  });

  it("shows failed cases with their plans and actions", async () => {
    const cases = acts.cases
      .filter(({ category }) => ["mower", "rule"].includes(category))
      .map((entry) => ({ ...entry, expect: { changes: {} } }));
    const { failures } = await scoreSet({ ...acts, cases }, localEngine, never);
    const told = failuresOf(failures, "en");
    expect(told).toContain("wrong: mower lawn-mower.start-mowing()");
    expect(told).toMatch(/wrong: plan \{"kind":"automation","change":"made".*"at":"20:00".*"does":\["lock"\]\}/);
  });
});

describe("the progress of an evaluation", () => {
  async function shown(isTTY: boolean, steps: number): Promise<string> {
    const stderr = Object.assign(new PassThrough(), { isTTY });
    const clock = new ManualClock();
    const progress = new Progress(stderr, clock, 100);
    for (let step = 0; step < steps; step += 1) {
      clock.advance(60);
      progress.step("acts");
    }
    progress.end();
    stderr.end();
    return await text(stderr);
  }

  it("is shown on a terminal after a second, and removed at the end", async () => {
    const written = await shown(true, 20);
    expect(written.split("\r\u001B[K")).toEqual(["", "17/100  acts", "19/100  acts", ""]);
  });

  it("is not shown for short work, and never in a file", async () => {
    expect(await shown(true, 16)).toBe("");
    expect(await shown(false, 100)).toBe("");
  });
});
