import { setTimeout as wait } from "node:timers/promises";
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, SqliteDatabase } from "kysely";
import { JiaError } from "../home/index.ts";
import type { StoreState } from "./store-state.ts";

/** How often it tries again: soon at first, because most locks last for a moment. Milliseconds. */
const PAUSES = [1, 2, 5, 10, 20];
const LONG_PAUSE_MS = 25;

/** Statements that say nothing about whether the store can be written. */
const READING = /^\s*(select|pragma)\b/i;

/** Calls `work` until the database is not locked any more; the event loop goes on meanwhile. @throws JiaError `store-locked` */
export async function whileLocked<Result>(work: () => Result | Promise<Result>, patience: number): Promise<Result> {
  const until = performance.now() + patience;
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const locked = error instanceof JiaError && error.code === "store-locked";
      if (!locked || performance.now() >= until) throw error;
      await wait(PAUSES[tries] ?? LONG_PAUSE_MS);
    }
  }
}

/**
 * kysely's way to one SQLite connection, which all that want it share: a transaction has it alone, statements without one
 * come in between. What waits for the lock of another process waits outside of SQLite, which would hold the event loop, and
 * leaves the connection to others: reading goes on.
 */
export class SqliteDriver implements Driver {
  readonly #database: SqliteDatabase;
  readonly #inTransaction: () => boolean;
  readonly #state: StoreState;
  /** Resolves when the open transaction has ended; null when none is open. */
  #open: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  constructor(database: SqliteDatabase, inTransaction: () => boolean, state: StoreState) {
    this.#database = database;
    this.#inTransaction = inTransaction;
    this.#state = state;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<SqliteConnection> {
    return Promise.resolve(new SqliteConnection(this));
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  /** Does not wait for another process: whoever opens the transaction tries again (`Database.transaction`). */
  async beginTransaction(connection: SqliteConnection): Promise<void> {
    while (this.#open) await this.#open.ended;
    // A transaction that reads and then writes must not lose its place to another process in between.
    this.run("begin immediate", []);
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    this.#open = { ended, end };
    connection.ownsTransaction = true;
  }

  commitTransaction(connection: SqliteConnection): Promise<void> {
    this.run("commit", []);
    this.#ended(connection);
    return Promise.resolve();
  }

  rollbackTransaction(connection: SqliteConnection): Promise<void> {
    try {
      // What failed may have ended it already: a full disk does.
      if (this.#inTransaction()) this.run("rollback", []);
    } finally {
      this.#ended(connection);
    }
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }

  /** A statement that is not part of a transaction. */
  alone<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const work = async () => {
      while (this.#open) await this.#open.ended;
      return this.run<Row>(sql, parameters);
    };
    const waited = whileLocked(work, this.#state.patience);
    return READING.test(sql) ? waited : this.#state.watch(waited);
  }

  run<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    try {
      const statement = this.#database.prepare(sql);
      if (statement.reader) return { rows: statement.all(parameters) as Row[] };
      const { changes, lastInsertRowid } = statement.run(parameters);
      return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
    } catch (error) {
      throw this.#state.translated(error);
    }
  }

  #ended(connection: SqliteConnection): void {
    connection.ownsTransaction = false;
    const open = this.#open;
    this.#open = null;
    open?.end();
  }
}

/** What kysely holds while it works; the connection itself is shared. */
class SqliteConnection implements DatabaseConnection {
  readonly #driver: SqliteDriver;
  ownsTransaction = false;

  constructor(driver: SqliteDriver) {
    this.#driver = driver;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.ownsTransaction) return this.#driver.alone(query);
    return Promise.resolve().then(() => this.#driver.run(query.sql, query.parameters));
  }

  /** Nothing here reads row by row. */
  streamQuery(): never {
    throw new TypeError("The store does not stream rows.");
  }
}
