import { dirname } from "node:path";
import { Kysely, sql } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { JiaError } from "../home/index.ts";
import { makeFolder } from "../make-folder.ts";
import { Database } from "./database.ts";
import { FileIdentity } from "./file-identity.ts";
import { writeAheadLog } from "./log-file.ts";
import { migrationsFor } from "./migrations/index.ts";
import { postgresDialect } from "./postgres.ts";
import type { Tables } from "./schema.ts";
import { openSqlite, sqliteDialect } from "./sqlite.ts";
import { retryWhileLocked } from "./sqlite-driver.ts";
import { StoreState } from "./store-state.ts";
import { postgresTrouble, sqliteTrouble } from "./trouble.ts";

/** Where the store is: a file, `:memory:`, or a PostgreSQL server. */
export type StoreLocation = { readonly path: string } | { readonly url: string };

/** How long a start waits for a lock of another process, in milliseconds. */
const START_PATIENCE_MS = 5_000;

/**
 * Opens the database and brings it to the newest version; `target` stops at an earlier one, for tests.
 * @throws JiaError `store-unavailable`, `store-newer` when a newer version wrote it
 */
export async function openDatabase(location: StoreLocation, target?: string): Promise<Database> {
  const database = await connect(location);
  try {
    await refuseNewer(database, location);
    await migrate(database, target);
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error instanceof JiaError ? error : unavailable(location, error);
  }
  return database;
}

/**
 * Opens the database without migrating it, to examine it.
 * @throws JiaError `store-unavailable`, `store-newer`
 */
export async function openWithoutMigrating(location: StoreLocation): Promise<Database> {
  const database = await connect(location);
  try {
    await refuseNewer(database, location);
    return database;
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error instanceof JiaError ? error : unavailable(location, error);
  }
}

async function connect(location: StoreLocation): Promise<Database> {
  const where = placeOf(location);
  if ("url" in location) {
    const state = new StoreState((error) => postgresTrouble(error, where));
    return new Database(new Kysely<Tables>({ dialect: await postgresDialect(location.url, state) }), state, null);
  }
  const { path } = location;
  const state = new StoreState((error) => sqliteTrouble(error, path));
  try {
    // It contains what people said and did: other users of the machine must not read it.
    if (path !== ":memory:") makeFolder(dirname(path), 0o700);
    const sqlite = await retryWhileLocked(() => {
      try {
        return openSqlite(path);
      } catch (error) {
        throw state.translated(error);
      }
    }, START_PATIENCE_MS);
    const db = new Kysely<Tables>({ dialect: sqliteDialect(sqlite, state) });
    const log = path === ":memory:" ? null : writeAheadLog(path);
    return new Database(db, state, { sqlite, path, place: new FileIdentity(path), log });
  } catch (error) {
    throw error instanceof JiaError ? error : unavailable(location, error);
  }
}

/** Refuses a database of a newer version, before anything is written. @throws JiaError `store-newer` */
async function refuseNewer({ db, kind }: Database, location: StoreLocation): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  const known = Object.keys(migrationsFor(kind));
  const found = rows.find(({ name }) => !known.includes(name));
  if (!found) return;
  throw new JiaError("store-newer", { where: placeOf(location), found: found.name, known: known.at(-1) ?? "" });
}

async function migrate(database: Database, target: string | undefined): Promise<void> {
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => Promise.resolve(migrationsFor(database.kind)) },
    // Versions that were developed side by side may add migrations in any order; they are independent.
    allowUnorderedMigrations: true,
  });
  const { error } = target === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(target);
  if (error) throw error;
}

function unavailable(location: StoreLocation, error: unknown): JiaError {
  const detail = error instanceof Error ? error.message : String(error);
  return new JiaError("store-unavailable", { where: placeOf(location), detail }, error);
}

/** The place for messages. A URL may contain a password, so only the host is shown. */
function placeOf(location: StoreLocation): string {
  return "url" in location ? `PostgreSQL at ${hostOf(location.url)}` : location.path;
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return "DATABASE_URL";
  }
}
