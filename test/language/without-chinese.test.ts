import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "jia-english-"));
const packs = join(folder, "src", "language", "packs.ts");

/** What the folder needs to be built and started. */
const PARTS = ["src", "prompts", "devices", "package.json", "tsconfig.json", "tsconfig.build.json"];

/** Runs Node.js in the folder, for a minute at most. */
function node(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const ran = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env: { PATH: process.env["PATH"], NO_COLOR: "1", ...env },
  });
  return { status: ran.status, text: `${ran.stdout}${ran.stderr}` };
}

beforeAll(() => {
  for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  rmSync(join(folder, "src", "language", "zh"), { recursive: true });
  rmSync(join(folder, "prompts", "zh"), { recursive: true });
  const list = readFileSync(packs, "utf8");
  const without = list.replace(/^import .*"\.\/zh\/index\.ts";\n/mu, "").replace(/,? CHINESE\b/u, "");
  expect(without).not.toBe(list);
  writeFileSync(packs, without);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("without the Chinese pack and its line in the list the project still builds", () => {
  expect(node(["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"])).toEqual({ status: 0, text: "" });
}, 90_000);

it("without the Chinese pack the command line, the home and the local understanding speak English", () => {
  const said = node(["src/cli.ts", "say", "--home", "house", "is the front door locked?"]);
  expect(said).toEqual({ status: 0, text: "Yes, the front door is locked.\n" });
  const wrong = node(["src/cli.ts", "say", "--nonsense"], { LANG: "zh_CN.UTF-8" });
  expect(wrong.status).toBe(2);
  expect(wrong.text).toContain("--nonsense");
  expect(wrong.text).not.toMatch(/\p{Script=Han}/u);
}, 90_000);
