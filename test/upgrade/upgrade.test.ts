import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openStore, type Store } from "../../src/store/index.ts";
import { migrationsFor } from "../../src/store/migrations/index.ts";
import { Postgres } from "../support/postgres.ts";
import { strictModelServer } from "../support/strict-model-server.ts";
import { storedContents } from "../support/upgrade/expected.ts";
import { copyOf, expectedOf, FIXTURES, type FixtureCopy } from "../support/upgrade/fixtures.ts";
import { BACK, type ContinuedState, continueAfterUpgrade } from "../support/upgrade/go-on.ts";
import { openSpecs } from "../support/upgrade/specs.ts";

const server = strictModelServer();
const clock = { now: () => BACK };
let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(() => postgres?.stop());

const EACH = FIXTURES.flatMap((name) => (["sqlite", "postgres"] as const).map((kind) => [name, kind] as const));

describe.each(EACH)("what %s left in %s", (name, kind) => {
  const expected = expectedOf(name);
  const copy = async (): Promise<FixtureCopy> => {
    const made = await copyOf(name, kind, postgres);
    onTestFinished(() => made.remove());
    return made;
  };
  const opened = async (): Promise<Store> => {
    const { location } = await copy();
    const store = await openStore(location, clock);
    onTestFinished(() => store.close());
    return store;
  };

  it("is brought to the newest version, once", async () => {
    const { location } = await copy();
    for (const _ of ["first", "again"]) {
      const store = await openStore(location, clock);
      const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
        store.database.db,
      );
      await store.close();
      expect(rows.map((row) => row.name)).toEqual(Object.keys(migrationsFor(kind)));
    }
  });

  it("is found whole: definitions, timers, runs, conversations, the audit by every query, settings", async () => {
    const { queries } = expected.held;
    const found = await storedContents(
      await opened(),
      expected.talks,
      queries.map(({ filter }) => filter),
    );
    // A later version may know more of a thing, but has every thing and all that was known of it.
    for (const [what, things] of Object.entries(expected.held)) {
      expect(found[what as keyof typeof found], what).toMatchObject(things);
    }
  });

  it("tells of the commands that were under way, and gives the schedules of a process that is gone to this one", async () => {
    const store = await opened();
    expect(await store.audit.closeInterrupted()).toBe(expected.interrupted);
    expect(await store.audit.closeInterrupted()).toBe(0);
    expect(await store.lease.acquire(1_000)).toBe(true);
  });

  it("goes on: waits, timers, holds and conversations end as they would have, and nothing is done twice", async () => {
    const { location, homeFile } = await copy();
    const went = await continueAfterUpgrade({ location, homeFile, server }, expected.talks);
    expect(inAnyOrder(went)).toEqual(inAnyOrder(expected.wentOn));
  });

  it("has nothing left to go on with for a process after that", async () => {
    const { location, homeFile } = await copy();
    await continueAfterUpgrade({ location, homeFile, server }, expected.talks);
    const store = await openStore(location, clock);
    onTestFinished(() => store.close());
    expect(await store.runs.unfinished()).toEqual([]);
    const held = await storedContents(store, expected.talks);
    const before = expected.held.audit.length;
    expect(held.audit.length).toBeGreaterThan(before);
    expect(held.audit.slice(-before)).toMatchObject(expected.held.audit);
  });

  it("knows the specs of the user's folder", async () => {
    const { folder } = await copy();
    const specs = openSpecs(join(folder, "specs"), clock);
    for (const [model, urn] of Object.entries(expected.specs)) expect(specs.byModel(model)?.urn, model).toBe(urn);
  });
});

/** What different runs do at one moment has no order; what one of them does with one device has. */
function inAnyOrder({ done, told, ...rest }: ContinuedState) {
  const groups = Map.groupBy(done, ({ device, by }) => `${device} ${by}`);
  return { ...rest, told: told.toSorted(), done: Object.fromEntries(groups) };
}
