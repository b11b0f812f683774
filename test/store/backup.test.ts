import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { newConversation } from "../../src/assistant/conversations.ts";
import type { Run } from "../../src/automation/index.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { continueNumbers, copyTables } from "../../src/store/backup/copy.ts";
import { makeBackup, restoreBackup, type Work } from "../../src/store/backup/index.ts";
import { claimStore, DataFolder, openStore, type Store, type StoreLocation } from "../../src/store/index.ts";
import { MemoryRepository } from "../../src/store/memory.ts";
import { openDatabase } from "../../src/store/open.ts";
import { run as runCommand } from "../support/command-line.ts";
import { Postgres } from "../support/postgres.ts";

const AUDIT_ROWS = 1_200;
const MADE = { version: "0.1.0", at: 1_795_561_200_000 };
const FLAT = { name: "Flat", source: "flat" };
const NOW = { owner: FLAT, takeOver: false, at: 1_795_564_800_000 };
const quiet: Work = { progress: () => undefined, signal: new AbortController().signal };

let postgres: Postgres;
let folder: string;
let files = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jia-backup-"));
  postgres = await Postgres.start();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function place(kind: "sqlite" | "postgres"): Promise<StoreLocation> {
  files += 1;
  return kind === "sqlite" ? { path: join(folder, `${files}`, "jia.db") } : { url: await postgres.database() };
}

const run = (id: string, over: Partial<Run> = {}): Run => ({
  id,
  kind: "automation",
  of: "a",
  name: "a",
  status: "done",
  reason: "",
  cause: { type: "time", trigger: 0, dueAt: id.length, detail: "", chain: [] },
  origin: { kind: "schedule", id: "a", approved: true },
  startedAt: 1_795_561_200_000,
  finishedAt: 1_795_561_200_000,
  conditions: [],
  steps: [],
  missed: null,
  ...over,
});

/** A store with something in every table. */
async function filled(location: StoreLocation, rows = AUDIT_ROWS): Promise<void> {
  const store = await openStore(location);
  const times = { approved: true, createdAt: 1, updatedAt: 2 };
  await claimStore(store.settings, FLAT, { where: "", takeOver: false, at: 1 });
  await store.settings.set("language", "zh", 1);
  await store.scenes.save({ definition: { id: "s", name: "看书", steps: [] }, ...times });
  await store.automations.save(
    {
      definition: { id: "a", name: "a", triggers: [{ type: "time", at: "07:00" }], actions: [] },
      ...times,
    },
    [{ automation: "a", trigger: 0, settledTo: 1_795_561_200_000 }],
  );
  await store.automations.saveHold({ automation: "a", trigger: 0, device: "miot:lamp", since: 7 });
  for (const [id, dueAt] of [
    ["past", NOW.at - 1],
    ["to-come", NOW.at + 1],
  ] as const) {
    await store.timers.save({
      id,
      name: "面条",
      state: { kind: "running", dueAt },
      durationMs: 10,
      commands: [],
      rings: "timer",
      approved: false,
      origin: { kind: "person" },
      room: null,
      createdAt: 5,
    });
  }
  await store.runs.save({ run: run("r"), checkpoint: null });
  const waiting = { position: [{ index: 0, branch: null, round: 0 }], begun: false, deadline: null };
  await store.runs.save({ run: run("waits", { status: "waiting", finishedAt: null }), checkpoint: waiting });
  await store.conversations.save(newConversation("c", "zh"));
  await Promise.all(
    Array.from({ length: rows }, (_, at) =>
      store.audit.record({
        at,
        origin: { kind: "person" },
        command: { kind: "invoke", device: `miot:${at}`, action: "light.toggle", in: [] },
        outcomes: [],
        ms: 0.5,
      }),
    ),
  );
  await store.close();
}

/** All that a store tells of what is in it. */
async function contentsOf(location: StoreLocation) {
  const store: Store = await openStore(location);
  const contents = {
    language: await store.settings.get("language", z.string()),
    scenes: await store.scenes.all(),
    automations: await store.automations.all(),
    cursors: await store.automations.cursors(),
    holds: await store.automations.holds(),
    timers: await store.timers.all(),
    runs: (await store.runs.list({ limit: 10 })).map(({ id, status }) => [id, status]).toSorted(),
    unfinished: await store.runs.unfinished(),
    conversation: await store.conversations.load("c"),
    audit: await store.audit.list({ limit: 10_000 }),
  };
  await store.close();
  return contents;
}

