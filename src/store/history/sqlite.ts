import { statSync } from "node:fs";
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import {
  type Batch,
  FIVE_MINUTES,
  type HistoryReader,
  type HistoryStorage,
  HOUR,
  type Page,
  type Point,
  type Rewrite,
  type Series,
  type SeriesInfo,
  type SeriesKey,
  type StoredAmount,
  type Summary,
  type Width,
} from "../../history/index.ts";
import { FileIdentity } from "../file-identity.ts";
import { sqliteTrouble } from "../trouble.ts";
import { openHistoryFile } from "./file.ts";
import { seriesFromRow } from "./rows.ts";
import { MARK_KEY } from "./tables.ts";

/** Pages of 4 KiB that one `release` gives back to the disk. */
const RELEASED_PAGES = 256;

/**
 * The history in a SQLite file. Every call blocks its thread, so it belongs in a thread of its own.
 */
export class SqliteHistory implements HistoryStorage {
  readonly #path: string;
  readonly #database: DatabaseSync;
  readonly #place: FileIdentity;
  /** Prepared statements, keyed by SQL text. */
  readonly #statements = new Map<string, StatementSync>();

  /**
   * Opens the file.
   * @param path `:memory:` for none
   * @throws JiaError of the store's trouble, `store-newer`
   */
  constructor(path: string) {
    this.#path = path;
    this.#database = openHistoryFile(path);
    this.#place = new FileIdentity(path);
  }

  /** Runs the reads directly: on one connection in one thread nothing is written meanwhile. */
  reading<Result>(work: (reader: HistoryReader) => Promise<Result>): Promise<Result> {
    return work(this);
  }

  /** Runs reads on one state while another process writes. */
  async frozen<Result>(work: (reader: HistoryReader) => Promise<Result>): Promise<Result> {
    await this.#try(() => this.#database.exec("BEGIN"));
    try {
      return await work(this);
    } finally {
      await this.#try(() => this.#database.exec("COMMIT"));
    }
  }

