import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AutomationDraft, SceneDraft } from "../../src/automation/index.ts";
import { type JiaError, limitRules, type Origin, type Standing } from "../../src/home/index.ts";
import { errorText } from "../../src/language/index.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const bool = { format: "bool" };
const LOCK = testSpec("lock", "lock", [["locked", bool]]);
const OVEN = testSpec("oven", "oven", [["on", bool]]);
const ADULT: Standing = { role: "adult", limits: [] };
const PEOPLE: Readonly<Record<string, Standing>> = {
  ann: ADULT,
  leo: { role: "child", limits: [] },
  mia: { role: "guest", limits: limitRules("mia", "guest", { kinds: ["light"] }) },
};

let bench: PlannerBench;
beforeEach(async () => {
  bench = new PlannerBench(
    [described("door", { spec: LOCK }), described("oven", { spec: OVEN }), described("lamp")],
    "2026-11-24T12:00:00Z",
    {
      people: { standing: (person) => PEOPLE[person] ?? null, nameOf: (person) => person },
      pins: { hasPin: () => true, check: () => Promise.resolve("ann") },
    },
  );
  await bench.start({}, { door: { "lock.locked": true }, lamp: { "light.on": false } });
});
afterEach(() => bench.close());

const say = (person: string, over: Partial<Origin> = {}): Origin => {
  return { kind: "conversation", conversation: "c", person, ...over } as Origin;
};
const bake = { target: "test:oven", set: { "oven.on": true } };
const unlock = { target: "test:door", set: { "lock.locked": false } };
const glow = { target: "test:lamp", set: { "light.on": true } };
const scene = (step: SceneDraft["steps"][number]): SceneDraft => ({ id: "s", name: "S", steps: [step] });
const rule = (step: { target: string; set: Record<string, boolean> }): AutomationDraft => ({
  id: "r",
  name: "R",
  triggers: [{ type: "time", at: "18:00" }],
  actions: [{ type: "set", ...step }],
});
const timer = (device: string, address: string, value: boolean) => ({
  durationMs: 60_000,
  commands: [{ kind: "set" as const, device: `test:${device}`, properties: [{ address, value }] }],
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: JiaError) => error.code,
  );

describe("commands for later are held to the rights of whoever plans them", () => {
  it("a child cannot plan the oven by scene, rule, timer or file, also with a yes", async () => {
    const options = { origin: say("leo"), approved: true };
    const { scenes, automations, timers, files } = bench.planner;
    expect(await codeOf(scenes.save(scene(bake), options))).toBe("denied");
    expect(await codeOf(automations.save(rule(bake), options))).toBe("denied");
    expect(await codeOf(timers.start({ ...timer("oven", "oven.on", true), ...options }))).toBe("denied");
    const text = JSON.stringify({ scenes: [scene(bake)], automations: [] });
    expect(await codeOf(files.import(text, "f", options))).toBe("denied");
    const inScene = JSON.stringify({
      scenes: [{ ...scene(glow), steps: [bake] }],
      automations: [{ ...rule(glow), actions: [{ type: "scene", scene: "s" }] }],
    });
    expect(await codeOf(files.import(inScene, "f", options))).toBe("denied");
    expect([scenes.list(), automations.list(), timers.list()]).toEqual([[], [], []]);
    expect(await codeOf(automations.save(rule(glow), options))).toBe("done");
  });

  it("a guest plans only what the guest's limits allow", async () => {
    const { automations } = bench.planner;
    const draft = rule({ target: "test:door", set: { "lock.locked": true } });
    expect(await codeOf(automations.save(draft, { origin: say("mia") }))).toBe("denied");
    expect(await codeOf(automations.save(rule(glow), { origin: say("mia") }))).toBe("done");
  });

  it("a child that starts an adult's automation is refused the commands that it may not give", async () => {
    const { scenes, automations } = bench.planner;
    await scenes.save({ ...scene(bake), steps: [bake, glow] }, { origin: say("ann"), approved: true });
    await automations.save(rule(bake), { origin: say("ann"), approved: true });
    const byLeo = await scenes.activate("s", { origin: say("leo") });
    expect(byLeo.outcomes.map(({ device, status }) => [device, status])).toEqual([
      ["test:oven", "denied"],
      ["test:lamp", "confirmed"],
    ]);
    const byAnn = await scenes.activate("s", { origin: say("ann") });
    expect(byAnn.outcomes.map(({ status }) => status)).not.toContain("denied");
    const run = await automations.run("r", { origin: say("leo") });
    expect(run.steps.flatMap(({ outcomes }) => outcomes.map(({ status }) => status))).toEqual(["denied"]);
    expect(run.origin).toMatchObject({ kind: "schedule", person: "leo" });
    await automations.setEnabled("r", false, say("ann"));
    expect(await codeOf(automations.setEnabled("r", true, say("leo")))).toBe("forbidden");
    expect(await codeOf(automations.setEnabled("r", true, say("ann")))).toBe("done");
  });

  it("a rule of an adult runs by itself with all its commands, and a timer with the rights of whoever set it", async () => {
    const { automations, timers } = bench.planner;
    await automations.save(rule(bake), { origin: say("ann"), approved: true });
    await timers.start({ ...timer("lamp", "light.on", true), origin: say("mia") });
    await bench.advanceTo("2026-11-24T18:00:01Z");
    const origins = (await bench.store.audit.list()).map(({ origin }) => [origin.kind, origin.person]);
    expect(origins).toEqual([
      ["schedule", undefined],
      ["schedule", "mia"],
    ]);
  });
});

