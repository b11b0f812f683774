import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { newConversation } from "../../src/assistant/conversations.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { textOf } from "../../src/language/index.ts";
import { DataFolder, examineStore, openStore } from "../../src/store/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { ownerFetch } from "../support/owner.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jia-set-aside-"));
  path = join(folder, "jia.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const times = { approved: true, createdAt: 1, updatedAt: 2 };
const scene = (id: string) => ({ definition: { id, name: id, steps: [] }, ...times });

/** Breaks rows by hand. */
function breakRows(statement: string): void {
  const database = new DatabaseSync(path);
  database.exec(statement);
  database.close();
}

it("sets an unreadable conversation aside, and begins a new one under its id", async () => {
  const told: string[] = [];
  const store = await openStore({ path }, undefined, (what) => told.push(textOf(what, "en")));
  onTestFinished(() => store.close());
  await store.conversations.save(newConversation("kitchen", "en"));
  breakRows("UPDATE conversations SET data = '{\"id\":5}'");
  expect(await store.conversations.load("kitchen")).toBeNull();
  expect(told).toEqual([expect.stringMatching(/^Jia cannot read the conversation "kitchen" and works without it \(/)]);
  await store.conversations.save(newConversation("kitchen", "zh"));
  expect((await store.conversations.load("kitchen"))?.language).toBe("zh");
  const rows = await store.database.db.selectFrom("conversations").select(["id", "data"]).orderBy("id").execute();
  expect(rows.map(({ data }) => JSON.parse(data).id)).toEqual(["kitchen", 5]);
});

it("shows no run for an unreadable row, and reports each row once", async () => {
  const told: string[] = [];
  const store = await openStore({ path }, undefined, (what) => told.push(textOf(what, "en")));
  onTestFinished(() => store.close());
  await store.scenes.save(scene("good"));
  await store.scenes.save(scene("bad"));
  breakRows("UPDATE scenes SET definition = '{oops' WHERE id = 'bad'");
  breakRows(
    `INSERT INTO runs (id, kind, definition, name, status, reason, cause, origin, started_at, conditions, steps)
     VALUES ('r', 'scene', 'good', 'good', 'done', '""', 'oops', '{}', 1, '[]', '[]')`,
  );
  for (let look = 0; look < 3; look += 1) {
    expect((await store.scenes.all()).map(({ definition }) => definition.id)).toEqual(["good"]);
    expect(await store.runs.get("r")).toBeUndefined();
  }
  expect(told.map((text) => text.split(" and works")[0])).toEqual([
    `Jia cannot read the scene "bad"`,
    `Jia cannot read the run "r"`,
  ]);
});

const ReadyBody = z.object({
  ready: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ready: z.boolean(), hint: z.string().optional() })),
});

it("an unreadable row is named in /ready, which stays ready, and by the doctor", async () => {
  const before = await openStore({ path });
  await before.scenes.save(scene("good"));
  await before.scenes.save(scene("bad"));
  await before.close();
  breakRows("UPDATE scenes SET definition = '{oops' WHERE id = 'bad'");

  const app = await runningApp({ JIA_DATA: folder }, { memory: false });
  onTestFinished(() => app.stop());
  for (const [language, words] of [
    ["en", 'Jia cannot read the scene "bad" and works without it'],
    ["zh", "场景“bad”无法读取，已略过"],
  ] as const) {
    const answer = await ownerFetch(`${app.url}/ready`, { headers: { "accept-language": language } });
    expect(answer.status).toBe(200);
    const { checks } = ReadyBody.parse(await answer.json());
    expect(checks.find(({ name }) => name === "store")).toEqual({
      name: "store",
      ready: true,
      hint: expect.stringContaining(words),
    });
  }
  const mqtt = app.bridge.links[0]?.url ?? "";
  const doctor = (...more: string[]) =>
    run(COMMANDS, ["doctor", "--mqtt", mqtt, "--seconds", "0.2", ...more], { env: { JIA_DATA: folder } });
  const told = await doctor();
  expect([told.code, told.out]).toEqual([1, expect.stringContaining('Jia cannot read the scene "bad"')]);
  expect(JSON.parse((await doctor("--json")).out).store).toMatchObject({
    where: path,
    problem: null,
    leftOut: [{ kind: "scene", id: "bad" }],
  });
}, 30_000);

it("the doctor finds a sound store in order, and advises on one that is locked, gone or damaged", async () => {
  expect(await examineStore({ path })).toBeNull();
  const store = await openStore({ path });
  await store.scenes.save(scene("good"));
  expect(await examineStore({ path })).toEqual({ problem: null, leftOut: [] });
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  expect(await examineStore({ path })).toMatchObject({ problem: { code: "store-locked", details: { where: path } } });
  other.close();

  const held = DataFolder.take(folder);
  renameSync(path, `${path}.away`);
  expect(await examineStore({ path })).toMatchObject({ problem: { code: "store-moved", details: { where: path } } });
  renameSync(`${path}.away`, path);
  held.release();
  await store.close();
  expect(await examineStore({ path: join(process.cwd(), "package.json") })).toMatchObject({
    problem: { code: "store-damaged" },
  });
});
