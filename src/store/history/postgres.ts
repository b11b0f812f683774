import { type Kysely, sql, type Transaction } from "kysely";
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
import type { Database } from "../database.ts";
import type { Tables } from "../schema.ts";
import { seriesFromRow } from "./rows.ts";
import { MARK_KEY } from "./tables.ts";

/** The bound for an open end. */
const FAR = 9_000_000_000_000_000;

/** Reads the history of a PostgreSQL database, or of one of its transactions. */
class PostgresReader implements HistoryReader {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async all(): Promise<readonly Series[]> {
    const query = this.#db.selectFrom("history_series").selectAll().orderBy("device").orderBy("address");
    return (await query.execute()).map(seriesFromRow);
  }

  async mark(): Promise<number | null> {
    const query = this.#db.selectFrom("history_notes").select("value").where("key", "=", MARK_KEY);
    const row = await query.executeTakeFirst();
    return row ? Number(row.value) : null;
  }

  async find({ device, address }: SeriesKey): Promise<Series | null> {
    const row = await this.#db
      .selectFrom("history_series")
      .selectAll()
      .where("device", "=", device)
      .where("address", "=", address)
      .executeTakeFirst();
    return row ? seriesFromRow(row) : null;
  }

  async points(series: number, { from, to, limit, newest = false }: Page): Promise<readonly Point[]> {
    const rows = await this.#db
      .selectFrom("history_points")
      .select(["at", "number", "text"])
      .where("series", "=", series)
      .where("at", ">=", whole(from))
      .where("at", "<", whole(to))
      .orderBy("at", newest ? "desc" : "asc")
      .limit(limit)
      .execute();
    return rows.map(({ at, number, text }) => ({ at, value: number ?? text }));
  }

  async summaries(
    series: number,
    width: Width,
    { from, to, limit, newest = false }: Page,
  ): Promise<readonly Summary[]> {
    const rows = await this.#db
      .selectFrom("history_summaries")
      .select(["at", "min", "mean", "max", "last", "known", "ends"])
      .where("series", "=", series)
      .where("width", "=", width)
      .where("at", ">=", whole(from))
      .where("at", "<", whole(to))
      .orderBy("at", newest ? "desc" : "asc")
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...row, ends: row.ends === 1 }));
  }
}

/** The part of a database that the history needs; a transaction can provide it too. */
export type HistoryDatabase = Pick<Database, "db" | "transaction">;

/** The history in the tables of a PostgreSQL database. */
export class PostgresHistory extends PostgresReader implements HistoryStorage {
  readonly #database: HistoryDatabase;

  constructor(database: HistoryDatabase) {
    super(database.db);
    this.#database = database;
  }

