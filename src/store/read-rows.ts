import { cleanText } from "../home/index.ts";

/** The kinds of rows that may be unreadable. */
export type RowKind =
  | "automation"
  | "scene"
  | "timer"
  | "run"
  | "audit entry"
  | "conversation"
  | "due time"
  | "hold"
  | "setting"
  | "device"
  | "room"
  | "floor"
  | "group"
  | "person"
  | "presence"
  | "mode"
  | "notice"
  | "channel"
  | "memory"
  | "change of the memory";

/** A row that this version cannot read. */
export interface UnreadableRow {
  readonly kind: RowKind;
  readonly id: string;
  /** For the log. */
  readonly why: string;
}

/** Called for a row that this version cannot read. The row stays in its table, and everything else goes on without it. */
export type UnreadableHandler = (row: UnreadableRow) => void;

/**
 * Reads rows, and leaves out unreadable ones (broken JSON, another form): they are reported by id and stay in their table, so that
 * nothing is lost.
 */
export function readRows<Row extends { readonly id: string | number }, Thing>(
  rows: readonly Row[],
  kind: RowKind,
  read: (row: Row) => Thing,
  unreadable: UnreadableHandler,
): Thing[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      unreadable({ kind, id: String(row.id), why: errorReason(error) });
      return [];
    }
  });
}

export function errorReason(error: unknown): string {
  return cleanText(error instanceof Error ? error.message : String(error), 200);
}
