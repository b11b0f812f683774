import type { Span } from "./port.ts";
import type { Point, Series, Stored } from "./series.ts";
import { FIVE_MINUTES, type HistoryReader, HOUR, type Summary, type Width } from "./storage.ts";

/** A stretch of time of a series with one value, with none, or with a summary. */
export type Piece = Span &
  (
    | { readonly kind: "value"; readonly value: Exclude<Stored, null> }
    | { readonly kind: "unknown" }
    /** `known` and `ends` are for the stretch. */
    | ({ readonly kind: "summary" } & Omit<Summary, "at">)
  );

/** Rows of one read: some milliseconds of work. */
const PAGE = 4_000;

/** The value of a series at the beginning of a stretch. */
type State = Stored;

/**
 * Reads a span of a series from hourly summaries, five-minute summaries and changes, whichever exist. The pieces are in order,
 * come some thousand at once, and cover the span.
 * @param until nothing is known from this moment on: rows that are not written yet, and the future
 */
export async function* piecesOf(
  reader: HistoryReader,
  series: Series,
  span: Span,
  until: number,
): AsyncGenerator<readonly Piece[]> {
  const end = Math.min(span.to, until);
  const levels = levelsOf(series);
  for (const { from, to, width } of levels) {
    const part = { from: Math.max(span.from, from), to: Math.min(end, to) };
    if (part.from >= part.to) continue;
    yield* width === null ? rawPieces(reader, series, part) : summaryPieces(reader, series, width, part);
  }
  const rest = { from: Math.max(span.from, end), to: span.to };
  if (rest.from < rest.to) yield [{ ...rest, kind: "unknown" }];
}

/** The spans in which a series has hourly summaries, five-minute summaries and changes (`width` null), oldest first. */
export function levelsOf({
  class: kind,
  rawFrom,
  fiveFrom,
}: Series): readonly (Span & { readonly width: Width | null })[] {
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
export async function pointBefore(reader: HistoryReader, { id }: Series, at: number): Promise<Point | null> {
  const page = { from: Number.NEGATIVE_INFINITY, to: at + 1, limit: 1, newest: true };
  return (await reader.points(id, page))[0] ?? null;
}

/** The newest summary that begins at or before a moment. */
export async function summaryBefore(
  reader: HistoryReader,
  { id }: Series,
  width: Width,
  at: number,
): Promise<Summary | null> {
  const page = { from: Number.NEGATIVE_INFINITY, to: at + 1, limit: 1, newest: true };
  return (await reader.summaries(id, width, page))[0] ?? null;
}

/** The value of a measure after a summary, until the next one; null when it is not known. */
export function stateAfter(summary: Summary | null): number | null {
  return summary?.ends ? summary.last : null;
}

async function* rawPieces(reader: HistoryReader, series: Series, { from, to }: Span): AsyncGenerator<readonly Piece[]> {
  let state: State = (await pointBefore(reader, series, from))?.value ?? null;
  let at = from;
  let next = from + 1;
  for (;;) {
    const points = await reader.points(series.id, { from: next, to, limit: PAGE });
    const pieces: Piece[] = [];
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
  series: Series,
  width: Width,
  { from, to }: Span,
): AsyncGenerator<readonly Piece[]> {
  const first = await summaryBefore(reader, series, width, from);
  let state: number | null = stateAfter(
    first ?? (width === HOUR ? null : await summaryBefore(reader, series, HOUR, from)),
  );
  let at = from;
  // A summary that began before the span may reach into it.
  let next = first && first.at + width > from ? first.at : from + 1;
  for (;;) {
    const rows = await reader.summaries(series.id, width, { from: next, to, limit: PAGE });
    const pieces: Piece[] = [];
    for (const row of rows) {
      if (row.at > at) pieces.push(constant(at, row.at, state));
      const piece = { from: Math.max(from, row.at), to: Math.min(to, row.at + width) };
      pieces.push(summarised(piece, row, width));
      at = piece.to;
      state = stateAfter(row);
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

function constant(from: number, to: number, value: State): Piece {
  return value === null ? { from, to, kind: "unknown" } : { from, to, kind: "value", value };
}

/** A summary as a piece. A part of a summary has the same extremes, and a proportional known time. */
function summarised(span: Span, { at: _, ...summary }: Summary, width: Width): Piece {
  const { known, min, max, last } = summary;
  if (known === 0) return { ...span, kind: "unknown" };
  if (known === width && min === max) return { ...span, kind: "value", value: last };
  return { ...span, ...summary, kind: "summary", known: (known * (span.to - span.from)) / width };
}
