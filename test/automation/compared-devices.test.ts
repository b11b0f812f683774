import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AutomationDraft } from "../../src/automation/index.ts";
import type { DeviceDescription } from "../../src/home/index.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const origin = { kind: "person" } as const;
const CLIMATE = testSpec("air-conditioner", "air-conditioner", [
  ["target-temperature", { format: "float", range: [16, 30, 0.5], unit: "celsius" }],
  [
    "mode",
    {
      format: "uint8",
      list: [
        [0, "Cool"],
        [1, "Heat"],
      ],
    },
  ],
]);
const OTHER_CLIMATE = testSpec("air-conditioner", "air-conditioner", [
  ["target-temperature", { format: "float", range: [18, 26, 1], unit: "celsius" }],
  [
    "mode",
    {
      format: "uint8",
      list: [
        [3, "Heat"],
        [4, "Cool"],
      ],
    },
  ],
]);
const THERMOMETER = testSpec("temperature-humidity-sensor", "temperature-humidity-sensor", [
  ["temperature", { format: "float", access: ["read", "notify"], unit: "celsius" }],
  ["relative-humidity", { format: "float", access: ["read", "notify"], unit: "percentage" }],
]);
const TEMPERATURE = "temperature-humidity-sensor.temperature";
const TARGET = "air-conditioner.target-temperature";
const MODE = "air-conditioner.mode";

const devices: DeviceDescription[] = [
  described("study", { spec: CLIMATE }),
  described("bedroom", { spec: OTHER_CLIMATE }),
  described("inside", { spec: THERMOMETER }),
  described("outside", { spec: THERMOMETER }),
  described("lamp"),
];
let bench: PlannerBench;

beforeEach(async () => {
  bench = new PlannerBench(devices, "2026-05-30T12:00:00Z");
  await bench.start(
    {},
    {
      lamp: { "light.on": false, "light.brightness": 40 },
      study: { [TARGET]: 24.5, [MODE]: 0 },
      bedroom: { [TARGET]: 20, [MODE]: 3 },
      inside: { [TEMPERATURE]: 22 },
      outside: { [TEMPERATURE]: 18 },
    },
  );
});
afterEach(() => bench.close());

const rule = (more: Partial<AutomationDraft>): AutomationDraft => ({
  id: "test",
  name: "test",
  triggers: [{ type: "webhook", key: "abcdefgh" }],
  actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
  ...more,
});
const warmerOutside = (by?: number) =>
  ({
    type: "numeric",
    target: "outside",
    property: TEMPERATURE,
    above: { of: "inside", ...(by !== undefined && { plus: by }) },
  }) as const;
const save = (more: Partial<AutomationDraft>) => bench.planner.automations.save(rule(more), { origin });
const value = (device: string, address: string) => bench.home.device(`test:${device}`)?.state.get(address)?.value;
async function report(device: string, temperature: number): Promise<void> {
  bench.report(device, { [TEMPERATURE]: temperature });
  await bench.settled();
}
async function run() {
  await bench.planner.automations.run("test", { origin });
  await bench.settled();
  const [last] = await bench.planner.runs.list({ of: "test", limit: 1 });
  return last;
}

