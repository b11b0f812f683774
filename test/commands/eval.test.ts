import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { run } from "../support/command-line.ts";
import { calls, ModelServer } from "../support/model-server.ts";

const folder = mkdtempSync(join(tmpdir(), "jia-eval-"));
const lamp = "living-floor-lamp";
const CASES = [
  { id: "right", language: "zh", say: "关掉客厅的落地灯", expect: { changes: { [lamp]: { "light.on": false } } } },
  { id: "wrong", language: "zh", say: "打开客厅的落地灯", expect: { changes: {} } },
  { id: "missed", language: "en", say: "sing me to sleep", expect: { changes: { [lamp]: { "light.on": true } } } },
];
const server = new ModelServer();

beforeAll(async () => {
  mkdirSync(join(folder, "homes"));
  copyFileSync("devices/homes/flat.json", join(folder, "homes", "flat.json"));
  writeFileSync(join(folder, "set.json"), JSON.stringify({ name: "three", cases: 3 }));
  const setup = (on: boolean) => ({ [lamp]: { "light.on": on } });
  const lines = CASES.map((each) => ({ home: "flat", category: "light", setup: setup(each.id === "right"), ...each }));
  writeFileSync(join(folder, "cases.jsonl"), lines.map((line) => JSON.stringify(line)).join("\n"));
  await server.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("jia eval", () => {
  it("reports what was right, what was missing, and what was wrong", async () => {
    const { code, out } = await run(COMMANDS, ["eval", folder, "--json"]);
    expect(code).toBe(0);
    const [set] = JSON.parse(out).sets;
    expect(set).toMatchObject({ name: "three", cases: 3, succeeded: 1, wrongActions: 1 });
    expect(set.failures.map(({ id, outcome }: Record<string, string>) => [id, outcome])).toEqual([
      ["wrong", "wrong"],
      ["missed", "handed-on"],
    ]);
    expect(Object.keys(set.latencyMs)).toEqual(["mean", "p50", "p90", "p99"]);
    expect(Object.keys(set.byLanguage).sort()).toEqual(["en", "zh"]);
  });

  it("asks the model for sentences that the local engine leaves, with --engine auto", async () => {
    const writes = [{ device: lamp, property: "light.on", value: true }];
    server.play(calls([{ tool: "set_properties", args: { writes, say: "On." } }]));
    const env = { JIA_MODEL: "test/model", JIA_MODEL_URL: server.url, OPENROUTER_API_KEY: "sk-test" };
    const { code, out, err } = await run(COMMANDS, ["eval", folder, "--engine", "auto", "--json"], { env });
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out).sets[0]).toMatchObject({ succeeded: 2, wrongActions: 1 });
  });

  describe("with recorded answers of a model", () => {
    const file = join(folder, "answers.jsonl");
    const env = () => ({ JIA_MODEL: "test/model", JIA_MODEL_URL: server.url, OPENROUTER_API_KEY: "sk-test" });
    const auto = async (...more: string[]) => {
      const { code, out, err } = await run(COMMANDS, ["eval", folder, "--engine", "auto", ...more], { env: env() });
      expect([code, err]).toEqual([0, ""]);
      return out;
    };
    const asked = async (...more: string[]) => {
      const writes = [{ device: lamp, property: "light.on", value: true }];
      server.play(calls([{ tool: "set_properties", args: { writes, say: "On." } }]));
      return await auto(...more);
    };

    it("gives the same score again without the model, and no figures about its use", async () => {
      const first = JSON.parse(await asked("--json", "--record", file)).sets[0];
      expect(first.model).toMatchObject({ turns: 3, modelTurns: 1, rounds: 1, tokens: 120, refusedCalls: 0 });
      server.play();
      const [again] = JSON.parse(await auto("--json", "--replay", file)).sets;
      expect(server.requests).toEqual([]);
      expect(again).toMatchObject({ succeeded: first.succeeded, wrongActions: first.wrongActions });
      expect(again.model).toBeUndefined();
    });

    it("shows the use of the model on a line of the table", async () => {
      expect(await asked()).toContain(": 1 of 3 sentences, a turn 1 rounds and 120 tokens, refused calls 0\n");
    });

    it("gives no score after a change of rules, tools or homes, and still runs every case", async () => {
      await asked("--json", "--record", file);
      writeFileSync(file, readFileSync(file, "utf8").replace(/"told":"[^"]+"/, '"told":"other"'));
      const out = await auto("--replay", file);
      expect(out).toMatch(/^Replayed 3 cases to their end\. .* no score\. Requests without a recorded answer: 0\n$/);
      expect(JSON.parse(await auto("--json", "--replay", file))).toEqual({
        sets: [],
        stale: { cases: 3, unanswered: 0 },
      });
    });

    it("counts a sentence without a recorded answer as handed on", async () => {
      writeFileSync(file, '{"recording":1,"model":"test/model","profile":"full"}\n');
      const [set] = JSON.parse(await auto("--json", "--replay", file)).sets;
      expect(set).toMatchObject({ succeeded: 1, wrongActions: 1 });
    });

    it.each([
      [["--record", "a", "--replay", "b", "--engine", "auto"], /do not go together/],
      [["--record", "a"], /--engine model or auto/],
      [["--replay", "missing.jsonl", "--engine", "auto"], /missing\.jsonl is not a recording/],
      [["--parallel", "0"], /"0" is not a number of cases\. Use 1 to 64/],
    ])("refuses %j", async (more, said) => {
      const { code, err } = await run(COMMANDS, ["eval", folder, ...more], { env: env() });
      expect(code).toBe(2);
      expect(err).toMatch(said);
    });
  });

  it("prints a table, and with --failures what is missing and what is wrong", async () => {
    const { out } = await run(COMMANDS, ["eval", folder, "--failures"]);
    expect(out).toMatch(/three +3 +1 +1 +0 +1 +0 +0\n {2}95% interval, in % +6–79 +6–79 +0–56 +6–79 +0–56 +0–56\n/);
    expect(out).toContain(`wrong (wrong): "打开客厅的落地灯"\n  wrong: ${lamp} light.on = true\n`);
    expect(out).toContain(`missed (handed on): "sing me to sleep"\n  missing: ${lamp} light.on = true\n`);
  });

  it("scores either half of a set, and shows only figures of the half for reports", async () => {
    const half = async (name: string) => {
      const { code, out } = await run(COMMANDS, ["eval", folder, "--half", name, "--json"]);
      expect(code).toBe(0);
      return JSON.parse(out).sets[0];
    };
    const [tune, report] = [await half("tune"), await half("report")];
    expect(tune.cases + report.cases).toBe(3);
    expect(tune.wrongActions + report.wrongActions).toBe(1);
    expect(report.failures).toEqual([]);
    expect((await run(COMMANDS, ["eval", folder, "--half", "both"])).code).toBe(2);
    expect((await run(COMMANDS, ["eval", folder, "--half", "report", "--failures"])).code).toBe(2);
  });

  it("stops between two cases at Ctrl-C", async () => {
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    const { code, out } = await run(COMMANDS, ["eval", folder], { signal: controller.signal });
    expect([code, out]).toEqual([130, ""]);
  });

  it("refuses an unknown engine, and a folder that is no set", async () => {
    expect((await run(COMMANDS, ["eval", folder, "--engine", "oracle"])).code).toBe(2);
    expect((await run(COMMANDS, ["eval", join(folder, "homes")])).code).toBe(2);
  });
});
