import type { HistoryBackend, SeriesInfo } from "../../src/history/index.ts";

/** A change as a test writes it down; null: not known from then on. */
export interface RecordedChange {
  readonly at: number;
  readonly value: number | string | null;
}

/** Writes changes of a series as the recorder does. @returns the id of the series */
export async function write(
  backend: HistoryBackend,
  info: SeriesInfo,
  told: readonly RecordedChange[],
): Promise<number> {
  const [series] = await backend.open([info]);
  const id = series?.id ?? 0;
  await backend.write({
    series: Int32Array.from(told, () => id),
    at: Float64Array.from(told, ({ at }) => at),
    number: Float64Array.from(told, ({ value }) => (typeof value === "number" ? value : Number.NaN)),
    texts: told.flatMap(({ value }, place) => (typeof value === "string" ? [[place, value] as const] : [])),
    mark: told.at(-1)?.at ?? 0,
  });
  return id;
}

/** The plainest way to answer: looks at every change. */
export class Oracle {
  readonly #told: readonly RecordedChange[];

  /** @param told oldest first */
  constructor(told: readonly RecordedChange[]) {
    this.#told = told;
  }

  valueAt(at: number): RecordedChange["value"] {
    return this.#told.findLast((each) => each.at <= at)?.value ?? null;
  }

  /** The stretches of a span in which it was one value. */
  stretches(from: number, to: number): { from: number; to: number; value: RecordedChange["value"] }[] {
    const cuts = [from, ...this.#told.map(({ at }) => at).filter((at) => at > from && at < to), to];
    return cuts.slice(0, -1).map((at, place) => ({ from: at, to: cuts[place + 1] ?? to, value: this.valueAt(at) }));
  }

  /** The numbers of a span; null: none is known. */
  bucket(from: number, to: number) {
    const known = this.stretches(from, to).flatMap((each) =>
      typeof each.value === "number" ? [{ value: each.value, ms: each.to - each.from }] : [],
    );
    const ms = known.reduce((sum, each) => sum + each.ms, 0);
    if (ms === 0) return null;
    const values = known.map(({ value }) => value);
    return {
      from,
      to,
      min: Math.min(...values),
      mean: known.reduce((sum, each) => sum + each.value * each.ms, 0) / ms,
      max: Math.max(...values),
      last: values.at(-1) ?? 0,
      known: ms,
    };
  }
}
