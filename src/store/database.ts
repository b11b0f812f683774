import type { DatabaseSync, StatementSync } from "node:sqlite";
import { CompiledQuery, type Kysely, sql, type Transaction } from "kysely";
import { cleanText, JiaError } from "../home/index.ts";
import type { FilePlace } from "./file-place.ts";
import type { LogFile, OpenLog } from "./log-file.ts";
import type { Tables } from "./schema.ts";
import { whileLocked } from "./sqlite-driver.ts";
import type { StoreKind } from "./store-kind.ts";
import type { StoreState } from "./store-state.ts";

/** The file of a SQLite store. */
interface SqliteFile {
  readonly sqlite: DatabaseSync;
  /** `:memory:` for none. */
  readonly path: string;
  readonly place: FilePlace;
  /** null in memory. */
  readonly log: LogFile | null;
}

/** What is bound to a statement. */
type Cell = string | number | null;

/** Written to see whether something can be. */
const PROBE = "probe";

/** An open database with every migration applied. The repositories of this room work on it. */
export class Database {
  readonly db: Kysely<Tables>;
  readonly state: StoreState;
  readonly #file: SqliteFile | null;
  /** Statements of `writeNow`, keyed by their text. */
  readonly #statements = new Map<string, StatementSync>();
  /** Why what was committed last is not on the disk; null when it is. */
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

  /** What keeps what is saved from being there after a restart; null when nothing does. */
  get trouble(): JiaError | null {
    return this.#file?.place.problem ?? this.#notOnDisk ?? this.state.trouble;
  }

  /** One transaction. It survives the process being killed the moment it resolves. @throws JiaError of the store's trouble */
  transaction<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    const once = (): Promise<Result> => this.db.transaction().execute(work);
    // Only the beginning can meet a lock: what fails with one has not begun.
    return this.state.watch(this.#file ? whileLocked(once, this.state.patience) : once());
  }

  /**
   * One transaction that also survives a power cut: for what people made (scenes, automations, timers, settings). The
   * others save the wait for the disk, and are on it at the latest with the next of these. It is refused when the file is
   * not the one of its path any more, or may only be read: what is written there would be lost.
   *
   * Whatever keeps it from the disk is looked for before it begins: once it is committed it is there, and so it is not
   * refused any more. A disk that fails in that moment is the trouble of the next one.
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
   * One statement whose text was compiled before, committed when it resolves: for what stands on the path of every
   * command.
   */
  async write(text: string, parameters: readonly Cell[]): Promise<void> {
    if (this.writeNow(text, parameters) !== null) return;
    await this.db.executeQuery(CompiledQuery.raw(text, [...parameters]));
  }

  /**
   * The same at once, committed when it returns; gives the id of the row that it inserted, if it did. Null when it was not
   * written, because that takes waiting: for PostgreSQL, for an open transaction, which it must not become part of, or for
   * another process's lock. A statement that returns nothing costs SQLite a third less than one that returns the id.
   */
  writeNow(text: string, parameters: readonly Cell[]): number | null {
    const sqlite = this.#file?.sqlite;
    if (!sqlite || sqlite.isTransaction) return null;
    try {
      const { lastInsertRowid } = this.#prepared(sqlite, text).run(...parameters);
      this.state.worked();
      return Number(lastInsertRowid);
    } catch {
      // Whoever waits tries it again, where what is wrong is told.
      return null;
    }
  }

  /** Whether the store answers and, when the last write failed, whether it can be written again. */
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

  /** Whether all that was committed is on the disk now. */
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
