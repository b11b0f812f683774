import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { runChild } from "../support/child.ts";
import { jiaLine, Terminal } from "../support/terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "jia-interrupt-"));
const data = join(folder, "data");
const file = join(data, "jia.db");
/** The number of rows, so that a copy takes seconds. */
const ROWS = 300_000;
const env = { HOME: folder };

beforeAll(async () => {
  mkdirSync(data);
  await (await openStore({ path: file })).close();
  const database = new DatabaseSync(file);
  database.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
     INSERT INTO audit (at, origin, origin_json, device, command, outcomes, ms)
     SELECT i, 'api', '{"kind":"api"}', 'lamp', '{"device":"lamp","properties":{"light.on":true}}', '[]', 1 FROM n`,
  );
  database.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Types Ctrl-C once a command shows its progress. @returns the exit code */
async function interrupted(args: string, progress: string): Promise<number | null> {
  const terminal = new Terminal(jiaLine(args), { env });
  await terminal.sees(progress);
  terminal.type("\u0003");
  return await terminal.ended();
}

it("Ctrl-C ends an evaluation with 130", async () => {
  expect(await interrupted("eval test/sets/visitors-en", "visitors-en")).toBe(130);
});

it("Ctrl-C ends a backup with 130 and leaves no file, and a restore with 130 and the data as they were", async () => {
  const target = join(folder, "copy.db");
  expect(await interrupted(`backup ${target} --data ${data}`, " %")).toBe(130);
  expect(readdirSync(folder).filter((name) => name.startsWith("copy"))).toEqual([]);

  const made = await runChild([process.execPath, "src/cli.ts", "backup", target, "--data", data], {
    cwd: process.cwd(),
    env: { PATH: process.env["PATH"] ?? "", ...env },
  });
  expect(made.code, made.out).toBe(0);
  const database = new DatabaseSync(file);
  database.exec("DELETE FROM audit WHERE id > 1");
  database.close();
  expect(await interrupted(`restore ${target} --data ${data}`, " %")).toBe(130);
  const after = new DatabaseSync(file);
  expect(after.prepare("SELECT count(*) AS rows FROM audit").get()).toEqual({ rows: 1 });
  after.close();
});
