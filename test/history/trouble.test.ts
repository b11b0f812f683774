import { existsSync, renameSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { type Batch, LocalBackend } from "../../src/history/index.ts";
import { SqliteHistory } from "../../src/store/history/index.ts";
import { HistoryBench } from "../support/history.ts";
import { described } from "../support/home.ts";

const MINUTE = 60_000;
const START = Date.parse("2026-03-02T08:00:00Z");
const lamp = { device: "test:lamp", address: "light.on" };

/** How the file becomes one that can't be written, and how that ends. */
const TROUBLES = {
  "locked by another program": (path: string) => {
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    return { code: "store-locked", end: () => other.close() };
  },
  "deleted while it is open": (path: string) => {
    renameSync(path, `${path}.away`);
    return { code: "store-moved", end: () => renameSync(`${path}.away`, path) };
  },
};

it.each(Object.entries(TROUBLES))("changes wait while the file is %s, and are written after", async (_name, begin) => {
  await using bench = await HistoryBench.start([described("lamp")], { at: START, thread: true });
  bench.report("lamp", { "light.on": false });
  await bench.pass(MINUTE);
  const { code, end } = begin(bench.path);
  bench.report("lamp", { "light.on": true });
  await bench.pass(MINUTE);
  expect(bench.history.problem).toMatchObject({ code });
  expect(bench.history.waiting).toBe(1);
  // What can't be read yet is not known, rather than as before.
  expect(await bench.history.valueAt(lamp, START + MINUTE + 1)).toBeNull();
  end();
  await bench.pass(MINUTE);
  expect(bench.history.problem).toBeNull();
  expect(await bench.history.valueAt(lamp, START + 2 * MINUTE)).toEqual({ at: START + MINUTE, value: true });
});

it("an unwritable folder does not prevent the start, and changes are written once it can be written", async () => {
  await using bench = await HistoryBench.start([described("lamp")], { at: START, thread: true, missing: true });
  bench.report("lamp", { "light.on": true });
  await bench.pass(MINUTE);
  expect(bench.history.problem).toMatchObject({ code: "store-unavailable" });
  expect(existsSync(bench.path)).toBe(false);
  bench.unblock();
  await bench.pass(MINUTE);
  expect(bench.history.problem).toBeNull();
  expect(await bench.history.valueAt(lamp, START + MINUTE)).toEqual({ at: START, value: true });
});

it("of too many waiting changes the oldest are dropped, reported once and unknown afterwards", async () => {
  let told = 0;
  const lost = () => {
    told += 1;
  };
  await using bench = await HistoryBench.start([described("lamp")], { at: START, thread: true, mostRows: 100, lost });
  bench.report("lamp", { "light.on": true });
  await bench.pass(MINUTE);
  const { end } = TROUBLES["locked by another program"](bench.path);
  for (let step = 1; step <= 255; step += 1) {
    bench.report("lamp", { "light.on": step % 2 === 0 });
    bench.clock.advance(MINUTE);
  }
  await bench.pass(0);
  expect(told).toBe(1);
  end();
  await bench.pass(MINUTE);
  const span = { from: START, to: bench.clock.now() };
  const rows = await bench.history.changes(lamp, span);
  const [first, gap, next] = rows;
  expect(first).toEqual({ at: START, value: true });
  // The first change that was lost.
  expect(gap).toEqual({ at: START + MINUTE, value: null });
  expect(next?.at).toBeGreaterThan(START + 100 * MINUTE);
  expect(rows.length).toBeLessThanOrEqual(102);
  expect((await bench.history.stateTimes(lamp, span)).unknown).toBe((next?.at ?? 0) - START - MINUTE);
});

/** A file on a disk that takes its time. */
class SlowBackend extends LocalBackend {
  writing = 0;
  most = 0;

  override async write(batch: Batch): Promise<void> {
    this.writing += 1;
    this.most = Math.max(this.most, this.writing);
    await wait(120);
    await super.write(batch);
    this.writing -= 1;
  }
}

it("flushes to a slow disk run one at a time, and write everything once", async () => {
  const backend = new SlowBackend(new SqliteHistory(":memory:"), () => wait(0));
  await using bench = await HistoryBench.start([described("lamp")], { at: START, backend });
  const told: boolean[] = [];
  // Longer than it takes until the recording writes by itself.
  for (let step = 0; step < 150; step += 1) {
    const on = step % 2 === 0;
    told.push(on);
    bench.report("lamp", { "light.on": on });
    bench.clock.advance(MINUTE);
    const read = bench.history.valueAt(lamp, bench.clock.now());
    if (step % 40 === 0) expect(await read).toMatchObject({ value: on });
    else await wait(10);
  }
  await bench.pass(MINUTE);
  expect(backend.most).toBe(1);
  const rows = await bench.history.changes(lamp, { from: START, to: bench.clock.now() });
  expect(rows.map(({ value }) => value)).toEqual(told);
});
