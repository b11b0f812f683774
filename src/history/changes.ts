import { pointBefore, retentionLevels, summaryBefore, valueAfterSummary } from "./intervals.ts";
import type { TimeSpan } from "./port.ts";
import type { Point, StoredSeries, StoredValue } from "./series.ts";
import type { HistoryReader, SummaryWidth } from "./storage.ts";

/** Rows of one read. */
const PAGE = 1_000;

/** The value of a series at a moment, with the moment since when it held; null when it is not known. */
export async function pointAt(reader: HistoryReader, series: StoredSeries, at: number): Promise<Point | null> {
  const level = retentionLevels(series).find(({ from, to }) => from <= at && at < to);
  if (!level) return null;
  if (level.width === null) {
    const point = await pointBefore(reader, series, at);
    return point?.value === null ? null : point;
  }
  return await summarisedAt(reader, series, level.width, at);
}

async function summarisedAt(
  reader: HistoryReader,
  series: StoredSeries,
  width: SummaryWidth,
  at: number,
): Promise<Point | null> {
  const summary = (await summaryBefore(reader, series, width, at)) ?? (await anyBefore(reader, series, at));
  if (!summary) return null;
  if (at < summary.at + width && summary.known > 0) return { at: summary.at, value: summary.mean };
  const value = valueAfterSummary(summary);
  return value === null ? null : { at: summary.at, value };
}

async function anyBefore(reader: HistoryReader, series: StoredSeries, at: number) {
  for (const { from, to, width } of retentionLevels(series).toReversed()) {
    if (width === null || from > at) continue;
    const found = await summaryBefore(reader, series, width, Math.min(at, to));
    if (found) return found;
  }
  return null;
}

/**
 * The newest changes within a span, oldest first, also those to "not known". A summary counts as one change, to its mean.
 */
export async function changesIn(
  reader: HistoryReader,
  series: StoredSeries,
  span: TimeSpan,
  limit: number,
): Promise<readonly Point[]> {
  const found: Point[] = [];
  for (const { from, to, width } of retentionLevels(series).toReversed()) {
    const part = { from: Math.max(from, span.from), to: Math.min(to, span.to) };
    const left = limit - found.length;
    if (part.from >= part.to || left <= 0) continue;
    if (width === null) {
      found.push(...(await reader.points(series.id, { ...part, limit: left, newest: true })));
    } else {
      const rows = await reader.summaries(series.id, width, { ...part, limit: left, newest: true });
      found.push(...rows.map(({ at, mean, known }) => ({ at, value: known > 0 ? mean : null })));
    }
  }
  return found.reverse();
}

/**
 * The newest observed change before a moment: from one known value to another. Summaries show no changes.
 * @param to only changes to one of these values; null for any
 */
export async function lastChangeIn(
  reader: HistoryReader,
  series: StoredSeries,
  to: readonly StoredValue[] | null,
  before: number,
): Promise<Point | null> {
  let end = before;
  let later: Point | null = null;
  for (;;) {
    const points = await reader.points(series.id, { from: series.rawFrom, to: end, limit: PAGE, newest: true });
    for (const point of points) {
      if (later && isChange(point.value, later.value, to)) return later;
      later = point;
      end = point.at;
    }
    if (points.length < PAGE) break;
  }
  // The value before the first change is an older row.
  const carried = later && (await pointBefore(reader, series, later.at - 1));
  return later && carried && isChange(carried.value, later.value, to) ? later : null;
}

/** The first observed change within a span. @param to only changes to one of these values; null for any */
export async function firstChangeIn(
  reader: HistoryReader,
  series: StoredSeries,
  span: TimeSpan,
  to: readonly StoredValue[] | null,
): Promise<Point | null> {
  let next = Math.max(span.from, series.rawFrom);
  let state: StoredValue = (await pointBefore(reader, series, next - 1))?.value ?? null;
  for (;;) {
    const points = await reader.points(series.id, { from: next, to: span.to, limit: PAGE });
    for (const point of points) {
      if (isChange(state, point.value, to)) return point;
      state = point.value;
      next = point.at + 1;
    }
    if (points.length < PAGE) return null;
  }
}

function isChange(before: StoredValue, after: StoredValue, to: readonly StoredValue[] | null): boolean {
  return before !== null && after !== null && before !== after && (to === null || to.includes(after));
}

/** The first moment of which a series has a value, in milliseconds since the epoch; null when it has none. */
export async function knownFrom(reader: HistoryReader, series: StoredSeries): Promise<number | null> {
  const all = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, limit: 2 };
  for (const { width } of retentionLevels(series)) {
    // A series begins with a value: it can only become unknown after that.
    const rows = width === null ? await reader.points(series.id, all) : await reader.summaries(series.id, width, all);
    const first = rows.find((row) => ("known" in row ? row.known > 0 : row.value !== null));
    if (first) return first.at;
  }
  return null;
}