const KINDS = ["sqlite", "postgres"] as const;
const pairs = KINDS.flatMap((from) => KINDS.map((to) => [from, to] as const));

it.each(pairs)("everything in %s is in the file, and comes back in %s", async (from, to) => {
  const [source, target] = [await place(from), await place(to)];
  await filled(source);
  const parts: number[] = [];
  const file = join(folder, `${from}-${to}.db`);
  const made = await makeBackup(source, file, MADE, { ...quiet, progress: (part) => parts.push(part) });
  expect(made).toMatchObject({ file, owner: FLAT, scenes: 1, automations: 1, timers: 2, made: MADE });
  expect(parts.at(-1)).toBe(1);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(statSync(file).mode & 0o777).toBe(0o600);

  await restoreBackup(file, target, NOW, quiet);
  const before = await contentsOf(source);
  expect(await contentsOf(target)).toEqual({
    ...before,
    // What came due since the backup is not done again.
    cursors: [{ automation: "a", trigger: 0, settledTo: NOW.at }],
    holds: [],
    timers: before.timers.filter(({ id }) => id === "to-come"),
    // A run that was under way when the backup was made does not go on days later.
    runs: [
      ["r", "done"],
      ["waits", "stopped"],
    ],
    unfinished: [],
  });
  expect(before.audit).toHaveLength(AUDIT_ROWS);
  // New rows get numbers of their own.
  const store = await openStore(target);
  await (
    await store.audit.begin({
      at: 9_999,
      origin: { kind: "api" },
      command: { kind: "invoke", device: "miot:new", action: "light.toggle", in: [] },
      outcomes: [],
    })
  ).complete([], 1);
  expect((await store.audit.list({ limit: 1 }))[0]?.command.device).toBe("miot:new");
  await store.close();
});

/** Of this instance alone, or with a part of their own in a backup. */
const APART = /^(kysely_|leases$|history_|sqlite_)/u;