describe("a number that is compared with another device's", () => {
  it("works as a condition, also with a distance, and is not known while one of both is not", async () => {
    await save({ conditions: [warmerOutside(2)] });
    await report("outside", 23.5);
    expect((await run())?.status).toBe("skipped");
    await report("outside", 24.5);
    expect((await run())?.status).toBe("done");
    bench.home.apply([
      { kind: "values", id: "test:inside", values: [{ address: TEMPERATURE, value: null }], cause: "report" },
    ]);
    expect((await run())?.status).toBe("skipped");
  });

  it("starts an automation once, when either device crosses", async () => {
    await save({ triggers: [warmerOutside()] });
    await report("outside", 21);
    await report("inside", 20);
    await report("outside", 25);
    await report("inside", 26);
    await report("outside", 27);
    expect(await bench.statuses()).toEqual(["done", "done"]);
  });

  it("does not take the first reports after a restart for a change", async () => {
    await save({ triggers: [warmerOutside()] });
    await bench.restart("1m");
    await report("outside", 25);
    await report("inside", 20);
    expect(await bench.statuses()).toEqual([]);
    await report("outside", 19);
    await report("inside", 18);
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("must hold for the time of `for`", async () => {
    await save({ triggers: [{ ...warmerOutside(), for: "10m" }] });
    await report("inside", 17);
    await bench.advance("5m");
    await report("inside", 19);
    await bench.advance("10m");
    expect(await bench.statuses()).toEqual([]);
    await report("inside", 17);
    await bench.advance("11m");
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("is told as people say it", () => {
    const { automations } = bench.planner;
    const draft = rule({ triggers: [warmerOutside()], conditions: [warmerOutside(2)] });
    expect(automations.describe(draft, "en")).toBe(
      "When the temperature of the outside rises above that of the inside, if the temperature of the outside is above that of the inside plus 2 °C: turn on the lamp.",
    );
    expect(automations.describe(draft, "zh")).toBe(
      "当outside的温度高于inside时，如果outside的温度高于inside加2度：打开lamp。",
    );
  });

  it.each([
    ["an unknown device", { of: "outsid" }, "conditions[0].above.of"],
    ["a property that it lacks", { of: "lamp" }, "conditions[0].above.property"],
    [
      "what measures something else",
      { of: "inside", property: "temperature-humidity-sensor.relative-humidity" },
      "conditions[0].above",
    ],
    ["nothing at all", {}, "conditions[0].above"],
  ])("is refused with %s", (_, above, field) => {
    const conditions = [{ type: "numeric", target: "outside", property: TEMPERATURE, above }];
    const { problems } = bench.planner.automations.check({ ...rule({}), conditions });
    expect(problems.map((each) => each.field)).toEqual([field]);
  });
});

describe("a value that follows another", () => {
  it("is computed from the other, within the range and steps of the device", async () => {
    await save({ actions: [{ type: "set", target: "bedroom", set: { [TARGET]: { of: "study" } } }] });
    expect((await run())?.status).toBe("done");
    expect(value("bedroom", TARGET)).toBe(25);
    bench.report("study", { [TARGET]: 30 });
    await run();
    expect(value("bedroom", TARGET)).toBe(26);
  });

  it("is matched by its description in a list with other numbers", async () => {
    await save({ actions: [{ type: "set", target: "bedroom", set: { [MODE]: { of: "study" } } }] });
    await run();
    expect(value("bedroom", MODE)).toBe(4);
  });

  it("can be relative to the present value of the device itself", async () => {
    await save({ actions: [{ type: "set", target: "lamp", set: { "light.brightness": { plus: 25 } } }] });
    await run();
    expect(value("lamp", "light.brightness")).toBe(65);
    await run();
    await run();
    expect(value("lamp", "light.brightness")).toBe(100);
  });

  it("can be some degrees below a measured value", async () => {
    await report("outside", 27.2);
    const from = { of: "outside", property: TEMPERATURE, plus: -2 };
    await save({ actions: [{ type: "set", target: "study", set: { [TARGET]: from } }] });
    await run();
    expect(value("study", TARGET)).toBe(25);
  });

  it("is left out and reported while it is not known; the rest is done", async () => {
    bench.home.apply([
      { kind: "values", id: "test:study", values: [{ address: TARGET, value: null }], cause: "report" },
    ]);
    await save({ actions: [{ type: "set", target: "bedroom", set: { [TARGET]: { of: "study" }, [MODE]: "Cool" } }] });
    const last = await run();
    expect(last?.status).toBe("failed");
    expect(value("bedroom", TARGET)).toBe(20);
    expect(value("bedroom", MODE)).toBe(4);
    expect(JSON.stringify(last?.steps)).toContain("traces.notFollowed");
    const dry = await bench.planner.automations.dryRun(
      rule({ actions: [{ type: "set", target: "bedroom", set: { [TARGET]: { of: "study" } } }] }),
    );
    expect(JSON.stringify(dry.steps)).toContain("traces.notFollowed");
  });

  it("is told as people say it", () => {
    const { automations } = bench.planner;
    const told = (set: Record<string, object>, target = "bedroom") => {
      const draft = rule({
        triggers: [{ type: "time", at: "08:00" }],
        actions: [{ type: "set", target, set: set as never }],
      });
      return [automations.describe(draft, "en"), automations.describe(draft, "zh")].map((text) =>
        /(?<=[:：])[^.。]*/.exec(text.replace(/^.*?(?:08:00|8点)/, ""))?.[0].trim(),
      );
    };
    expect(told({ [TARGET]: { of: "study" } })).toEqual([
      "set the bedroom: target temperature the same as the study",
      "设置bedroom：目标温度与study相同",
    ]);
    expect(told({ [TARGET]: { of: "outside", property: TEMPERATURE, plus: -2 } })).toEqual([
      "set the bedroom: target temperature 2 °C below the temperature of the outside",
      "设置bedroom：目标温度比outside的温度低2度",
    ]);
    expect(told({ "light.brightness": { plus: 10 } }, "lamp")).toEqual([
      "set the lamp: brightness up by 10%",
      "设置lamp：亮度提高10%",
    ]);
  });

  it("wants a yes when the policy asks about one of its possible values", async () => {
    bench.change({
      policy: [
        { id: "warm", kinds: ["air-conditioner"], names: ["target-temperature"], above: 25, decision: "confirm" },
      ],
    } as never);
    await bench.restart();
    const check = (from: object) =>
      bench.planner.automations.check(
        rule({ actions: [{ type: "set", target: "study", set: { [TARGET]: from as never } }] }),
      );
    expect(check({ of: "bedroom" }).approvals).toHaveLength(1);
  });

  it("keeps following its device after a rename", async () => {
    const { definition } = await save({
      conditions: [warmerOutside()],
      actions: [{ type: "set", target: "bedroom", set: { [TARGET]: { of: "study" } } }],
    });
    expect(definition.conditions).toEqual([
      { type: "numeric", target: "test:outside", property: TEMPERATURE, above: { of: "test:inside" } },
    ]);
    expect(definition.actions).toEqual([
      { type: "set", target: "test:bedroom", set: { [TARGET]: { of: "test:study" } } },
    ]);
  });
});
