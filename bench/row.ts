/** One line of `npm run bench`. A claim is a ratio against a bare baseline of the same run, never a time by itself. */
export interface BenchRow {
  /** What was measured: "discover 10,000 devices". */
  readonly name: string;
  readonly value: number;
  /** Unit of `value` and `baseline`: "ms", "µs", "bytes". */
  readonly unit: string;
  /** The same work done bare, in the same run. */
  readonly baseline?: number;
  /** `value / baseline`. */
  readonly ratio?: number;
  /** The most that the ratio (or, without a baseline, the value) may be. */
  readonly limit?: number;
  /** Whether it keeps the limit; left out where there is none. */
  readonly ok?: boolean;
}

/** A row that compares with a baseline and, when given, a limit on the ratio. */
export function compared(name: string, value: number, baseline: number, unit: string, limit?: number): BenchRow {
  const ratio = value / baseline;
  return { name, value, unit, baseline, ratio, ...(limit !== undefined && { limit, ok: ratio <= limit }) };
}

/** The middle of the measurements; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