it("has a row of every table, whichever there are", async () => {
  const source = await openDatabase(await place("postgres"));
  onTestFinished(() => source.close());
  const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
    select table_name as "table", column_name as "column", data_type as "type"
    from information_schema.columns where table_schema = 'public'`.execute(source.db);
  const tables = [...new Set(columns.map(({ table }) => table))].filter((table) => !APART.test(table));
  const { rows: keys } = await sql<{ table: string }>`
    select table_name as "table" from information_schema.table_constraints
    where constraint_type = 'FOREIGN KEY'`.execute(source.db);
  const refers = (table: string): boolean => keys.some((each) => each.table === table);
  // What refers to another table comes after it.
  for (const table of tables.toSorted((a, b) => Number(refers(a)) - Number(refers(b)))) {
    const own = columns.filter((each) => each.table === table);
    const names = sql.join(own.map(({ column }) => sql.ref(column)));
    const values = sql.join(own.map(({ type }) => (type === "text" ? "one" : 1)));
    await sql`insert into ${sql.table(table)} (${names}) values (${values})`.execute(source.db);
  }
  const target = await openDatabase(await place("sqlite"));
  onTestFinished(() => target.close());
  await copyTables(source.db, target.db, quiet);
  const counts = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(target.db);
      return [table, rows[0]?.n] as const;
    }),
  );
  expect(tables.length).toBeGreaterThan(20);
  expect(counts.filter(([, n]) => n !== 1)).toEqual([]);
  const server = await openDatabase(await place("postgres"));
  onTestFinished(() => server.close());
  await copyTables(target.db, server.db, quiet);
  await continueNumbers(server.db);
  await new MemoryRepository(server, () => undefined).write({
    saved: [],
    forgotten: [],
    changes: [{ at: 2, change: "forget", kind: "fact", entry: null, person: null, origin: { kind: "person" } }],
  });
});

it("contains one state although commands are audited while it is made", async () => {
  const location = await place("sqlite");
  await filled(location);
  const store = await openStore(location);
  onTestFinished(() => store.close());
  const progress = () =>
    void store.automations
      .setEnabled("a", false, 1, [])
      .then(() => store.settings.set("language", "en", 2))
      .catch(() => undefined);
  // More pages than are copied at once.
  await store.settings.set("large", "x".repeat(8_000_000), 1);
  const file = join(folder, "moment.db");
  await makeBackup(location, file, MADE, { ...quiet, progress });
  const target = await place("sqlite");
  await restoreBackup(file, target, NOW, quiet);
  const kept = await contentsOf(target);
  // Both of the two changes, or neither of them.
  expect([kept.cursors.length, kept.language]).toEqual([1, "zh"]);
});

describe("a backup", () => {
  it.each(KINDS)("of %s that is stopped leaves no half file, and the older one as it was", async (kind) => {
    const location = await place(kind);
    await filled(location, 3_000);
    const file = join(folder, `stopped-${kind}.db`);
    await makeBackup(location, file, MADE, quiet);
    const before = readFileSync(file);
    const stop = new AbortController();
    const work = { signal: stop.signal, progress: () => stop.abort() };
    await expect(makeBackup(location, file, { ...MADE, at: 1 }, work, { replace: true })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith(`stopped-${kind}.db.`))).toEqual([]);
  });

  it("replaces only another backup, and never the database itself", async () => {
    const location = { path: join(folder, "own", "jia.db") };
    await filled(location, 1);
    await expect(makeBackup(location, location.path, MADE, quiet)).rejects.toMatchObject({ code: "invalid-backup" });
    const letter = join(folder, "letter.txt");
    writeFileSync(letter, "Dear Li");
    await expect(makeBackup(location, letter, MADE, quiet)).rejects.toMatchObject({ code: "invalid-backup" });
    expect(readFileSync(letter, "utf8")).toBe("Dear Li");
    await expect(makeBackup(location, letter, MADE, quiet, { replace: true })).rejects.toMatchObject({
      code: "invalid-backup",
    });
    expect(readFileSync(letter, "utf8")).toBe("Dear Li");
  });

  it("of a missing data folder reports that", async () => {
    const nowhere = { path: join(folder, "nowhere", "jia.db") };
    await expect(makeBackup(nowhere, join(folder, "none.db"), MADE, quiet)).rejects.toMatchObject({
      code: "store-unavailable",
      details: { where: nowhere.path },
    });
    expect(existsSync(join(folder, "none.db"))).toBe(false);
    expect(existsSync(nowhere.path)).toBe(false);
  });
});

describe("a restore", () => {
  const good = () => join(folder, "good.db");
  beforeAll(async () => {
    const location = await place("sqlite");
    await filled(location);
    await makeBackup(location, good(), MADE, quiet);
  });

  /** Files that cannot be restored, and with which code they are refused. */
  const BAD: Readonly<Record<string, readonly [code: string, make: (file: string) => void]>> = {
    "a file that was cut off": [
      "invalid-backup",
      (file) => writeFileSync(file, readFileSync(good()).subarray(0, 40_000)),
    ],
    "a file with a damaged page": [
      "invalid-backup",
      (file) => {
        const bytes = readFileSync(good());
        bytes.fill(0xff, 20_480, 24_576);
        writeFileSync(file, bytes);
      },
    ],
    "a text": ["invalid-backup", (file) => writeFileSync(file, "hello".repeat(1_000))],
    "an empty file": ["invalid-backup", (file) => writeFileSync(file, "")],
    "another program's database": [
      "invalid-backup",
      (file) => {
        const database = new DatabaseSync(file);
        database.exec("CREATE TABLE notes (text)");
        database.close();
      },
    ],
    "a backup of a newer version": [
      "store-newer",
      (file) => {
        copyFileSync(good(), file);
        const database = new DatabaseSync(file);
        database.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', '')");
        database.close();
      },
    ],
  };

  it.each(Object.keys(BAD))("of %s is refused before anything is changed", async (name) => {
    const [code, make] = BAD[name] ?? ["", () => undefined];
    const file = join(folder, `bad-${Object.keys(BAD).indexOf(name)}.db`);
    make(file);
    const location = await place("sqlite");
    await filled(location, 3);
    const before = await contentsOf(location);
    await expect(restoreBackup(file, location, NOW, quiet)).rejects.toMatchObject({ code });
    expect(await contentsOf(location)).toEqual(before);
  });

  it("is refused while Jia runs on the folder, and for another home unless that takes it over", async () => {
    const location = { path: join(folder, "held", "jia.db") };
    await filled(location, 3);
    const held = DataFolder.take(join(folder, "held"));
    await expect(restoreBackup(good(), location, NOW, quiet)).rejects.toMatchObject({ code: "folder-in-use" });
    held.release();
    const house = { name: "House", source: "house" };
    await expect(restoreBackup(good(), location, { ...NOW, owner: house }, quiet)).rejects.toMatchObject({
      code: "other-home-backup",
    });
    expect((await contentsOf(location)).audit).toHaveLength(3);
    await restoreBackup(good(), location, { ...NOW, owner: house, takeOver: true }, quiet);
    const store = await openStore(location);
    await claimStore(store.settings, house, { where: "", takeOver: false, at: 1 });
    await store.close();
    expect((await contentsOf(location)).audit).toHaveLength(AUDIT_ROWS);
  });

  it("is refused while an instance runs on the PostgreSQL database", async () => {
    const location = await place("postgres");
    const store = await openStore(location, { now: () => NOW.at });
    await store.lease.acquire(15_000);
    await expect(restoreBackup(good(), location, NOW, quiet)).rejects.toMatchObject({ code: "conflict" });
    await store.lease.release();
    await store.close();
    await restoreBackup(good(), location, NOW, quiet);
  });

  it.each(KINDS)("into %s that is stopped leaves the old store", async (kind) => {
    const location = await place(kind);
    await filled(location, 3);
    const before = await contentsOf(location);
    const stop = new AbortController();
    const work = { signal: stop.signal, progress: () => stop.abort() };
    await expect(restoreBackup(good(), location, NOW, work)).rejects.toMatchObject({ name: "AbortError" });
    expect(await contentsOf(location)).toEqual(before);
    if ("path" in location) expect(readdirSync(join(location.path, ".."))).toEqual(["jia.db", "jia.lock"]);
  });

  it("keeps the old store whole, also when a kill left it or it is damaged", async () => {
    const location = { path: join(folder, "kept", "jia.db") };
    await filled(location, 3);
    const { kept } = await restoreBackup(good(), location, NOW, quiet);
    expect(kept).toBe(true);
    expect((await contentsOf({ path: `${location.path}.before-restore` })).audit).toHaveLength(3);
    writeFileSync(location.path, "damaged");
    await restoreBackup(good(), location, NOW, quiet);
    expect((await contentsOf(location)).audit).toHaveLength(AUDIT_ROWS);
    expect(readFileSync(`${location.path}.before-restore`, "utf8")).toBe("damaged");
  });

  it("takes a plain copy of a closed jia.db", async () => {
    const location = { path: join(folder, "closed", "jia.db") };
    await filled(location, 7);
    expect(readdirSync(join(folder, "closed"))).toEqual(["jia.db"]);
    const copy = join(folder, "copy.db");
    copyFileSync(location.path, copy);
    const target = await place("sqlite");
    const { contents } = await restoreBackup(copy, target, NOW, quiet);
    expect(contents.made).toBeNull();
    expect((await contentsOf(target)).audit).toHaveLength(7);
  });
});

it("the command line saves and restores, in both languages, and ends with 130 when it is stopped", async () => {
  const data = join(folder, "line");
  await filled({ path: join(data, "jia.db") }, 3);
  const file = join(folder, "line.db");
  const home = ["--data", data, "--home", "flat"];
  const saved = await runCommand(COMMANDS, ["backup", file, ...home]);
  expect([saved.code, saved.out]).toEqual([
    0,
    expect.stringMatching(/Saved in .*line\.db \(0\.\d MiB\): home "Flat", 1 scene, 1 automation, 2 timers, as of 20/),
  ]);
  const restored = await runCommand(COMMANDS, ["restore", file, ...home, "--language", "zh"]);
  expect([restored.code, restored.out]).toEqual([0, expect.stringMatching(/已从 .*line\.db 恢复到 .*原有数据保留在/s)]);
  const refused = await runCommand(COMMANDS, ["restore", join(folder, "nothing.db"), ...home]);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("the file does not exist")]);
  const stopped = await runCommand(COMMANDS, ["backup", join(folder, "stopped.db"), ...home], {
    signal: AbortSignal.abort(),
  });
  expect(stopped.code).toBe(130);
  expect(existsSync(join(folder, "stopped.db"))).toBe(false);
});
