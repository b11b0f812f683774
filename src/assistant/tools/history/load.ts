import type { Bucket, History, PastValue, StateTimes, TimeStep } from "../../../history/port.ts";
import { type PastFact, type Spells, seriesFact, spellsOf } from "../../past/index.ts";
import type { RequestedSpan } from "../forms/past-span.ts";
import type { HistorySeries } from "./series.ts";

/** Most rows of one answer; its series share them. */
export const MAX_ANSWER_ROWS = 160;
/** The number of steps to which a too fine division is widened. */
const STEPS = 24;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** What to read of each series. */
export interface HistoryRequest {
  readonly history: History;
  readonly span: RequestedSpan;
  readonly timezone: string;
  /** null: no steps. */
  readonly step: TimeStep | null;
  /** Series that share an answer. */
  readonly count: number;
}

/** The content of a series within the span. */
export interface LoadedSeries {
  readonly series: HistorySeries;
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
export async function loadSeries(series: HistorySeries, reading: HistoryRequest): Promise<LoadedSeries> {
  const { property, watch, key } = series;
  const since = await reading.history.knownSince(key);
  const isNumber = property !== null && property.values.length === 0 && !["bool", "string"].includes(property.format);
  if (since === null) return { series, since, states: null, numbers: null };
  if (isNumber && watch === null) return { series, since, states: null, numbers: await numbersOf(series, reading) };
  return { series, since, states: await statesOf(series, reading), numbers: null };
}

async function numbersOf(
  { key }: HistorySeries,
  { history, span, step, count }: HistoryRequest,
): Promise<LoadedSeries["numbers"]> {
  const most = Math.max(4, Math.floor(MAX_ANSWER_ROWS / count));
  const [whole, extremes, steps] = await Promise.all([
    history.summary(key, span),
    history.extremes(key, span),
    step === null ? [] : history.buckets(key, span, fitting(step, span, most)),
  ]);
  if (!whole || !extremes) return null;
  return { whole, ...extremes, steps: steps.slice(0, most) };
}

/** A step long enough for the rows of the answer. */
function fitting(step: TimeStep, { from, to }: RequestedSpan, most: number): TimeStep {
  const ms = step === "hour" ? HOUR : step === "day" ? DAY : step;
  if ((to - from) / ms <= most) return step;
  const least = (to - from) / Math.min(most, STEPS);
  const unit = least <= DAY ? HOUR : DAY;
  return Math.ceil(least / unit) * unit;
}

async function statesOf(
  { key, watch }: HistorySeries,
  { history, span, count }: HistoryRequest,
): Promise<LoadedSeries["states"]> {
  const most = Math.max(6, Math.floor(MAX_ANSWER_ROWS / 4 / count));
  const [times, changes, before, spells] = await Promise.all([
    history.stateTimes(key, span),
    history.changes(key, span, most + 1),
    history.valueAt(key, span.from - 1),
    watch && spellsOf(history, watch, span),
  ]);
  return { times, changes: changes.slice(-most), earlier: changes.length > most, before, spells };
}

/** The fact that a read series shows. */
export function factOfSeries({ series, states, numbers }: LoadedSeries, { span, timezone }: HistoryRequest): PastFact {
  const { device, watch } = series;
  const state = watch && states?.spells ? { name: watch.state, spells: states.spells } : null;
  return seriesFact({ device: device.id, span, timezone, state, numbers });
}
