import { setTimeout as wait } from "node:timers/promises";
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, SqliteDatabase } from "kysely";
import { JiaError } from "../home/index.ts";
import type { StoreState } from "./store-state.ts";

/** Pauses between tries, short at first, because most locks last a moment. Milliseconds. */
const PAUSES = [1, 2, 5, 10, 20];
const LONG_PAUSE_MS = 25;

/** Statements that say nothing about whether the store can be written. */
const READING = /^\s*(select|pragma)\b/i;

/** Repeats `work` while the database is locked, at most `patience` milliseconds; the event loop goes on meanwhile. @throws JiaError `store-locked` */
export async function retryWhileLocked<Result>(
  work: () => Result | Promise<Result>,
  patience: number,
): Promise<Result> {
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
 * The kysely driver for one shared SQLite connection. A transaction has it alone; other statements run before and after. Waiting for
 * the lock of another process happens outside of SQLite, which would block the event loop, and leaves the connection to others:
 * reading goes on.
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

  /** Does not wait for another process: `Database.transaction` tries again. */
  async beginTransaction(connection: SqliteConnection): Promise<void> {
    while (this.#open) await this.#open.ended;
    // "immediate": a transaction that reads and then writes must not be overtaken by another process in between.
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
      // Some failures, such as a full disk, have ended the transaction already.
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

  /** Runs a statement outside of transactions. */
  alone<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const work = async () => {
      while (this.#open) await this.#open.ended;
      return this.run<Row>(sql, parameters);
    };
    const waited = retryWhileLocked(work, this.#state.patience);
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

/** A kysely connection; the SQLite connection behind it is shared. */
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
