import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { HistoryBench, type HistoryBenchOptions } from "../support/history.ts";
import { described, testSpec } from "../support/home.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse("2026-03-02T00:00:00Z");
const READ = ["read", "notify"];

const COUNTER = testSpec("outlet", "power-consumption", [
  ["power-consumption", { format: "float", access: READ, unit: "kWh" }],
  ["electric-power", { format: "float", access: READ, unit: "watt" }],
]);
const WATT_HOURS = testSpec("outlet", "meter", [["electric-energy", { format: "uint32", access: READ, unit: "Wh" }]]);
const POWER = testSpec("outlet", "meter", [["electric-power", { format: "float", access: READ, unit: "watt" }]]);
const NO_UNIT = testSpec("outlet", "meter", [["power-consumption", { format: "uint16", access: READ }]]);

let bench: HistoryBench | null = null;
afterEach(async () => {
  expect(bench?.errors ?? []).toEqual([]);
  await bench?.[Symbol.asyncDispose]();
  bench = null;
});

async function started(options: HistoryBenchOptions = {}): Promise<HistoryBench> {
  bench = await HistoryBench.start(
    [
      described("washer", { spec: COUNTER }),
      described("heater", { spec: POWER }),
      described("fridge", { spec: WATT_HOURS }),
      described("other", { spec: NO_UNIT }),
      described("group", { spec: POWER, members: ["test:heater"] }),
      described("main", { spec: COUNTER }),
    ],
    { at: START, mains: ["test:main"], ...options },
  );
  return bench;
}

const counted = "power-consumption.power-consumption";

describe("a counter", () => {
  it("spreads its growth evenly over the time between two readings", async () => {
    const { history, ...the } = await started();
    for (const kWh of [100, 101, 101.5, 104]) {
      bench?.report("washer", { [counted]: kWh });
      await bench?.pass(HOUR);
    }
    const span = { from: START, to: START + 3 * HOUR };
    expect(await history.energy({ ...span, devices: ["test:washer"] })).toEqual([
      { device: "test:washer", ...span, kWh: 4, source: "counter", cost: null, unknown: 0 },
    ]);
    const byHour = await history.energy({ ...span, devices: ["test:washer"], by: "hour" });
    expect(byHour.map(({ kWh }) => kWh)).toEqual([1, 0.5, 2.5]);
    const half = await history.energy({ from: START + HOUR / 2, to: START + HOUR, devices: ["test:washer"] });
    expect(half[0]?.kWh).toBeCloseTo(0.5, 9);
    expect(the.clock.now()).toBe(START + 4 * HOUR);
  });

  it("adds no energy when it restarts or is replaced by another meter", async () => {
    const { history } = await started();
    // A reset; a meter that reads a little less than before; one that was replaced by an older one.
    for (const kWh of [100, 102, 0.5, 1, 0.999, 1, 5_000, 5_001]) {
      bench?.report("washer", { [counted]: kWh });
      await bench?.pass(MINUTE);
    }
    const [use] = await history.energy({ from: START, to: START + HOUR, devices: ["test:washer"] });
    // 2, then 0.5 and 0.5 after the reset, nothing for the imprecise look and the replacement, then 1.
    expect(use?.kWh).toBeCloseTo(4, 9);
  });

  it("counts its growth over time without readings", async () => {
    const { history } = await started();
    bench?.report("washer", { [counted]: 10 });
    await bench?.pass(HOUR);
    await bench?.restart(8 * HOUR);
    bench?.report("washer", { [counted]: 12 });
    await bench?.pass(HOUR);
    const uses = await bench?.history.energy({ from: START, to: START + 10 * HOUR, devices: ["test:washer"] });
    expect(uses).toMatchObject([{ kWh: 2, unknown: 0 }]);
    expect(history.problem).toBeNull();
  });

  it("in watt hours is converted to kilowatt hours; one without a known unit is no meter", async () => {
    const { history } = await started();
    for (const wattHours of [1_000, 1_250]) {
      bench?.report("fridge", { "meter.electric-energy": wattHours });
      bench?.report("other", { "meter.power-consumption": wattHours });
      await bench?.pass(HOUR);
    }
    const uses = await history.energy({ from: START, to: START + 2 * HOUR });
    expect(uses).toMatchObject([{ device: "test:fridge", kWh: 0.25, source: "counter" }]);
  });

  it("gives no energy for the time before its first reading", async () => {
    const { history } = await started();
    await bench?.pass(2 * HOUR);
    bench?.report("washer", { [counted]: 10 });
    await bench?.pass(HOUR);
    bench?.report("washer", { [counted]: 11 });
    await bench?.pass(HOUR);
    const [use] = await history.energy({ from: START, to: START + 4 * HOUR, devices: ["test:washer"] });
    expect(use).toMatchObject({ kWh: 1, unknown: 2 * HOUR });
    expect(await history.energy({ from: START, to: START + HOUR, devices: ["test:washer"] })).toEqual([]);
  });
});

