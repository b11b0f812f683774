import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { HomeHistory, LocalBackend } from "../../src/history/index.ts";
import type { Home, Value } from "../../src/home/index.ts";
import { PostgresHistory } from "../../src/store/history/index.ts";
import { type Database, openDatabase } from "../../src/store/index.ts";
import { ManualClock } from "../support/clock.ts";
import { KEEPING } from "../support/history.ts";
import { described, testHome } from "../support/home.ts";
import { Postgres } from "../support/postgres.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const START = Date.parse("2026-03-02T08:00:00Z");
const key = { device: "test:lamp", address: "light.brightness" };

let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(() => postgres?.stop());

/** One of several instances: a home and a clock of its own, and the common database. */
class Instance {
  readonly clock: ManualClock;
  readonly home: Home;
  readonly history: HomeHistory;
  holds = false;

  constructor(database: Database, apart: number) {
    this.clock = new ManualClock(START + apart);
    this.home = testHome([described("lamp")], { clock: this.clock }).home;
    this.history = new HomeHistory({
      home: this.home,
      clock: this.clock,
      backend: new LocalBackend(new PostgresHistory(database), () => wait(0)),
      selection: { include: [], exclude: [] },
      keeping: KEEPING,
      tariff: null,
      mains: [],
      holds: () => this.holds,
      lost: () => undefined,
      failed: (error) => {
        throw error;
      },
    });
  }
}

let database: Database;
let instances: Instance[] = [];
beforeEach(async () => {
  database = await openDatabase({ url: await postgres.database() });
  // Their clocks differ, and the second hears everything a little later.
  instances = [new Instance(database, 0), new Instance(database, 180)];
  for (const { history } of instances) await history.start();
});
afterEach(async () => {
  for (const { history } of instances) await history.stop();
  await database.close();
});

function pass(ms: number): void {
  for (const { clock } of instances) clock.advance(ms);
}

function report(value: Value): void {
  for (const { home } of instances) {
    home.apply([{ kind: "values", id: "test:lamp", values: [{ address: key.address, value }], cause: "report" }]);
  }
}

async function flush(...some: readonly (Instance | undefined)[]): Promise<void> {
  for (const each of some) await each?.history.flush();
}

async function stored(): Promise<unknown[]> {
  const rows = await instances[1]?.history.changes(key, { from: 0, to: 9e12 });
  return (rows ?? []).map(({ value }) => value);
}

it("only the instance that holds the lease writes, and what it wrote is read through each of them", async () => {
  const [first, second] = instances;
  if (first) first.holds = true;
  for (let value = 1; value <= 5; value += 1) {
    report(value);
    pass(MINUTE);
    await flush(second, first);
  }
  expect(await stored()).toEqual([1, 2, 3, 4, 5]);
  expect(second?.history.waiting).toBeLessThan(2);
});

it("the next holder writes exactly the rows that the last one did not, wherever that one ended", async () => {
  const [first, second] = instances;
  if (first) first.holds = true;
  let told = 0;
  /** Ten changes, of which the holder writes the first ones. */
  for (const written of [0, 3, 7, 10]) {
    for (let step = 0; step < 10; step += 1) {
      told += 1;
      report((told % 90) + 1);
      pass(70);
      if (step < written) await flush(first);
    }
    await flush(second);
    pass(SECOND);
  }
  // The holder has gone with what it had not written: nothing of it is written any more.
  if (first) first.holds = false;
  if (second) second.holds = true;
  pass(20 * SECOND);
  await flush(second);
  const all = Array.from({ length: told }, (_, step) => ((step + 1) % 90) + 1);
  expect(await stored()).toEqual(all);
  report(99);
  pass(MINUTE);
  await flush(second);
  expect(await stored()).toEqual([...all, 99]);
});

it("an instance that starts after the holder ended leaves the time between unknown", async () => {
  const [first, second] = instances;
  if (first) first.holds = true;
  report(10);
  pass(MINUTE);
  await flush(first);
  if (first) first.holds = false;
  pass(10 * MINUTE);
  const third = new Instance(database, 0);
  instances.push(third);
  third.clock.advance(11 * MINUTE);
  third.holds = true;
  await third.history.start();
  third.home.apply([
    { kind: "values", id: "test:lamp", values: [{ address: key.address, value: 10 }], cause: "retained" },
  ]);
  third.clock.advance(SECOND);
  await third.history.flush();
  expect(await stored()).toEqual([10, null, 10]);
  expect(await third.history.valueAt(key, START + 5 * MINUTE)).toBeNull();
  expect(second?.history.problem).toBeNull();
});
