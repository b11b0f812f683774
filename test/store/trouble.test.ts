import { once } from "node:events";
import { copyFileSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { newConversation } from "../../src/assistant/conversations.ts";
import type { DueClaim, Run } from "../../src/automation/index.ts";
import { JiaError } from "../../src/home/index.ts";
import { errorText } from "../../src/language/index.ts";
import { FileIdentity } from "../../src/store/file-identity.ts";
import { Database, openStore, type Store } from "../../src/store/index.ts";
import { writeAheadLog } from "../../src/store/log-file.ts";
import { SettingsRepository } from "../../src/store/settings.ts";
import { openSqlite, sqliteDialect } from "../../src/store/sqlite.ts";
import { StoreState } from "../../src/store/store-state.ts";
import { sqliteTrouble } from "../../src/store/trouble.ts";
import { Postgres } from "../support/postgres.ts";

let folder: string;
let path: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "jia-trouble-"));
  path = join(folder, "jia.db");
  store = await openStore({ path });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const intent = (at: number) =>
  ({
    at,
    origin: { kind: "person" },
    command: { kind: "invoke", device: "miot:lamp", action: "light.toggle", in: [] },
    outcomes: [{ device: "miot:lamp", action: "light.toggle", in: [], status: "unknown" }],
  }) as const;
const run: Run = {
  id: "r",
  kind: "automation",
  of: "a",
  name: "a",
  status: "done",
  reason: "",
  cause: { type: "time", trigger: 0, dueAt: 5, detail: "", chain: [] },
  origin: { kind: "schedule", id: "a", approved: true },
  startedAt: 5,
  finishedAt: 6,
  conditions: [],
  steps: [],
  missed: null,
};
const claim: DueClaim = { automation: "a", trigger: 0, settledTo: 5, runs: [{ run, checkpoint: null }] };

/** Another program that writes, as far as SQLite can tell. */
function locker(): { release: () => void } {
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  let held = true;
  const release = () => {
    if (held) other.close();
    held = false;
  };
  onTestFinished(release);
  return { release };
}