describe("power", () => {
  it("is integrated while it is known; unknown time adds nothing", async () => {
    const { history } = await started();
    bench?.report("heater", { "meter.electric-power": 2_000 });
    await bench?.pass(HOUR);
    await bench?.restart(5 * HOUR);
    bench?.report("heater", { "meter.electric-power": 1_000 });
    await bench?.pass(HOUR);
    const uses = await bench?.history.energy({ from: START, to: START + 7 * HOUR, devices: ["test:heater"] });
    expect(uses).toMatchObject([{ kWh: 3, source: "power", unknown: 5 * HOUR }]);
    expect(history.problem).toBeNull();
  });

  it("that flows back into the grid does not count as used", async () => {
    const { history } = await started();
    bench?.report("heater", { "meter.electric-power": -500 });
    await bench?.pass(HOUR);
    bench?.report("heater", { "meter.electric-power": 500 });
    await bench?.pass(HOUR);
    expect(await history.energy({ from: START, to: START + 2 * HOUR })).toMatchObject([{ kWh: 0.5 }]);
  });

  it("is integrated only when there is no counter with known values", async () => {
    const { history } = await started();
    bench?.report("washer", { "power-consumption.electric-power": 1_000 });
    await bench?.pass(2 * HOUR);
    const span = { from: START, to: START + 2 * HOUR, devices: ["test:washer"] };
    expect(await history.energy(span)).toMatchObject([{ kWh: 2, source: "power" }]);
    bench?.report("washer", { [counted]: 7 });
    await bench?.pass(HOUR);
    bench?.report("washer", { [counted]: 7.5 });
    await bench?.pass(HOUR);
    const later = { from: START + 2 * HOUR, to: START + 4 * HOUR, devices: ["test:washer"] };
    expect(await history.energy(later)).toMatchObject([{ kWh: 0.5, source: "counter" }]);
  });
});

describe("the whole home", () => {
  it("leaves out groups and the meter of the whole home", async () => {
    const { history } = await started();
    for (const kWh of [10, 13]) {
      bench?.report("main", { [counted]: kWh });
      bench?.report("heater", { "meter.electric-power": 1_000 });
      bench?.report("group", { "meter.electric-power": 1_000 });
      await bench?.pass(HOUR);
    }
    const span = { from: START, to: START + 2 * HOUR };
    expect((await history.energy(span)).map(({ device }) => device)).toEqual(["test:heater"]);
    expect(history.mains()).toEqual(["test:main"]);
    expect(await history.energy({ ...span, devices: history.mains() })).toMatchObject([{ kWh: 3 }]);
  });

  it("does not count the future as unknown", async () => {
    const { history } = await started();
    bench?.report("heater", { "meter.electric-power": 1_000 });
    await bench?.pass(HOUR);
    const [use] = await history.energy({ from: START, to: START + DAY });
    expect(use).toMatchObject({ from: START, to: START + HOUR, kWh: 1, unknown: 0 });
  });
});

