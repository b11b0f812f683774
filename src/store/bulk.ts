import { type Compilable, CompiledQuery, type Kysely } from "kysely";
import type { Tables } from "./schema.ts";

/** Rows of one statement: far below the limits on bound values of both databases. */
const CHUNK = 100;

type Cell = string | number | null;

/**
 * Writes many rows with few statements. Building a statement takes kysely longer than running it takes the database, so the
 * text is built once for each number of rows, and only values are bound anew.
 */
export class BulkWrite<Row extends object> {
  readonly #columns: readonly (keyof Row & string)[];
  readonly #build: (rows: readonly Row[]) => Compilable;
  /** SQL text, keyed by the number of rows. */
  readonly #texts = new Map<number, string>();

  /**
   * @param columns every column of a row, in the order of its fields
   * @param build makes the statement for some rows; it may bind nothing but their values
   */
  constructor(columns: readonly (keyof Row & string)[], build: (rows: readonly Row[]) => Compilable) {
    this.#columns = columns;
    this.#build = build;
  }

  /** Writes the rows. @returns the rows that the statement returns */
  async write<Result>(db: Kysely<Tables>, rows: readonly Row[]): Promise<Result[]> {
    const returned: Result[] = [];
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = rows.slice(start, start + CHUNK);
      const values = chunk.flatMap((row) => this.#valuesOf(row));
      const { rows: found } = await db.executeQuery<Result>(CompiledQuery.raw(this.#textFor(chunk), values));
      returned.push(...found);
    }
    return returned;
  }

  /** The statement for a single row, for `Database.write`. */
  one(row: Row): { readonly sql: string; readonly values: readonly Cell[] } {
    return { sql: this.#textFor([row]), values: this.#valuesOf(row) };
  }

  #valuesOf(row: Row): Cell[] {
    return this.#columns.map((column) => row[column] as Cell);
  }

  #textFor(rows: readonly Row[]): string {
    const known = this.#texts.get(rows.length);
    if (known !== undefined) return known;
    const { sql } = this.#build(rows).compile();
    this.#texts.set(rows.length, sql);
    return sql;
  }
}
