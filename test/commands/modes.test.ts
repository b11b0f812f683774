import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

let app: App;
const folder = mkdtempSync(join(tmpdir(), "jia-modes-"));
beforeAll(async () => {
  app = await runningApp({ JIA_SPEED: "4" });
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

const jia = async (...args: string[]) =>
  await run(COMMANDS, ["modes", ...args], { env: { JIA_URL: app.url, XDG_STATE_HOME: folder } });

describe("jia modes", () => {
  it("lists the modes with their checks, in both languages", async () => {
    const { code, out } = await jia();
    expect(code).toBe(0);
    expect(out).toMatch(/^Home mode\.\n/);
    expect(out).toMatch(/^away +Away +— +what is open, what is unlocked/m);
    expect((await jia("--language", "zh")).out).toMatch(/^在家模式|现在是/);
  });

  it("begins a mode, and tells which checks failed", async () => {
    expect((await jia("set", "holiday")).out).toMatch(/^Holiday mode is on/);
    expect((await jia()).out).toMatch(/^holiday \(now\)/m);
    expect(await jia("set", "holidy")).toMatchObject({ code: 1, err: expect.stringContaining("holiday") });
    expect((await jia("set", "home", "--language", "zh")).out).toContain("模式开了");
  });

  it("exports modes as YAML, and imports them from a file", async () => {
    const { out } = await jia("export");
    const file = join(folder, "modes.yaml");
    writeFileSync(file, `${out}  - id: party\n    name: Party\n`);
    expect((await jia("import", file)).out).toBe("6 modes taken from the file.\n");
    expect((await jia("delete", "party")).out).toBe("Deleted: Party mode.\n");
    writeFileSync(file, "modes:\n  - name: [");
    expect((await jia("import", file)).code).toBe(2);
    writeFileSync(file, "mode: 1\n");
    expect((await jia("import", file)).err).toContain(file);
  });
});
