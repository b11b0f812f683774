import type { DatabaseSync, StatementSync } from "node:sqlite";
import { CompiledQuery, type Kysely, sql, type Transaction } from "kysely";
import { cleanText, JiaError } from "../home/index.ts";
import type { FileIdentity } from "./file-identity.ts";
import type { LogFile, OpenLog } from "./log-file.ts";
import type { Tables } from "./schema.ts";
import { retryWhileLocked } from "./sqlite-driver.ts";
import type { StoreKind } from "./store-kind.ts";
import type { StoreState } from "./store-state.ts";

/** The file of a SQLite store. */
interface SqliteFile {
  readonly sqlite: DatabaseSync;
  /** `:memory:` for none. */
  readonly path: string;
  readonly place: FileIdentity;
  /** null in memory. */
  readonly log: LogFile | null;
}

/** A bound value. */
type Cell = string | number | null;

/** A precompiled statement with its bound values. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Cell[];
}

/** The setting that is written to test whether writes work. */
const PROBE = "probe";

/** An open database with every migration applied. The repositories of this room use it. */
export class Database {
  readonly db: Kysely<Tables>;
  readonly state: StoreState;
  readonly #file: SqliteFile | null;
  /** Prepared statements of `writeNow`, keyed by SQL text. */
  readonly #statements = new Map<string, StatementSync>();
  /** Why the last commit is not on the disk; null when it is. */
  #notOnDisk: JiaError | null = null;

  /** @param file null for PostgreSQL */
  constructor(db: Kysely<Tables>, state: StoreState, file: SqliteFile | null) {
    this.db = db;
    this.state = state;
    this.#file = file;
  }

  get kind(): StoreKind {
    return this.#file ? "sqlite" : "postgres";
  }

  /** The reason why saved data may be lost at a restart; null when there is none. */
  get trouble(): JiaError | null {
    return this.#file?.place.problem ?? this.#notOnDisk ?? this.state.trouble;
  }

  /** Runs one transaction. Once it resolves, it survives a kill of the process. @throws JiaError of the store's trouble */
  transaction<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    const once = (): Promise<Result> => this.db.transaction().execute(work);
    // Only its beginning can meet a lock, so a retry repeats nothing.
    return this.state.watch(this.#file ? retryWhileLocked(once, this.state.patience) : once());
  }

  /**
   * Runs one transaction that also survives a power cut: for what people made (scenes, automations, timers, settings). Other
   * transactions do not wait for the disk, and are on it with the next of these at the latest. It is refused when the file was
   * moved or replaced, or is read-only: the write would be lost.
   *
   * All reasons to refuse are checked before it begins, because a committed transaction cannot be refused any more. A disk that
   * fails after that refuses the next one.
   */
  async durably<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    const { place, log } = this.#file ?? {};
    const problem = place?.problem;
    if (problem) throw problem;
    if (!log) return await this.transaction(work);
    await using writing = await log.open().catch((error: unknown) => {
      throw this.state.failed(error);
    });
    if (this.#notOnDisk && !(await this.#putOnDisk(writing))) throw this.#notOnDisk;
    const result = await this.transaction(work);
    await this.#putOnDisk(writing);
    return result;
  }

  /**
   * Runs one precompiled statement, committed when it resolves: for writes on the path of every command.
   */
  async write(text: string, parameters: readonly Cell[]): Promise<void> {
    if (this.writeNow(text, parameters) !== null) return;
    await this.db.executeQuery(CompiledQuery.raw(text, [...parameters]));
  }

  /** Runs precompiled statements as one transaction, committed when it resolves: for writes on the path of every reply. */
  async writeAll(statements: readonly Statement[]): Promise<void> {
    if (this.#writeAllNow(statements)) return;
    await this.transaction(async (db) => {
      for (const { text, parameters } of statements) await db.executeQuery(CompiledQuery.raw(text, [...parameters]));
    });
  }

  /** @returns false when nothing was written because it would have to wait */
  #writeAllNow(statements: readonly Statement[]): boolean {
    const sqlite = this.#file?.sqlite;
    if (!sqlite || sqlite.isTransaction) return false;
    try {
      this.#prepared(sqlite, "BEGIN IMMEDIATE").run();
      for (const { text, parameters } of statements) this.#prepared(sqlite, text).run(...parameters);
      this.#prepared(sqlite, "COMMIT").run();
      this.state.worked();
      return true;
    } catch {
      // The caller tries again asynchronously, where errors are reported.
      if (sqlite.isTransaction) this.#prepared(sqlite, "ROLLBACK").run();
      return false;
    }
  }

  /**
   * Runs a statement synchronously, committed when it returns.
   * @returns the id of an inserted row; null when it was not written because it would have to wait: for PostgreSQL, for an open
   * transaction, or for the lock of another process. (In SQLite `RETURNING id` would take a third longer.)
   */
  writeNow(text: string, parameters: readonly Cell[]): number | null {
    const sqlite = this.#file?.sqlite;
    if (!sqlite || sqlite.isTransaction) return null;
    try {
      const { lastInsertRowid } = this.#prepared(sqlite, text).run(...parameters);
      this.state.worked();
      return Number(lastInsertRowid);
    } catch {
      // The caller tries again asynchronously, where errors are reported.
      return null;
    }
  }

  /** Checks whether the store answers and, after a failed write, whether it can be written again. @returns its trouble; null for none */
  async check(): Promise<JiaError | null> {
    try {
      if (this.state.trouble || this.#notOnDisk) await this.durably((db) => probe(db));
      else await sql`select 1`.execute(this.db);
    } catch (error) {
      this.state.failed(error);
    }
    return this.trouble;
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }

  /** Syncs the log. @returns whether all commits are on the disk */
  async #putOnDisk(log: OpenLog): Promise<boolean> {
    try {
      await log.putOnDisk();
      this.#notOnDisk = null;
    } catch (error) {
      const detail = cleanText(error instanceof Error ? error.message : String(error), 200);
      this.#notOnDisk = new JiaError("store-not-on-disk", { where: this.#file?.path ?? "", detail }, error);
    }
    return this.#notOnDisk === null;
  }

  #prepared(sqlite: DatabaseSync, text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = sqlite.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }
}

async function probe(db: Transaction<Tables>): Promise<void> {
  const row = { value: "0", updated_at: 0 };
  await db
    .insertInto("settings")
    .values({ key: PROBE, ...row })
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
}
