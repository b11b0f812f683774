import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAnswer } from "../../bench/played-model/answer.ts";
import { FolderPlayer } from "../../bench/played-model/players.ts";
import { PlayedServer } from "../../bench/played-model/server.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { run } from "../support/command-line.ts";

describe("an answer as somebody types it who plays the model", () => {
  it("is text, and calls of the tools that are offered, whose JSON may go over lines", () => {
    const typed = 'One moment.\nset_timer {"seconds": 60,\n  "name": "tea"}\nlook at {"this": 1}';
    expect(readAnswer(typed, ["set_timer"])).toEqual({
      text: 'One moment.\nlook at {"this": 1}',
      calls: [{ tool: "set_timer", args: '{"seconds": 60,\n  "name": "tea"}' }],
    });
  });

  it("keeps broken JSON as it is: models send that too", () => {
    expect(readAnswer('set_timer {"seconds": 60', ["set_timer"]).calls).toEqual([
      { tool: "set_timer", args: '{"seconds": 60' },
    ]);
  });
});

describe("a model that is played over files", () => {
  let folder: string;
  let server: PlayedServer;
  let url: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "jia-played-"));
    server = new PlayedServer(new FolderPlayer(folder));
    url = await server.start(0);
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it("shows each request, and what is in the answer is done and told", async () => {
    writeFileSync(
      join(folder, "001.answer.txt"),
      'set_properties {"writes":[{"device":"living-floor-lamp","property":"light.on","value":true}]}\n',
    );
    writeFileSync(join(folder, "002.answer.txt"), "The floor lamp is on.\n");
    mkdirSync(join(folder, "homes"));
    copyFileSync("devices/homes/flat.json", join(folder, "homes", "flat.json"));
    writeFileSync(join(folder, "set.json"), JSON.stringify({ name: "one", cases: 1 }));
    const changes = { "living-floor-lamp": { "light.on": true } };
    const setup = { "living-floor-lamp": { "light.on": false } };
    const entry = { id: "one", home: "flat", language: "en", setup, say: "somewhere to read, please" };
    writeFileSync(join(folder, "cases.jsonl"), JSON.stringify({ ...entry, expect: { changes } }));
    const { code, out } = await run(COMMANDS, ["eval", folder, "--engine", "model", "--json"], {
      env: { JIA_MODEL: "played", JIA_MODEL_URL: url },
    });
    expect(code).toBe(0);
    const [report] = JSON.parse(out).sets;
    expect(report).toMatchObject({ cases: 1, succeeded: 1, wrongActions: 0 });
    expect(report.model).toMatchObject({ modelTurns: 1, rounds: 2 });
    const [first, second] = ["001", "002"].map((name) => readFileSync(join(folder, `${name}.request.txt`), "utf8"));
    expect(first).toMatch(/^=== request 1 · \d+ tokens\n--- tools\n/);
    expect(first).toContain("somewhere to read");
    expect(second).toContain("--- system: as in request 1");
    expect(second).toContain("--- tool\n");
  });
});
