import { setImmediate as turn } from "node:timers/promises";
import {
  type Batch,
  FIVE_MINUTES,
  type HistoryReader,
  type HistoryStorage,
  HOUR,
  type Point,
  type Series,
  type Summary,
  type Width,
} from "../../history/index.ts";
import type { BackupProgress } from "../backup/progress.ts";

/** Rows of one transaction. */
const ROWS = 5_000;
const ALL = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Copies a whole history into an empty storage. */
export async function transferHistory(
  from: HistoryReader,
  to: HistoryStorage,
  { progress, signal }: BackupProgress,
): Promise<void> {
  const all = await from.all();
  const mark = (await from.mark()) ?? 0;
  for (const [done, series] of all.entries()) {
    const [opened] = await to.open([series]);
    if (!opened) continue;
    for await (const points of pages((page) => from.points(series.id, page))) {
      signal.throwIfAborted();
      await to.write(batchOf(opened.id, points, mark));
    }
    await transferSummaries(from, to, series, opened.id, signal);
    progress((done + 1) / all.length);
    // SQLite blocks the thread: the pause lets a signal through between two series.
    await turn();
  }
  await to.write(batchOf(0, [], mark));
}

async function transferSummaries(
  from: HistoryReader,
  to: HistoryStorage,
  { id, rawFrom, fiveFrom }: Series,
  series: number,
  signal: AbortSignal,
): Promise<void> {
  const read = (width: Width) => pages((page) => from.summaries(id, width, page));
  for await (const five of read(FIVE_MINUTES)) {
    signal.throwIfAborted();
    await to.rewrite({ series, five });
  }
  for await (const hour of read(HOUR)) {
    signal.throwIfAborted();
    await to.rewrite({ series, hour });
  }
  await to.rewrite({ series, rawFrom, fiveFrom });
}

/** Rows page by page, oldest first. */
async function* pages<Row extends Point | Summary>(
  read: (page: { readonly from: number; readonly to: number; readonly limit: number }) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let from = ALL.from; ; ) {
    const rows = await read({ ...ALL, from, limit: ROWS });
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    if (rows.length < ROWS) return;
    from = last.at + 1;
  }
}

function batchOf(series: number, points: readonly Point[], mark: number): Batch {
  return {
    series: Int32Array.from(points, () => series),
    at: Float64Array.from(points, ({ at }) => at),
    number: Float64Array.from(points, ({ value }) => (typeof value === "number" ? value : Number.NaN)),
    texts: points.flatMap(({ value }, place) => (typeof value === "string" ? [[place, value] as const] : [])),
    mark,
  };
}
