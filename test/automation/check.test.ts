import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AutomationDraft } from "../../src/automation/index.ts";
import { textOf } from "../../src/language/index.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);
const origin = { kind: "person" } as const;
let bench: PlannerBench;

beforeEach(async () => {
  bench = new PlannerBench(
    [described("lamp"), described("desk", { room: "hall" }), described("door", { spec: LOCK })],
    "2026-11-24T12:00:00Z",
    { rooms: [{ id: "hall", name: "Entrance hall", aliases: [], floor: null }] },
  );
  await bench.start({}, { lamp: { "light.on": false }, door: { "lock.locked": true } });
});
afterEach(() => bench.close());

const good: AutomationDraft = {
  name: "good",
  triggers: [{ type: "time", at: "07:00" }],
  actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
};
const fields = (draft: unknown) => bench.planner.automations.check(draft).problems.map(({ field }) => field);

describe("a definition with problems is not saved, and each problem names its field", () => {
  it("lists problems of every kind together", () => {
    const bad = {
      name: "bad",
      triggers: [
        { type: "cron", expression: "61 * * * *" },
        { type: "time", at: "25:00" },
        { type: "availability", target: "lamb", online: true },
      ],
      conditions: [{ type: "state", target: "lamp", property: "light.nope", is: true }],
      actions: [
        { type: "set", target: "nowhere", set: { "light.on": true } },
        { type: "set", target: "lamp" },
      ],
    };
    expect(fields(bad)).toEqual(
      expect.arrayContaining([
        "triggers[0].expression",
        "triggers[1].at",
        "triggers[2].target",
        "actions[0].target",
        "actions[1].set",
      ]),
    );
    const scene = {
      name: "bad",
      steps: [
        { target: "nowhere", set: { "light.on": true } },
        { target: "lamp", set: {} },
        { target: "lamp", set: { "light.on": { parameter: "level" } } },
      ],
    };
    expect(bench.planner.scenes.check(scene).problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["steps[0].target", "steps[1].set", "steps[2]"]),
    );
  });

  it.each<[string, object, string]>([
    ["a broken cron", { triggers: [{ type: "cron", expression: "61 * * * *" }] }, "triggers[0].expression"],
    ["a cron that never comes", { triggers: [{ type: "cron", expression: "0 0 31 2 *" }] }, "triggers[0].expression"],
    ["a time that is none", { triggers: [{ type: "time", at: "25:00" }] }, "triggers[0].at"],
    ["an impossible date", { triggers: [{ type: "once", at: "2027-02-30T10:00" }] }, "triggers[0].at"],
    ["a date that has passed", { triggers: [{ type: "once", at: "2026-11-24T11:59:59Z" }] }, "triggers[0].at"],
    ["both at and in", { triggers: [{ type: "once", at: "2027-02-20T10:00", in: "5m" }] }, "triggers[0]"],
    [
      "a time zone that is none",
      { triggers: [{ type: "cron", expression: "0 7 * * *", zone: "Mars/Base" }] },
      "triggers[0].zone",
    ],
    ["an interval of nothing", { triggers: [{ type: "interval", every: "0s" }] }, "triggers[0].every"],
    ["a duration that is none", { triggers: [{ type: "interval", every: "soon" }] }, "triggers[0].every"],
    ["the sun without a location", { triggers: [{ type: "sun", event: "sunset" }] }, "triggers[0].event"],
    ["an unknown device", { triggers: [{ type: "availability", target: "lamb", online: true }] }, "triggers[0].target"],
    [
      "an unknown property",
      { triggers: [{ type: "property", target: "lamp", property: "light.brightnes" }] },
      "triggers[0].property",
    ],
    [
      "for without to",
      { triggers: [{ type: "property", target: "lamp", property: "light.on", for: "5m" }] },
      "triggers[0].for",
    ],
    [
      "bounds that exclude each other",
      { triggers: [{ type: "numeric", target: "lamp", property: "light.power", above: 5, below: 5 }] },
      "triggers[0].above",
    ],
    [
      "a number that is none",
      { triggers: [{ type: "numeric", target: "lamp", property: "light.on", above: 5 }] },
      "triggers[0].property",
    ],
    [
      "an unknown event",
      { triggers: [{ type: "event", target: "lamp", event: "light.exploded" }] },
      "triggers[0].event",
    ],
    ["a topic filter that is none", { triggers: [{ type: "mqtt", topic: "a/#/b" }] }, "triggers[0].topic"],
    ["an unknown scene", { triggers: [{ type: "scene", scene: "party" }] }, "triggers[0].scene"],
    ["a trigger of no kind", { triggers: [{ type: "moon" }] }, "triggers[0].type"],
    ["a key that is unknown", { triggerz: [] }, ""],
    ["no actions", { actions: [] }, "actions"],
    [
      "a value out of range",
      { actions: [{ type: "set", target: "lamp", set: { "light.brightness": 101 } }] },
      'actions[0].set["light.brightness"]',
    ],
    [
      "a property that is only read",
      { actions: [{ type: "set", target: "lamp", set: { "light.power": 1 } }] },
      'actions[0].set["light.power"]',
    ],
    [
      "an unknown action",
      { actions: [{ type: "invoke", target: "lamp", action: "light.explode" }] },
      "actions[0].action",
    ],
    ["too few arguments", { actions: [{ type: "invoke", target: "lamp", action: "light.blink" }] }, "actions[0].in"],
    [
      "an unknown room",
      { actions: [{ type: "set", target: { room: "hell" }, set: { "light.on": true } }] },
      "actions[0].target.room",
    ],
    [
      "an unknown kind",
      { actions: [{ type: "set", target: { kind: "lite" }, set: { "light.on": true } }] },
      "actions[0].target.kind",
    ],
    [
      "a condition deep inside",
      {
        actions: [
          {
            type: "if",
            condition: { type: "not", of: { type: "state", target: "lamp", property: "light.mode", is: "Party" } },
            do: good.actions,
          },
        ],
      },
      "actions[0].condition.of.is",
    ],
    ["a quiet lamp", { conditions: [{ type: "quiet", target: "lamp", for: "5m" }] }, "conditions[0].target"],
    ["a point of the day that is none", { conditions: [{ type: "time", after: "sunset-hms" }] }, "conditions[0].after"],
    ["a window of no bounds", { conditions: [{ type: "time" }] }, "conditions[0]"],
    [
      "a number of no bounds",
      { conditions: [{ type: "numeric", target: "lamp", property: "light.power" }] },
      "conditions[0]",
    ],
    ["a key that is too short", { triggers: [{ type: "webhook", key: "abc" }] }, "triggers[0].key"],
    ["a target of nothing", { actions: [{ type: "set", target: {}, set: { "light.on": true } }] }, "actions[0].target"],
    ["nothing to set", { actions: [{ type: "set", target: "lamp", set: {} }] }, "actions[0].set"],
    [
      "an address that is none",
      { actions: [{ type: "invoke", target: "lamp", action: "blink" }] },
      "actions[0].action",
    ],
    ["a repeat without an end", { actions: [{ type: "repeat", actions: good.actions }] }, "actions[0]"],
    [
      "a webhook that is no address",
      { actions: [{ type: "notify", message: "hi", webhook: "ftp://x" }] },
      "actions[0].webhook",
    ],
    ["an offset that is none", { triggers: [{ type: "sun", event: "dusk", offset: "later" }] }, "triggers[0].offset"],
    ["an id with capitals", { id: "Hall" }, "id"],
    ["a window at sunset without a location", { conditions: [{ type: "time", after: "sunset" }] }, "conditions[0]"],
  ])("%s", async (_name, over, field) => {
    const draft = { ...good, ...over };
    expect(fields(draft)).toEqual([field]);
    const { problems } = bench.planner.automations.check(draft);
    for (const { message, fix } of problems) {
      expect([textOf(message, "en"), textOf(fix, "en"), textOf(fix, "zh")]).not.toContain("");
      expect(textOf(message, "en")).not.toMatch(/\p{Script=Han}/u);
      expect(textOf(message, "zh")).toMatch(/\p{Script=Han}/u);
    }
    await expect(bench.planner.automations.save(draft, { origin })).rejects.toMatchObject({
      code: "invalid-definition",
    });
    expect(await bench.store.automations.all()).toEqual([]);
  });

  it("refuses very deep nesting, and YAML aliases that expand without end", async () => {
    let condition: object = { type: "sun", is: "up" };
    for (let n = 0; n < 5_000; n += 1) condition = { type: "not", of: condition };
    expect(fields({ ...good, conditions: [condition] })).toHaveLength(1);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f", "g", "h"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[index]}`).join(",")}]`).join("\n")}\nscenes: []`;
    await expect(bench.planner.files.diff(bomb, "bomb.yaml")).rejects.toThrow(/bomb.yaml/);
  });

  it("finds a circle of automations that activate each other's scenes, and names it", async () => {
    for (const name of ["one", "two"]) {
      await bench.planner.scenes.save({ name, steps: [{ target: "lamp", set: { "light.on": true } }] }, { origin });
    }
    const hop = (name: string, from: string, to: string): AutomationDraft => ({
      name,
      triggers: [{ type: "scene", scene: from }],
      actions: [{ type: "scene", scene: to }],
    });
    await bench.planner.automations.save(hop("there", "one", "two"), { origin });
    const back = bench.planner.automations.check(hop("back", "two", "one"));
    expect(back.problems).toMatchObject([{ field: "triggers", value: "back → there → back" }]);
    expect(fields(hop("self", "one", "one"))).toEqual(["triggers"]);
  });
});

