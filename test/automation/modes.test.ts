import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { modesForAutomations } from "../../src/app/modes.ts";
import type { AutomationDraft, Household, ModeBegan } from "../../src/automation/index.ts";
import { type JiaError, limitRules, type Origin, type Standing } from "../../src/home/index.ts";
import type { HomeModes } from "../../src/people/modes/index.ts";
import { described, testSpec } from "../support/home.ts";
import { testModes } from "../support/modes.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);
const OVEN = testSpec("oven", "oven", [["on", { format: "bool" }]]);
const origin = { kind: "person" } as const;
const PEOPLE: Readonly<Record<string, Standing>> = {
  ann: { role: "adult", limits: [] },
  leo: { role: "child", limits: [] },
  // Ben may not use the oven, although he is an adult.
  ben: { role: "adult", limits: limitRules("ben", "adult", { denied: ["test:oven"] }) },
};
const lampOn = { type: "set", target: "lamp", set: { "light.on": true } } as const;
let bench: PlannerBench;
let modes: HomeModes;

/** The modes of the bench's home, which are made after the planner that knows them. */
function later(): Household {
  const listeners = new Set<(event: ModeBegan) => void>();
  return {
    mode: () => modes?.current().mode.id ?? "home",
    modes: () => modes?.list().map(({ id }) => id) ?? [],
    sceneOf: (mode) => modes?.get(mode)?.scene ?? null,
    begin: (...given) => household.begin(...given),
    subscribe: (listener) => {
      listeners.add(listener);
      connect = () => household.subscribe((event) => listeners.forEach((each) => void each(event)));
      return () => listeners.delete(listener);
    },
  };
}
let household: Household;
/** Subscribes to the modes once they exist. */
let connect = (): (() => void) | null => null;

beforeEach(async () => {
  bench = new PlannerBench(
    [described("lamp"), described("door", { spec: LOCK }), described("oven", { spec: OVEN })],
    "2026-11-24T20:00:00Z",
    { people: { standing: (person) => PEOPLE[person] ?? null, nameOf: (person) => person } },
  );
  await bench.start({ household: later() }, { lamp: { "light.on": false }, door: { "lock.locked": true } });
  ({ modes } = await testModes(bench.home, bench.time, bench.planner.scenes));
  household = modesForAutomations(modes);
  connect();
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  modes.stop();
  await bench.close();
});

async function saved(draft: Omit<AutomationDraft, "name" | "id">): Promise<void> {
  await bench.planner.automations.save({ id: "test", name: "Test", ...draft }, { origin });
}

async function begin(mode: string): Promise<void> {
  await modes.begin(mode, { origin });
  await bench.settled();
}

describe("a mode that begins", () => {
  it.each([
    [{ to: "night" }, "night", 1],
    [{ to: ["away", "night"] }, "night", 1],
    [{ to: "away" }, "night", 0],
    [{}, "night", 1],
    [{ to: "night", from: "home" }, "night", 1],
    [{ to: "night", from: "guest" }, "night", 0],
  ])("starts the automations that wait for it: %j", async (trigger, mode, runs) => {
    await saved({ triggers: [{ type: "mode", ...trigger }], actions: [lampOn] });
    await begin(mode);
    expect(await bench.statuses()).toEqual(Array(runs).fill("done"));
    // Beginning the same mode again starts nothing.
    await begin(mode);
    expect(await bench.statuses()).toHaveLength(runs);
  });

  it("starts them in the order in which they were saved, whether they name the mode or wait for any", async () => {
    for (const [id, to] of [
      ["first", undefined],
      ["second", ["night", "night"]],
      ["third", undefined],
    ] as const) {
      const triggers = [{ type: "mode" as const, ...(to && { to: [...to] }) }];
      await bench.planner.automations.save({ id, name: id, triggers, actions: [lampOn] }, { origin });
    }
    await bench.planner.automations.save(
      { id: "other", name: "Other", triggers: [{ type: "mode", to: "away" }], actions: [lampOn] },
      { origin },
    );
    const started: string[] = [];
    const stop = bench.planner.subscribe((event) => {
      if (event.type === "run-started") started.push(event.run.of);
    });
    await begin("night");
    stop();
    expect(started).toEqual(["first", "second", "third"]);
  });
});

