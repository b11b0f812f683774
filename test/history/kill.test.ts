import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HistoryBackend, LocalBackend } from "../../src/history/index.ts";
import { PostgresHistory, SqliteHistory } from "../../src/store/history/index.ts";
import { type Database, openDatabase } from "../../src/store/index.ts";
import { Child } from "../support/child.ts";
import { Oracle, type RecordedChange, write } from "../support/past.ts";
import { Postgres } from "../support/postgres.ts";
import { seeded } from "../support/random.ts";
import { until } from "../support/until.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const START = Date.parse("2026-03-02T00:00:00Z");

const folder = mkdtempSync(join(tmpdir(), "jia-history-kill-"));
let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A history to look at, and how it is let go of. */
async function opened(where: string): Promise<AsyncDisposable & { readonly backend: HistoryBackend }> {
  const turn = () => wait(0);
  if (!where.startsWith("postgres:")) {
    const backend = new LocalBackend(new SqliteHistory(where), turn);
    return { backend, [Symbol.asyncDispose]: () => backend.close() };
  }
  const database: Database = await openDatabase({ url: where });
  const backend = new LocalBackend(new PostgresHistory(database), turn);
  return { backend, [Symbol.asyncDispose]: () => database.close() };
}

function started(name: string, ...given: readonly string[]): Child {
  const script = join(import.meta.dirname, "kill", `${name}.ts`);
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") };
  return new Child([process.execPath, script, ...given], { cwd: process.cwd(), env: env as Record<string, string> });
}

describe.each(["sqlite", "postgres"] as const)("%s, after SIGKILL", (kind) => {
  const place = async (name: string) => (kind === "sqlite" ? join(folder, name) : await postgres.database());

  it("keeps every change except those of the last second, each once, and marks the time after as unknown", async () => {
    const where = await place("recorder.db");
    const random = seeded(3);
    for (let kill = 0; kill < 3; kill += 1) {
      const happened = join(folder, `${kind}-${kill}`);
      const child = started("recorder", where, happened);
      await until("changes", () => existsSync(happened) && readFileSync(happened, "utf8").length > 20_000, 30_000);
      await wait(random() * 1_000);
      const killed = Date.now();
      await child.stop("SIGKILL");
      const told = Map.groupBy(
        readFileSync(happened, "utf8")
          .trim()
          .split("\n")
          .map((line) => {
            const [at = "", device = "", value = ""] = line.split(" ");
            return { at: Number(at), device, value: value === "true" };
          }),
        ({ device }) => device,
      );
      await using look = await opened(where);
      const first = Math.min(...[...told.values()].map((rows) => rows[0]?.at ?? 0));
      for (const [device, rows] of told) {
        const key = { device, address: "light.on" };
        const found = (await look.backend.changes(key, { from: first, to: killed + DAY }, 10_000)).map(
          ({ value }) => value,
        );
        // Nothing is left out or stands twice up to the end of what is there, which is that of the last second's write.
        expect(found).toEqual(rows.slice(0, found.length).map(({ value }) => value));
        const lost = rows[found.length];
        if (lost) expect(lost.at).toBeGreaterThanOrEqual((await look.backend.mark()) ?? Number.POSITIVE_INFINITY);
      }
    }
    const child = started("recorder", where, join(folder, `${kind}-last`));
    await until("changes", () => existsSync(join(folder, `${kind}-last`)), 30_000);
    await wait(2_500);
    await child.stop("SIGKILL");
    await using look = await opened(where);
    const all = await look.backend.changes(
      { device: "test:lamp-0", address: "light.on" },
      { from: 0, to: 9e12 },
      50_000,
    );
    // A gap for each time that it was killed and started again.
    expect(all.filter(({ value }) => value === null)).toHaveLength(3);
  }, 120_000);

  it("keeps every measure once, wherever the summarizing was cut off", async () => {
    const where = await place("upkeep.db");
    const random = seeded(5);
    const told: RecordedChange[] = [];
    for (let at = START; at < START + 20 * DAY; at += Math.ceil(random() * 600_000)) {
      told.push({ at, value: random() < 0.02 ? null : Math.round(random() * 1_000) / 10 });
    }
    const changes = told.filter((each, place) => each.value !== (told[place - 1]?.value ?? null));
    const oracle = new Oracle(changes);
    const key = { device: "test:sensor", address: "a.b" };
    {
      await using fill = await opened(where);
      for (let part = 0; part < changes.length; part += 1_000) {
        await write(fill.backend, { key, form: "number", class: "measure" }, changes.slice(part, part + 1_000));
      }
    }
    const edges = Array.from({ length: 81 }, (_, step) => START + step * 6 * HOUR);
    const expected = edges.slice(0, -1).flatMap((from, step) => oracle.bucket(from, edges[step + 1] ?? from) ?? []);
    for (let kill = 0; kill < 6; kill += 1) {
      const child = started("upkeep", where, String(START + kill * 3 * DAY));
      await until("the summarising to begin", () => child.out.includes("begun"), 30_000);
      // The last one comes to its end: on a busy machine the others may be cut off before a first step.
      if (kill === 5) await until("the summarising to end", () => child.out.includes("done"), 60_000);
      else await wait(random() * 60);
      await child.stop("SIGKILL");
      await using look = await opened(where);
      const found = await look.backend.buckets(key, edges, START + 1_000 * DAY);
      expect(found.map(({ min, max, last, known }) => ({ min, max, last, known }))).toEqual(
        expected.map(({ min, max, last, known }) => ({ min, max, last, known })),
      );
      for (const [place, { mean }] of expected.entries()) expect(found[place]?.mean).toBeCloseTo(mean, 6);
    }
    await using look = await opened(where);
    const summarised = await look.backend.find(key);
    expect(summarised?.rawFrom).toBeGreaterThan(START);
  }, 120_000);
});
