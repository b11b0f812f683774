import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { JiaError } from "../../src/home/index.ts";
import { errorText, message } from "../../src/language/index.ts";
import { thrownErrorText } from "../support/error-text.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const origin = { kind: "person" } as const;
let bench: PlannerBench;

const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);

beforeEach(async () => {
  bench = new PlannerBench(
    [described("lamp"), described("desk"), described("door", { spec: LOCK })],
    "2026-11-24T12:00:00Z",
  );
  await bench.start({}, { lamp: { "light.on": false } });
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

const bring = (text: string, prune = false) => bench.planner.files.import(text, "home.yaml", { origin, prune });
const ids = () => bench.planner.automations.list().map(({ definition }) => definition.id);

const SCENES = `
scenes:
  - {id: one, name: One, steps: [{target: lamp, set: {light.on: true}}]}
  - {id: two, name: Two, steps: [{target: lamp, set: {light.on: false}}]}
`;
const hop = (id: string, from: string, to: string) =>
  `  - {id: ${id}, name: ${id}, triggers: [{type: scene, scene: ${from}}], actions: [{type: scene, scene: ${to}}]}\n`;

it("an import with a circle among its automations is refused as a whole", async () => {
  const text = `${SCENES}automations:\n${hop("there", "one", "two")}${hop("back", "two", "one")}`;
  expect(await thrownErrorText(() => bring(text))).toContain('automations[0].triggers "there → back → there"');
  expect([ids(), bench.planner.scenes.list()]).toEqual([[], []]);
});

it("an import may reverse automations, although half of it would close a circle", async () => {
  await bring(`${SCENES}automations:\n${hop("a", "one", "two")}`);
  await bring(
    `${SCENES}automations:\n${hop("b", "two", "one")}${hop("a", "two", "two").replace("actions: [{type: scene, scene: two}]", "actions: [{type: notify, message: hi}]")}`,
  );
  expect(ids().sort()).toEqual(["a", "b"]);
});

it("an import that would prune a scene of its own automations is refused before any change", async () => {
  await bring(SCENES);
  const user =
    "automations:\n  - {id: user, name: User, triggers: [{type: startup}], actions: [{type: scene, scene: one}]}\n";
  expect(await thrownErrorText(() => bring(user, true))).toContain('automations[0].actions[0].scene: "one"');
  expect([ids(), bench.planner.scenes.list().length]).toEqual([[], 2]);
  await bring(user);
  expect(ids()).toEqual(["user"]);
});

it("an exported automation can be imported again after its only moment has passed", async () => {
  await bench.planner.automations.save(
    {
      name: "once",
      triggers: [{ type: "once", in: "40m" }],
      actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
    },
    { origin },
  );
  await bench.advance("1h");
  expect(await bring(await bench.planner.files.export("yaml"))).toMatchObject([{ id: "once", change: "same" }]);
  const saved = bench.planner.automations.get("once")?.definition;
  expect(bench.planner.automations.preview(saved, 3)).toEqual([]);
  expect((await bench.planner.automations.dryRun(saved)).status).toBe("done");
  // A new one for that moment is a mistake all the same.
  expect(bench.planner.automations.check({ ...saved, id: "other" }).problems).toMatchObject([
    { field: "triggers[0].at", message: message("schedule.passed") },
  ]);
});

it("problems of a file are told in both languages", async () => {
  const refused: unknown = await bring("automations: [{id: x, name: X, triggers: [], actions: []}]").catch((e) => e);
  expect(refused).toMatchObject({ code: "invalid-definition" });
  const zh = refused instanceof JiaError ? errorText(refused, "zh") : "";
  expect(zh).toMatch(/^文件“home.yaml”无法保存：\n {2}- automations\[0\]\.triggers/);
  expect(zh).not.toMatch(/See docs|cannot|too/i);
});

it("importing a file without ids twice makes no duplicates", async () => {
  const text =
    "automations:\n  - {name: Evening light, triggers: [{type: startup}], actions: [{type: set, target: lamp, set: {light.on: true}}]}\n";
  expect(await bring(text)).toMatchObject([{ id: "evening-light", change: "add" }]);
  expect(await bring(text)).toMatchObject([{ id: "evening-light", change: "same" }]);
});

it("an import tells what wants a yes, and takes a yes for saved definitions too", async () => {
  const text = "scenes:\n  - {id: out, name: Out, steps: [{target: door, set: {lock.locked: false}}]}\n";
  expect(await bring(text)).toMatchObject([{ change: "add", proposal: { kind: "save-scene" } }]);
  expect(await bench.planner.files.diff(text, "home.yaml")).toMatchObject([
    { change: "same", proposal: { kind: "save-scene" } },
  ]);
  const yes = await bench.planner.files.import(text, "home.yaml", { origin, approved: true });
  expect(yes).toMatchObject([{ change: "same", proposal: null }]);
  expect(bench.planner.scenes.get("out")?.approved).toBe(true);
  expect(await bring(text)).toMatchObject([{ change: "same", proposal: null }]);
  expect(bench.planner.scenes.get("out")?.approved).toBe(true);
});

it("an import whose last definition the database refuses changes nothing", async () => {
  await bring(`${SCENES}automations:\n${hop("kept", "one", "two")}`);
  await sql`create trigger refuse before insert on automations when new.id = 'late' begin select raise(abort, 'full'); end`.execute(
    bench.store.database.db,
  );
  const before = await bench.planner.files.export("json");
  const text = `${SCENES.replace("name: One", "name: Uno")}automations:\n${hop("early", "one", "two")}${hop("late", "one", "two")}`;
  await expect(bring(text, true)).rejects.toThrow("full");
  expect(await bench.planner.files.export("json")).toBe(before);
  await bench.restart();
  expect(await bench.planner.files.export("json")).toBe(before);
});
