import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { JiaError } from "../home/index.ts";
import { migrationsFor } from "./migrations/index.ts";
import type { Tables } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";

/** Where everything that must survive is: a file, `:memory:`, or a PostgreSQL server. */
export type StoreLocation = { readonly path: string } | { readonly url: string };
export type StoreKind = "sqlite" | "postgres";

/** PostgreSQL's type number of bigint: times and counts, all below 2⁵³. */
const PG_BIGINT = 20;
/** How long to wait for a connection to PostgreSQL, in milliseconds. */
const PG_CONNECT_MS = 10_000;
/** How long to wait for an answer of it: a broken network must not keep a reply waiting for ever. Milliseconds. */
const PG_QUERY_MS = 60_000;

/** An open database with every migration applied. The repositories of this room work on it. */
export class Database {
  readonly kind: StoreKind;
  readonly db: Kysely<Tables>;
  readonly #sqlite: DatabaseSync | null;
  /** Statements of `write`, keyed by their text. */
  readonly #statements = new Map<string, StatementSync>();

  constructor(kind: StoreKind, db: Kysely<Tables>, sqlite: DatabaseSync | null) {
    this.kind = kind;
    this.db = db;
    this.#sqlite = sqlite;
  }

  /** One transaction. It survives the process being killed the moment it resolves. */
  transaction<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    return this.db.transaction().execute(work);
  }

  /**
   * One transaction that also survives a power cut: for what people made (scenes, automations, timers, settings). The
   * others save the wait for the disk, and are on it at the latest with the next of these.
   */
  async durably<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    const sqlite = this.#sqlite;
    if (!sqlite) return await this.transaction(work);
    return await this.db.connection().execute(async (connection) => {
      sqlite.exec("PRAGMA synchronous = FULL");
      try {
        return await connection.transaction().execute(work);
      } finally {
        sqlite.exec("PRAGMA synchronous = NORMAL");
      }
    });
  }

  /**
   * One statement whose text was compiled before, committed when it resolves: for what stands on the path of every
   * command. Gives what it returns. SQLite takes it at once unless a transaction is open, which it must not become part of.
   */
  async write<Row>(sql: string, parameters: readonly (string | number | null)[]): Promise<Row[]> {
    const sqlite = this.#sqlite;
    if (!sqlite || sqlite.isTransaction) {
      return (await this.db.executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]))).rows;
    }
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = sqlite.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement.all(...parameters) as Row[];
  }

  /** Whether the database answers, for health checks. */
  async ping(): Promise<void> {
    await sql`select 1`.execute(this.db);
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}

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

async function connect(location: StoreLocation): Promise<Database> {
  if ("url" in location) {
    // Loaded when it is wanted: most homes keep a file, and start sooner without it.
    const { default: pg } = await import("pg");
    const types = {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === PG_BIGINT ? Number : pg.types.getTypeParser(oid, format as "text"),
    };
    const pool = new pg.Pool({
      connectionString: location.url,
      types,
      max: 8,
      connectionTimeoutMillis: PG_CONNECT_MS,
      query_timeout: PG_QUERY_MS,
      keepAlive: true,
    });
    // A server that goes away ends idle connections; the next query reports it, so this must not end the process.
    pool.on("error", () => undefined);
    return new Database("postgres", new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), null);
  }
  try {
    // What people said and did is in there: nobody else on the machine is to read it.
    if (location.path !== ":memory:") mkdirSync(dirname(location.path), { recursive: true, mode: 0o700 });
    const { dialect, database } = sqliteDialect(location.path);
    return new Database("sqlite", new Kysely<Tables>({ dialect }), database);
  } catch (error) {
    throw unavailable(location, error);
  }
}

/** Before anything is written: a version that does not know all of it would lose what it does not know. */
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
  });
  const { error } = target === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(target);
  if (error) throw error;
}

function unavailable(location: StoreLocation, error: unknown): JiaError {
  const detail = error instanceof Error ? error.message : String(error);
  return new JiaError("store-unavailable", { where: placeOf(location), detail }, error);
}

/** The address may hold a password: only the host is told. */
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
