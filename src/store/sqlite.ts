import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { type Dialect, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";

/** How long a write waits for another process's lock, in milliseconds. */
const BUSY_MS = 5_000;
/** Pages of 4 KiB that the write-ahead log may hold before it is moved into the file. */
const CHECKPOINT_PAGES = 4_000;
/** Prepared statements that are kept; their texts are few, because values are bound. */
const MAX_STATEMENTS = 200;

/**
 * Kysely over the SQLite that is part of Node. Write-ahead log: a commit survives the process being killed; with
 * `synchronous = FULL` (see `durably`) also the power going out.
 */
export function sqliteDialect(path: string): { readonly dialect: Dialect; readonly database: DatabaseSync } {
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;");
  // Moving the log into the file waits for the disk: not in the middle of a thousand automations that are due.
  database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  return { dialect: new SqliteDialect({ database: new PreparedDatabase(database) }), database };
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
    // A transaction that reads and then writes must not lose its place to another process in between.
    const statement = prepared(this.#database.prepare(sql === "begin" ? "begin immediate" : sql));
    this.#statements.set(sql, statement);
    for (const oldest of this.#statements.keys()) {
      if (this.#statements.size <= MAX_STATEMENTS) break;
      this.#statements.delete(oldest);
    }
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
