import { type Kysely, sql } from "kysely";
import type { Tables } from "../schema.ts";
import type { BackupProgress } from "./progress.ts";

const LEFT = Symbol("left");

/**
 * How each table is copied, in an order that foreign keys allow: the columns that order its rows, null when they are read all at
 * once, or `left`: tables of one instance alone, and the history, which is copied separately.
 */
const TABLES: Readonly<Record<keyof Tables, string | readonly string[] | null | typeof LEFT>> = {
  settings: "key",
  scenes: "id",
  automations: "id",
  cursors: null,
  holds: null,
  timers: "id",
  runs: "id",
  conversations: "id",
  exchanges: ["conversation", "number"],
  people: "id",
  person_tokens: "id",
  access_grants: "id",
  pin_tries: "id",
  presence: "id",
  presence_changes: "id",
  modes: "id",
  mode_changes: "id",
  notices: "id",
  notice_reads: null,
  channels: "id",
  channel_states: "channel",
  outbox: "id",
  quiet_until: "person",
  memory: "id",
  memory_changes: "id",
  model_usage: "day",
  device_overrides: "id",
  home_parts: ["kind", "id"],
  audit: "id",
  leases: LEFT,
  history_series: LEFT,
  history_points: LEFT,
  history_summaries: LEFT,
  history_notes: LEFT,
};

/** Tables with numbers from a sequence, which has to continue behind the copied rows. */
const NUMBERED = ["audit", "memory_changes"] as const satisfies readonly (keyof Tables)[];

const COPIED = Object.entries(TABLES).flatMap(([table, key]) =>
  key === LEFT ? [] : [[table as keyof Tables, typeof key === "string" ? [key] : key] as const],
);

/** Rows of one read, and of one insert: far below the limits on bound values. */
const READ_ROWS = 500;
const INSERTED_ROWS = 40;

type Row = Readonly<Record<string, unknown>>;

/** Copies the rows of all tables that are not `left` into empty tables of another store. */
export async function copyTables(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  { progress, signal }: BackupProgress,
): Promise<void> {
  const total = await rowsOf(from);
  let done = 0;
  for (const [table, key] of COPIED) {
    for await (const rows of chunks(from, table, key)) {
      signal.throwIfAborted();
      for (let start = 0; start < rows.length; start += INSERTED_ROWS) {
        await insert(to, table, rows.slice(start, start + INSERTED_ROWS));
      }
      done += rows.length;
      progress(total === 0 ? 1 : Math.min(1, done / total));
    }
  }
}

/** Empties the tables that `copyTables` fills. */
export async function emptyTables(db: Kysely<Tables>): Promise<void> {
  for (const [table] of COPIED.toReversed()) await db.deleteFrom(table).execute();
}

/** Makes PostgreSQL number new rows behind the copied ones. */
export async function continueNumbers(db: Kysely<Tables>): Promise<void> {
  for (const table of NUMBERED) {
    const last = sql`(select coalesce(max(id), 1) from ${sql.table(table)})`;
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${last})`.execute(db);
  }
}

async function rowsOf(db: Kysely<Tables>): Promise<number> {
  let total = 0;
  for (const [table] of COPIED) {
    const { rows } = await sql<{ n: number | string }>`select count(*) as n from ${sql.table(table)}`.execute(db);
    total += Number(rows[0]?.n ?? 0);
  }
  return total;
}

async function* chunks(
  db: Kysely<Tables>,
  table: keyof Tables,
  key: readonly string[] | null,
): AsyncIterable<readonly Row[]> {
  if (key === null) {
    yield (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows;
    return;
  }
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    const row = last;
    const after = row ? sql`where (${columns}) > (${sql.join(key.map((column) => row[column]))})` : sql``;
    const query = sql<Row>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${READ_ROWS}`;
    const { rows } = await query.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < READ_ROWS) return;
    last = rows.at(-1);
  }
}

async function insert(db: Kysely<Tables>, table: keyof Tables, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(rows.map((row) => sql`(${sql.join(columns.map((column) => sql`${row[column]}`))})`));
  await sql`insert into ${sql.table(table)} (${names}) values ${values}`.execute(db);
}
