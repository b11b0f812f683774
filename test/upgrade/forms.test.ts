import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Automation, AutomationAction, Condition, RUN_STATUSES, Scene, Trigger } from "../../src/automation/index.ts";
import { NOTED_STATUSES } from "../../src/home/index.ts";
import { openDatabase } from "../../src/store/index.ts";
import { migrationsFor } from "../../src/store/migrations/index.ts";
import { ModelServer } from "../support/model-server.ts";
import { Postgres } from "../support/postgres.ts";
import { expectedOf, FIXTURES, formsOf } from "../support/upgrade/fixtures.ts";
import { DEFINITIONS, jsonForms, tablesOf } from "../support/upgrade/forms.ts";
import { simulateEvenings } from "../support/upgrade/history.ts";

/** What a failing check says. */
const HINT = [
  "What is stored has another form than the newest upgrade fixture:",
  "write one with `npm run fixture:upgrade -- <date>` (test/fixtures/upgrades/README.md).",
].join(" ");

const newest = FIXTURES.at(-1) ?? "";
const forms = formsOf(newest);
const held = JSON.stringify(expectedOf(newest).held);
const folder = mkdtempSync(join(tmpdir(), "jia-forms-"));
let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the newest fixture was written by a version that stores as this one does", () => {
  it("has every migration", () => {
    expect(forms.migration, HINT).toBe(Object.keys(migrationsFor("sqlite")).at(-1));
  });

  it.each(["sqlite", "postgres"] as const)("has the tables and columns of %s", async (kind) => {
    const location = kind === "sqlite" ? { path: join(folder, "empty.db") } : { url: await postgres.database() };
    const database = await openDatabase(location);
    const tables = await tablesOf(database);
    await database.close();
    expect(tables, HINT).toEqual(forms.tables[kind]);
  });

  it("has the schemas of scenes and automations", () => {
    expect(DEFINITIONS, HINT).toEqual(forms.definitions);
  });

  it("has every field of what stands in the tables as JSON", async () => {
    const server = new ModelServer();
    await server.start();
    const location = { path: join(folder, "history.db") };
    const house = await simulateEvenings({ location, homeFile: "devices/homes/flat.json", at: 0, server });
    const json = await jsonForms(house.store.database);
    await house.kill();
    await server.stop();
    expect(house.errors).toEqual([]);
    expect(json, HINT).toEqual(forms.json);
  });
});

describe("the newest fixture holds one of each", () => {
  const kinds: [string, readonly string[]][] = [
    ["trigger", typesOf(Trigger)],
    ["condition", typesOf(Condition)],
    ["action", typesOf(AutomationAction)],
  ];
  it.each(kinds)("%s", (_, types) => {
    expect(types.length).toBeGreaterThan(5);
    for (const type of types) expect(held.includes(`"type":"${type}"`), `${type}: ${HINT}`).toBe(true);
  });

  it("outcome, and end of a run", () => {
    for (const status of [...NOTED_STATUSES, ...RUN_STATUSES]) {
      expect(held.includes(`"status":"${status}"`), `${status}: ${HINT}`).toBe(true);
    }
  });

  it("field of an automation and of a scene", () => {
    for (const field of [...Object.keys(Automation.shape), ...Object.keys(Scene.shape)]) {
      expect(held.includes(`"${field}":`), `${field}: ${HINT}`).toBe(true);
    }
  });
});

/** The values of `type` that a union is told apart by. */
function typesOf(union: z.ZodType): string[] {
  const types: string[] = [];
  const text = JSON.stringify(z.toJSONSchema(union, { io: "input" }));
  for (const [, type] of text.matchAll(/"type":\{"type":"string","const":"([\w-]+)"\}/g)) types.push(type ?? "");
  return [...new Set(types)];
}
