import type { TimeSpan } from "./port.ts";
import type { Point, StoredSeries, StoredValue } from "./series.ts";
import { FIVE_MINUTES, type HistoryReader, HOUR, type Summary, type SummaryWidth } from "./storage.ts";

/** A stretch of time of a series with one value, with none, or with a summary. */
export type SeriesInterval = TimeSpan &
  (
    | { readonly kind: "value"; readonly value: Exclude<StoredValue, null> }
    | { readonly kind: "unknown" }
    /** `known` and `ends` are for the stretch. */
    | ({ readonly kind: "summary" } & Omit<Summary, "at">)
  );

/** Rows of one read: some milliseconds of work. */
const PAGE = 4_000;

/** The value of a series at the beginning of a stretch. */
type State = StoredValue;

/**
 * Reads a span of a series from hourly summaries, five-minute summaries and changes, whichever exist. The pieces are in order,
 * come some thousand at once, and cover the span.
 * @param until nothing is known from this moment on: rows that are not written yet, and the future
 */
export async function* intervalsOf(
  reader: HistoryReader,
  series: StoredSeries,
  span: TimeSpan,
  until: number,
): AsyncGenerator<readonly SeriesInterval[]> {
  const end = Math.min(span.to, until);
  const levels = retentionLevels(series);
  for (const { from, to, width } of levels) {
    const part = { from: Math.max(span.from, from), to: Math.min(end, to) };
    if (part.from >= part.to) continue;
    yield* width === null ? rawPieces(reader, series, part) : summaryPieces(reader, series, width, part);
  }
  const rest = { from: Math.max(span.from, end), to: span.to };
  if (rest.from < rest.to) yield [{ ...rest, kind: "unknown" }];
}

/** The spans in which a series has hourly summaries, five-minute summaries and changes (`width` null), oldest first. */
export function retentionLevels({
  class: kind,
  rawFrom,
  fiveFrom,
}: StoredSeries): readonly (TimeSpan & { readonly width: SummaryWidth | null })[] {
  const raw = { from: rawFrom, to: Number.POSITIVE_INFINITY, width: null };
  // A state has no summaries.
  if (kind === "state") return [{ ...raw, from: Number.NEGATIVE_INFINITY }];
  return [
    { from: Number.NEGATIVE_INFINITY, to: fiveFrom, width: HOUR },
    { from: fiveFrom, to: rawFrom, width: FIVE_MINUTES },
    raw,
  ];
}

/** The newest change at or before a moment; null when there is none. */
export async function pointBefore(reader: HistoryReader, { id }: StoredSeries, at: number): Promise<Point | null> {
  const page = { from: Number.NEGATIVE_INFINITY, to: at + 1, limit: 1, newest: true };
  return (await reader.points(id, page))[0] ?? null;
}

/** The newest summary that begins at or before a moment. */
export async function summaryBefore(
  reader: HistoryReader,
  { id }: StoredSeries,
  width: SummaryWidth,
  at: number,
): Promise<Summary | null> {
  const page = { from: Number.NEGATIVE_INFINITY, to: at + 1, limit: 1, newest: true };
  return (await reader.summaries(id, width, page))[0] ?? null;
}

/** The value of a measure after a summary, until the next one; null when it is not known. */
export function valueAfterSummary(summary: Summary | null): number | null {
  return summary?.ends ? summary.last : null;
}

async function* rawPieces(
  reader: HistoryReader,
  series: StoredSeries,
  { from, to }: TimeSpan,
): AsyncGenerator<readonly SeriesInterval[]> {
  let state: State = (await pointBefore(reader, series, from))?.value ?? null;
  let at = from;
  let next = from + 1;
  for (;;) {
    const points = await reader.points(series.id, { from: next, to, limit: PAGE });
    const pieces: SeriesInterval[] = [];
    for (const point of points) {
      pieces.push(constant(at, point.at, state));
      at = point.at;
      state = point.value;
    }
    if (points.length < PAGE) {
      pieces.push(constant(at, to, state));
      yield pieces;
      return;
    }
    yield pieces;
    next = at + 1;
  }
}

async function* summaryPieces(
  reader: HistoryReader,
  series: StoredSeries,
  width: SummaryWidth,
  { from, to }: TimeSpan,
): AsyncGenerator<readonly SeriesInterval[]> {
  const first = await summaryBefore(reader, series, width, from);
  let state: number | null = valueAfterSummary(
    first ?? (width === HOUR ? null : await summaryBefore(reader, series, HOUR, from)),
  );
  let at = from;
  // A summary that began before the span may reach into it.
  let next = first && first.at + width > from ? first.at : from + 1;
  for (;;) {
    const rows = await reader.summaries(series.id, width, { from: next, to, limit: PAGE });
    const pieces: SeriesInterval[] = [];
    for (const row of rows) {
      if (row.at > at) pieces.push(constant(at, row.at, state));
      const piece = { from: Math.max(from, row.at), to: Math.min(to, row.at + width) };
      pieces.push(summarised(piece, row, width));
      at = piece.to;
      state = valueAfterSummary(row);
      next = row.at + 1;
    }
    if (rows.length < PAGE) {
      if (at < to) pieces.push(constant(at, to, state));
      yield pieces;
      return;
    }
    yield pieces;
  }
}

function constant(from: number, to: number, value: State): SeriesInterval {
  return value === null ? { from, to, kind: "unknown" } : { from, to, kind: "value", value };
}

/** A summary as a piece. A part of a summary has the same extremes, and a proportional known time. */
function summarised(span: TimeSpan, { at: _, ...summary }: Summary, width: SummaryWidth): SeriesInterval {
  const { known, min, max, last } = summary;
  if (known === 0) return { ...span, kind: "unknown" };
  if (known === width && min === max) return { ...span, kind: "value", value: last };
  return { ...span, ...summary, kind: "summary", known: (known * (span.to - span.from)) / width };
}