describe("a tariff", () => {
  it("has prices by the clock of the home, also on days on which the clocks change", async () => {
    const periods = [{ price: 0.1, from: "22:00", to: "06:00" }];
    const tariff = { currency: "EUR", price: 0.5, periods };
    // In the night to 29 March 2026 an hour is left out in Berlin, in that to 25 October one comes twice.
    for (const [day, hours] of [
      ["2026-03-29", 23],
      ["2026-10-25", 25],
    ] as const) {
      const from = Temporal.ZonedDateTime.from(`${day}T00:00[Europe/Berlin]`).epochMilliseconds;
      const { history } = await started({ timezone: "Europe/Berlin", at: from, tariff });
      bench?.report("heater", { "meter.electric-power": 1_000 });
      await bench?.pass(hours * HOUR);
      const uses = await history.energy({ from, to: from + hours * HOUR, by: "day" });
      expect(uses).toHaveLength(1);
      expect(uses[0]?.kWh).toBeCloseTo(hours, 9);
      // 16 hours of the day are dear.
      expect(uses[0]?.cost).toBeCloseTo(16 * 0.5 + (hours - 16) * 0.1, 9);
      await bench?.[Symbol.asyncDispose]();
      bench = null;
    }
  });

  it("gives the same cost for a span that begins long before the first use", async () => {
    const periods = [{ price: 0.1, from: "22:00", to: "06:00" }];
    const { history } = await started({ tariff: { currency: "EUR", price: 0.5, periods } });
    bench?.report("heater", { "meter.electric-power": 1_000 });
    await bench?.pass(DAY);
    const [use, ...more] = await history.energy({ from: Date.parse("0100-01-01T00:00:00Z"), to: START + DAY });
    expect(more).toEqual([]);
    expect(use?.kWh).toBeCloseTo(24, 9);
    expect(use?.cost).toBeCloseTo(16 * 0.5 + 8 * 0.1, 9);
  });

  it("has periods of weekdays that go on over midnight", async () => {
    const periods = [{ price: 0, from: "23:00", to: "01:00", weekdays: [5] }];
    const from = Date.parse("2026-03-06T22:00:00Z");
    const { history } = await started({ at: from, tariff: { currency: "CNY", price: 1, periods } });
    bench?.report("heater", { "meter.electric-power": 1_000 });
    await bench?.pass(2 * DAY);
    const cost = async (begin: number, end: number) =>
      (await history.energy({ from: from + begin * HOUR, to: from + end * HOUR }))[0]?.cost;
    // Friday 22:00 to Saturday 02:00: two of four hours cost nothing; a day later none.
    expect(await cost(0, 4)).toBeCloseTo(2, 9);
    expect(await cost(24, 28)).toBeCloseTo(4, 9);
  });
});

describe("summarized history", () => {
  it("gives the same energy as the changes, with resets, gaps and pauses", async () => {
    // One look an hour at most: of several within the same summary only the highest and the last are kept.
    const step = fc.record({
      pause: fc.integer({ min: HOUR, max: 9 * HOUR }),
      grown: fc.integer({ min: 0, max: 300 }),
      event: fc.oneof({ weight: 6, arbitrary: fc.constant("grow") }, fc.constant("reset"), fc.constant("away")),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 20 }), async (steps) => {
        await using own = await HistoryBench.start([described("washer", { spec: COUNTER })], {
          at: START,
          keeping: { raw: DAY, five: 4 * DAY, hour: 3_650 * DAY, states: 730 * DAY },
        });
        let shown = 50_000;
        for (const { pause, grown, event } of steps) {
          if (event === "away") own.report("washer", { [counted]: null });
          else {
            shown = event === "reset" ? grown : shown + grown;
            own.report("washer", { [counted]: shown / 1_000 });
          }
          await own.pass(pause);
        }
        const end = own.clock.now();
        const whole = { from: START, to: end };
        const [before] = await own.history.energy(whole);
        for (let day = 1; day < 8; day += 1) {
          await own.pass(DAY);
          await own.history.tend();
          const [after] = await own.history.energy(whole);
          expect(after?.kWh ?? 0).toBeCloseTo(before?.kWh ?? 0, 6);
        }
      }),
      { numRuns: 15 },
    );
  });
});
