import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { Postgres } from "../support/postgres.ts";
import { killAfterSending, unnoted } from "./kill/kills.ts";

/** More of them: `node launch.cjs --node test/store/kill/many.ts 500`. */
const KILLS = { sqlite: 20, postgres: 8 };

const folder = mkdtempSync(join(tmpdir(), "jia-audit-"));
let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it.each(["sqlite", "postgres"] as const)(
  "%s has a row for every command that reached a device before a kill, `unknown` without an outcome",
  async (kind) => {
    const location = kind === "sqlite" ? { path: join(folder, "jia.db") } : { url: await postgres.database() };
    const killed = await killAfterSending(KILLS[kind], location, mkdtempSync(join(folder, kind)));
    expect(killed.told.size).toBe(20);
    expect(unnoted(killed)).toEqual([]);
    expect(killed.unknown).toBe(killed.interrupted);
    expect(killed.interrupted).toBeGreaterThanOrEqual(KILLS[kind]);
    // One moment's commands at most were under way.
    expect(killed.mostInterrupted).toBeLessThanOrEqual(20);
    // Told once: the next start has nothing to say of them.
    const store = await openStore(location);
    expect(await store.audit.closeInterrupted()).toBe(0);
    await store.close();
  },
  60_000,
);
