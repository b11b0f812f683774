import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AVAILABILITY, type PastValue } from "../../src/history/index.ts";
import type { HomeChange } from "../../src/home/index.ts";
import { HistoryBench } from "../support/history.ts";
import { described, LIGHT, testSpec } from "../support/home.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const START = Date.parse("2026-03-02T08:00:00Z");

const METER = testSpec("outlet", "meter", [
  ["electric-power", { format: "float", access: ["read", "notify"], unit: "watt" }],
  ["on", { format: "bool" }],
]);
const ID = "test:meter";
const on = { device: ID, address: "meter.on" };
const power = { device: ID, address: "meter.electric-power" };

let bench: HistoryBench;
beforeEach(async () => {
  bench = await HistoryBench.start([described("meter", { spec: METER })], { at: START });
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench[Symbol.asyncDispose]();
});

/** Every row of a property, from the beginning on: moments as milliseconds since the start. */
async function rowsOf(key = on): Promise<(readonly [number, PastValue["value"]])[]> {
  const rows = await bench.history.changes(key, { from: START - HOUR, to: bench.clock.now() + SECOND });
  return rows.map(({ at, value }) => [at - START, value]);
}

function apply(...changes: readonly HomeChange[]): void {
  bench.home.apply(changes);
}

describe("the value of an unreachable device", () => {
  it("is not known while the device is offline, and is the reported one when it is back", async () => {
    bench.report("meter", { "meter.on": true });
    apply({ kind: "availability", id: ID, online: true });
    await bench.pass(HOUR);
    apply({ kind: "availability", id: ID, online: false });
    await bench.pass(HOUR);
    apply({ kind: "availability", id: ID, online: true });
    await bench.pass(SECOND);
    // The same as before: the home has nothing to tell, and the history does.
    bench.report("meter", { "meter.on": true });
    await bench.pass(SECOND);
    expect(await rowsOf()).toEqual([
      [0, true],
      [HOUR, null],
      [2 * HOUR + SECOND, true],
    ]);
    expect(await rowsOf({ device: ID, address: AVAILABILITY })).toEqual([
      [0, true],
      [HOUR, false],
      [2 * HOUR, true],
    ]);
    expect(await bench.history.lastChange(on)).toBeNull();
  });

  it("is the old one again when the device is back and reports nothing for a while", async () => {
    bench.report("meter", { "meter.on": true });
    apply({ kind: "availability", id: ID, online: false });
    await bench.pass(HOUR);
    apply({ kind: "availability", id: ID, online: true });
    await bench.pass(10 * SECOND);
    expect((await rowsOf()).at(-1)).toEqual([1, null]);
    await bench.pass(MINUTE);
    expect((await rowsOf()).at(-1)).toEqual([HOUR, true]);
  });

  it("is not known while its broker is lost; another value after that has changed at no known moment", async () => {
    bench.report("meter", { "meter.on": false });
    await bench.pass(HOUR);
    apply({ kind: "contact", id: ID, lost: true });
    await bench.pass(HOUR);
    apply({ kind: "contact", id: ID, lost: false });
    bench.report("meter", { "meter.on": true }, "retained");
    await bench.pass(HOUR);
    expect(await rowsOf()).toEqual([
      [0, false],
      [HOUR, null],
      [2 * HOUR, true],
    ]);
    expect(await bench.history.lastChange(on)).toBeNull();
  });

  it("is not known between two looks when a loss of the broker went unnoticed", async () => {
    bench.report("meter", { "meter.on": false });
    await bench.pass(HOUR);
    // Lost and found between two looks: what is retained there has changed at some moment.
    apply({ kind: "contact", id: ID, lost: true }, { kind: "contact", id: ID, lost: false });
    bench.report("meter", { "meter.on": true }, "retained");
    await bench.pass(HOUR);
    expect(await rowsOf()).toEqual([
      [0, false],
      [HOUR - 1, null],
      [HOUR, true],
    ]);
    expect(await bench.history.lastChange(on)).toBeNull();
  });

  it("is not known from the moment on at which a due report is missing", async () => {
    const freshFor = new Map([["meter.electric-power", 10 * MINUTE]]);
    apply({ kind: "device", device: described("meter", { spec: METER, freshFor }) });
    bench.report("meter", { "meter.electric-power": 60 });
    await bench.pass(HOUR);
    expect(await rowsOf(power)).toEqual([
      [0, 60],
      [10 * MINUTE, null],
    ]);
    bench.report("meter", { "meter.electric-power": 60 });
    await bench.pass(MINUTE);
    expect((await rowsOf(power)).at(-1)).toEqual([HOUR, 60]);
  });

  it("is not known when the device says so, nor after it was removed", async () => {
    bench.report("meter", { "meter.on": true });
    await bench.pass(MINUTE);
    bench.report("meter", { "meter.on": null });
    await bench.pass(MINUTE);
    bench.report("meter", { "meter.on": true });
    await bench.pass(MINUTE);
    apply({ kind: "removed", id: ID });
    await bench.pass(MINUTE);
    expect(await rowsOf()).toEqual([
      [0, true],
      [MINUTE, null],
      [2 * MINUTE, true],
      [3 * MINUTE, null],
    ]);
  });
});

