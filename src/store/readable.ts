import { cleanText } from "../home/index.ts";

/** What a row that cannot be read would be. */
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
  | "person"
  | "presence"
  | "mode"
  | "notice"
  | "channel"
  | "memory"
  | "change of the memory";

/** A row that this version cannot read. */
export interface LeftOut {
  readonly kind: RowKind;
  readonly id: string;
  /** For the log. */
  readonly why: string;
}

/** Told of a row that this version cannot read: it is left as it stands, and everything else goes on without it. */
export type Unreadable = (row: LeftOut) => void;

/**
 * The rows that can be read. A row that cannot (broken JSON, another form) is set aside: it is told of by its id and left in
 * its table, so that nothing of it is lost.
 */
export function readable<Row extends { readonly id: string | number }, Thing>(
  rows: readonly Row[],
  kind: RowKind,
  read: (row: Row) => Thing,
  unreadable: Unreadable,
): Thing[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      unreadable({ kind, id: String(row.id), why: reasonOf(error) });
      return [];
    }
  });
}

export function reasonOf(error: unknown): string {
  return cleanText(error instanceof Error ? error.message : String(error), 200);
}