describe("a condition on the mode", () => {
  it.each([
    ["home", "away", "skipped"],
    ["away", "away", "done"],
    ["away", ["home", "away"], "done"],
  ] as const)("in %s, wanted %j: the run is %s", async (mode, is, status) => {
    await saved({
      triggers: [{ type: "time", at: "21:00" }],
      conditions: [{ type: "mode", is: typeof is === "string" ? is : [...is] }],
      actions: [lampOn],
    });
    await begin(mode);
    await bench.advanceTo("2026-11-24T21:00:01Z");
    expect(await bench.statuses()).toEqual([status]);
  });

  it("wakes a run that waits for it", async () => {
    await saved({
      triggers: [{ type: "time", at: "21:00" }],
      actions: [{ type: "wait-until", condition: { type: "mode", is: "away" }, timeout: "1h" }, lampOn],
    });
    await bench.advanceTo("2026-11-24T21:10:00Z");
    expect(bench.isOn("lamp")).toBe(false);
    await begin("away");
    expect(bench.isOn("lamp")).toBe(true);
  });
});

describe("a step that begins a mode", () => {
  it("begins the mode with its scene; commands of the scene that want a yes are refused", async () => {
    await bench.planner.scenes.save(
      {
        id: "open",
        name: "Open",
        steps: [
          { target: "lamp", set: { "light.on": true } },
          { target: "door", set: { "lock.locked": false } },
        ],
      },
      { origin },
    );
    await modes.save({ id: "guest", name: "Guest", scene: "open" });
    await saved({ triggers: [{ type: "time", at: "21:00" }], actions: [{ type: "mode", mode: "guest" }] });
    await bench.advanceTo("2026-11-24T21:00:01Z");
    expect(modes.current().mode.id).toBe("guest");
    expect(bench.isOn("lamp")).toBe(true);
    expect(bench.home.device("test:door")?.state.get("lock.locked")?.value).toBe(true);
    expect(await bench.statuses()).toEqual(["failed"]);
  });

  it("ends when two automations begin each other's modes", async () => {
    const swap = (id: string, to: string, mode: string) =>
      bench.planner.automations.save(
        { id, name: id, triggers: [{ type: "mode", to }], actions: [{ type: "mode", mode }] },
        { origin },
      );
    await swap("one", "night", "away");
    await swap("two", "away", "night");
    await begin("night");
    await expect.poll(async () => (await bench.statuses("one")).length).toBeGreaterThan(2);
    await bench.settled();
    const runs = (await bench.statuses("one")).length + (await bench.statuses("two")).length;
    expect(runs).toBeLessThan(12);
  });
});

it("automations that trigger each other through the scenes of modes are stopped", async () => {
  for (const [mode, on] of [
    ["night", false],
    ["away", true],
  ] as const) {
    const name = `lamp ${on ? "on" : "off"}`;
    const steps = [{ target: "lamp", set: { "light.on": on } }];
    await bench.planner.scenes.save({ id: mode, name, steps }, { origin });
    await modes.save({ id: mode, name: mode, scene: mode });
    await bench.planner.automations.save(
      {
        id: `to-${mode}`,
        name: `To ${mode}`,
        mode: "parallel",
        triggers: [{ type: "property", target: "lamp", property: "light.on", to: !on }],
        actions: [{ type: "mode", mode }],
      },
      { origin },
    );
  }
  bench.report("lamp", { "light.on": true });
  await expect.poll(async () => (await bench.planner.runs.list({ status: "stopped" })).length).toBe(1);
  await bench.settled();
  expect((await bench.statuses("to-night")).length + (await bench.statuses("to-away")).length).toBeLessThan(12);
});