describe("a retained value", () => {
  it("holds from its own time on when nothing was recorded then", async () => {
    bench.report("meter", { "meter.on": false });
    await bench.restart(3 * HOUR);
    bench.report("meter", { "meter.on": true }, "retained", START + HOUR);
    await bench.pass(MINUTE);
    expect(await rowsOf()).toEqual([
      [0, false],
      [1, null],
      [HOUR, true],
    ]);
  });

  it("holds from now on when it is older than the recorded rows", async () => {
    await bench.pass(HOUR);
    bench.report("meter", { "meter.on": false });
    await bench.pass(HOUR);
    apply({ kind: "contact", id: ID, lost: true });
    await bench.pass(HOUR);
    apply({ kind: "contact", id: ID, lost: false });
    bench.report("meter", { "meter.on": true }, "retained", START);
    await bench.pass(MINUTE);
    expect((await rowsOf()).at(-1)).toEqual([3 * HOUR, true]);
  });
});

describe("a noisy measure", () => {
  it("has about one row a second, the last value included", async () => {
    for (let step = 0; step < 1_000; step += 1) {
      bench.report("meter", { "meter.electric-power": 100 + step });
      bench.clock.advance(25);
    }
    await bench.pass(SECOND);
    const rows = await rowsOf(power);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.length).toBeLessThan(30);
    expect(rows.at(-1)).toEqual([999 * 25, 1_099]);
    expect(await bench.history.valueAt(power, bench.clock.now() - 1)).toEqual({ at: START + 999 * 25, value: 1_099 });
  });

  it("keeps every value that lasted for a second, whatever came shortly before", async () => {
    bench.report("meter", { "meter.electric-power": 0 });
    bench.clock.advance(300);
    bench.report("meter", { "meter.electric-power": 2_000 });
    bench.clock.advance(5 * SECOND);
    bench.report("meter", { "meter.electric-power": 0 });
    await bench.pass(SECOND);
    expect(await rowsOf(power)).toEqual([
      [0, 0],
      [300, 2_000],
      [5_300, 0],
    ]);
  });

  it("is thinned out, but every change of a switch is kept", async () => {
    for (let step = 0; step < 10; step += 1) {
      bench.report("meter", { "meter.on": step % 2 === 0 });
      bench.clock.advance(10);
    }
    await bench.pass(SECOND);
    expect(await rowsOf()).toHaveLength(10);
  });

  it("has rows with different moments, also when several changes share one", async () => {
    for (const value of [true, false, true]) bench.report("meter", { "meter.on": value });
    await bench.pass(SECOND);
    expect(await rowsOf()).toEqual([
      [0, true],
      [1, false],
      [2, true],
    ]);
  });
});

describe("a changed device", () => {
  it("keeps its history under a new name and room", async () => {
    bench.report("meter", { "meter.on": true });
    await bench.pass(HOUR);
    apply({ kind: "device", device: described("meter", { spec: METER, name: "Kettle", room: "Kitchen" }) });
    await bench.pass(HOUR);
    bench.report("meter", { "meter.on": false });
    await bench.pass(SECOND);
    expect(await rowsOf()).toEqual([
      [0, true],
      [2 * HOUR, false],
    ]);
  });

  it("ends the series that its new spec no longer has", async () => {
    bench.report("meter", { "meter.on": true });
    await bench.pass(HOUR);
    apply({ kind: "device", device: described("meter", { spec: LIGHT }) });
    await bench.pass(HOUR);
    expect(await rowsOf()).toEqual([
      [0, true],
      [HOUR, null],
    ]);
    expect(bench.history.keeps(on)).toBe(false);
  });
});

describe("the clock", () => {
  it("when set back, deletes rows of the future, and the present state is known", async () => {
    bench.report("meter", { "meter.on": false });
    await bench.pass(2 * HOUR);
    bench.report("meter", { "meter.on": true });
    await bench.pass(MINUTE);
    bench.clock.advance(-HOUR);
    await bench.pass(0);
    const now = HOUR + MINUTE;
    expect(await rowsOf()).toEqual([
      [0, false],
      [now, null],
      [now + 1, true],
    ]);
    await bench.pass(HOUR);
    bench.report("meter", { "meter.on": false });
    await bench.pass(MINUTE);
    expect((await rowsOf()).at(-1)).toEqual([now + HOUR, false]);
  });

  it("when years behind at a start, deletes nothing and is reported until it is set", async () => {
    bench.report("meter", { "meter.on": true });
    await bench.pass(HOUR);
    const year = 365 * 24 * HOUR;
    await bench.restart(-year);
    bench.report("meter", { "meter.on": false });
    await bench.pass(MINUTE);
    expect(bench.history.problem).toMatchObject({ code: "clock-behind" });
    expect(await bench.history.valueAt(on, START)).toBeNull();
    bench.clock.advance(year);
    await bench.pass(MINUTE);
    expect(bench.history.problem).toBeNull();
    await bench.pass(MINUTE);
    expect(await bench.history.valueAt(on, START)).toEqual({ at: START, value: true });
    expect(await bench.history.valueAt(on, bench.clock.now() - 1)).toMatchObject({ value: false });
  });
});
