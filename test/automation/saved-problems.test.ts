import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { problemLines } from "../../src/automation/check/problems.ts";
import type { Automation, Scene } from "../../src/automation/index.ts";
import { textOf } from "../../src/language/index.ts";
import { draft, person } from "../support/drafts.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

let bench: PlannerBench;
beforeEach(async () => {
  bench = new PlannerBench([described("lamp", { room: "Hall" }), described("desk")], "2026-11-24T12:00:00Z");
  await bench.start({}, { lamp: { "light.on": false } });
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

const problems = (id = "test") => {
  const saved = bench.planner.automations.get(id);
  if (!saved) throw new Error(`no automation ${id}`);
  return bench.planner.automations.problems(saved);
};
const sceneProblems = (id: string) => {
  const saved = bench.planner.scenes.get(id);
  if (!saved) throw new Error(`no scene ${id}`);
  return bench.planner.scenes.problems(saved);
};
const told = (language: string) => textOf(problemLines(problems(), "automation"), language);
const remove = (id: string) => bench.home.apply([{ kind: "removed", id: `test:${id}` }]);
const times = { approved: false, createdAt: 1, updatedAt: 1 };

describe("problems of saved definitions are told:", () => {
  it("a device that has gone, until it is back, with advice in both languages", async () => {
    const trigger = { type: "property", target: "desk", property: "light.on" } as const;
    await bench.planner.automations.save(draft({ triggers: [trigger] }), person);
    await bench.planner.scenes.save(
      { name: "dim", steps: [{ target: "test:lamp", set: { "light.on": true } }] },
      person,
    );
    expect([...problems(), ...sceneProblems("dim")]).toEqual([]);
    remove("desk");
    remove("lamp");
    expect(problems()).toMatchObject([
      { field: "triggers[0].target", value: "test:desk" },
      { field: "actions[0].target", value: "test:lamp" },
    ]);
    expect(sceneProblems("dim")).toMatchObject([{ field: "steps[0].target", value: "test:lamp" }]);
    expect(told("en")).toContain("is not a device of this home. Bring it back, or remove it here and save again.");
    expect(told("zh")).toContain("没有这个设备。请恢复它");
    bench.home.apply([
      { kind: "device", device: described("desk", { name: "Table" }) },
      { kind: "device", device: described("lamp") },
    ]);
    expect([...problems(), ...sceneProblems("dim")]).toEqual([]);
  });

  it("a device that is missing after a restart, and the definition stays as it was", async () => {
    const saved = await bench.planner.automations.save(draft({}), person);
    remove("lamp");
    await bench.planner.automations.setEnabled("test", false, person.origin);
    await bench.planner.automations.setEnabled("test", true, person.origin);
    expect(bench.planner.automations.get("test")?.definition).toEqual(saved.definition);
    expect(problems()).toHaveLength(1);
    await bench.restart();
    expect(bench.planner.automations.get("test")?.definition).toEqual(saved.definition);
    expect(problems()).toEqual([]);
  });

  it("a device that is missing while its file is imported again: the import works, and the yes stays", async () => {
    const { files, automations, scenes } = bench.planner;
    const notify = { type: "notify", message: "hi", webhook: "https://hooks.example.org/x" } as const;
    const set = { type: "set", target: "test:lamp", set: { "light.on": true } } as const;
    await automations.save(draft({ actions: [set, notify] }), { ...person, approved: true });
    await scenes.save({ name: "dim", steps: [{ target: "test:lamp", set: { "light.on": true } }] }, person);
    const text = await files.export("yaml");
    remove("lamp");
    const changes = await files.import(text, "home.yaml", { ...person, approved: true, prune: true });
    expect(changes.map(({ change }) => change)).toEqual(["same", "same"]);
    const checked = await files.check(text, "home.yaml", 1);
    expect(checked.automations[0]?.warnings).toMatchObject([{ field: "actions[0].target" }]);
    expect(automations.get("test")).toMatchObject({ approved: true });
    const other = text.replace("name: test", "name: other");
    await expect(files.import(other, "home.yaml", person)).rejects.toMatchObject({ code: "invalid-definition" });
  });

  it("a room without any device of the kind", async () => {
    const target = { room: "hall", kind: "light" };
    await bench.planner.automations.save(
      draft({ actions: [{ type: "set", target, set: { "light.on": true } }] }),
      person,
    );
    remove("lamp");
    expect(problems()).toMatchObject([{ field: "actions[0].target" }]);
  });

  it("a property that a returned device does not have any more", async () => {
    const trigger = { type: "event", target: "test:lamp", event: "light.happened" } as const;
    const set = { type: "set", target: "test:lamp", set: { "light.mode": "Night" } } as const;
    await bench.planner.automations.save(draft({ triggers: [trigger], actions: [set] }), person);
    const spec = testSpec("light", "light", [["mode", { list: [[0, "Day"]] }]]);
    bench.home.apply([{ kind: "device", device: described("lamp", { spec }) }]);
    expect(problems()).toMatchObject([{ field: 'actions[0].set["light.mode"]', value: "Night" }]);
  });

  it("arguments of an event that were saved unchecked, once its device is there", async () => {
    const trigger = { type: "event", target: "test:late", event: "light.happened", arguments: { "light.onn": true } };
    const definition = { ...draft({}), id: "test", triggers: [trigger] } as Automation;
    await bench.store.automations.save({ ...times, definition });
    await bench.restart();
    expect(problems()).toMatchObject([{ field: "triggers[0].target" }]);
    bench.home.apply([{ kind: "device", device: described("late") }]);
    expect(problems()).toMatchObject([{ field: 'triggers[0].arguments["light.onn"]' }]);
  });

  it("a handle that several devices could have, from before ids were stored", async () => {
    const definition = {
      ...draft({}),
      id: "test",
      actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
    };
    await bench.store.automations.save({ ...times, definition: definition as Automation });
    await bench.restart();
    bench.home.apply([
      { kind: "device", device: described("lamp", { room: null }) },
      { kind: "device", device: described("twin", { name: "lamp" }) },
    ]);
    await bench.advance("2m");
    expect(problems()).toMatchObject([{ field: "actions[0].target", value: "lamp" }]);
    expect(told("en")).toContain("is a name of more than one device");
  });

  it("an address without a yes, from before one was asked for", async () => {
    const notify = { type: "notify", message: "hi", webhook: "https://hooks.example.org/key-of-mine" } as const;
    const definition: Automation = { ...draft({ actions: [notify] }), id: "test" };
    await bench.store.automations.save({ ...times, definition });
    await bench.restart();
    expect(problems()).toMatchObject([{ field: "actions[0].webhook", value: "hooks.example.org" }]);
    expect(told("en")).toContain("Save it again and confirm.");
    expect(told("en")).not.toContain("key-of-mine");
    await bench.planner.automations.save(definition, { ...person, replace: true, approved: true });
    expect(problems()).toEqual([]);
  });

  it("an address that is not public, from before such were refused", async () => {
    const notify = { type: "notify", message: "hi", webhook: "http://192.168.1.2/x" } as const;
    await bench.store.automations.save({ ...times, definition: { ...draft({ actions: [notify] }), id: "test" } });
    await bench.restart();
    expect(problems()).toMatchObject([{ field: "actions[0].webhook" }]);
  });

  it("two scenes, and two automations, with the same name, from before names had to be unique", async () => {
    const scene = (id: string): Scene => ({
      id,
      name: "Movie night",
      steps: [{ target: "test:lamp", set: { "light.on": true } }],
    });
    for (const id of ["a", "b"]) {
      await bench.store.scenes.save({ ...times, definition: scene(id) });
      await bench.store.automations.save({ ...times, definition: { ...draft({}), id: `auto-${id}` } });
    }
    await bench.restart();
    expect(sceneProblems("a")).toMatchObject([{ field: "name", value: "Movie night" }]);
    expect(sceneProblems("b")).toMatchObject([{ field: "name", value: "Movie night" }]);
    expect(problems("auto-b")).toMatchObject([{ field: "name" }]);
  });
});
