import { sql } from "kysely";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { JiaError } from "../../src/home/index.ts";
import { errorText } from "../../src/language/index.ts";
import { openDatabase } from "../../src/store/index.ts";
import { Postgres } from "../support/postgres.ts";
import { copyOf, FIXTURES } from "../support/upgrade/fixtures.ts";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(() => postgres?.stop());

it.each(["sqlite", "postgres"] as const)(
  "data that a newer version wrote is refused in %s, with what to do, and left as it is",
  async (kind) => {
    const { location, remove } = await copyOf(FIXTURES.at(-1) ?? "", kind, postgres);
    onTestFinished(remove);
    const newer = await openDatabase(location);
    const row = sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2099-01-01')`;
    await row.execute(newer.db);
    await newer.close();
    const refused: unknown = await openDatabase(location).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "store-newer" });
    expect(refused instanceof JiaError && errorText(refused, "en")).toMatch(
      /newer version.*9999-from-the-future.*Start the newer version/,
    );
    expect(refused instanceof JiaError && errorText(refused, "zh")).toMatch(/9999-from-the-future.*备份/);

    // It is refused as often as it is asked for: nothing was taken back or written.
    await expect(openDatabase(location)).rejects.toMatchObject({ code: "store-newer" });
  },
);
