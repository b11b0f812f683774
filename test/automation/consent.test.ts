import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AutomationDraft, Proposal, SceneDraft } from "../../src/automation/index.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);
const BELL = testSpec("video-doorbell", "doorbell", []);
const person = { origin: { kind: "person" } } as const;
const approved = { ...person, approved: true };
const room = { id: "hall", name: "Hall", aliases: ["门厅"], floor: null };

let bench: PlannerBench;
beforeEach(async () => {
  bench = new PlannerBench(
    [
      described("door", { spec: LOCK, name: "Front door", aliases: ["大门"], room: "hall" }),
      described("bell", { spec: BELL, name: "Doorbell", aliases: ["门铃"], room: "hall" }),
      described("lamp", { name: "Lamp", aliases: ["台灯"] }),
    ],
    "2026-11-24T12:00:00Z",
    { rooms: [room], location: { latitude: 50, longitude: 8 } },
  );
  await bench.start({}, { door: { "lock.locked": true }, lamp: { "light.on": false } });
});
afterEach(() => bench.close());

const unlock = { target: "test:door", set: { "lock.locked": false } };
const home: SceneDraft = {
  id: "home",
  name: "Home",
  steps: [unlock, { target: "test:lamp", set: { "light.on": true } }],
};
const rule = (over: Partial<AutomationDraft>): AutomationDraft => ({
  id: "ring",
  name: "Ring",
  triggers: [{ type: "event", target: "test:bell", event: "doorbell.happened" }],
  actions: [{ type: "set", ...unlock }],
  ...over,
});
const saving = (over: Partial<AutomationDraft>, replace = false): Proposal => ({
  kind: "save-automation",
  draft: rule(over),
  replace,
});
const asked = (proposal: Proposal, language = "en") => bench.planner.consent(proposal, language).question;
const token = (proposal: Proposal) => bench.planner.consent(proposal, "en").token;

it("the question before a command to a place names the devices where those that can do it are of several kinds", async () => {
  await bench.close();
  const heater = testSpec("bath-heater", "light", [["on", { format: "bool" }]]);
  const devices = [
    described("lamp", { name: "Lamp", room: "hall" }),
    described("heater", { name: "Heater", spec: heater, room: "hall" }),
    described("door", { name: "Front door", spec: LOCK, room: "hall" }),
  ];
  bench = new PlannerBench(devices, "2026-11-24T12:00:00Z", { rooms: [room] });
  await bench.start({}, {});
  const draft: SceneDraft = {
    id: "glow",
    name: "Glow",
    steps: [{ target: { room: "hall" }, set: { "light.on": true } }],
  };
  expect(asked({ kind: "save-scene", draft, replace: false })).toMatch(/turn on the hall lamp and the .*heater/);
});

