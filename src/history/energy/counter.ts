/** Computes electric energy from the readings of a counter, which grow, restart at zero, or come from another meter. */

/** More power than any home draws, in kilowatts: a counter that grows faster is another meter. */
const MOST_KW = 100;
/** A reading below this part of the one before is a restart; a reading above the other part is imprecise. */
const ANEW = 0.5;
const IMPRECISE = 0.99;
const HOUR = 3_600_000;

/** A reading of a counter, in kilowatt hours. */
export interface CounterSample {
  readonly at: number;
  readonly kWh: number;
}

/**
 * The energy between two readings, in kilowatt hours; null when it cannot be told: another meter, or a reset at an unknown
 * moment.
 */
export function usedBetween(before: CounterSample, after: CounterSample): number | null {
  const most = (MOST_KW * (after.at - before.at)) / HOUR;
  const grown = after.kWh - before.kWh;
  // A counter of whole kilowatt hours may step right after a reading.
  if (grown >= 0) return grown <= most + 1 ? grown : null;
  if (after.kWh >= before.kWh * ANEW) return 0;
  return after.kWh <= most + 1 ? after.kWh : null;
}

/** Energy and unknown time, by steps. */
export class EnergyShares {
  readonly #edges: readonly number[];
  readonly #kWh: Float64Array;
  readonly #unknown: Float64Array;
  /** The step of the last stretch: time goes forward. */
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

  /** Unknown milliseconds of each step. */
  get unknown(): Float64Array {
    return this.#unknown;
  }

  /** Spreads energy evenly over a stretch; parts outside the steps are left out. */
  use(kWh: number, from: number, to: number): void {
    if (kWh === 0) return;
    this.#each(from, to, (step, ms) => {
      this.#kWh[step] = (this.#kWh[step] ?? 0) + (kWh * ms) / (to - from);
    });
  }

  /** Marks time of a stretch as unknown. @param ms unknown milliseconds of the stretch; all of it when left out */
  miss(from: number, to: number, ms: number = to - from): void {
    this.#each(from, to, (step, part) => {
      this.#unknown[step] = (this.#unknown[step] ?? 0) + (ms * part) / (to - from);
    });
  }

  #each(from: number, to: number, take: (step: number, ms: number) => void): void {
    const edges = this.#edges;
    // Stretches come in order, except that one that bridges a gap begins before the last.
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

/** Takes the readings of a counter in the order of time, and spreads the energy over steps. */
export class CounterReader {
  readonly #shares: EnergyShares;
  #last: CounterSample | null = null;
  /** Since when there is no reading, in milliseconds since the epoch; null while there is one. */
  #lostAt: number | null;

  /** @param from the beginning of the first step */
  constructor(shares: EnergyShares, from: number) {
    this.#shares = shares;
    this.#lostAt = from;
  }

  /** Takes a reading. */
  show(shown: CounterSample): void {
    const last = this.#last;
    // A carried-over change is older than the summaries before it.
    if (last && shown.at <= last.at) return;
    const used = last && usedBetween(last, shown);
    // The even spread also bridges time without readings.
    if (last && used !== null) this.#shares.use(used, last.at, shown.at);
    else if (this.#lostAt !== null) this.#shares.miss(this.#lostAt, shown.at);
    // After an imprecise reading the higher count stays.
    const imprecise = last && shown.kWh < last.kWh && shown.kWh > last.kWh * IMPRECISE;
    this.#last = imprecise ? { at: shown.at, kWh: last.kWh } : shown;
    this.#lostAt = null;
  }

  /** There are no readings from here on. */
  lose(at: number): void {
    if (this.#last && at <= this.#last.at) return;
    this.#lostAt ??= at;
  }

  /** Ends the readings. */
  end(at: number): void {
    if (this.#lostAt !== null && this.#lostAt < at) this.#shares.miss(this.#lostAt, at);
  }
}
