import type { Value } from "../home/index.ts";
import { retentionLevels } from "./intervals.ts";
import type { SeriesKey, TimeSpan } from "./port.ts";
import { fromStored } from "./series.ts";
import type { HistoryReader } from "./storage.ts";

/** One row of an export: a change, or the summary of `ms` milliseconds. */
export interface ExportRow {
  readonly at: number;
  /** null: not known from then on. */
  readonly value: Value | null;
  /** Set for a summary; `value` is its mean then. */
  readonly summary: { readonly min: number; readonly max: number; readonly ms: number } | null;
}

export interface ExportPage {
  readonly rows: readonly ExportRow[];
  /** The beginning of the next page; null after the last. */
  readonly next: number | null;
}

/** Rows of one page: the most that a slow reader keeps in memory. */
export const EXPORT_ROWS = 2_000;

/** The oldest rows of a span of one series; at most one page. */
export async function exportPage(reader: HistoryReader, key: SeriesKey, span: TimeSpan): Promise<ExportPage> {
  const series = await reader.find(key);
  const rows: ExportRow[] = [];
  for (const { from, to, width } of series ? retentionLevels(series) : []) {
    const limit = EXPORT_ROWS - rows.length;
    const part = { from: Math.max(from, span.from), to: Math.min(to, span.to), limit };
    if (!series || part.from >= part.to || limit === 0) continue;
    if (width === null) {
      for (const { at, value } of await reader.points(series.id, part)) {
        rows.push({ at, value: value === null ? null : fromStored(value, series.form), summary: null });
      }
    } else {
      for (const { at, mean, min, max, known } of await reader.summaries(series.id, width, part)) {
        rows.push(
          known > 0 ? { at, value: mean, summary: { min, max, ms: width } } : { at, value: null, summary: null },
        );
      }
    }
  }
  const last = rows.at(-1);
  return { rows, next: last && rows.length >= EXPORT_ROWS ? last.at + 1 : null };
}
