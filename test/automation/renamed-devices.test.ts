import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Automation, AutomationDraft, Scene } from "../../src/automation/index.ts";
import { person } from "../support/drafts.ts";
import { described } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

let bench: PlannerBench;

beforeEach(async () => {
  bench = new PlannerBench(
    [described("lamp"), described("desk", { room: "Hall" }), described("button")],
    "2026-11-24T12:00:00Z",
    { rooms: [{ id: "r1", name: "Study", aliases: [], floor: "f1" }], floors: [{ id: "f1", name: "Up", aliases: [] }] },
  );
  await bench.start({}, { lamp: { "light.on": false }, desk: { "light.on": false }, button: { "light.on": false } });
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

/** Renames a device, like in the app of its gateway. */
const rename = (id: string, name: string) =>
  bench.home.apply([{ kind: "device", device: described(id, { name, room: id === "desk" ? "Hall" : null }) }]);

const byHandle = (over: Partial<AutomationDraft> = {}): AutomationDraft => ({
  name: "test",
  triggers: [{ type: "property", target: "button", property: "light.on", to: true }],
  actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
  ...over,
});

/** A definition that names a device in every possible place. */
const everywhere = (lamp: string, button: string, study: string, up: string): AutomationDraft => {
  const state = { type: "state", target: lamp, property: "light.on", is: true } as const;
  const set = { type: "set", target: lamp, set: { "light.on": true } } as const;
  return {
    id: "test",
    name: "test",
    triggers: [
      { type: "property", target: { devices: [button, lamp] }, property: "light.on" },
      { type: "numeric", target: lamp, property: "light.power", above: 5 },
      { type: "event", target: { kind: "light", except: [button] }, event: "light.happened" },
      { type: "availability", target: lamp, online: true },
    ],
    conditions: [
      {
        type: "all",
        of: [
          { type: "not", of: state },
          { type: "any", of: [state] },
        ],
      },
    ],
    actions: [
      { type: "invoke", target: lamp, action: "light.toggle" },
      { type: "say", message: "hello", target: lamp },
      { type: "wait-until", condition: state, timeout: "5m" },
      { type: "if", condition: state, do: [set], else: [set] },
      { type: "choose", options: [{ condition: state, do: [set] }], else: [set] },
      { type: "repeat", while: state, actions: [set] },
      { type: "repeat", until: state, actions: [set] },
      { type: "set", target: { kind: "light", room: study, floor: up, except: [lamp] }, set: { "light.on": true } },
    ],
  };
};

describe("a device that is renamed after something was saved that names it by its handle", () => {
  it("still starts the automation and is commanded by it, also after a restart", async () => {
    await bench.planner.automations.save(byHandle(), person);
    rename("button", "Big button");
    rename("lamp", "Reading light");
    bench.report("button", { "light.on": true });
    await bench.settled();
    expect(await bench.statuses()).toEqual(["done"]);
    expect(bench.isOn("lamp")).toBe(true);
    await bench.restart();
    expect(bench.planner.automations.get("test")?.definition.actions).toMatchObject([{ target: "test:lamp" }]);
  });

  it("is still in the scene and in its undo", async () => {
    const { scenes } = bench.planner;
    await scenes.save({ name: "reading", steps: [{ target: "lamp", set: { "light.on": true } }] }, person);
    const kept = await scenes.save(scenes.snapshot("as it was", { devices: ["lamp"] }), person);
    rename("lamp", "Reading light");
    expect(scenes.list().map(({ definition }) => definition.steps[0]?.target)).toEqual(["test:lamp", "test:lamp"]);
    await scenes.activate("reading", person);
    expect(bench.isOn("lamp")).toBe(true);
    await scenes.activate(kept.definition.id, person);
    expect(bench.isOn("lamp")).toBe(false);
  });

  it("is stored by its id wherever a definition names it, like rooms and floors", async () => {
    bench.home.apply([{ kind: "device", device: described("wall", { room: "Study" }) }]);
    const { definition } = await bench.planner.automations.save(everywhere("lamp", "button", "study", "UP"), person);
    expect(definition).toEqual(everywhere("test:lamp", "test:button", "r1", "f1"));
  });

  it("stays stored by its id when a file names it by its handle again", async () => {
    const { files, automations } = bench.planner;
    const file = JSON.stringify({ automations: [{ id: "test", ...byHandle() }] });
    await files.import(file, "home.json", person);
    expect(await files.diff(file, "home.json")).toMatchObject([{ change: "same" }]);
    expect(automations.get("test")?.definition.triggers).toMatchObject([{ target: "test:button" }]);
    expect(await files.diff(await files.export("yaml"), "home.yaml")).toMatchObject([{ change: "same" }]);
  });
});

describe("a definition of an earlier version, stored with handles", () => {
  const stored = async (...automations: AutomationDraft[]) => {
    const times = { approved: true, createdAt: bench.time.now(), updatedAt: bench.time.now() };
    for (const definition of automations) {
      await bench.store.automations.save({ definition: definition as Automation, ...times });
    }
    const scene: Scene = { id: "old", name: "old", steps: [{ target: "lamp", set: { "light.on": true } }] };
    await bench.store.scenes.save({ definition: scene, ...times });
    await bench.restart();
  };
  const targets = () => bench.planner.automations.get("test")?.definition.actions;

  it("gets ids some time after the start, and keeps its yes and its times", async () => {
    await stored({ id: "test", ...byHandle() });
    const before = bench.planner.automations.get("test");
    await bench.advance("2m");
    expect(targets()).toMatchObject([{ target: "test:lamp" }]);
    expect(bench.planner.scenes.get("old")?.definition.steps).toMatchObject([{ target: "test:lamp" }]);
    expect(bench.planner.automations.get("test")).toMatchObject({ approved: true, updatedAt: before?.updatedAt });
    const [row] = await bench.store.automations.all();
    expect(row?.definition).toEqual(bench.planner.automations.get("test")?.definition);
  });

  it("still means the same device when that is renamed before", async () => {
    await stored({ id: "test", ...byHandle() });
    rename("button", "Big button");
    rename("lamp", "Reading light");
    bench.home.apply([{ kind: "device", device: described("other", { name: "lamp" }) }]);
    bench.report("button", { "light.on": false });
    bench.report("button", { "light.on": true });
    await bench.settled();
    expect(bench.isOn("lamp")).toBe(true);
    expect(bench.isOn("other")).toBeUndefined();
  });

  it("keeps a running `for` while it gets ids", async () => {
    const trigger = { type: "property", target: "button", property: "light.on", to: true, for: "5m" } as const;
    await stored({ id: "test", ...byHandle({ triggers: [trigger] }) });
    bench.report("button", { "light.on": false });
    bench.report("button", { "light.on": true });
    await bench.advance("2m");
    rename("button", "Big button");
    await bench.advance("3m");
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("stays as it is while its device is missing, and gets the id when it comes", async () => {
    await stored({
      id: "test",
      ...byHandle({ actions: [{ type: "set", target: "late", set: { "light.on": true } }] }),
    });
    await bench.advance("1h");
    expect(targets()).toMatchObject([{ target: "late" }]);
    await bench.restart();
    expect(targets()).toMatchObject([{ target: "late" }]);
    bench.home.apply([{ kind: "device", device: described("late") }]);
    await bench.advance("2m");
    expect(targets()).toMatchObject([{ target: "test:late" }]);
  });

  it("stays as it is when two devices could have the handle", async () => {
    await stored({ id: "test", ...byHandle() });
    bench.home.apply([{ kind: "device", device: described("twin", { name: "lamp" }) }]);
    await bench.advance("2m");
    expect(targets()).toMatchObject([{ target: "lamp" }]);
  });
});

it("an automation that was saved as off and then switched on is on after a restart", async () => {
  await bench.planner.automations.save(byHandle({ enabled: false }), person);
  await bench.planner.automations.setEnabled("test", true, person.origin);
  await bench.restart();
  bench.report("button", { "light.on": false });
  bench.report("button", { "light.on": true });
  await bench.settled();
  expect(await bench.statuses()).toEqual(["done"]);
});
