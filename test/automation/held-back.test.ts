import { afterEach, beforeEach, expect, it } from "vitest";
import { type AutomationDraft, heldBackWords, type SceneDraft } from "../../src/automation/index.ts";
import { DEFAULT_RULES, type PolicyRule } from "../../src/home/index.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);
const person = { origin: { kind: "person" } } as const;
const approved = { ...person, approved: true };
const unlock = { target: "test:door", set: { "lock.locked": false } };
const scene: SceneDraft = { id: "home", name: "Home", steps: [unlock] };
const rule = (over: Partial<AutomationDraft> = {}): AutomationDraft => ({
  id: "early",
  name: "Early",
  triggers: [{ type: "time", at: "07:00" }],
  actions: [{ type: "set", ...unlock }],
  ...over,
});
const noLocks: PolicyRule = { id: "no-locks", decision: "deny", why: null, kinds: ["lock"] };

let bench: PlannerBench;
beforeEach(async () => {
  bench = new PlannerBench([described("door", { spec: LOCK, name: "Front door" })], "2026-11-24T12:00:00Z");
  await bench.start({}, { door: { "lock.locked": true } });
});
afterEach(() => bench.close());

const held = (id = "early", language = "en") => {
  const found = bench.planner.automations.heldBack(id);
  return found && heldBackWords(found, language);
};
const ran = async (id = "early") => {
  const { steps } = await bench.planner.automations.run(id, person);
  return steps.flatMap(({ outcomes, result }) => outcomes[0]?.status ?? result);
};

it("an automation without its yes is told as waiting for it, and with it as nothing", async () => {
  await bench.planner.automations.save(rule(), person);
  expect(held()).toBe("A yes is missing (it unlocks a door): without it, that part is not done.");
  expect(held("early", "zh")).toBe("缺少确认（这会打开门锁）：没有确认，这一部分不会执行。");
  expect(await ran()).toEqual(["needs-confirmation"]);
  await bench.planner.automations.save(rule(), { ...approved, replace: true });
  expect(held()).toBeNull();
  expect(await ran()).not.toContain("needs-confirmation");
});

it("an address waits for its yes; one that is not a public address is told as not allowed", async () => {
  const sends = rule({ actions: [{ type: "notify", message: "up", webhook: "https://hooks.example.org/a" }] });
  await bench.planner.automations.save(sends, person);
  expect(held()).toContain("it sends to hooks.example.org");
  expect(held("early", "zh")).toContain("会发送到 hooks.example.org");
  await bench.planner.automations.save(sends, { ...approved, replace: true });
  expect(held()).toBeNull();
});

it("an address that is not listed any more is told as not allowed, whatever was said to it", async () => {
  const listed = { allowed: ["http://nas.local"] };
  await bench.restart("0s", listed);
  const sends = rule({ actions: [{ type: "notify", message: "up", webhook: "http://nas.local/a" }] });
  await bench.planner.automations.save(sends, approved);
  expect(held()).toBeNull();
  await bench.restart();
  expect(held()).toBe("Not allowed, so that part is not done: http://nas.local is not a public address.");
  expect(held("early", "zh")).toContain("不允许");
});

it("a scene in it counts by the yes of one of both that was for what it does now", async () => {
  await bench.planner.scenes.save(scene, person);
  await bench.planner.automations.save(rule({ actions: [{ type: "scene", scene: "home" }] }), approved);
  expect(held()).toBeNull();
  const own = bench.planner.scenes.heldBack("home");
  expect(own && heldBackWords(own, "en")).toContain("A yes is missing");
  await bench.advance("1s");
  await bench.planner.scenes.save({ ...scene, name: "Come home" }, { ...person, replace: true });
  expect(held()).toContain("A yes is missing");
  await bench.planner.scenes.save(scene, { ...approved, replace: true });
  expect(held()).toBeNull();
});

it("what the policy forbids since is told as not allowed, though it has a yes", async () => {
  await bench.planner.automations.save(rule(), approved);
  bench.change({ policy: [noLocks, ...DEFAULT_RULES] });
  await bench.restart();
  expect(held()).toBe("Not allowed, so that part is not done: the policy.");
  expect(await ran()).toEqual(["denied"]);
});
