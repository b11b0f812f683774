/** Electric energy from what a meter shows: numbers that grow, begin anew, or are those of another meter. */

/** More than any home draws, in kilowatts: a meter that has grown faster is another one. */
const MOST_KW = 100;
/** A number that went down to less than this part of itself began anew; one that is still above the other was read imprecisely. */
const ANEW = 0.5;
const IMPRECISE = 0.99;
const HOUR = 3_600_000;

/** What a meter showed at a moment, in kilowatt hours. */
export interface Shown {
  readonly at: number;
  readonly kWh: number;
}

/**
 * What was used between two looks at a meter, in kilowatt hours; null when the second look can't tell: it is another meter, or it
 * was reset and nobody knows when.
 */
export function usedBetween(before: Shown, after: Shown): number | null {
  const most = (MOST_KW * (after.at - before.at)) / HOUR;
  const grown = after.kWh - before.kWh;
  // A meter of whole kilowatt hours may step right after the last one was seen.
  if (grown >= 0) return grown <= most + 1 ? grown : null;
  if (after.kWh >= before.kWh * ANEW) return 0;
  return after.kWh <= most + 1 ? after.kWh : null;
}

/** Energy and what is not known of it, by steps. */
export class Shares {
  readonly #edges: readonly number[];
  readonly #kWh: Float64Array;
  readonly #unknown: Float64Array;
  /** The step that was filled last: time goes forward. */
  #step = 0;

  /** @param edges of the steps, ascending */
  constructor(edges: readonly number[]) {
    this.#edges = edges;
    this.#kWh = new Float64Array(Math.max(0, edges.length - 1));
    this.#unknown = new Float64Array(this.#kWh.length);
  }

  get kWh(): Float64Array {
    return this.#kWh;
  }

  /** Milliseconds of each step of which nothing is known. */
  get unknown(): Float64Array {
    return this.#unknown;
  }

  /** Spreads energy evenly over a stretch; what lies outside of the steps is left out. */
  use(kWh: number, from: number, to: number): void {
    if (kWh === 0) return;
    this.#each(from, to, (step, ms) => {
      this.#kWh[step] = (this.#kWh[step] ?? 0) + (kWh * ms) / (to - from);
    });
  }

  /** @param ms of the stretch that are not known; all of it when it is left out */
  miss(from: number, to: number, ms: number = to - from): void {
    this.#each(from, to, (step, part) => {
      this.#unknown[step] = (this.#unknown[step] ?? 0) + (ms * part) / (to - from);
    });
  }

  #each(from: number, to: number, take: (step: number, ms: number) => void): void {
    const edges = this.#edges;
    // Stretches come in order, but one that bridges a gap begins before the last.
    while (this.#step > 0 && (edges[this.#step] ?? 0) > from) this.#step -= 1;
    while (this.#step < this.#kWh.length - 1 && (edges[this.#step + 1] ?? 0) <= from) this.#step += 1;
    for (let step = this.#step; step < this.#kWh.length; step += 1) {
      const begin = Math.max(from, edges[step] ?? to);
      if (begin >= to) return;
      const end = Math.min(to, edges[step + 1] ?? to);
      if (end > begin) take(step, end - begin);
      this.#step = step;
    }
  }
}

/** Reads what a meter showed in the order of time, and shares what was used among steps. */
export class CounterReading {
  readonly #shares: Shares;
  #last: Shown | null = null;
  /** Since when the meter has not been seen; null while it is. */
  #lostAt: number | null;

  /** @param from the beginning of the first step: what was before nobody has asked for */
  constructor(shares: Shares, from: number) {
    this.#shares = shares;
    this.#lostAt = from;
  }

  /** It shows this now. */
  show(shown: Shown): void {
    const last = this.#last;
    // A change that was carried over is older than the summaries before it.
    if (last && shown.at <= last.at) return;
    const used = last && usedBetween(last, shown);
    // What is spread evenly bridges the time in which nobody saw the meter.
    if (last && used !== null) this.#shares.use(used, last.at, shown.at);
    else if (this.#lostAt !== null) this.#shares.miss(this.#lostAt, shown.at);
    // What it falls short of now it has counted already.
    const imprecise = last && shown.kWh < last.kWh && shown.kWh > last.kWh * IMPRECISE;
    this.#last = imprecise ? { at: shown.at, kWh: last.kWh } : shown;
    this.#lostAt = null;
  }

  /** It can't be seen from here on. */
  lose(at: number): void {
    if (this.#last && at <= this.#last.at) return;
    this.#lostAt ??= at;
  }

  /** Nothing more is known than this. */
  end(at: number): void {
    if (this.#lostAt !== null && this.#lostAt < at) this.#shares.miss(this.#lostAt, at);
  }
}
