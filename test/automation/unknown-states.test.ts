import { afterEach, describe, expect, it } from "vitest";
import type { AutomationDraft } from "../../src/automation/index.ts";
import type { Value } from "../../src/home/index.ts";
import { textOf } from "../../src/language/index.ts";
import { draft, person, turnOff } from "../support/drafts.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

type Condition = NonNullable<AutomationDraft["conditions"]>[number];

const SENSOR = testSpec("temperature-humidity-sensor", "sensor", [
  ["temperature", { format: "float", access: ["read", "notify"], unit: "celsius" }],
  ["motion-state", { format: "bool", access: ["read", "notify"] }],
]);

let bench: PlannerBench;

afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

async function started(): Promise<PlannerBench> {
  const devices = [
    described("lamp"),
    described("hall"),
    described("sensor", { spec: SENSOR, freshFor: new Map([["sensor.temperature", 60_000]]) }),
  ];
  bench = new PlannerBench(devices, "2026-11-24T12:00:00+08:00", { timezone: "Asia/Shanghai", location: null });
  return await bench.start({}, {});
}

function tell(address: string, value: Value | null): void {
  const values = [{ address: `sensor.${address}`, value }];
  bench.home.apply([{ kind: "values", id: "test:sensor", values, cause: "report" }]);
}

const online = (is: boolean) => bench.home.apply([{ kind: "availability", id: "test:sensor", online: is }]);

/** The result of a condition now: whether it holds, and its finding in words. */
async function found(condition: Condition) {
  const run = await bench.planner.automations.dryRun(draft({ conditions: [condition] }));
  const entry = run.conditions.find(({ path }) => path === "conditions[0]") ?? expect.fail("no trace");
  return { holds: entry.holds, told: textOf(entry.detail, "en") };
}

const lampOn: Condition = { type: "state", target: "test:lamp", property: "light.on", is: true };
const hallOn: Condition = { ...lampOn, target: "test:hall" };
const warm: Condition = { type: "numeric", target: "test:sensor", property: "sensor.temperature", above: 20 };
const not = (of: Condition): Condition => ({ type: "not", of });

describe("a condition on an unknown state", () => {
  it.each([
    ["a state that was never reported", lampOn, "the power of the lamp is not known"],
    ["a number that was never reported", warm, "the temperature of the sensor is not known"],
  ])("does not hold, and neither does its opposite: %s", async (_, condition, told) => {
    await started();
    expect(await found(condition)).toEqual({ holds: false, told });
    expect(await found(not(condition))).toEqual({ holds: false, told: "that is not known" });
    expect(await found(not(not(condition)))).toMatchObject({ holds: false });
  });

  it("does not hold for a device that is gone, and neither does its opposite", async () => {
    await started();
    for (const condition of [lampOn, not(lampOn)]) {
      const saved = draft({ id: "test", conditions: [condition], actions: [turnOff("hall")] });
      await bench.planner.automations.save(saved, { ...person, replace: true });
      bench.report("lamp", { "light.on": condition === lampOn });
      bench.home.apply([{ kind: "removed", id: "test:lamp" }]);
      expect((await bench.planner.automations.run("test", person)).status).toBe("skipped");
      bench.home.apply([{ kind: "device", device: described("lamp") }]);
    }
  });

  it("decides nothing within other conditions", async () => {
    await started();
    bench.report("hall", { "light.on": true });
    expect(await found({ type: "any", of: [lampOn, hallOn] })).toMatchObject({ holds: true });
    expect(await found({ type: "all", of: [lampOn, hallOn] })).toMatchObject({ holds: false });
    expect(await found(not({ type: "all", of: [lampOn, hallOn] }))).toMatchObject({ holds: false });
    expect(await found(not({ type: "all", of: [lampOn, not(hallOn)] }))).toMatchObject({ holds: true });
    const both = { ...lampOn, target: { devices: ["test:lamp", "test:hall"] } };
    expect(await found({ ...both, match: "any" })).toMatchObject({ holds: true });
    expect(await found({ ...both, match: "all" })).toMatchObject({ holds: false });
    expect(await found(not({ ...both, match: "all" }))).toMatchObject({ holds: false });
  });

  it("does not hold when the value is cleared, impossible or overdue", async () => {
    await started();
    tell("temperature", 22);
    expect(await found(warm)).toMatchObject({ holds: true });
    for (const value of [null, -3276.8]) {
      tell("temperature", value);
      expect(await found(warm)).toMatchObject({ holds: false });
      expect(await found(not(warm))).toMatchObject({ holds: false });
    }
    tell("temperature", 22);
    expect(await found(warm)).toMatchObject({ holds: true });
    await bench.advance("2m");
    expect(await found(warm)).toEqual({ holds: false, told: "the temperature of the sensor is 22 °C (it is overdue)" });
    expect(await found(not(warm))).toMatchObject({ holds: false });
  });

  it("uses the last report of an offline device, and says so", async () => {
    await started();
    online(true);
    tell("temperature", 22);
    online(false);
    expect(await found(warm)).toEqual({ holds: true, told: "the temperature of the sensor is 22 °C (it is offline)" });
  });

  it("does not take a sensor for quiet that cannot tell", async () => {
    await started();
    const quiet: Condition = { type: "quiet", target: "test:sensor", for: "10m" };
    tell("motion-state", false);
    online(true);
    await bench.advance("11m");
    expect(await found(quiet)).toMatchObject({ holds: true });
    online(false);
    expect(await found(quiet)).toMatchObject({ holds: false });
    expect(await found(not(quiet))).toMatchObject({ holds: false });
    online(true);
    tell("motion-state", null);
    expect(await found(quiet)).toMatchObject({ holds: false });
    expect(await found(not(quiet))).toMatchObject({ holds: false });
    tell("motion-state", true);
    expect(await found(not(quiet))).toMatchObject({ holds: true });
  });
});

describe("a trigger on an unknown state", () => {
  it.each([
    ["a property", { type: "property", target: "test:sensor", property: "sensor.temperature", to: 30 } as const],
    ["any change of a property", { type: "property", target: "test:sensor", property: "sensor.temperature" } as const],
    ["a bound", { type: "numeric", target: "test:sensor", property: "sensor.temperature", above: 26 } as const],
  ])("does not fire when the state becomes known, for the first time or again: %s", async (_, trigger) => {
    await started();
    await bench.planner.automations.save(draft({ triggers: [trigger] }), person);
    for (const value of [30, null, 30, -3276.8, 30]) {
      tell("temperature", value);
      await bench.settled();
    }
    expect(await bench.statuses()).toEqual([]);
    tell("temperature", 20);
    tell("temperature", 30);
    await bench.settled();
    expect(await bench.statuses()).not.toEqual([]);
  });

  it("ends its `for` when the value becomes unknown", async () => {
    await started();
    const trigger = { type: "property", target: "test:sensor", property: "sensor.motion-state", to: false } as const;
    await bench.planner.automations.save(draft({ triggers: [{ ...trigger, for: "10m" }] }), person);
    tell("motion-state", true);
    tell("motion-state", false);
    await bench.advance("5m");
    tell("motion-state", null);
    await bench.advance("20m");
    expect(await bench.statuses()).toEqual([]);
  });
});