  find({ device, address }: SeriesKey): Promise<Series | null> {
    return this.#try(() => {
      const row = this.#rows("SELECT * FROM history_series WHERE device = ? AND address = ?", device, address)[0];
      return row ? seriesFromRow(row) : null;
    });
  }

  all(): Promise<readonly Series[]> {
    return this.#try(() => this.#rows("SELECT * FROM history_series ORDER BY device, address").map(seriesFromRow));
  }

  points(series: number, { from, to, limit, newest = false }: Page): Promise<readonly Point[]> {
    return this.#try(() => {
      const order = newest ? "DESC" : "ASC";
      const text = `SELECT at, number, text FROM history_points WHERE series = ? AND at >= ? AND at < ? ORDER BY at ${order} LIMIT ?`;
      return this.#columns(text, series, whole(from), whole(to), limit).map(([at, number, words]) => ({
        at: Number(at),
        value: typeof number === "number" ? number : typeof words === "string" ? words : null,
      }));
    });
  }

  summaries(series: number, width: Width, { from, to, limit, newest = false }: Page): Promise<readonly Summary[]> {
    return this.#try(() => {
      const order = newest ? "DESC" : "ASC";
      const text = `SELECT at, min, mean, max, last, known, ends FROM history_summaries
        WHERE series = ? AND width = ? AND at >= ? AND at < ? ORDER BY at ${order} LIMIT ?`;
      return this.#columns(text, series, width, whole(from), whole(to), limit).map((row) => {
        const [at = 0, min = 0, mean = 0, max = 0, last = 0, known = 0, ends = 0] = row.map(Number);
        return { at, min, mean, max, last, known, ends: ends === 1 };
      });
    });
  }

  open(infos: readonly SeriesInfo[]): Promise<readonly Series[]> {
    return this.#transaction(() =>
      infos.map(({ key, form, class: kind }) => {
        const text = `INSERT INTO history_series (device, address, form, class) VALUES (?, ?, ?, ?)
          ON CONFLICT (device, address) DO UPDATE SET form = excluded.form, class = excluded.class RETURNING *`;
        return seriesFromRow(this.#rows(text, key.device, key.address, form, kind)[0]);
      }),
    );
  }

  write({ series, at, number, texts, mark }: Batch): Promise<void> {
    return this.#transaction(() => {
      const insert = this.#prepared(
        "INSERT OR REPLACE INTO history_points (series, at, number, text) VALUES (?, ?, ?, ?)",
      );
      const words = new Map(texts);
      for (let place = 0; place < series.length; place += 1) {
        const value = number[place] ?? Number.NaN;
        insert.run(
          series[place] ?? 0,
          at[place] ?? 0,
          Number.isNaN(value) ? null : value,
          words.size > 0 ? (words.get(place) ?? null) : null,
        );
      }
      this.#note(MARK_KEY, String(mark));
    });
  }

  mark(): Promise<number | null> {
    return this.#try(() => {
      const row = this.#rows("SELECT value FROM history_notes WHERE key = ?", MARK_KEY)[0];
      return row ? Number(row["value"]) : null;
    });
  }

  gap(at: number): Promise<void> {
    return this.#transaction(() => {
      this.#prepared(
        `INSERT INTO history_points (series, at) SELECT p.series, MAX(?, p.at + 1) FROM history_series s
          JOIN history_points p ON p.series = s.id AND p.at = (SELECT MAX(at) FROM history_points WHERE series = s.id)
          WHERE p.number IS NOT NULL OR p.text IS NOT NULL`,
      ).run(whole(at));
    });
  }

  rewind(to: number): Promise<void> {
    return this.#transaction(() => {
      const text = "DELETE FROM history_points WHERE series = ? AND at > ?";
      for (const { id } of this.#rows("SELECT id FROM history_series")) this.#prepared(text).run(Number(id), whole(to));
    });
  }

  rewrite(change: Rewrite): Promise<void> {
    return this.#transaction(() => {
      const { series, five = [], hour = [] } = change;
      const insert = `INSERT OR REPLACE INTO history_summaries (series, width, at, min, mean, max, last, known, ends)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
      for (const [width, rows] of [
        [FIVE_MINUTES, five],
        [HOUR, hour],
      ] as const) {
        for (const { at, min, mean, max, last, known, ends } of rows) {
          this.#prepared(insert).run(series, width, at, min, mean, max, last, known, ends ? 1 : 0);
        }
      }
      const { pointsBefore, fiveBefore, hourBefore, rawFrom, fiveFrom } = change;
      const drop = "DELETE FROM history_summaries WHERE series = ? AND width = ? AND at < ?";
      if (pointsBefore !== undefined) {
        this.#prepared("DELETE FROM history_points WHERE series = ? AND at < ?").run(series, whole(pointsBefore));
      }
      if (fiveBefore !== undefined) this.#prepared(drop).run(series, FIVE_MINUTES, whole(fiveBefore));
      if (hourBefore !== undefined) this.#prepared(drop).run(series, HOUR, whole(hourBefore));
      const set = (column: "raw_from" | "five_from", value: number | undefined): void => {
        if (value === undefined) return;
        this.#prepared(`UPDATE history_series SET ${column} = ? WHERE id = ?`).run(whole(value), series);
      };
      set("raw_from", rawFrom);
      set("five_from", fiveFrom);
    });
  }

  async forget(series: readonly number[]): Promise<void> {
    if (series.length === 0) return;
    await this.#try(() => this.#database.exec("PRAGMA secure_delete = ON"));
    try {
      await this.#transaction(() => {
        for (const id of series) {
          this.#prepared("DELETE FROM history_points WHERE series = ?").run(id);
          this.#prepared("DELETE FROM history_summaries WHERE series = ?").run(id);
          this.#prepared("DELETE FROM history_series WHERE id = ?").run(id);
        }
      });
      // The log still contains the deleted pages.
      await this.#try(() => this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
    } finally {
      await this.#try(() => this.#database.exec("PRAGMA secure_delete = OFF"));
    }
  }

  amount(): Promise<StoredAmount> {
    return this.#try(() => {
      const [series = 0, oldest = null] = this.#columns(
        `SELECT COUNT(*), MIN(MIN(COALESCE(point, 9e15), COALESCE(summary, 9e15))) FROM (SELECT
          (SELECT MIN(at) FROM history_points WHERE series = s.id) AS point,
          (SELECT MIN(at) FROM history_summaries WHERE series = s.id) AS summary FROM history_series s)`,
      )[0] ?? [0, null];
      const nothing = oldest === null || Number(oldest) === 9e15;
      return { series: Number(series), bytes: this.#bytes(), oldest: nothing ? null : Number(oldest) };
    });
  }

  release(): Promise<void> {
    return this.#try(() => this.#database.exec(`PRAGMA incremental_vacuum(${RELEASED_PAGES})`));
  }

  close(): Promise<void> {
    this.#statements.clear();
    this.#database.close();
    return Promise.resolve();
  }

  #bytes(): number {
    if (this.#path === ":memory:") {
      const [pages = 0, size = 0] =
        this.#columns("SELECT page_count, page_size FROM pragma_page_count, pragma_page_size")[0] ?? [];
      return Number(pages) * Number(size);
    }
    return [this.#path, `${this.#path}-wal`]
      .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  }

  #note(key: string, value: string): void {
    this.#prepared("INSERT OR REPLACE INTO history_notes (key, value) VALUES (?, ?)").run(key, value);
  }

  #rows(text: string, ...values: readonly SQLInputValue[]): Record<string, SQLOutputValue>[] {
    return this.#prepared(text).all(...values);
  }

  /** Rows as plain arrays, which take half the time of objects. */
  #columns(text: string, ...values: readonly SQLInputValue[]): SQLOutputValue[][] {
    const statement = this.#prepared(text);
    statement.setReturnArrays(true);
    return statement.all(...values) as unknown as SQLOutputValue[][];
  }

  #prepared(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.#database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  #transaction<Result>(work: () => Result): Promise<Result> {
    return this.#try(() => {
      const moved = this.#place.problem;
      if (moved) throw moved;
      this.#database.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        this.#database.exec("COMMIT");
        return result;
      } catch (error) {
        // Some failures, such as a full disk, have ended the transaction already.
        if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  /** Runs synchronous work as a promise. @throws (in the promise) JiaError of the store's trouble */
  #try<Result>(work: () => Result): Promise<Result> {
    try {
      return Promise.resolve(work());
    } catch (error) {
      return Promise.reject(sqliteTrouble(error, this.#path));
    }
  }
}

/** A bound as an integer within the range of exact numbers. */
function whole(at: number): number {
  return Math.min(Math.max(Math.ceil(at), -9e15), 9e15);
}
