import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AVAILABILITY } from "../../src/history/index.ts";
import { HistoryBench } from "../support/history.ts";
import { described, testSpec } from "../support/home.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const START = Date.parse("2026-03-02T08:00:00Z");

const SENSOR = testSpec("temperature-humidity-sensor", "environment", [
  ["temperature", { format: "float", access: ["read", "notify"], unit: "celsius" }],
]);
const DOOR = testSpec("magnet-sensor", "magnet-sensor", [
  ["contact-state", { format: "bool", access: ["read", "notify"] }],
]);

let bench: HistoryBench;
beforeEach(async () => {
  const devices = [described("lamp"), described("sensor", { spec: SENSOR }), described("door", { spec: DOOR })];
  bench = await HistoryBench.start(devices, { at: START });
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench[Symbol.asyncDispose]();
});

const lamp = { device: "test:lamp", address: "light.on" };
const temperature = { device: "test:sensor", address: "environment.temperature" };
const door = { device: "test:door", address: "magnet-sensor.contact-state" };

describe("recorded values", () => {
  it("keep the moment of their change", async () => {
    bench.report("lamp", { "light.on": false });
    await bench.pass(HOUR);
    bench.report("lamp", { "light.on": true });
    await bench.pass(HOUR);
    expect(await bench.history.valueAt(lamp, START + HOUR - 1)).toEqual({ at: START, value: false });
    expect(await bench.history.valueAt(lamp, START + HOUR)).toEqual({ at: START + HOUR, value: true });
    expect(await bench.history.valueAt(lamp, START - 1)).toBeNull();
    expect(await bench.history.knownSince(lamp)).toBe(START);
  });

  it("include a change of this very moment", async () => {
    bench.report("lamp", { "light.on": false });
    await bench.pass(HOUR);
    bench.report("lamp", { "light.on": true });
    const now = { at: START + HOUR, value: true };
    expect(await bench.history.valueAt(lamp, START + HOUR)).toEqual(now);
    expect(await bench.history.lastChange(lamp)).toEqual(now);
  });

  it("are unknown at future moments", async () => {
    bench.report("lamp", { "light.on": true });
    await bench.pass(HOUR);
    expect(await bench.history.valueAt(lamp, START + 2 * HOUR)).toBeNull();
  });

  it("are those that people ask about, and not a device's noise", () => {
    expect(bench.history.keeps(lamp)).toBe(true);
    expect(bench.history.keeps(temperature)).toBe(true);
    expect(bench.history.keeps({ device: "test:lamp", address: AVAILABILITY })).toBe(true);
    expect(bench.history.keeps({ device: "test:lamp", address: "light.rssi" })).toBe(false);
    expect(bench.history.keeps({ device: "test:nobody", address: "light.on" })).toBe(false);
  });
});

describe("changes", () => {
  it("are found by their new value, from another known one", async () => {
    bench.report("door", { "magnet-sensor.contact-state": true });
    await bench.pass(HOUR);
    bench.report("door", { "magnet-sensor.contact-state": false });
    await bench.pass(MINUTE);
    bench.report("door", { "magnet-sensor.contact-state": true });
    await bench.pass(HOUR);
    const opened = START + HOUR;
    expect(await bench.history.lastChange(door, [false])).toEqual({ at: opened, value: false });
    expect(await bench.history.lastChange(door)).toEqual({ at: opened + MINUTE, value: true });
    expect(await bench.history.lastChange(door, [true], opened + MINUTE)).toBeNull();
    const day = { from: START, to: START + 24 * HOUR };
    expect(await bench.history.firstChange(door, day, [false])).toEqual({ at: opened, value: false });
    expect(await bench.history.changes(door, day)).toEqual([
      { at: START, value: true },
      { at: opened, value: false },
      { at: opened + MINUTE, value: true },
    ]);
    expect(await bench.history.changes(door, day, 1)).toEqual([{ at: opened + MINUTE, value: true }]);
  });

  it("do not come from a restart: the time between is unknown, and the same value after it is no change", async () => {
    bench.report("door", { "magnet-sensor.contact-state": false });
    await bench.pass(HOUR);
    bench.report("door", { "magnet-sensor.contact-state": true });
    await bench.pass(HOUR);
    const closed = { at: START + HOUR, value: true };
    await bench.restart(2 * HOUR);
    bench.report("door", { "magnet-sensor.contact-state": true }, "retained");
    await bench.pass(HOUR);
    expect(await bench.history.lastChange(door)).toEqual(closed);
    expect(await bench.history.valueAt(door, START + 3 * HOUR)).toBeNull();
    expect(await bench.history.stateTimes(door, { from: START, to: START + 5 * HOUR })).toEqual({
      states: [
        { value: true, ms: 2 * HOUR, times: 1 },
        { value: false, ms: HOUR, times: 0 },
      ],
      unknown: 2 * HOUR,
    });
  });
});

describe("numbers", () => {
  it("are summarized by steps, with a mean weighted by duration", async () => {
    bench.report("sensor", { "environment.temperature": 20 });
    await bench.pass(45 * MINUTE);
    bench.report("sensor", { "environment.temperature": 24 });
    await bench.pass(75 * MINUTE);
    const buckets = await bench.history.buckets(temperature, { from: START, to: START + 3 * HOUR }, HOUR);
    expect(buckets).toEqual([
      { from: START, to: START + HOUR, min: 20, mean: 21, max: 24, last: 24, known: HOUR },
      { from: START + HOUR, to: START + 2 * HOUR, min: 24, mean: 24, max: 24, last: 24, known: HOUR },
    ]);
    expect(await bench.history.summary(temperature, { from: START, to: START + 2 * HOUR })).toMatchObject({
      mean: 22.5,
    });
    expect(await bench.history.extremes(temperature, { from: START, to: START + 2 * HOUR })).toEqual({
      lowest: { at: START, value: 20 },
      highest: { at: START + 45 * MINUTE, value: 24 },
    });
  });
});
