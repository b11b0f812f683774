import type { Bucket, History, PastValue, StateTimes, Step } from "../../history/port.ts";
import { type PastFact, type Spells, seriesFact, spellsOf } from "../past/index.ts";
import type { GivenSpan } from "./forms/past-span.ts";
import type { Series } from "./history-series.ts";

/** Most rows of one answer; its series share them. */
export const MOST_ROWS = 160;
/** The number of steps to which a too fine division is widened. */
const STEPS = 24;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** What to read of each series. */
export interface Reading {
  readonly history: History;
  readonly span: GivenSpan;
  readonly timezone: string;
  /** null: no steps. */
  readonly step: Step | null;
  /** Series that share an answer. */
  readonly count: number;
}

/** The content of a series within the span. */
export interface Loaded {
  readonly series: Series;
  /** Start of the record in milliseconds since the epoch; null without a record. */
  readonly since: number | null;
  readonly states: {
    readonly times: StateTimes;
    /** The newest changes. */
    readonly changes: readonly PastValue[];
    /** There are older changes in the span. */
    readonly earlier: boolean;
    readonly before: PastValue | null;
    /** null for a series that shows no state. */
    readonly spells: Spells | null;
  } | null;
  readonly numbers: {
    readonly whole: Bucket;
    readonly lowest: PastValue;
    readonly highest: PastValue;
    readonly steps: readonly Bucket[];
  } | null;
}

/** Reads a series: of numbers extremes, mean and steps; of other values their times and changes. */
export async function loaded(series: Series, reading: Reading): Promise<Loaded> {
  const { property, watch, key } = series;
  const since = await reading.history.knownSince(key);
  const isNumber = property !== null && property.values.length === 0 && !["bool", "string"].includes(property.format);
  if (since === null) return { series, since, states: null, numbers: null };
  if (isNumber && watch === null) return { series, since, states: null, numbers: await numbersOf(series, reading) };
  return { series, since, states: await statesOf(series, reading), numbers: null };
}

async function numbersOf({ key }: Series, { history, span, step, count }: Reading): Promise<Loaded["numbers"]> {
  const most = Math.max(4, Math.floor(MOST_ROWS / count));
  const [whole, extremes, steps] = await Promise.all([
    history.summary(key, span),
    history.extremes(key, span),
    step === null ? [] : history.buckets(key, span, fitting(step, span, most)),
  ]);
  if (!whole || !extremes) return null;
  return { whole, ...extremes, steps: steps.slice(0, most) };
}

/** A step long enough for the rows of the answer. */
function fitting(step: Step, { from, to }: GivenSpan, most: number): Step {
  const ms = step === "hour" ? HOUR : step === "day" ? DAY : step;
  if ((to - from) / ms <= most) return step;
  const least = (to - from) / Math.min(most, STEPS);
  const unit = least <= DAY ? HOUR : DAY;
  return Math.ceil(least / unit) * unit;
}

async function statesOf({ key, watch }: Series, { history, span, count }: Reading): Promise<Loaded["states"]> {
  const most = Math.max(6, Math.floor(MOST_ROWS / 4 / count));
  const [times, changes, before, spells] = await Promise.all([
    history.stateTimes(key, span),
    history.changes(key, span, most + 1),
    history.valueAt(key, span.from - 1),
    watch && spellsOf(history, watch, span),
  ]);
  return { times, changes: changes.slice(-most), earlier: changes.length > most, before, spells };
}

/** The fact that a read series shows. */
export function factOf({ series, states, numbers }: Loaded, { span, timezone }: Reading): PastFact {
  const { device, watch } = series;
  const state = watch && states?.spells ? { name: watch.state, spells: states.spells } : null;
  return seriesFact({ device: device.id, span, timezone, state, numbers });
}
