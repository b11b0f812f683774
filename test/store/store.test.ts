import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newConversation } from "../../src/assistant/conversations.ts";
import type { Automation, Run, Saved, Timer } from "../../src/automation/index.ts";
import { claimStore, openDatabase, openStore, ownerOf, type Store, type StoreLocation } from "../../src/store/index.ts";
import { migrationsFor } from "../../src/store/migrations/index.ts";
import { Postgres } from "../support/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "jia-store-"));
let postgres: Postgres;
let files = 0;

beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const NAMES = Object.keys(migrationsFor("sqlite"));
const saved = (id: string): Saved<Automation> => ({
  definition: {
    id,
    name: id,
    triggers: [{ type: "time", at: "07:00" }],
    actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
  },
  approved: true,
  createdAt: 1_795_561_200_000,
  updatedAt: 1_795_561_200_001,
});
const runOf = (of: string, dueAt: number | null, over: Partial<Run> = {}): Run => ({
  id: crypto.randomUUID(),
  kind: "automation",
  of,
  name: of,
  status: "running",
  reason: "",
  cause: { type: "time", trigger: 0, dueAt, detail: "", chain: [] },
  origin: { kind: "schedule", id: of, approved: true },
  startedAt: 1_795_561_200_000,
  finishedAt: null,
  conditions: [],
  steps: [],
  missed: null,
  ...over,
});
const START = { position: [{ index: 0, branch: null, round: 0 }], begun: false, deadline: null };