describe("a command for which the policy wants a yes", () => {
  const unlock: AutomationDraft = {
    ...good,
    name: "unlock",
    actions: [{ type: "set", target: "door", set: { "lock.locked": false } }],
  };
  const locked = () => bench.home.device("door")?.state.get("lock.locked")?.value;

  it("asks when the automation is saved; a run without the yes is refused and says so", async () => {
    const { approvals } = bench.planner.automations.check(unlock);
    expect(approvals).toMatchObject([{ device: "test:door", what: "lock.locked = false" }]);
    await bench.planner.automations.save(unlock, { origin });
    const run = await bench.planner.automations.run("unlock", { origin });
    expect(run).toMatchObject({ status: "failed", steps: [{ outcomes: [{ status: "needs-confirmation" }] }] });
    const detail = run.steps[0]?.detail ?? "";
    expect(textOf(detail, "en")).toBe(
      "the door, lock: nobody said yes to it when it was saved: save it again with a yes",
    );
    expect(textOf(detail, "zh")).toBe("door的锁：保存时未获同意：请重新保存并同意");
    expect(locked()).toBe(true);
  });

  it("keeps its yes after it was given, and loses it with a change", async () => {
    await bench.planner.automations.save(unlock, { origin, approved: true });
    await bench.restart();
    bench.report("door", { "lock.locked": true });
    expect((await bench.planner.automations.run("unlock", { origin })).status).toBe("done");
    expect(locked()).toBe(false);
    await bench.planner.automations.save({ ...unlock, id: "unlock" }, { origin, replace: true });
    bench.report("door", { "lock.locked": true });
    expect((await bench.planner.automations.run("unlock", { origin })).status).toBe("failed");
  });

  it("asks for timers too", async () => {
    const command = {
      kind: "set",
      device: "test:door",
      properties: [{ address: "lock.locked", value: false }],
    } as const;
    expect(bench.planner.timers.approvals([command])).toHaveLength(1);
    await bench.planner.timers.start({ durationMs: 1_000, commands: [command], origin });
    await bench.advance("2s");
    expect(locked()).toBe(true);
    await expect(
      bench.planner.timers.start({
        durationMs: 1,
        commands: [{ kind: "invoke", device: "test:gone", action: "light.x", in: [] }],
        origin,
      }),
    ).rejects.toMatchObject({ code: "invalid-definition" });
  });
});

