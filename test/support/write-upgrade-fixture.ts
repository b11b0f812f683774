/**
 * `npm run fixture:upgrade -- <name>`: writes test/fixtures/upgrades/<name> with the version that this is.
 * test/fixtures/upgrades/README.md says when. Each database is filled by a process of its own, which calls this file with
 * `--fill`, so that both are given the same ids.
 */
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isDeepStrictEqual, promisify } from "node:util";
import type { StoreLocation } from "../../src/store/index.ts";
import type { Expected, StoredContents } from "./upgrade/expected.ts";
import type { Forms, Tables } from "./upgrade/forms.ts";

const FOLDER = "test/fixtures/upgrades";
const HOME = "devices/homes/flat.json";

/** What the filling process hands back. */
interface Filled {
  readonly held: StoredContents;
  readonly state: Readonly<Record<string, unknown>>;
  readonly tables: Tables;
  readonly json: Forms["json"];
  readonly migration: string;
}

const [command = "", ...rest] = process.argv.slice(2);
if (command === "--fill") await fill(JSON.parse(rest[0] ?? ""), rest[1] ?? "");
else if (/^[\w.-]+$/.test(command)) await write(join(FOLDER, command));
else throw new Error("give the name of the new fixture: the date, such as 2026-11-28, or a version");

/** Lives through the history in this store and writes what came of it as JSON to `result`. */
async function fill(location: StoreLocation, result: string): Promise<void> {
  makeRepeatable();
  // Imported when chance is gone: the ids of runs begin with some.
  const { simulateEvenings: liveThrough, FIRST_EVENING } = await import("./upgrade/history.ts");
  const { liveContents: inHand } = await import("./upgrade/expected.ts");
  const { jsonForms, newestMigration, tablesOf } = await import("./upgrade/forms.ts");
  const { ModelServer } = await import("./model-server.ts");
  const { sql } = await import("kysely");
  const server = new ModelServer();
  await server.start();
  try {
    const house = await liveThrough({ location, homeFile: HOME, at: FIRST_EVENING, server });
    const { database } = house.store;
    const at = new Date(FIRST_EVENING).toISOString();
    await sql`update kysely_migration set timestamp = ${at}`.execute(database.db);
    await sql`update leases set holder = ${JSON.stringify(["home-server", 4711, "1"])}`.execute(database.db);
    const filled: Filled = {
      held: await inHand(house),
      state: house.state(),
      tables: await tablesOf(database),
      json: await jsonForms(database),
      migration: await newestMigration(database),
    };
    await house.kill();
    if (house.errors.length > 0) throw new AggregateError(house.errors, "the history went wrong");
    writeFileSync(result, JSON.stringify(filled));
  } finally {
    await server.stop();
  }
  // The step that is cut off still waits for its answer.
  process.exit(0);
}

/** The machine's clock stands still and chance is a count, so that the same version writes the same fixture again. */
function makeRepeatable(): void {
  const start = Date.parse("2026-11-26T10:00:00Z");
  Date.now = () => start;
  let count = 0;
  crypto.randomUUID = () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  };
}

async function write(folder: string): Promise<void> {
  if (existsSync(folder)) throw new Error(`${folder} is there: a fixture is never written again, take another name`);
  const { Postgres } = await import("./postgres.ts");
  const work = mkdtempSync(join(tmpdir(), "jia-fixture-"));
  const postgres = await Postgres.start();
  try {
    const path = join(work, "jia.db");
    const url = await postgres.database();
    const [sqlite, pg] = [await filled({ path }, work), await filled({ url }, work)];
    if (!isDeepStrictEqual(sqlite.held, pg.held)) throw new Error("the two databases do not hold the same");
    compact(path);
    mkdirSync(folder, { recursive: true });
    copyFileSync(path, join(folder, "jia.db"));
    writeFileSync(join(folder, "postgres.sql"), await postgres.dump(url));
    await writeBeside(folder, path, sqlite, pg);
  } finally {
    await postgres.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

async function filled(location: StoreLocation, work: string): Promise<Filled> {
  const result = join(work, "result.json");
  await promisify(execFile)(process.execPath, [import.meta.filename, "--fill", JSON.stringify(location), result]);
  return JSON.parse(readFileSync(result, "utf8"));
}

/** One file without a log, as small as it gets. */
function compact(path: string): void {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; VACUUM");
  database.close();
}

/** What stands beside the databases: home, specs, forms, and what is expected of a later version. */
async function writeBeside(folder: string, path: string, sqlite: Filled, pg: Filled): Promise<void> {
  const { DEFINITIONS } = await import("./upgrade/forms.ts");
  const { continueAfterUpgrade: goOn } = await import("./upgrade/go-on.ts");
  const { TALKS } = await import("./upgrade/talks.ts");
  const { fillSpecs, SPECS } = await import("./upgrade/specs.ts");
  const { ModelServer } = await import("./model-server.ts");
  const json = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 1)}\n`);

  const home = JSON.parse(readFileSync(HOME, "utf8"));
  for (const device of home.devices) device.state = sqlite.state[device.id];
  json("home.json", home);
  await fillSpecs(join(folder, "specs"), { now: () => 0 });
  const server = new ModelServer();
  await server.start();
  const wentOn = await goOn({ location: { path }, homeFile: join(folder, "home.json"), server }, TALKS).finally(() =>
    server.stop(),
  );
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const expected: Expected = { version, held: sqlite.held, interrupted: 1, specs: SPECS, talks: TALKS, wentOn };
  json("expected.json", expected);
  const { migration, tables, json: paths } = sqlite;
  const forms: Forms = {
    migration,
    tables: { sqlite: tables, postgres: pg.tables },
    definitions: DEFINITIONS,
    json: paths,
  };
  json("forms.json", forms);
}
