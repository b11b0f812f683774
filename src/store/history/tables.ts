import type { Generated } from "kysely";
import type { StoreKind } from "../store-kind.ts";

/**
 * The SQL of the tables of the history. Points and summaries are clustered by series and time, so that the rows of one query lie
 * together. A value is a number or a text; both null: not known from then on.
 */
export function historyTables(kind: StoreKind): readonly string[] {
  const { integer, number, clustered } = COLUMNS[kind];
  return [
    `CREATE TABLE history_series (
      id ${kind === "sqlite" ? "INTEGER PRIMARY KEY" : "SERIAL PRIMARY KEY"},
      device TEXT NOT NULL,
      address TEXT NOT NULL,
      form TEXT NOT NULL,
      class TEXT NOT NULL,
      raw_from ${integer} NOT NULL DEFAULT 0,
      five_from ${integer} NOT NULL DEFAULT 0,
      UNIQUE (device, address)
    )`,
    `CREATE TABLE history_points (
      series INTEGER NOT NULL,
      at ${integer} NOT NULL,
      number ${number},
      text TEXT,
      PRIMARY KEY (series, at)
    )${clustered}`,
    `CREATE TABLE history_summaries (
      series INTEGER NOT NULL,
      width INTEGER NOT NULL,
      at ${integer} NOT NULL,
      min ${number} NOT NULL,
      mean ${number} NOT NULL,
      max ${number} NOT NULL,
      last ${number} NOT NULL,
      known INTEGER NOT NULL,
      ends INTEGER NOT NULL,
      PRIMARY KEY (series, width, at)
    )${clustered}`,
    // Notes on the whole history, such as up to when everything was recorded.
    `CREATE TABLE history_notes (key TEXT PRIMARY KEY, value TEXT NOT NULL)`,
  ];
}

/** The columns of the tables, for PostgreSQL. */
export interface HistoryColumns {
  readonly series: {
    id: Generated<number>;
    device: string;
    address: string;
    form: string;
    class: string;
    raw_from: Generated<number>;
    five_from: Generated<number>;
  };
  readonly points: { series: number; at: number; number: number | null; text: string | null };
  readonly summaries: {
    series: number;
    width: number;
    at: number;
    min: number;
    mean: number;
    max: number;
    last: number;
    known: number;
    ends: number;
  };
  readonly notes: { key: string; value: string };
}

/** Key of the note up to when everything was recorded. */
export const MARK_KEY = "recorded-to";

const COLUMNS = {
  // NUMERIC stores a whole number in one to eight bytes.
  sqlite: { integer: "INTEGER", number: "NUMERIC", clustered: " WITHOUT ROWID" },
  postgres: { integer: "BIGINT", number: "DOUBLE PRECISION", clustered: "" },
} as const;