/** Lets the event loop turn so many times, at least a millisecond each. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
}

it.each([
  { deleted: "the conversation", of: (each: Store) => each.exchanges.remove("a", null), left: [] },
  { deleted: "what one of two said in it", of: (each: Store) => each.exchanges.remove("a", "ann"), left: ["bob"] },
  { deleted: "all that one said", of: (each: Store) => each.exchanges.forgetPerson("ann"), left: ["bob"] },
])("what waited to be written does not come back after somebody deleted $deleted", async ({ of, left }) => {
  const { release } = locker();
  const conversation = {
    ...newConversation("a", "en"),
    focus: { devices: ["secret-lamp"], rooms: [], address: null, frame: null },
  };
  for (const [index, person] of ["ann", "bob", "ann"].entries()) {
    conversation.exchanges.push({ at: index, person, text: `of ${person}`, reply: "ok", path: "local", outcomes: [] });
    await store.conversations.save(conversation);
  }
  expect(await store.exchanges.of("a", null, 10)).toEqual([]);
  release();
  expect(await of(store)).toBe(3 - left.length);
  // The next write finds the store usable again, and what waits is written.
  await store.settings.set("any", 1, 1);
  await expect
    .poll(async () => (await store.exchanges.of("a", null, 10)).map(({ exchange }) => exchange.person))
    .toEqual(left);
  await turns(20);
  expect((await store.exchanges.of("a", null, 10)).map(({ exchange }) => exchange.person)).toEqual(left);
  expect((await store.conversations.load("a"))?.focus ?? null).toBeNull();
});

describe("a lock of another program", () => {
  it("is waited for while the event loop runs and others read", async () => {
    await store.settings.set("before", 1, 1);
    const { release } = locker();
    let saved = false;
    const saving = store.settings.set("kept", 2, 1).then(() => {
      saved = true;
    });
    const noting = store.audit.begin(intent(1));
    await turns(30);
    expect(await store.settings.get("before", z.number())).toBe(1);
    expect(saved).toBe(false);
    release();
    await saving;
    await (await noting).complete([], 1);
    expect(await store.settings.get("kept", z.number())).toBe(2);
    expect(await store.audit.list()).toHaveLength(1);
    expect(store.database.trouble).toBeNull();
  });

  it("that stays is reported with the file and advice, and the store works again when it is gone", async () => {
    const { release } = locker();
    const refused: unknown = await store.settings.set("lost", 1, 1).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "store-locked", details: { where: path } });
    expect(store.database.trouble).toMatchObject({ code: "store-locked" });
    expect(await store.database.check()).toMatchObject({ code: "store-locked" });
    release();
    expect(await store.database.check()).toBeNull();
    await store.settings.set("kept", 2, 1);
    expect(await store.settings.get("lost", z.number())).toBeUndefined();
  });

  it("ends a start after a while, with the reason", async () => {
    await store.close();
    const other = new DatabaseSync(path);
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    await expect(openStore({ path })).rejects.toMatchObject({ code: "store-locked", details: { where: path } });
    other.close();
    store = await openStore({ path });
  }, 20_000);
});

/** How the file is made one that cannot be written, and writable again. */
const CANNOT_WRITE = {
  "store-full": [
    async () => {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.database.db);
      await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 0}`).execute(store.database.db);
      // What is left of the last pages.
      await store.settings.set("filler", "x".repeat(20_000), 1).catch(() => undefined);
    },
    () => sql`pragma max_page_count = 1000000`.execute(store.database.db),
  ],
  "store-read-only": [
    () => sql`pragma query_only = 1`.execute(store.database.db),
    () => sql`pragma query_only = 0`.execute(store.database.db),
  ],
} as const;

describe.each(["store-full", "store-read-only"] as const)("%s", (code) => {
  const [begin, end] = CANNOT_WRITE[code];
  const large = "x".repeat(20_000);

  it("refuses a save, in both languages, and accepts it when there is room again", async () => {
    await begin();
    const refused: unknown = await store.settings.set("lost", large, 1).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code, details: { where: path } });
    const { trouble } = store.database;
    if (!trouble) throw new Error("no trouble");
    expect(errorText(trouble, "en")).toContain(path);
    expect(errorText(trouble, "zh")).toMatch(/未保存任何内容。请/);
    expect(await store.settings.get("lost", z.string())).toBeUndefined();
    await end();
    expect(await store.database.check()).toBeNull();
    await store.settings.set("kept", large, 1);
    expect(await store.settings.get("kept", z.string())).toBe(large);
  });

  it("continues with runs, due times, timers, conversations and the audit, and writes them later", async () => {
    await store.automations.save(
      {
        definition: { id: "a", name: "a", triggers: [{ type: "time", at: "07:00" }], actions: [] },
        approved: true,
        createdAt: 1,
        updatedAt: 1,
      },
      [{ automation: "a", trigger: 0, settledTo: 0 }],
    );
    await begin();
    await store.settings.set("lost", large, 1).catch(() => undefined);
    const words = large;
    expect(
      await store.automations.claim([{ ...claim, runs: [{ run: { ...run, reason: words }, checkpoint: null }] }]),
    ).toHaveLength(1);
    await store.runs.save({ run: { ...run, reason: words, status: "failed" }, checkpoint: null });
    await store.conversations.save({ ...newConversation("c", "zh"), room: words });
    const command = { ...intent(9), command: { ...intent(9).command, action: words } };
    await expect(store.audit.begin(command)).rejects.toMatchObject({ code });
    await store.audit.record({ ...command, outcomes: [], ms: 1 });
    const written = () => store.database.db.selectFrom("audit").select("id").execute();
    expect(await written()).toEqual([]);
    // Whoever reads meanwhile sees what was done, not what was written.
    expect((await store.audit.list()).map(({ at }) => at)).toEqual([9]);
    expect(await store.audit.list({ to: 8 })).toEqual([]);
    expect(await store.runs.get("r")).toMatchObject({ status: "failed", reason: words });
    expect((await store.runs.list({ of: run.of })).map(({ status }) => status)).toEqual(["failed"]);
    expect(await store.runs.list({ status: "running" })).toEqual([]);

    await end();
    expect(await store.database.check()).toBeNull();
    await expect.poll(written).toHaveLength(1);
    expect(await store.audit.list()).toHaveLength(1);
    expect(await store.automations.cursors()).toEqual([{ automation: "a", trigger: 0, settledTo: 5 }]);
    expect((await store.runs.get("r"))?.status).toBe("failed");
    expect((await store.conversations.load("c"))?.room).toBe(words);
  });
});

describe("a database file that is deleted or replaced", () => {
  it.each(["", "-wal"])(
    "is noticed (jia.db%s): nothing is saved, and everything is there when it is put back",
    async (which) => {
      await store.settings.set("before", 1, 1);
      renameSync(`${path}${which}`, `${path}${which}.away`);
      await expect(store.settings.set("lost", 1, 1)).rejects.toMatchObject({ code: "store-moved" });
      expect(await store.database.check()).toMatchObject({
        code: "store-moved",
        details: { where: `${path}${which}` },
      });
      renameSync(`${path}${which}.away`, `${path}${which}`);
      expect(await store.database.check()).toBeNull();
      await store.settings.set("kept", 2, 1);
      expect(await store.settings.get("lost", z.number())).toBeUndefined();
    },
  );

  it("is not confused with another in its place", async () => {
    const other = await openStore({ path: join(folder, "other.db") });
    await other.close();
    renameSync(join(folder, "other.db"), path);
    await expect(store.settings.set("lost", 1, 1)).rejects.toMatchObject({ code: "store-moved" });
  });
});

/** The store's file once more, with a log that a disk of its own takes, or does not take. */
function onDisk(): { database: Database; fails: () => void; works: () => void } {
  const sqlite = openSqlite(path);
  const state = new StoreState((error) => sqliteTrouble(error, path));
  const log = join(folder, "elsewhere");
  const database = new Database(new Kysely({ dialect: sqliteDialect(sqlite, state) }), state, {
    sqlite,
    path,
    place: new FileIdentity(path),
    log: writeAheadLog(log),
  });
  onTestFinished(() => database.close());
  const works = () => {
    rmSync(`${log}-wal`, { force: true });
    writeFileSync(`${log}-wal`, "");
  };
  // A device that takes no fdatasync: what a disk with a fault answers.
  const fails = () => {
    rmSync(`${log}-wal`, { force: true });
    symlinkSync("/dev/full", `${log}-wal`);
  };
  return { database, fails, works };
}

describe("a disk that does not take a commit", () => {
  it("is reported: committed data is not refused, and refused data is not committed", async () => {
    const { database, fails, works } = onDisk();
    const settings = new SettingsRepository(database, () => undefined);
    fails();
    await settings.set("committed", 1, 1);
    expect(await settings.get("committed", z.number())).toBe(1);
    expect(database.trouble).toMatchObject({ code: "store-not-on-disk", details: { where: path } });
    const { trouble } = database;
    if (!trouble) throw new Error("no trouble");
    expect(errorText(trouble, "en")).not.toContain("Nothing was saved");
    expect(errorText(trouble, "zh")).toContain("断电后可能丢失");

    await expect(settings.set("refused", 2, 1)).rejects.toMatchObject({ code: "store-not-on-disk" });
    expect(await settings.get("refused", z.number())).toBeUndefined();
    expect(await database.check()).toMatchObject({ code: "store-not-on-disk" });
    works();
    expect(await database.check()).toBeNull();
    await settings.set("kept", 3, 1);
    expect(await settings.get("kept", z.number())).toBe(3);
  });

  it("whose log cannot be opened refuses before anything is written", async () => {
    const { database } = onDisk();
    const settings = new SettingsRepository(database, () => undefined);
    await expect(settings.set("refused", 2, 1)).rejects.toMatchObject({ code: "store-unavailable" });
    expect(await settings.get("refused", z.number())).toBeUndefined();
  });
});

it("a damaged database advises at the start to restore a backup, in both languages", async () => {
  await store.settings.set("before", "x".repeat(50_000), 1);
  await store.close();
  copyFileSync(path, `${path}.whole`);
  const pages = Buffer.alloc(8_192, 0x5a);
  writeFileSync(path, pages, { flag: "r+" });
  const refused: unknown = await openStore({ path }).catch((error: unknown) => error);
  renameSync(`${path}.whole`, path);
  store = await openStore({ path });
  if (!(refused instanceof JiaError)) throw new Error("it was opened");
  expect(refused.code).toBe("store-damaged");
  expect(errorText(refused, "en")).toMatch(/damaged.*Stop Jia.*jia restore FILE/);
  expect(errorText(refused, "zh")).toMatch(/已损坏.*jia restore FILE/);
});

it("reports a lost PostgreSQL server, and refuses saves", async () => {
  const postgres = await Postgres.start();
  const away = await openStore({ url: await postgres.database() });
  await away.settings.set("before", 1, 1);
  await postgres.stop();
  await expect(away.settings.set("lost", 1, 1)).rejects.toMatchObject({ code: "store-unavailable" });
  await expect(away.automations.claim([claim])).rejects.toMatchObject({ code: "store-unavailable" });
  expect(await away.database.check()).toMatchObject({ code: "store-unavailable" });
  await away.close();
}, 60_000);

it("does not delay a command for a PostgreSQL server that hangs, and audits it when that answers again", async () => {
  const postgres = await Postgres.start();
  onTestFinished(() => postgres.stop());
  const url = new URL(await postgres.database());
  // Between them stands what can hold back all that is sent.
  const held: Socket[] = [];
  const { hostname, port } = url;
  const proxy = createServer((socket) => {
    const server = connect(Number(port), hostname);
    held.push(socket, server);
    for (const end of [socket, server]) end.on("error", () => undefined);
    socket.pipe(server).pipe(socket);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => {
    for (const socket of held) socket.destroy();
    proxy.close();
  });
  url.port = String(z.object({ port: z.number() }).parse(proxy.address()).port);
  const slow = await openStore({ url: url.href });
  onTestFinished(() => slow.close());
  await (await slow.audit.begin(intent(1))).complete([], 1);

  for (const socket of held) socket.pause();
  const note = await slow.audit.begin(intent(2));
  await note.complete([{ device: "miot:lamp", action: "light.toggle", in: [], status: "confirmed" }], 1);
  expect(slow.database.trouble).toMatchObject({ code: "store-unavailable" });
  for (const socket of held) socket.resume();
  await expect
    .poll(async () => (await slow.audit.list()).map(({ at, outcomes }) => [at, outcomes[0]?.status]))
    .toEqual([
      [2, "confirmed"],
      [1, undefined],
    ]);
}, 60_000);
