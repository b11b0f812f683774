import { pointBefore, retentionLevels, type SeriesInterval, summaryBefore } from "../intervals.ts";
import type { TimeSpan } from "../port.ts";
import type { Point, StoredSeries } from "../series.ts";
import type { HistoryReader, SummaryWidth } from "../storage.ts";
import { CounterReader, EnergyShares } from "./counter.ts";

/** Rows of one read. */
const PAGE = 4_000;
const HOUR = 3_600_000;

/**
 * The energy of a counter by steps. Growth from one reading to the next is spread evenly over the time between, also over time
 * without readings.
 * @param factor kilowatt hours of one unit of the series
 * @param until nothing is known from this moment on
 */
export async function countedEnergy(
  reader: HistoryReader,
  series: StoredSeries,
  factor: number,
  edges: readonly number[],
  until: number,
): Promise<EnergyShares> {
  const span = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 };
  const shares = new EnergyShares(edges);
  const reading = new CounterReader(shares, span.from);
  const end = Math.min(span.to, until);
  let passed = false;
  for await (const points of counterPoints(reader, series, span.from, until)) {
    for (const { at, value } of points) {
      if (passed) break;
      if (typeof value === "number") reading.show({ at, kWh: value * factor });
      else if (at < end) reading.lose(Math.max(at, span.from));
      // The first reading after the span gives the energy at its end.
      passed = at >= end && value !== null;
    }
    if (passed) break;
  }
  if (!passed) reading.end(end);
  if (end < span.to) shares.miss(Math.max(end, span.from), span.to);
  return shares;
}

/** The readings of a counter, from the last one before a moment on. A summary gives two: its maximum and its end. */
async function* counterPoints(
  reader: HistoryReader,
  series: StoredSeries,
  from: number,
  until: number,
): AsyncGenerator<readonly Point[]> {
  const begin = (await lastLook(reader, series, from)) ?? from;
  for (const { from: first, to, width } of retentionLevels(series)) {
    const part = { from: Math.max(begin, first), to: Math.min(to, until) };
    if (part.from >= part.to) continue;
    yield* width === null ? rawPoints(reader, series, part) : summaryPoints(reader, series, width, part);
  }
}

/** The time of the last reading at or before a moment; null when there is none. */
async function lastLook(reader: HistoryReader, series: StoredSeries, at: number): Promise<number | null> {
  for (const { from, width } of retentionLevels(series).toReversed()) {
    if (from > at) continue;
    // A summary is a reading at its end.
    const page = { from: Number.NEGATIVE_INFINITY, to: at + 1 - (width ?? 0), limit: 2, newest: true };
    const rows = width === null ? await reader.points(series.id, page) : await reader.summaries(series.id, width, page);
    const seen = rows.find((row) => ("known" in row ? row.known > 0 : row.value !== null));
    if (seen) return seen.at;
  }
  return null;
}

async function* rawPoints(
  reader: HistoryReader,
  series: StoredSeries,
  { from, to }: TimeSpan,
): AsyncGenerator<readonly Point[]> {
  // The change that was carried over when older ones were summarized.
  const carried = await pointBefore(reader, series, from);
  if (carried && carried.at < from) yield [carried];
  for (let next = from; ; ) {
    const points = await reader.points(series.id, { from: next, to, limit: PAGE });
    yield points;
    const last = points.at(-1);
    if (points.length < PAGE || !last) return;
    next = last.at + 1;
  }
}

async function* summaryPoints(
  reader: HistoryReader,
  series: StoredSeries,
  width: SummaryWidth,
  { from, to }: TimeSpan,
): AsyncGenerator<readonly Point[]> {
  const first = await summaryBefore(reader, series, width, from);
  for (let next = first?.at ?? from; ; ) {
    const rows = await reader.summaries(series.id, width, { from: next, to, limit: PAGE });
    yield rows.flatMap(({ at, max, last, known, ends }): Point[] => {
      const end = at + width;
      if (known === 0) return [{ at, value: null }];
      const top = last < max ? [{ at: at + width / 2, value: max }] : [];
      return [...top, { at: end - 1, value: last }, ...(ends ? [] : [{ at: end, value: null }])];
    });
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    next = last.at + 1;
  }
}

/** Integrates a power over steps; unknown time adds nothing. @param factor kilowatts of one unit */
export async function summedEnergy(
  pages: AsyncIterable<readonly SeriesInterval[]>,
  factor: number,
  edges: readonly number[],
): Promise<EnergyShares> {
  const shares = new EnergyShares(edges);
  for await (const pieces of pages) {
    for (const piece of pieces) {
      const { from, to } = piece;
      switch (piece.kind) {
        case "value":
          // Energy that flows back into the grid was not used.
          if (typeof piece.value === "number")
            shares.use((Math.max(0, piece.value) * factor * (to - from)) / HOUR, from, to);
          break;
        case "summary":
          shares.use((Math.max(0, piece.mean) * factor * piece.known) / HOUR, from, to);
          shares.miss(from, to, to - from - piece.known);
          break;
        case "unknown":
          shares.miss(from, to);
          break;
        default:
          piece satisfies never;
      }
    }
  }
  return shares;
}