  /** Does nothing: the database belongs to the store. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  reading<Result>(work: (reader: HistoryReader) => Promise<Result>): Promise<Result> {
    return this.#database.db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute((db) => work(new PostgresReader(db)));
  }

  open(infos: readonly SeriesInfo[]): Promise<readonly Series[]> {
    return this.#database.transaction(async (db) => {
      const opened: Series[] = [];
      for (const { key, form, class: kind } of infos) {
        const row = await db
          .insertInto("history_series")
          .values({ device: key.device, address: key.address, form, class: kind })
          .onConflict((conflict) => conflict.columns(["device", "address"]).doUpdateSet({ form, class: kind }))
          .returningAll()
          .executeTakeFirst();
        opened.push(seriesFromRow(row));
      }
      return opened;
    });
  }

  write(batch: Batch): Promise<void> {
    return this.#database.transaction(async (db) => {
      await insertPoints(db, batch);
      const value = String(batch.mark);
      await db
        .insertInto("history_notes")
        .values({ key: MARK_KEY, value })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
        .execute();
    });
  }

  async gap(at: number): Promise<void> {
    await this.#database.transaction((db) =>
      sql`insert into history_points (series, at)
        select s.id, greatest(${whole(at)}::bigint, p.at + 1) from history_series s
        cross join lateral (select * from history_points where series = s.id order by at desc limit 1) p
        where p.number is not null or p.text is not null`.execute(db),
    );
  }

  async rewind(to: number): Promise<void> {
    await this.#database.transaction((db) =>
      sql`delete from history_points p using history_series s where p.series = s.id and p.at > ${whole(to)}`.execute(
        db,
      ),
    );
  }

  rewrite(change: Rewrite): Promise<void> {
    return this.#database.transaction(async (db) => {
      const { series, five = [], hour = [], pointsBefore, fiveBefore, hourBefore, rawFrom, fiveFrom } = change;
      await insertSummaries(db, series, FIVE_MINUTES, five);
      await insertSummaries(db, series, HOUR, hour);
      if (pointsBefore !== undefined) {
        await db
          .deleteFrom("history_points")
          .where("series", "=", series)
          .where("at", "<", whole(pointsBefore))
          .execute();
      }
      for (const [width, before] of [
        [FIVE_MINUTES, fiveBefore],
        [HOUR, hourBefore],
      ] as const) {
        if (before === undefined) continue;
        await db
          .deleteFrom("history_summaries")
          .where("series", "=", series)
          .where("width", "=", width)
          .where("at", "<", whole(before))
          .execute();
      }
      const set = {
        ...(rawFrom !== undefined && { raw_from: whole(rawFrom) }),
        ...(fiveFrom !== undefined && { five_from: whole(fiveFrom) }),
      };
      if (Object.keys(set).length > 0) {
        await db.updateTable("history_series").set(set).where("id", "=", series).execute();
      }
    });
  }

  async forget(series: readonly number[]): Promise<void> {
    if (series.length === 0) return;
    await this.#database.transaction(async (db) => {
      for (const table of ["history_points", "history_summaries"] as const) {
        await db
          .deleteFrom(table)
          .where("series", "in", [...series])
          .execute();
      }
      await db
        .deleteFrom("history_series")
        .where("id", "in", [...series])
        .execute();
    });
  }

  async amount(): Promise<StoredAmount> {
    const { rows } = await sql<{ series: number; oldest: number | null; bytes: number }>`select
      (select count(*) from history_series) as series,
      (select min(least(
        (select at from history_points where series = s.id order by at limit 1),
        (select at from history_summaries where series = s.id order by at limit 1))) from history_series s) as oldest,
      pg_total_relation_size('history_points') + pg_total_relation_size('history_summaries') as bytes`.execute(
      this.#database.db,
    );
    const { series = 0, oldest = null, bytes = 0 } = rows[0] ?? {};
    return { series, oldest, bytes };
  }

  /** Does nothing: the server vacuums by itself. */
  release(): Promise<void> {
    return Promise.resolve();
  }
}

/** Inserts points with one statement: the columns are bound as four arrays. */
async function insertPoints(db: Transaction<Tables>, { series, at, number, texts }: Batch): Promise<void> {
  if (series.length === 0) return;
  const words = new Map(texts);
  const numbers = Array.from(number, (value) => (Number.isNaN(value) ? null : value));
  const all = Array.from(number, (_, place) => words.get(place) ?? null);
  // Of two rows of one moment the later counts; one statement may not write both.
  await sql`insert into history_points (series, at, number, text)
    select distinct on (series, at) series, at, number, text
    from unnest(${[...series]}::int[], ${[...at]}::bigint[], ${numbers}::float8[], ${all}::text[])
      with ordinality as rows (series, at, number, text, place)
    order by series, at, place desc
    on conflict (series, at) do update set number = excluded.number, text = excluded.text`.execute(db);
}

async function insertSummaries(
  db: Transaction<Tables>,
  series: number,
  width: Width,
  rows: readonly Summary[],
): Promise<void> {
  if (rows.length === 0) return;
  const column = (name: "at" | "min" | "mean" | "max" | "last" | "known") => rows.map((row) => row[name]);
  const ends = rows.map((row) => (row.ends ? 1 : 0));
  await sql`insert into history_summaries (series, width, at, min, mean, max, last, known, ends)
    select ${series}::int, ${width}::int, * from unnest(${column("at")}::bigint[], ${column("min")}::float8[],
      ${column("mean")}::float8[], ${column("max")}::float8[], ${column("last")}::float8[], ${column("known")}::int[], ${ends}::int[])
    on conflict (series, width, at) do update set min = excluded.min, mean = excluded.mean, max = excluded.max,
      last = excluded.last, known = excluded.known, ends = excluded.ends`.execute(db);
}

/** A bound as an integer within the range of the column. */
function whole(at: number): number {
  return Math.min(Math.max(Math.ceil(at), -FAR), FAR);
}
