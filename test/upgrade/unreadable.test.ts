import { sql } from "kysely";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../src/store/index.ts";
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

it.each(["sqlite", "postgres"] as const)(
  "a conversation that cannot be read begins anew and is told of, the others go on, in %s",
  async (kind) => {
    const { location, homeFile, remove } = await copyOf(newest, kind, postgres);
    onTestFinished(remove);
    const [broken, whole] = expectedOf(newest).talks.filter(({ before }) => before.every(({ model }) => !model));
    if (!broken || !whole) expect.fail("the fixture has too few conversations");
    const database = await openDatabase(location);
    await sql`update conversations set data = '{oops' where id = ${broken.id}`.execute(database.db);
    await database.close();

    server.play();
    const house = await Household.open({ location, homeFile, at: BACK, server });
    onTestFinished(() => house.stop());
    const ask = async (text: string, conversation: string) => {
      await house.assistant.ask({ text, conversation, room: "living" });
      return (await house.store.conversations.load(conversation))?.exchanges.map((exchange) => exchange.text);
    };
    expect(await ask("turn on the floor lamp", broken.id)).toEqual(["turn on the floor lamp"]);
    expect(house.home.device("living-floor-lamp")?.state.get("light.on")?.value).toBe(true);
    expect(house.errors).toHaveLength(1);
    expect(await ask("turn off the floor lamp", whole.id)).toEqual([
      ...whole.before.map(({ text }) => text),
      "turn off the floor lamp",
    ]);
    expect(house.errors).toHaveLength(1);
  },
);
