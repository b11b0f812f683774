import { keepNewest } from "../home/index.ts";
import type { NewAuditRow } from "./audit-rows.ts";
import type { Database } from "./database.ts";
import type { RunRow } from "./run-rows.ts";
import { isTrouble } from "./trouble.ts";

/** Writes that are kept at most; beyond them the oldest is lost. */
const MOST = 10_000;

/** A row that is to be written: an entry of the audit has no id before it was written once. */
export type LateRow =
  | { readonly table: "audit"; readonly id: number | null; readonly row: NewAuditRow }
  | { readonly table: "runs"; readonly row: RunRow };

interface Waiting {
  readonly write: () => Promise<unknown>;
  readonly rows: readonly LateRow[];
}

/**
 * What the home goes on without: a run that is noted, a due time that is settled, a row of the audit. When the store cannot
 * be written they are kept here and written once it can be, so that a full disk or a lock of another program stops no
 * automation, and whoever reads sees them. (Not with PostgreSQL: there another instance may be the one that still reaches it.)
 */
export class LateWrites {
  readonly #database: Database;
  /** Keyed by what is written; of one thing the last write counts. */
  readonly #waiting = new Map<string, Waiting>();
  #flushing = false;

  constructor(database: Database) {
    this.#database = database;
    database.state.onRecovered(() => void this.#flush());
  }

  /** How many writes wait. */
  get size(): number {
    return this.#waiting.size;
  }

  /** The rows of a table that wait, oldest first. */
  rows<Table extends LateRow["table"]>(table: Table): Extract<LateRow, { readonly table: Table }>[] {
    return [...this.#waiting.values()].flatMap(({ rows }) =>
      rows.filter((row): row is Extract<LateRow, { readonly table: Table }> => row.table === table),
    );
  }

  /**
   * Writes now, or later when the store cannot be written now.
   * @param meanwhile what is taken for the result then
   * @param rows what whoever reads meanwhile has to see
   */
  async orLater<Result>(
    key: string,
    meanwhile: Result,
    write: () => Promise<Result>,
    rows: readonly LateRow[] = [],
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

  /** In the order in which they came; what fails for another reason than the store is given up. */
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
