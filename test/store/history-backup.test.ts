import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { type HistoryStorage, LocalBackend } from "../../src/history/index.ts";
import { makeBackup, restoreBackup, type Work } from "../../src/store/backup/index.ts";
import { historyBeside, PostgresHistory, SqliteHistory } from "../../src/store/history/index.ts";
import { openDatabase, openStore, type StoreLocation } from "../../src/store/index.ts";
import { run } from "../support/command-line.ts";
import { KEEPING } from "../support/history.ts";
import { type RecordedChange, write } from "../support/past.ts";
import { Postgres } from "../support/postgres.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-03-02T00:00:00Z");
const MADE = { version: "0.1.0", at: START + 40 * DAY };
const NOW = { owner: { name: "Flat", source: "flat" }, takeOver: false, at: START + 41 * DAY };
const quiet: Work = { progress: () => undefined, signal: new AbortController().signal };

let postgres: Postgres;
const folder = mkdtempSync(join(tmpdir(), "jia-history-backup-"));
let files = 0;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const temperature = { device: "test:sensor", address: "environment.temperature" };
const status = { device: "test:washer", address: "washer.status" };

async function place(kind: "sqlite" | "postgres"): Promise<StoreLocation> {
  files += 1;
  const location =
    kind === "sqlite" ? { path: join(folder, `${files}`, "jia.db") } : { url: await postgres.database() };
  await (await openStore(location)).close();
  return location;
}

async function withHistory<Result>(
  location: StoreLocation,
  work: (storage: HistoryStorage) => Promise<Result>,
): Promise<Result> {
  if ("path" in location) {
    const storage = new SqliteHistory(historyBeside(location.path));
    return await work(storage).finally(() => storage.close());
  }
  const database = await openDatabase(location);
  return await work(new PostgresHistory(database)).finally(() => database.close());
}

/** A month of a sensor, most of it summarised, and texts with what is not known. */
async function fill(storage: HistoryStorage): Promise<void> {
  const backend = new LocalBackend(storage, () => Promise.resolve());
  const numbers: RecordedChange[] = Array.from({ length: 4_000 }, (_, step) => ({
    at: START + step * 600_000,
    value: step % 50 === 7 ? null : 20 + Math.sin(step) * 3,
  }));
  await write(backend, { key: temperature, form: "number", class: "measure" }, numbers);
  await write(backend, { key: status, form: "text", class: "state" }, [
    { at: START, value: "washing" },
    { at: START + 1, value: null },
    { at: START + 2, value: "家" },
  ]);
  await backend.tend(START + 28 * DAY, { ...KEEPING, raw: 5 * DAY, five: 12 * DAY });
}

async function everything(storage: HistoryStorage) {
  const backend = new LocalBackend(storage, () => Promise.resolve());
  const span = { from: START - DAY, to: START + 30 * DAY };
  const edges = Array.from({ length: 100 }, (_, step) => START + (step * DAY) / 4);
  return {
    mark: await storage.mark(),
    numbers: await backend.buckets(temperature, edges, span.to),
    changes: await backend.changes(temperature, span, 50_000),
    texts: await backend.changes(status, span, 100),
    series: (await storage.all()).map(({ id: _, ...rest }) => rest),
  };
}

describe.each([
  ["sqlite", "sqlite"],
  ["postgres", "sqlite"],
  ["sqlite", "postgres"],
] as const)("a backup with the history of %s", (from, to) => {
  it(`brings all of it into ${to}`, async () => {
    const source = await place(from);
    await withHistory(source, fill);
    const file = join(folder, `${from}-${to}.db`);
    const contents = await makeBackup(source, file, MADE, quiet, { history: true });
    expect(contents.history).toBe(2);
    const target = await place(to);
    await withHistory(target, async (storage) => {
      const backend = new LocalBackend(storage, () => Promise.resolve());
      const other = { key: { device: "test:other", address: "a.b" }, form: "number", class: "state" } as const;
      await write(backend, other, [{ at: 1, value: 1 }]);
    });
    await restoreBackup(file, target, NOW, quiet);
    expect(await withHistory(target, everything)).toEqual(await withHistory(source, everything));
    if ("path" in target) {
      // What was there before is kept, and the tables of the history stand in their own file alone.
      expect(existsSync(`${historyBeside(target.path)}.before-restore`)).toBe(true);
      const database = new DatabaseSync(target.path, { readOnly: true });
      expect(database.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'history%'").all()).toEqual([]);
      database.close();
    }
  });
});

describe("a backup without the history", () => {
  it("leaves the present history as it is", async () => {
    const source = await place("sqlite");
    const file = join(folder, "without.db");
    expect((await makeBackup(source, file, MADE, quiet)).history).toBeNull();
    await withHistory(source, fill);
    const before = await withHistory(source, everything);
    await restoreBackup(file, source, NOW, quiet);
    expect(await withHistory(source, everything)).toEqual(before);
  });

  it("says in both languages that it leaves out the history and how to include it", async () => {
    const source = await place("sqlite");
    if ("url" in source) throw new Error("a file");
    const data = join(source.path, "..");
    const jia = (language: string, ...args: string[]) =>
      run(COMMANDS, [...args, "--data", data, "--language", language], { cwd: folder, env: {} });
    expect((await jia("en", "backup", "none.db")).out).not.toContain("--history");
    await withHistory(source, fill);
    expect((await jia("en", "backup", "left.db")).out).toContain(
      "The history is not in it. To take it along: --history",
    );
    expect((await jia("zh", "backup", "left-zh.db")).out).toContain("其中没有历史记录。要一并备份请加 --history");
    expect((await jia("en", "backup", "all.db", "--history")).out).toContain("the history of 2 properties");
    expect((await jia("zh", "backup", "all-zh.db", "--history")).out).toContain("2 项历史记录");
    const restored = await jia("zh", "restore", "all.db");
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining("2 项历史记录") });
  });
});
