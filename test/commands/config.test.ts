import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { config } from "../../src/commands/config.ts";
import { run } from "../support/command-line.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "jia-"));
  writeFileSync(
    join(cwd, "kitchen.yaml"),
    "server:\n  port: 9000\nmodel:\n  hidden:\n    kinds: [camera]\npolicy:\n  rules:\n    - { id: a, decision: deny, kinds: [lock] }\n",
  );
});
afterEach(() => rmSync(cwd, { recursive: true }));

const shown = async (...args: string[]) =>
  await run([config], ["config", ...args], { cwd, env: { JIA_SPEED: "2", OPENROUTER_API_KEY: "sk-or-secret" } });

describe("jia config", () => {
  it("shows beside each setting its source: the file, the variable, the option, or the default", async () => {
    const { code, out } = await shown("--config", "kitchen.yaml", "--model", "none");
    expect(code).toBe(0);
    const file = join(cwd, "kitchen.yaml");
    expect(out).toContain(`  port: 9000 # ${file}\n`);
    expect(out).toContain("  host: 127.0.0.1 # default\n");
    expect(out).toContain("  hosts: [] # default\n");
    expect(out).toContain("  speed: 2 # environment JIA_SPEED\n");
    expect(out).toContain("  name: none # option --model\n");
    expect(out).toContain("  key: (set, not shown) # environment OPENROUTER_API_KEY\n");
    expect(out).toContain(`    # ${file}\n    kinds:\n      - camera\n`);
    expect(out).not.toContain("sk-or-secret");
    const chinese = await shown("--config", "kitchen.yaml", "--language", "zh");
    expect(chinese.out).toContain("  host: 127.0.0.1 # 默认值\n");
    expect(chinese.out).toContain("  speed: 2 # 环境变量 JIA_SPEED\n");
  });

  it("prints a jia.yaml that gives the same settings again", async () => {
    const first = await shown("--config", "kitchen.yaml");
    expect(parse(first.out)).toMatchObject({
      model: { hidden: { devices: [], kinds: ["camera"], rooms: [] } },
      policy: { rules: [{ id: "a", decision: "deny", kinds: ["lock"] }] },
    });
    writeFileSync(join(cwd, "again.yaml"), first.out);
    const again = await shown("--config", "again.yaml");
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(parse(again.out)).toEqual(parse(first.out));
  });

  it("prints the same as JSON, with the source of each value", async () => {
    const { out } = await shown("--config", "kitchen.yaml", "--model", "none", "--json");
    expect(JSON.parse(out)).toMatchObject({
      "server.port": { value: 9000, source: "file", from: join(cwd, "kitchen.yaml") },
      "simulator.speed": { value: 2, source: "environment", from: "JIA_SPEED" },
      "model.name": { value: "none", source: "flag", from: "--model" },
      "server.host": { value: "127.0.0.1", source: "default", from: null },
    });
  });
});