describe("a draft", () => {
  it.each([
    [{ triggers: [{ type: "mode", to: "nigt" }], actions: [lampOn] }, "triggers[0].to"],
    [{ triggers: [{ type: "mode", from: "x" }], actions: [lampOn] }, "triggers[0].from"],
    [
      { triggers: [{ type: "startup" }], conditions: [{ type: "mode", is: "x" }], actions: [lampOn] },
      "conditions[0].is",
    ],
    [{ triggers: [{ type: "startup" }], actions: [{ type: "mode", mode: "x" }] }, "actions[0].mode"],
  ])("that names an unknown mode is refused with the field: %j", (draft, field) => {
    const { problems } = bench.planner.automations.check({ name: "Test", ...draft });
    expect(problems.map((problem) => problem.field)).toEqual([field]);
  });

  it.each([
    ["en", "When away or holiday mode begins after home mode", "switch the home to night mode"],
    ["zh", "从在家模式切换进入离家模式或度假模式时", "切换到夜间模式"],
  ])("is told in words: %s", (language, trigger, action) => {
    const draft: AutomationDraft = {
      name: "Test",
      triggers: [{ type: "mode", to: ["away", "holiday"], from: "home" }],
      conditions: [{ type: "mode", is: "away" }],
      actions: [{ type: "mode", mode: "night" }],
    };
    const told = bench.planner.automations.describe(draft, language);
    expect(told).toContain(trigger);
    expect(told).toContain(action);
  });
});

describe("the scene of a mode", () => {
  const by = (person: string): Origin => ({ kind: "api", person });
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error: JiaError) => error.code,
    );
  const guests: AutomationDraft = {
    id: "test",
    name: "Test",
    triggers: [{ type: "time", at: "21:00" }],
    actions: [{ type: "if", condition: { type: "mode", is: "home" }, do: [{ type: "mode", mode: "guest" }] }],
  };

  beforeEach(async () => {
    const steps = [{ target: "test:oven", set: { "oven.on": true } }];
    await bench.planner.scenes.save({ id: "bake", name: "Bake", steps }, { origin: by("ann"), approved: true });
  });

  it("is not activated later for somebody who may not activate it now, also not when a rule is switched on again", async () => {
    const { automations } = bench.planner;
    await modes.save({ id: "guest", name: "Guest", scene: "bake" });
    expect(await codeOf(automations.save(guests, { origin: by("leo") }))).toBe("denied");
    await modes.save({ id: "guest", name: "Guest" });
    expect(await codeOf(automations.save(guests, { origin: by("leo") }))).toBe("done");
    await automations.setEnabled("test", false, by("ann"));
    await modes.save({ id: "guest", name: "Guest", scene: "bake" });
    expect(await codeOf(automations.setEnabled("test", true, by("leo")))).toBe("denied");
    expect(await codeOf(automations.setEnabled("test", true, by("ann")))).toBe("done");
  });

  it("must be allowed to whoever saves the mode", async () => {
    const draft = { id: "guest", name: "Guest", scene: "bake" };
    expect(await codeOf(modes.save(draft, by("ben")))).toBe("denied");
    expect(await codeOf(modes.replaceAll([draft], by("ben")))).toBe("denied");
    expect(modes.get("guest")?.scene).toBeNull();
    expect(await codeOf(modes.save(draft, by("ann")))).toBe("done");
  });

  it("is told as held back while it waits for a yes, also when the rule has one", async () => {
    const { automations, scenes } = bench.planner;
    await modes.save({ id: "guest", name: "Guest", scene: "bake" });
    await automations.save(guests, { origin, approved: true });
    expect(automations.heldBack("test")).toBeNull();
    const steps = [{ target: "test:door", set: { "lock.locked": false } }];
    await scenes.save({ id: "bake", name: "Bake", steps }, { origin, replace: true });
    expect(automations.heldBack("test")?.waits).toHaveLength(1);
  });
});
