import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { textOf } from "../../src/language/index.ts";
import { claimStore, examineStore, openStore, type Store } from "../../src/store/index.ts";
import { draft, person } from "../support/drafts.ts";
import { described } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jia-forms-"));
  path = join(folder, "jia.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What nobody wrote: a moment that there is none, a text for a number, another form. Table, column, value as SQL. */
const BROKEN = [
  ["timers", "due_at", "9e300"],
  ["timers", "due_at", "'soon'"],
  ["timers", "duration_ms", "-1"],
  ["timers", "created_at", "-9e300"],
  ["timers", "commands", "'{}'"],
  ["timers", "commands", '\'[{"kind":"set"}]\''],
  ["timers", "origin", "'null'"],
  ["timers", "origin", '\'{"kind":"ghost"}\''],
  ["automations", "created_at", "9e300"],
  ["automations", "updated_at", "'x'"],
  ["scenes", "updated_at", "9e300"],
  ["audit", "at", "9e300"],
  ["audit", "ms", "'long'"],
  ["audit", "command", "'[]'"],
  ["audit", "outcomes", "'[{}]'"],
  ["audit", "origin_json", "'[]'"],
  ["runs", "started_at", "9e300"],
  ["runs", "finished_at", "'x'"],
  ["runs", "status", "'gone'"],
  ["runs", "cause", '\'{"detail":""}\''],
  ["runs", "steps", '\'[{"detail":"","outcomes":[]}]\''],
  ["cursors", "settled_to", "-9e300"],
] as const;

/** A store with a row of each kind, closed. */
async function filled(): Promise<void> {
  const bench = new PlannerBench([described("lamp")], "2026-11-24T12:00:00Z", {}, { path });
  onTestFinished(() => bench.close());
  await bench.start({}, { lamp: { "light.on": false } });
  const { automations, scenes, timers } = bench.planner;
  const step = { target: "lamp", set: { "light.on": true } };
  await automations.save(draft({ triggers: [{ type: "time", at: "07:00" }] }), person);
  await scenes.save({ name: "dim", steps: [step] }, person);
  const properties = [{ address: "light.on", value: true }];
  const commands = [{ kind: "set", device: "test:lamp", properties }] as const;
  await timers.start({ durationMs: 60_000, commands, origin: { kind: "person" } });
  await automations.run("test", person);
  await bench.settled();
  await bench.planner.stop();
  await bench.store.close();
}

function execute(statement: string): void {
  const database = new DatabaseSync(path);
  database.exec(statement);
  database.close();
}

const looks = (store: Store) => ({
  timers: () => store.timers.all(),
  automations: () => store.automations.all(),
  scenes: () => store.scenes.all(),
  audit: () => store.audit.list(),
  runs: () => store.runs.list({}),
  cursors: () => store.automations.cursors(),
});

it.each(BROKEN)(
  "a row of %s whose %s is %s is set aside, reported and found by the doctor",
  async (table, column, value) => {
    await filled();
    execute(`UPDATE ${table} SET ${column} = ${value}`);
    const told: string[] = [];
    const store = await openStore({ path }, undefined, (what) => told.push(textOf(what, "en")));
    onTestFinished(() => store.close());
    expect(await looks(store)[table]()).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/^Jia cannot read the [a-z ]+ ".+" and works without it \(/)]);
    expect((await examineStore({ path }))?.leftOut).toHaveLength(1);
  },
);

it("reads all rows of a sound store: it has a row of each kind", async () => {
  await filled();
  const store = await openStore({ path });
  onTestFinished(() => store.close());
  for (const look of Object.values(looks(store))) expect(await look()).toHaveLength(1);
  expect(store.setAside.rows).toEqual([]);
});

it("reports an unreadable owner, and keeps it until the store is taken over", async () => {
  const told: string[] = [];
  const store = await openStore({ path }, undefined, (what) => told.push(textOf(what, "en")));
  onTestFinished(() => store.close());
  const claim = (takeOver: boolean) =>
    claimStore(store.settings, { name: "Flat", source: "flat" }, { where: path, takeOver, at: 1 });
  await claim(false);
  execute("UPDATE settings SET value = '{oops' WHERE key = 'owner'");
  await claim(false);
  expect(told).toEqual(['Jia cannot read the setting "owner" and works without it (its value has another form)']);
  expect((await examineStore({ path }))?.leftOut).toMatchObject([{ kind: "setting", id: "owner" }]);
  await claim(true);
  expect((await examineStore({ path }))?.leftOut).toEqual([]);
});
