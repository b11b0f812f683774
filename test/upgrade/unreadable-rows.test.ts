import { sql } from "kysely";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { openDatabase, openStore } from "../../src/store/index.ts";
import { Postgres } from "../support/postgres.ts";
import { strictModelServer } from "../support/strict-model-server.ts";
import { copyOf, expectedOf, FIXTURES } from "../support/upgrade/fixtures.ts";
import { BACK } from "../support/upgrade/go-on.ts";
import { Household } from "../support/upgrade/household.ts";

const server = strictModelServer();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(() => postgres?.stop());

const newest = FIXTURES.at(-1) ?? "";

/** Rows that are broken by hand, and with what; the first by id. */
const BROKEN = [
  ["automations", "definition", "{oops"],
  ["scenes", "definition", "{}"],
  ["timers", "commands", "[oops"],
  ["runs", "steps", "oops"],
  ["audit", "outcomes", "{"],
] as const;

it.each(["sqlite", "postgres"] as const)(
  "one row that cannot be read in each table keeps nothing else from starting, in %s",
  async (kind) => {
    const { location, homeFile, remove } = await copyOf(newest, kind, postgres);
    onTestFinished(remove);
    const database = await openDatabase(location);
    for (const [table, column, text] of BROKEN) {
      const [name, field] = [sql.id(table), sql.id(column)];
      const { rows } = await sql`select min(id) as id from ${name}`.execute(database.db);
      const [first] = rows as { id: string | number }[];
      await sql`update ${name} set ${field} = ${text} where id = ${first?.id}`.execute(database.db);
    }
    await database.close();

    server.play();
    const house = await Household.open({ location, homeFile, at: BACK, server });
    onTestFinished(() => house.stop());
    const { held } = expectedOf(newest);
    expect(house.planner.automations.list()).toHaveLength(held.automations.length - 1);
    expect(house.planner.scenes.list()).toHaveLength(held.scenes.length - 1);
    // Timers that came due meanwhile have run.
    expect(house.planner.timers.list().length).toBeGreaterThan(0);
    expect(await house.store.runs.list({ limit: 10_000 })).toHaveLength((await count(house, "runs")) - 1);
    expect(await house.store.audit.list({ limit: 10_000 })).toHaveLength((await count(house, "audit")) - 1);
    const told = house.errors.map(String);
    for (const what of ["automation", "scene", "timer", "run", "audit entry"]) {
      expect(told.filter((text) => text.startsWith(`Jia cannot read the ${what} "`)).length, what).toBeGreaterThan(0);
    }
    // What cannot be read is left as it stands.
    const after = await openStore(location, { now: () => BACK });
    onTestFinished(() => after.close());
    const { rows } = await sql`select definition from automations where definition = '{oops'`.execute(
      after.database.db,
    );
    expect(rows).toHaveLength(1);
  },
);

/** How many rows a table has. */
async function count({ store }: Household, table: "runs" | "audit"): Promise<number> {
  const { rows } = await sql`select count(*) as n from ${sql.id(table)}`.execute(store.database.db);
  return Number((rows as { n: number | string }[])[0]?.n);
}
