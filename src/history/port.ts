/**
 * The port of history: the assistant, the API and the command line query the past only through it. Times are milliseconds since
 * the epoch; a span is `from` (inclusive) to `to` (exclusive).
 */
import type { DeviceId, PropertyAddress, Value } from "../home/index.ts";

/** The address of a device's availability: true while it can be reached. */
export const AVAILABILITY = "availability";

/** One property of one device, or its availability. */
export interface SeriesKey {
  readonly device: DeviceId;
  readonly address: PropertyAddress;
}

export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** A change of a property to a value; null: not known from then on (the device cleared it, or Jia did not run). */
export interface PastValue {
  readonly at: number;
  readonly value: Value | null;
}

/** The summary of a number within one step of time. */
export interface Bucket extends TimeSpan {
  readonly min: number;
  /** Weighted by duration. */
  readonly mean: number;
  readonly max: number;
  readonly last: number;
  /** Milliseconds of the step in which the value was known. */
  readonly known: number;
}

/** The length of steps: milliseconds, or hours and days of the home's zone. */
export type TimeStep = number | "hour" | "day";

/** How long a property had one value within a span. */
export interface StateTime {
  readonly value: Value;
  readonly ms: number;
  /** How often it changed to the value within the span. */
  readonly times: number;
}

export interface StateTimes {
  readonly states: readonly StateTime[];
  /** Milliseconds in which the value was not known. */
  readonly unknown: number;
}

/** The electric energy that a device used in a span. */
export interface EnergyUse extends TimeSpan {
  readonly device: DeviceId;
  readonly kWh: number;
  /** `counter`: counted by the device · `power`: integrated from its power. */
  readonly source: "counter" | "power";
  /** In the tariff's currency; null without a tariff. */
  readonly cost: number | null;
  /** Unknown milliseconds of the span. */
  readonly unknown: number;
}

export interface EnergyQuery extends TimeSpan {
  /** Ids of devices; when left out, all with a meter except the meters of the whole home, which count the others again. */
  readonly devices?: readonly DeviceId[];
  /** One entry per device for each hour or day; for the whole span when left out. */
  readonly by?: "hour" | "day";
}

/** The history of the home. Queries do not hold the event loop, and results are bounded for a span of any length. */
export interface History {
  /** Whether changes of this property are recorded. */
  keeps(key: SeriesKey): boolean;
  /** The first moment with a known value; null when there is none. */
  knownSince(key: SeriesKey): Promise<number | null>;
  /**
   * The value at a moment; null when it is not known. `at` of the result is when it changed to the value, or the end of the
   * unknown time before it. From a summary it is the mean of some minutes.
   */
  valueAt(key: SeriesKey, at: number): Promise<PastValue | null>;
  /** Changes within a span, oldest first; the newest `limit` of them (1,000). */
  changes(key: SeriesKey, span: TimeSpan, limit?: number): Promise<readonly PastValue[]>;
  /**
   * The newest observed change before `before` (now) to one of these values, from another known one. Another value after unknown
   * time changed at no known moment and does not count. null: none is known.
   */
  lastChange(key: SeriesKey, to?: readonly Value[], before?: number): Promise<PastValue | null>;
  /** The first observed change within a span to one of these values, from another known one; null: none is known. */
  firstChange(key: SeriesKey, span: TimeSpan, to?: readonly Value[]): Promise<PastValue | null>;
  /** A number by steps, at most 2,000; steps without known values are left out. */
  buckets(key: SeriesKey, span: TimeSpan, step: TimeStep): Promise<readonly Bucket[]>;
  /** A number over the whole span as one step; null: nothing is known. */
  summary(key: SeriesKey, span: TimeSpan): Promise<Bucket | null>;
  /**
   * When a number was lowest and highest within a span; null: nothing is known. For a summary `at` is its beginning.
   */
  extremes(key: SeriesKey, span: TimeSpan): Promise<{ readonly lowest: PastValue; readonly highest: PastValue } | null>;
  /** How long the property had which value. */
  stateTimes(key: SeriesKey, span: TimeSpan): Promise<StateTimes>;
  /** Ids of the meters of the whole home. If there are any, the home's energy is theirs, and not the sum of the devices. */
  mains(): readonly DeviceId[];
  /** Whether any of these devices has ever reported its electric energy; null: any of the home. */
  counts(devices: readonly DeviceId[] | null): Promise<boolean>;
  /** Electric energy; devices without a meter or without known values are left out. */
  energy(query: EnergyQuery): Promise<readonly EnergyUse[]>;
}

/** Prices of electric energy. */
export interface Tariff {
  /** ISO 4217: "EUR", "CNY". */
  readonly currency: string;
  /** Price of a kilowatt hour at a moment. */
  priceAt(at: number): number;
}
