import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AutomationAction, AutomationDraft } from "../../src/automation/index.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const origin = { kind: "person" } as const;
const VACUUM = testSpec(
  "vacuum",
  "vacuum",
  [
    [
      "status",
      {
        access: ["read", "notify"],
        list: [
          [1, "Idle"],
          [2, "Sweeping"],
          [3, "Charging"],
        ],
      },
    ],
    ["battery-level", { access: ["read", "notify"], range: [0, 100, 1], unit: "percentage" }],
  ],
  { "start-sweep": [] },
);
let bench: PlannerBench;

beforeEach(async () => {
  bench = new PlannerBench([described("lamp"), described("vacuum", { spec: VACUUM })], "2026-05-30T12:00:00Z");
  await bench.start({}, { lamp: { "light.on": true }, vacuum: { "vacuum.status": 1, "vacuum.battery-level": 90 } });
});
afterEach(() => bench.close());

const off: AutomationAction = { type: "set", target: "lamp", set: { "light.on": false } };
const finished = { type: "property", target: "vacuum", property: "vacuum.status", to: ["Idle", "Charging"] } as const;
const waiting = (more: object = {}): AutomationAction =>
  ({
    type: "wait-for",
    trigger: { ...finished, to: [...finished.to] },
    timeout: "2h",
    ...more,
  }) as AutomationAction;
const rule = (...actions: AutomationAction[]): AutomationDraft => ({
  id: "test",
  name: "test",
  triggers: [{ type: "webhook", key: "abcdefgh" }],
  actions,
});
async function run(...actions: AutomationAction[]): Promise<void> {
  await bench.planner.automations.save(rule(...actions), { origin });
  await bench.planner.automations.run("test", { origin });
}
async function status(value: number): Promise<void> {
  bench.report("vacuum", { "vacuum.status": value });
  await bench.settled();
}

describe("a run that waits until something happens", () => {
  it("does not end with a state that holds already", async () => {
    await run({ type: "invoke", target: "vacuum", action: "vacuum.start-sweep" }, waiting(), off);
    await bench.advance("1m");
    expect(bench.isOn("lamp")).toBe(true);
    await status(2);
    await bench.advance("40m");
    expect(bench.isOn("lamp")).toBe(true);
    await status(3);
    expect(bench.isOn("lamp")).toBe(false);
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("stops at the timeout, or continues with `otherwise`", async () => {
    await run(waiting(), off);
    await bench.advance("3h");
    expect(bench.isOn("lamp")).toBe(true);
    await bench.planner.automations.remove("test", origin);
    await run(waiting({ otherwise: "continue" }), off);
    await bench.advance("3h");
    expect(bench.isOn("lamp")).toBe(false);
    expect(await bench.statuses()).toEqual(["stopped", "done"]);
  });

  it("continues after a restart, and learns from the first report what happened meanwhile", async () => {
    await run(waiting(), off);
    await status(2);
    await bench.restart("30m");
    bench.report("lamp", { "light.on": true });
    await bench.settled();
    expect(bench.isOn("lamp")).toBe(true);
    await status(1);
    expect(bench.isOn("lamp")).toBe(false);
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("does not end after a restart with a state from before the wait", async () => {
    await run(waiting(), off);
    await bench.restart("10m");
    bench.report("lamp", { "light.on": true });
    await status(1);
    expect(bench.isOn("lamp")).toBe(true);
    await status(2);
    await status(1);
    expect(bench.isOn("lamp")).toBe(false);
  });

  it("keeps its timeout after a restart", async () => {
    await run(waiting(), off);
    await bench.restart("3h");
    await bench.settled();
    expect(await bench.statuses()).toEqual(["stopped"]);
  });

  it.each<[string, object, () => void]>([
    [
      "an event",
      { type: "event", target: "vacuum", event: "vacuum.happened" },
      () => bench.home.apply([{ kind: "event", id: "test:vacuum", event: "vacuum.happened", arguments: [] }] as never),
    ],
    [
      "a number that falls",
      { type: "numeric", target: "vacuum", property: "vacuum.battery-level", below: 20 },
      () => bench.report("vacuum", { "vacuum.battery-level": 15 }),
    ],
    [
      "any change",
      { type: "property", target: "vacuum", property: "vacuum.status" },
      () => bench.report("vacuum", { "vacuum.status": 2 }),
    ],
  ])("waits for %s", async (_, trigger, happen) => {
    await run({ type: "wait-for", trigger, timeout: "2h" } as AutomationAction, off);
    await bench.advance("1m");
    expect(bench.isOn("lamp")).toBe(true);
    happen();
    await bench.settled();
    expect(bench.isOn("lamp")).toBe(false);
  });

  it("ends with the automation that it belongs to", async () => {
    await run(waiting(), off);
    await bench.planner.automations.setEnabled("test", false, origin);
    await status(2);
    await status(1);
    expect(bench.isOn("lamp")).toBe(true);
    expect(await bench.statuses()).toEqual(["stopped"]);
  });

  it("is described in words", () => {
    const { automations } = bench.planner;
    expect(automations.describe(rule(waiting(), off), "en")).toContain(
      "wait until the status of the vacuum becomes Idle or Charging (at most 2 hours), then turn off the lamp",
    );
    expect(automations.describe(rule(waiting({ otherwise: "continue" }), off), "zh")).toMatch(
      /等到vacuum的状态变为.*（最多2小时，之后继续），然后关掉lamp/,
    );
  });

  it.each([
    ["a value that it never has", { ...finished, to: "Flying" }, "actions[0].trigger.to"],
    ["a device that is not there", { ...finished, target: "vacum" }, "actions[0].trigger.target"],
    ["a time, which waits by itself", { type: "time", at: "08:00" }, "actions[0].trigger.type"],
  ])("is refused with %s", (_, trigger, field) => {
    const { problems } = bench.planner.automations.check(rule({ type: "wait-for", trigger, timeout: "1h" } as never));
    expect(problems.map((each) => each.field)).toContain(field);
  });

  it("is passed over by a dry run", async () => {
    const dry = await bench.planner.automations.dryRun(rule(waiting(), off));
    expect(dry.steps.map(({ type, result }) => [type, result])).toEqual([
      ["wait-for", "would-do"],
      ["set", "would-do"],
    ]);
  });
});

describe("a scene that starts slowly", () => {
  it("changes step by step, from the lowest value for a lamp that is switched on, and is described so", async () => {
    await bench.planner.scenes.save(
      {
        id: "evening",
        name: "Evening",
        steps: [{ target: "lamp", set: { "light.on": true, "light.brightness": 80 } }],
      },
      { origin },
    );
    bench.report("lamp", { "light.on": false, "light.brightness": 100 });
    const draft = rule({ type: "scene", scene: "evening", transition: "10m" });
    expect(bench.planner.automations.describe(draft, "en")).toContain('activate the scene "Evening" over 10 minutes');
    expect(bench.planner.automations.describe(draft, "zh")).toContain("启动场景“Evening”，用时10分钟");
    await run(...draft.actions);
    const level = () => bench.home.device("test:lamp")?.state.get("light.brightness")?.value;
    expect(level()).toBeLessThan(10);
    await bench.advance("5m");
    expect(level()).toBeGreaterThan(30);
    expect(level()).toBeLessThan(60);
    await bench.advance("6m");
    expect(level()).toBe(80);
    expect(await bench.statuses()).toEqual(["done"]);
  });
});