describe("a command that needs a PIN needs it when it is planned", () => {
  it("with a yes; without one the rule is saved and held back", async () => {
    const { scenes, automations, timers } = bench.planner;
    const yes = { origin: say("ann"), approved: true };
    expect(await codeOf(scenes.save(scene(unlock), yes))).toBe("pin-needed");
    expect(await codeOf(automations.save(rule(unlock), yes))).toBe("pin-needed");
    expect(await codeOf(timers.start({ ...timer("door", "lock.locked", false), ...yes }))).toBe("pin-needed");
    expect(await codeOf(automations.save(rule(bake), yes))).toBe("done");
    expect(await codeOf(scenes.save(scene(unlock), { origin: say("ann") }))).toBe("done");
    expect(scenes.heldBack("s")?.waits).toHaveLength(1);
  });

  it("and the rule runs without anybody afterwards", async () => {
    const { automations } = bench.planner;
    const proven = await bench.home.provePin("4711", say("ann"), []);
    expect(await codeOf(automations.save(rule(unlock), { origin: proven, approved: true }))).toBe("done");
    await bench.advanceTo("2026-11-24T18:00:01Z");
    expect(bench.transport.sent.map(({ device }) => device)).toEqual(["test:door"]);
  });
});

describe("a definition, timer or run of somebody else", () => {
  const others: Origin[] = [say("leo"), say("mia"), say("gone"), { kind: "api", stranger: true }];

  it("is changed, switched off and deleted by adults and trusted clients, and by no child, guest or stranger", async () => {
    const { scenes, automations } = bench.planner;
    await scenes.save(scene(glow), { origin: say("ann") });
    await automations.save(rule(glow), { origin: say("ann") });
    for (const origin of others) {
      const changes = [
        automations.save({ ...rule(glow), name: "Mine" }, { origin, replace: true }),
        automations.setEnabled("r", false, origin),
        automations.remove("r", origin),
        scenes.save({ ...scene(glow), name: "Mine" }, { origin, replace: true }),
        scenes.remove("s", origin),
      ];
      expect(await Promise.all(changes.map(codeOf)), JSON.stringify(origin)).toEqual(Array(5).fill("forbidden"));
    }
    expect(await codeOf(automations.setEnabled("r", false, { kind: "api" }))).toBe("done");
    expect(await codeOf(automations.remove("r", say("ann")))).toBe("done");
    expect(await codeOf(scenes.remove("s", say("ann")))).toBe("done");
  });

  it("is distinguished from a child's own, which it may change, also after a restart", async () => {
    const mine = { ...rule(glow), by: "ann" };
    await bench.planner.automations.save(mine, { origin: say("leo") });
    await bench.planner.scenes.save(scene(glow), { origin: say("leo") });
    await bench.restart();
    const { scenes, automations } = bench.planner;
    expect([automations.get("r")?.definition.by, scenes.get("s")?.definition.by]).toEqual(["leo", "leo"]);
    expect(await codeOf(automations.setEnabled("r", false, say("mia")))).toBe("forbidden");
    expect(await codeOf(automations.setEnabled("r", false, say("leo")))).toBe("done");
    expect(await codeOf(automations.remove("r", say("leo")))).toBe("done");
    expect(await codeOf(scenes.remove("s", say("leo")))).toBe("done");
  });

  it("a timer of others is not cancelled, paused, renamed or extended by a child, guest or stranger", async () => {
    const { timers } = bench.planner;
    const lock = await timers.start({ ...timer("door", "lock.locked", true), origin: say("ann") });
    for (const origin of others) {
      const changes = [
        timers.cancel(lock.id, origin),
        timers.pause(lock.id, origin),
        timers.resume(lock.id, origin),
        timers.add(lock.id, 60_000, origin),
        timers.rename(lock.id, "Mine", origin),
      ];
      expect(await Promise.all(changes.map(codeOf)), JSON.stringify(origin)).toEqual(Array(5).fill("forbidden"));
    }
    expect(timers.list()).toEqual([lock]);
    const mine = await timers.start({ durationMs: 60_000, name: "pasta", origin: say("leo") });
    expect(await codeOf(timers.add(mine.id, 60_000, say("leo")))).toBe("done");
    expect(await codeOf(timers.cancel(mine.id, say("mia")))).toBe("forbidden");
    expect(await codeOf(timers.cancel(mine.id, say("leo")))).toBe("done");
    expect(await codeOf(timers.cancel(lock.id, { kind: "api" }))).toBe("done");
  });

  it("a run of others is not stopped by a child, guest or stranger", async () => {
    const { automations, runs } = bench.planner;
    const waits: AutomationDraft = { ...rule(glow), actions: [{ type: "wait", for: 600 }] };
    await automations.save(waits, { origin: say("ann") });
    const running = async (person: string) => {
      const run = automations.run("r", { origin: say(person) });
      await bench.settled();
      const [first] = await runs.list({ of: "r" });
      return { id: first?.id ?? "", run };
    };
    const anns = await running("ann");
    for (const origin of others) expect(await codeOf(runs.stop(anns.id, origin))).toBe("forbidden");
    expect(await codeOf(runs.stop(anns.id, say("ann")))).toBe("done");
    await bench.settled();
    await anns.run;
    const leos = await running("leo");
    expect(await codeOf(runs.stop(leos.id, say("mia")))).toBe("forbidden");
    expect(await codeOf(runs.stop(leos.id, say("leo")))).toBe("done");
    await leos.run;
  });

  it("that a webhook starts has the rights of the caller, or all of them when the caller is not known", async () => {
    const { automations } = bench.planner;
    const keyed: AutomationDraft = { ...rule(bake), triggers: [{ type: "webhook", key: "open-sesame" }] };
    await automations.save(keyed, { origin: say("ann", { pin: true }), approved: true });
    const on = () => bench.home.device("test:oven")?.state.get("oven.on")?.value ?? false;
    for (const person of ["leo", "mia"]) {
      expect(bench.planner.webhook("open-sesame", say(person))).toBe(true);
      await bench.settled();
      expect(on(), person).toBe(false);
    }
    expect(bench.planner.webhook("open-sesame")).toBe(true);
    await bench.settled();
    expect(on()).toBe(true);
  });

  it("is refused with the reason in both languages", async () => {
    const { automations } = bench.planner;
    await automations.save(rule(glow), { origin: say("ann") });
    const error: JiaError = await automations.remove("r", say("leo")).catch((thrown) => thrown);
    expect(errorText(error, "en")).toContain("only an adult of this home, or whoever made it, may change it");
    expect(errorText(error, "zh")).toContain("只有家里的大人或创建它的人可以改动");
  });
});

describe("the coming and going of others", () => {
  const comes = (person: string): AutomationDraft => ({
    name: `when ${person} comes`,
    triggers: [{ type: "presence", person, to: "home" }],
    actions: [{ type: "notify", message: "there" }],
  });
  const residents = {
    list: () => Object.keys(PEOPLE).map((id) => ({ id, name: id, aliases: [], home: null, since: null })),
    subscribe: () => () => undefined,
  };

  it.each([
    ["leo", "ann", "forbidden"],
    ["mia", "leo", "forbidden"],
    ["leo", "leo", "done"],
    ["leo", "anyone", "done"],
    ["ann", "leo", "done"],
  ])("starts a rule of %s about %s: %s", async (asker, person, outcome) => {
    await bench.restart("0s", { residents });
    expect(await codeOf(bench.planner.automations.save(comes(person), { origin: say(asker) }))).toBe(outcome);
  });
});