describe("a device that is deleted", () => {
  it("in a scene: the other devices are set, and the missing one is reported", async () => {
    const both = { target: { devices: ["test:lamp", "test:desk"] }, set: { "light.on": true } };
    await bench.planner.scenes.save({ name: "both", steps: [both] }, { origin });
    bench.home.apply([{ kind: "removed", id: "test:lamp" }]);
    const { outcomes } = await bench.planner.scenes.activate("both", { origin });
    expect(outcomes).toMatchObject([
      { device: "test:lamp", status: "rejected", error: { code: "unknown-device" } },
      { device: "test:desk", status: "confirmed" },
    ]);
    expect((await bench.planner.runs.list({ of: "both" }))[0]).toMatchObject({ status: "failed" });
    expect(bench.planner.scenes.check(bench.planner.scenes.get("both")?.definition).problems).toMatchObject([
      { field: "steps[0].target.devices[0]" },
    ]);
  });

  it("in an automation: the run names it", async () => {
    await bench.planner.automations.save(good, { origin });
    bench.home.apply([{ kind: "removed", id: "test:lamp" }]);
    const run = await bench.planner.automations.run("good", { origin });
    expect(run).toMatchObject({ status: "failed", steps: [{ outcomes: [{ error: { code: "unknown-device" } }] }] });
  });
});
