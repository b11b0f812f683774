import { keepNewest } from "../home/index.ts";
import type { NewAuditRow } from "./audit-rows.ts";
import type { Database } from "./database.ts";
import type { RunRow } from "./run-rows.ts";
import { isTrouble } from "./trouble.ts";

/** Most waiting writes; beyond them the oldest is lost. */
const MOST = 10_000;

/** A waiting row. A new entry of the audit has no id yet. */
export type DeferredRow =
  | { readonly table: "audit"; readonly id: number | null; readonly row: NewAuditRow }
  | { readonly table: "runs"; readonly row: RunRow };

interface PendingWrite {
  readonly write: () => Promise<unknown>;
  readonly rows: readonly DeferredRow[];
}

/**
 * Keeps writes while the store cannot be written, and writes them once it can: rows of runs, due times, entries of the audit. So a
 * full disk or a lock of another program stops no automation, and readers see the rows. (Not with PostgreSQL: another instance
 * may still reach the server.)
 */
export class DeferredWrites {
  readonly #database: Database;
  /** Keyed by the thing that is written, of which the last write counts. */
  readonly #waiting = new Map<string, PendingWrite>();
  #flushing = false;

  constructor(database: Database) {
    this.#database = database;
    database.state.onRecovered(() => void this.#flush());
  }

  /** The number of waiting writes. */
  get size(): number {
    return this.#waiting.size;
  }

  /** The waiting rows of a table, oldest first. */
  rows<Table extends DeferredRow["table"]>(table: Table): Extract<DeferredRow, { readonly table: Table }>[] {
    return [...this.#waiting.values()].flatMap(({ rows }) =>
      rows.filter((row): row is Extract<DeferredRow, { readonly table: Table }> => row.table === table),
    );
  }

  /**
   * Writes now, or later if the store cannot be written now.
   * @param key of the thing that is written; a later write under it replaces a waiting one
   * @param meanwhile the result when the write waits
   * @param rows the rows that readers have to see meanwhile
   */
  async orLater<Result>(
    key: string,
    meanwhile: Result,
    write: () => Promise<Result>,
    rows: readonly DeferredRow[] = [],
  ): Promise<Result> {
    this.#waiting.delete(key);
    try {
      return await write();
    } catch (error) {
      if (!isTrouble(error) || this.#database.kind === "postgres") throw error;
      this.#waiting.set(key, { write, rows });
      keepNewest(this.#waiting, MOST);
      return meanwhile;
    }
  }

  /** Writes the waiting writes in order. One that fails for another reason than the store's trouble is dropped. */
  async #flush(): Promise<void> {
    if (this.#flushing) return;
    this.#flushing = true;
    try {
      for (const [key, waiting] of this.#waiting) {
        if (!(await this.#written(waiting.write))) return;
        if (this.#waiting.get(key) === waiting) this.#waiting.delete(key);
      }
    } finally {
      this.#flushing = false;
    }
  }

  async #written(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      return !isTrouble(error);
    }
  }
}
