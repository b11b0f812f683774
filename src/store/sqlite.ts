import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from "kysely";
import { keepNewest } from "../home/index.ts";
import { SqliteDriver } from "./sqlite-driver.ts";
import type { StoreState } from "./store-state.ts";

/** Pages of 4 KiB that the write-ahead log may hold before it is moved into the file. */
const CHECKPOINT_PAGES = 4_000;
/** Prepared statements that are kept; their texts are few, because values are bound. */
const MAX_STATEMENTS = 200;

/**
 * Opens the file. SQLite itself never waits for a lock, which would block the event loop. With the write-ahead log a commit
 * survives a kill of the process, and once the log is synced (see `durably`) also a power cut.
 */
export function openSqlite(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;");
    // A checkpoint waits for the disk: it should not happen while a thousand automations are due.
    database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Kysely over an open file.
 * @param state gets the results of writes
 */
export function sqliteDialect(database: DatabaseSync, state: StoreState): Dialect {
  const prepared = new PreparedDatabase(database);
  return {
    createDriver: () => new SqliteDriver(prepared, () => database.isTransaction, state),
    createAdapter: () => new SharedAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** Claims several connections, so that kysely does not queue statements: the driver does that itself. */
class SharedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Keeps prepared statements, least recently used out first. */
class PreparedDatabase implements SqliteDatabase {
  readonly #database: DatabaseSync;
  /** Keyed by SQL text. */
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    const statement = prepared(this.#database.prepare(sql));
    this.#statements.set(sql, statement);
    keepNewest(this.#statements, MAX_STATEMENTS);
    return statement;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}

function prepared(statement: StatementSync): SqliteStatement {
  // kysely hands over what the repositories bound: text, numbers and null.
  const bound = (parameters: readonly unknown[]): SQLInputValue[] => parameters.map(toInput);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bound(parameters)),
    run: (parameters) => statement.run(...bound(parameters)),
    iterate: (parameters) => statement.iterate(...bound(parameters)),
  };
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`A repository bound a ${typeof value}, which is not a column value.`);
}
