import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bucket, type HistoryBackend, LocalBackend, type SeriesInfo } from "../../src/history/index.ts";
import { PostgresHistory, SqliteHistory } from "../../src/store/history/index.ts";
import { type Database, openDatabase } from "../../src/store/index.ts";
import { KEEPING } from "../support/history.ts";
import { Oracle, type RecordedChange, write } from "../support/past.ts";
import { Postgres } from "../support/postgres.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse("2026-03-02T00:00:00Z");
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

const folder = mkdtempSync(join(tmpdir(), "jia-archive-"));
let postgres: Postgres;
let database: Database;
beforeAll(async () => {
  postgres = await Postgres.start();
  database = await openDatabase({ url: await postgres.database() });
}, 60_000);
afterAll(async () => {
  await database?.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let devices = 0;
function series(form: SeriesInfo["form"], kind: SeriesInfo["class"]): SeriesInfo {
  devices += 1;
  return { key: { device: `test:${devices}`, address: "a.b" }, form, class: kind };
}

/** Changes with random pauses from a millisecond to some hours, some of them to "not known". */
const changes = (value: fc.Arbitrary<number | string>, most = 60) =>
  fc
    .array(
      fc.record({
        pause: fc.oneof(
          fc.integer({ min: 1, max: 2_000 }),
          fc.integer({ min: 1, max: 20 * MINUTE }),
          fc.integer({ min: 1, max: 9 * HOUR }),
        ),
        value: fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((steps) => {
      let at = START;
      const told: RecordedChange[] = [];
      for (const step of steps) {
        at += step.pause;
        if (step.value !== (told.at(-1)?.value ?? null)) told.push({ at, value: step.value });
      }
      return told;
    });
/** Minus nothing is nothing. */
const numbers = fc
  .oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -50, max: 3_000, noNaN: true }))
  .map((value) => value + 0);

function closeTo(found: readonly Bucket[], expected: readonly (Bucket | null)[]): void {
  const known = expected.filter((bucket) => bucket !== null);
  expect(found.length).toBe(known.length);
  for (const [place, bucket] of known.entries()) {
    const { mean, ...rest } = bucket;
    expect(found[place]).toMatchObject(rest);
    expect(Math.abs((found[place]?.mean ?? Number.NaN) - mean)).toBeLessThan(1e-6);
  }
}

describe.each(["sqlite", "postgres"] as const)("%s", (kind) => {
  let backend: HistoryBackend;
  /** PostgreSQL takes a round trip a page. */
  const runs = { numRuns: kind === "sqlite" ? 60 : 10 };
  beforeAll(() => {
    const storage = kind === "sqlite" ? new SqliteHistory(join(folder, "history.db")) : new PostgresHistory(database);
    backend = new LocalBackend(storage, turn);
  });
  afterAll(() => backend.close());

  it("summarizes numbers by steps as a reader of every single change would", async () => {
    await fc.assert(
      fc.asyncProperty(changes(numbers), fc.integer({ min: 1, max: 9 * HOUR }), async (told, step) => {
        const info = series("number", "measure");
        await write(backend, info, told);
        const oracle = new Oracle(told);
        const edges = Array.from({ length: 30 }, (_, place) => START + place * step);
        const until = START + 31 * step;
        const expected = edges.slice(0, -1).map((from, place) => oracle.bucket(from, edges[place + 1] ?? from));
        closeTo(await backend.buckets(info.key, edges, until), expected);
        await backend.forgetDevice(info.key.device);
      }),
      runs,
    );
  });

  it("measures how long each state lasted, how often it began, and how long nothing was known", async () => {
    const value = fc.constantFrom(0, 1, 2);
    await fc.assert(
      fc.asyncProperty(changes(value), fc.integer({ min: 0, max: 40 * HOUR }), async (told, begin) => {
        const info = series("number", "state");
        await write(backend, info, told);
        const span = { from: START + begin, to: START + begin + 50 * HOUR };
        const stretches = new Oracle(told).stretches(span.from, span.to);
        const known = told.filter((each) => each.value !== null);
        const expected = [0, 1, 2].flatMap((state) => {
          const ms = stretches
            .filter((each) => each.value === state)
            .reduce((sum, each) => sum + each.to - each.from, 0);
          const became = known.filter(
            (each, place) =>
              each.value === state &&
              each.at >= span.from &&
              each.at < span.to &&
              (known[place - 1]?.value ?? state) !== state,
          );
          return ms > 0 ? [{ value: state, ms, times: became.length }] : [];
        });
        const found = await backend.stateTimes(info.key, span, span.to);
        expect(new Set(found.states)).toEqual(new Set(expected));
        expect(found.unknown).toBe(span.to - span.from - expected.reduce((sum, { ms }) => sum + ms, 0));
        await backend.forgetDevice(info.key.device);
      }),
      runs,
    );
  });

  it("finds the last and the first change to a value, from another known one", async () => {
    const value = fc.constantFrom("a", "b", "c");
    await fc.assert(
      fc.asyncProperty(changes(value), value, fc.integer({ min: 0, max: 60 * HOUR }), async (told, wanted, begin) => {
        const info = series("text", "state");
        await write(backend, info, told);
        const moment = START + begin;
        const seen = told.filter((each, place) => each.value === wanted && (told[place - 1]?.value ?? null) !== null);
        const last = seen.findLast(({ at }) => at < moment) ?? null;
        expect(await backend.lastChange(info.key, [wanted], moment)).toEqual(last);
        const first = seen.find(({ at }) => at >= moment) ?? null;
        const span = { from: moment, to: START + 1_000 * HOUR };
        expect(await backend.firstChange(info.key, span, [wanted])).toEqual(first);
        const within = { from: START, to: moment };
        expect(await backend.changes(info.key, within, 5)).toEqual(told.filter(({ at }) => at < moment).slice(-5));
        await backend.forgetDevice(info.key.device);
      }),
      runs,
    );
  });

  it("gives the same hourly numbers before and after measures are summarized", async () => {
    await fc.assert(
      fc.asyncProperty(
        changes(numbers, 40),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
        async (told, ages) => {
          const info = series("number", "measure");
          await write(backend, info, told);
          const oracle = new Oracle(told);
          let now = START;
          for (const days of ages) {
            now += days * DAY;
            await backend.tend(now, { ...KEEPING, raw: DAY, five: 3 * DAY });
          }
          const edges = Array.from({ length: 60 }, (_, place) => START + place * 6 * HOUR);
          const expected = edges.slice(0, -1).map((from, place) => oracle.bucket(from, edges[place + 1] ?? from));
          closeTo(await backend.buckets(info.key, edges, now), cutAt(expected, now));
          const span = { from: START, to: START + 14 * DAY };
          const extremes = await backend.extremes(info.key, span, Math.max(now, span.to));
          const all = oracle.bucket(span.from, span.to);
          expect(extremes?.lowest.value ?? null).toBe(all?.min ?? null);
          expect(extremes?.highest.value ?? null).toBe(all?.max ?? null);
          await backend.forgetDevice(info.key.device);
        },
      ),
      runs,
    );
  });
});

/** What is after now is not known: only whole steps before it are compared. */
function cutAt(expected: readonly (Bucket | null)[], now: number): (Bucket | null)[] {
  return expected.filter((bucket) => bucket === null || bucket.to <= now);
}