describe.each(["sqlite", "postgres"] as const)("%s", (kind) => {
  const location = async (): Promise<StoreLocation> => {
    files += 1;
    return kind === "sqlite" ? { path: join(folder, `${files}`, "jia.db") } : { url: await postgres.database() };
  };
  const withStore = async (test: (store: Store, where: StoreLocation) => Promise<void>): Promise<void> => {
    const where = await location();
    const store = await openStore(where);
    try {
      await test(store, where);
    } finally {
      await store.close();
    }
  };

  it.each(NAMES)("migrates from version %s with its contents", async (name) => {
    const where = await location();
    const before = await openDatabase(where, name);
    const row = {
      at: 1,
      origin: "person",
      origin_json: '{"kind":"person"}',
      device: "miot:lamp",
      command: '{"kind":"invoke","device":"miot:lamp","action":"light.toggle","in":[]}',
      outcomes: "[]",
      ms: 1.5,
    };
    await before.db.insertInto("audit").values(row).execute();
    await before.db.insertInto("settings").values({ key: "kept", value: "1", updated_at: 1 }).execute();
    if (name >= "0002") {
      const { definition } = saved("kept");
      const definitionRow = {
        id: "kept",
        name: "kept",
        definition: JSON.stringify(definition),
        approved: 1,
        enabled: 1,
        created_at: 1,
        updated_at: 1,
      };
      await before.db.insertInto("automations").values(definitionRow).execute();
      await before.db.insertInto("cursors").values({ automation: "kept", trigger: 0, settled_to: 5 }).execute();
    }
    await before.close();
    const store = await openStore(where);
    expect(await store.settings.get("kept", z.number())).toBe(1);
    expect((await store.audit.list()).map(({ ms }) => ms)).toEqual([1.5]);
    await store.automations.save(saved("new"));
    expect((await store.automations.all()).map(({ definition }) => definition.id)).toEqual(
      name >= "0002" ? ["kept", "new"] : ["new"],
    );
    expect(await store.automations.cursors()).toEqual(
      name >= "0002" ? [{ automation: "kept", trigger: 0, settledTo: 5 }] : [],
    );
    await store.close();
  });

  it("keeps automations, timers, holds, runs, conversations and settings over a restart", async () => {
    const where = await location();
    const store = await openStore(where);
    const timer: Timer = {
      id: "t",
      name: "面条",
      state: { kind: "paused", remainingMs: 5 },
      durationMs: 10,
      commands: [{ kind: "set", device: "miot:lamp", properties: [{ address: "light.on", value: false }] }],
      rings: null,
      approved: false,
      origin: { kind: "person", name: "Li" },
      room: "kitchen",
      createdAt: 1_795_561_200_000,
    };
    await store.automations.save(saved("a"), [{ automation: "a", trigger: 0, settledTo: 1_795_561_200_000 }]);
    await store.automations.saveHold({ automation: "a", trigger: 0, device: "miot:lamp", since: 7 });
    await store.timers.save(timer);
    const run = runOf("a", 9);
    await store.runs.save({ run, checkpoint: START });
    await store.settings.set("language", "zh", 1);
    await store.conversations.save(newConversation("c", "zh"));
    await store.close();

    const again = await openStore(where);
    expect(await again.automations.all()).toEqual([saved("a")]);
    expect(await again.automations.cursors()).toEqual([{ automation: "a", trigger: 0, settledTo: 1_795_561_200_000 }]);
    expect(await again.automations.holds()).toEqual([{ automation: "a", trigger: 0, device: "miot:lamp", since: 7 }]);
    expect(await again.timers.all()).toEqual([timer]);
    expect(await again.runs.unfinished()).toEqual([{ run, checkpoint: START }]);
    expect(await again.settings.get("language", z.enum(["en", "zh"]))).toBe("zh");
    expect(await again.settings.get("language", z.number())).toBeUndefined();
    expect((await again.conversations.load("c"))?.language).toBe("zh");
    await again.automations.remove("a");
    expect([await again.automations.cursors(), await again.automations.holds()]).toEqual([[], []]);
    await again.close();
  });

  it("gives a due time to one of many simultaneous claims", async () => {
    await withStore(async (store, where) => {
      await store.automations.save(saved("a"), [{ automation: "a", trigger: 0, settledTo: 0 }]);
      const others = await Promise.all(Array.from({ length: 4 }, () => openStore(where)));
      const wins = new Map<number, number>();
      for (let due = 1; due <= 25; due += 1) {
        const claim = (each: Store) =>
          each.automations.claim([
            { automation: "a", trigger: 0, settledTo: due, runs: [{ run: runOf("a", due), checkpoint: START }] },
          ]);
        const claims = await Promise.all([store, ...others].map(claim));
        wins.set(due, claims.flat().length);
      }
      expect([...wins.values()]).toEqual(Array(25).fill(1));
      expect(await store.runs.list({ of: "a", limit: 100 })).toHaveLength(25);
      await Promise.all(others.map((each) => each.close()));
    });
  });

  it("does not run a due time again after cursors were set back", async () => {
    await withStore(async (store) => {
      await store.automations.save(saved("a"), [{ automation: "a", trigger: 0, settledTo: 0 }]);
      const claim = () => ({
        automation: "a",
        trigger: 0,
        settledTo: 5,
        runs: [{ run: runOf("a", 5), checkpoint: START }],
      });
      expect((await store.automations.claim([claim()]))[0]?.runs).toHaveLength(1);
      await store.automations.resetCursors([{ automation: "a", trigger: 0, settledTo: 0 }]);
      expect((await store.automations.claim([claim()])).flatMap(({ runs }) => runs)).toEqual([]);
    });
  });

  it("writes a thousand simultaneous runs together, and deletes old ones", async () => {
    await withStore(async (store) => {
      const runs = Array.from({ length: 1000 }, (_, index) => runOf(`a-${index % 10}`, index, { startedAt: index }));
      await Promise.all(runs.map((run) => store.runs.save({ run, checkpoint: null })));
      expect(await store.runs.lastStart("a-9")).toBe(999);
      await store.runs.prune(500, 20);
      const left = await store.runs.list({ limit: 1000 });
      expect(left).toHaveLength(200);
      expect(Math.min(...left.map(({ startedAt }) => startedAt))).toBe(800);
    });
  });

  it("keeps executed runs beside any number of skipped ones", async () => {
    await withStore(async ({ runs }) => {
      await runs.save({ run: runOf("a", 1, { startedAt: 1 }), checkpoint: null });
      for (let at = 2; at < 40; at += 1) {
        await runs.save({ run: runOf("a", at, { startedAt: at, status: "skipped" }), checkpoint: null });
      }
      await runs.prune(0, 20);
      const left = await runs.list({ limit: 100 });
      expect(left).toHaveLength(21);
      expect(left.at(-1)?.startedAt).toBe(1);
    });
  });

  it("finds the audit of a device by time, newest first", async () => {
    await withStore(async ({ audit }) => {
      for (const at of [1, 2, 3]) {
        await audit.record({
          at,
          origin: { kind: "api" },
          command: { kind: "invoke", device: at === 2 ? "miot:b" : "miot:a", action: "light.toggle", in: [] },
          outcomes: [],
          ms: 0.5,
        });
      }
      expect((await audit.forDevice("miot:a", 3, 10)).map(({ at }) => at)).toEqual([3, 1]);
      expect((await audit.list({ origin: "person" })).length).toBe(0);
      await audit.prune(2, 10);
      expect((await audit.list()).map(({ at }) => at)).toEqual([3, 2]);
      await audit.prune(2, 1);
      expect((await audit.list()).map(({ at }) => at)).toEqual([3]);
    });
  });

  it("rolls a transaction back completely when a part of it fails", async () => {
    await withStore(async ({ database, settings }) => {
      const half = database.durably(async (db) => {
        await db.insertInto("settings").values({ key: "half", value: "1", updated_at: 1 }).execute();
        await sql`select * from nowhere`.execute(db);
      });
      await expect(half).rejects.toThrow();
      expect(await settings.get("half", z.number())).toBeUndefined();
    });
  });

  it("audits a thousand simultaneous commands in order", async () => {
    await withStore(async ({ audit }) => {
      const command = { kind: "invoke", device: "miot:a", action: "light.toggle", in: [] } as const;
      const entry = { origin: { kind: "person" }, command, outcomes: [], ms: 1 } as const;
      await Promise.all(Array.from({ length: 1000 }, (_, at) => audit.record({ ...entry, at })));
      const noted = (await audit.list({ limit: 2000 })).map(({ at }) => at);
      expect(noted).toEqual(Array.from({ length: 1000 }, (_, index) => 999 - index));
    });
  });

  it("has an unknown outcome before a command is sent, and completes the row, for one and for a thousand", async () => {
    await withStore(async ({ audit }) => {
      const intent = (at: number) => ({
        at,
        origin: { kind: "person" } as const,
        command: { kind: "invoke", device: `miot:${at}`, action: "light.toggle", in: [] } as const,
        outcomes: [{ device: `miot:${at}`, action: "light.toggle", in: [], status: "unknown" }] as const,
      });
      const statuses = async () =>
        (await audit.list({ limit: 2000 })).map(({ command, outcomes, ms }) => [
          command.device,
          outcomes[0]?.device,
          outcomes[0]?.status,
          ms,
        ]);
      const expected = (status: string, ms: number) =>
        Array.from({ length: 1000 }, (_, index) => [`miot:${999 - index}`, `miot:${999 - index}`, status, ms]);
      const notes = await Promise.all(Array.from({ length: 1000 }, (_, at) => audit.begin(intent(at))));
      expect(await statuses()).toEqual(expected("unknown", 0));
      await Promise.all(
        notes.map((note, at) =>
          note.complete([{ device: `miot:${at}`, action: "light.toggle", in: [], status: "confirmed" }], 5),
        ),
      );
      expect(await statuses()).toEqual(expected("confirmed", 5));
      expect(await audit.closeInterrupted()).toBe(0);
      await audit.begin(intent(2000));
      expect(await audit.closeInterrupted()).toBe(1);
      expect((await statuses())[0]).toEqual(["miot:2000", "miot:2000", "unknown", 0]);
    });
  });

  it("keeps audit entries during an open transaction, also when that is rolled back", async () => {
    await withStore(async ({ audit, database }) => {
      const entry = {
        at: 1,
        origin: { kind: "person" },
        command: { kind: "set", device: "miot:a", properties: [{ address: "light.on", value: true }] },
        outcomes: [],
        ms: 1,
      } as const;
      const { promise: opened, resolve: open } = Promise.withResolvers<void>();
      const { promise: noted, resolve: note } = Promise.withResolvers<void>();
      const taken = database.transaction(async (db) => {
        await db.deleteFrom("audit").execute();
        open();
        await noted;
        throw new Error("taken back");
      });
      await opened;
      const recorded = audit.record(entry);
      note();
      await expect(taken).rejects.toThrow("taken back");
      await recorded;
      expect((await audit.list()).map(({ at }) => at)).toEqual([1]);
    });
  });

  it("belongs to one home, which may be renamed or moved, until another takes it over", async () => {
    await withStore(async ({ settings }) => {
      const claim = (name: string, source: string, takeOver = false) =>
        claimStore(settings, { name, source }, { where: "here", takeOver, at: 1 });
      await claim("Flat", "flat");
      await claim("Our flat", "flat");
      await claim("Our flat", "/home/li/flat.json");
      await expect(claim("House", "house")).rejects.toMatchObject({
        code: "other-home",
        details: { where: "here", owner: "Our flat", ownerSource: "/home/li/flat.json", home: "House" },
      });
      expect(await ownerOf(settings)).toEqual({ name: "Our flat", source: "/home/li/flat.json" });
      await claim("House", "house", true);
      expect(await ownerOf(settings)).toEqual({ name: "House", source: "house" });
      await expect(claim("Flat", "flat")).rejects.toMatchObject({ code: "other-home" });
    });
  });

  it("gives the lease to one instance, and to the next when it is released or has expired", async () => {
    await withStore(async (store, where) => {
      let now = 0;
      const [a, b] = await Promise.all([openStore(where, { now: () => now }), openStore(where, { now: () => now })]);
      expect([await a.lease.acquire(100), await b.lease.acquire(100), await a.lease.acquire(100)]).toEqual([
        true,
        false,
        true,
      ]);
      now = 101;
      expect([await b.lease.acquire(100), await a.lease.acquire(100)]).toEqual([true, false]);
      await b.lease.release();
      expect(await a.lease.acquire(100)).toBe(true);
      await Promise.all([a.close(), b.close()]);
      expect(await store.database.check()).toBeNull();
    });
  });
});

it("says what to do when the database cannot be opened", async () => {
  await expect(openStore({ path: "/dev/null/jia.db" })).rejects.toMatchObject({ code: "store-unavailable" });
  const refused = openStore({ url: "postgres://jia:secret@127.0.0.1:1/jia" });
  await expect(refused).rejects.toMatchObject({ code: "store-unavailable" });
  await expect(refused).rejects.not.toThrow(/secret/);
});