describe("the question before something lasting names what, when, how often, until when and what leaves the house", () => {
  it.each<[string, Partial<AutomationDraft>, string, string]>([
    [
      "at every event",
      {},
      'It unlocks a door. Save this rule: whenever the hall doorbell reports "happened", unlock the hall front door, until you delete it?',
      "这会打开门锁。要长期保存吗：每当门厅门铃报告“happened”时，解锁门厅大门，直到你删除为止？",
    ],
    [
      "a place, of which only some devices can do it",
      { actions: [{ type: "set", target: { room: "hall" }, set: { "lock.locked": false } }] },
      'It unlocks a door. Save this rule: whenever the hall doorbell reports "happened", unlock all locks in the Hall, until you delete it?',
      "这会打开门锁。要长期保存吗：每当门厅门铃报告“happened”时，解锁门厅所有的门锁，直到你删除为止？",
    ],
    [
      "every day, with a condition and a cooldown",
      {
        triggers: [{ type: "sun", event: "sunset", offset: "-30m" }],
        conditions: [{ type: "weekday", days: ["sat", "sun"] }],
        cooldown: "2h",
      },
      "It unlocks a door. Save this rule: every day 30 minutes before sunset, if it is the weekend, unlock the hall front door, at most once in 2 hours, until you delete it?",
      "这会打开门锁。要长期保存吗：每天 日落前30分钟，如果今天是周末，解锁门厅大门，每2小时最多一次，直到你删除为止？",
    ],
    [
      "once",
      { triggers: [{ type: "once", in: "40m" }] },
      "It unlocks a door. Plan this once: once, in 40 minutes, unlock the hall front door?",
      "这会打开门锁。要这样安排一次吗：40分钟后（一次），解锁门厅大门？",
    ],
    [
      "what is sent, and where to",
      {
        triggers: [{ type: "startup" }],
        actions: [{ type: "notify", message: "up", webhook: "https://hooks.example.org/a?key=1" }],
      },
      `Save this rule: whenever Jia starts, send the notice "up", and post it with the automation's name and the time to hooks.example.org, until you delete it?`,
      "要长期保存吗：Jia 启动时，发送通知“up”，并把它连同自动化名称和时间发送到 hooks.example.org，直到你删除为止？",
    ],
  ])("%s", (_, over, english, chinese) => {
    expect(asked(saving(over))).toBe(english);
    expect(asked(saving(over), "zh")).toBe(chinese);
  });

  it("a scene is told with its effects, also in an automation", async () => {
    await bench.planner.scenes.save(home, approved);
    const draft = rule({ actions: [{ type: "scene", scene: "home" }] });
    expect(bench.planner.automations.check(draft).approvals.map(({ device }) => device)).toEqual(["test:door"]);
    expect(asked({ kind: "save-automation", draft, replace: false })).toContain(
      'It unlocks a door. Save this rule: whenever the hall doorbell reports "happened", activate the scene "Home" (unlock the hall front door; turn on the lamp), until you delete it?',
    );
    expect(asked({ kind: "save-scene", draft: home, replace: true })).toBe(
      'It unlocks a door. Replace the scene "Home"? Whenever somebody activates it, Jia will unlock the hall front door; turn on the lamp.',
    );
    expect(asked({ kind: "activate-scene", scene: "home", parameters: {} }, "zh")).toBe(
      "这会打开门锁。现在要启动场景“Home”吗：解锁门厅大门，打开台灯？",
    );
  });

  it("the question before a deletion tells what the automation did", async () => {
    await bench.planner.automations.save(rule({ triggers: [{ type: "time", at: "07:00" }] }), approved);
    await bench.planner.scenes.save(home, approved);
    expect(asked({ kind: "remove", of: "automation", id: "ring" })).toBe(
      'The automation "Ring" does this: every day at 07:00, unlock the hall front door. Delete it?',
    );
    expect(asked({ kind: "remove", of: "scene", id: "home" }, "zh")).toBe(
      "场景“Home”的内容是：解锁门厅大门，打开台灯。要永久删除吗？",
    );
  });
});

describe("a yes counts only for what was read out", () => {
  it("not for another command, trigger, condition or address, or for another definition with its id", async () => {
    await bench.planner.scenes.save(home, approved);
    const tokens = [
      saving({}),
      saving({ triggers: [{ type: "time", at: "07:00" }] }),
      saving({ conditions: [{ type: "sun", is: "up" }] }),
      saving({ cooldown: "1h" }),
      saving({ enabled: false }),
      saving({ actions: [{ type: "set", target: "test:door", set: { "lock.locked": true } }] }),
      saving({ actions: [{ type: "scene", scene: "home" }] }),
    ].map(token);
    expect(new Set(tokens).size).toBe(tokens.length);
    const before = token(saving({}, true));
    await bench.planner.automations.save(rule({ name: "Another" }), person);
    expect(token(saving({}, true))).not.toBe(before);
    expect(token(saving({}))).toBe(tokens[0]);
  });

  it("not for a scene that does more by now", async () => {
    await bench.planner.scenes.save({ ...home, steps: [unlock] }, approved);
    const proposals = [
      saving({ actions: [{ type: "scene", scene: "home" }] }),
      { kind: "activate-scene", scene: "home", parameters: {} } as const,
      { kind: "remove", of: "scene", id: "home" } as const,
    ];
    const before = proposals.map(token);
    await bench.planner.scenes.save(home, { ...approved, replace: true });
    for (const [index, proposal] of proposals.entries()) expect(token(proposal)).not.toBe(before[index]);
  });

  it("for scenes in an automation as they were at that time", async () => {
    const locked = () => bench.home.device("test:door")?.state.get("lock.locked")?.value;
    const runs = async () => {
      bench.report("door", { "lock.locked": true });
      return (await bench.planner.automations.run("ring", person)).status;
    };
    await bench.planner.scenes.save(home, person);
    await bench.advance("1m");
    await bench.planner.automations.save(rule({ actions: [{ type: "scene", scene: "home" }] }), approved);
    expect([await runs(), locked()]).toEqual(["done", false]);
    await bench.advance("1m");
    await bench.planner.scenes.save({ ...home, description: "changed" }, { ...person, replace: true });
    expect([await runs(), locked()]).toEqual(["failed", true]);
  });
});
