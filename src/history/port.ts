/**
 * What other rooms see of history: the assistant, the API and the command line ask about the past through this and through
 * nothing else. Times are milliseconds since the epoch; a span is `from` (inclusive) to `to` (exclusive).
 */
import type { DeviceId, PropertyAddress, Value } from "../home/index.ts";

/** The address under which it is kept whether a device could be reached: true or false. */
export const AVAILABILITY = "availability";

/** One property of one device, or its availability. */
export interface SeriesKey {
  readonly device: DeviceId;
  readonly address: PropertyAddress;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A property became this; null: not known from then on (the device said so, or Jia did not run). */
export interface PastValue {
  readonly at: number;
  readonly value: Value | null;
}

/** What a number was within one step of time. */
export interface Bucket extends Span {
  readonly min: number;
  /** Weighted by how long each value held. */
  readonly mean: number;
  readonly max: number;
  readonly last: number;
  /** Milliseconds of the step in which the value was known. */
  readonly known: number;
}

/** How a span is cut: by so many milliseconds, or by hours and days of the home's zone. */
export type Step = number | "hour" | "day";

/** How long something was one value within a span. */
export interface StateTime {
  readonly value: Value;
  readonly ms: number;
  /** How often it became so within the span. */
  readonly times: number;
}

export interface StateTimes {
  readonly states: readonly StateTime[];
  /** Milliseconds in which the value was not known. */
  readonly unknown: number;
}

/** Electric energy that was used in a span. */
export interface EnergyUse extends Span {
  readonly device: DeviceId;
  readonly kWh: number;
  /** `counter`: the device counts it itself · `power`: summed from its power. */
  readonly source: "counter" | "power";
  /** In the tariff's currency; null without a tariff. */
  readonly cost: number | null;
  /** Milliseconds of the span of which nothing is known. */
  readonly unknown: number;
}

export interface EnergyQuery extends Span {
  /** All that can tell when it is left out, but the meters of the whole home: those count what the others use once more. */
  readonly devices?: readonly DeviceId[];
  /** One entry a device for the whole span, or one a device for each hour or day. */
  readonly by?: "hour" | "day";
}

/** The past of the home. Every promise settles off the event loop; a span of any length is answered with bounded results. */
export interface History {
  /** Whether changes of this property are kept. */
  keeps(key: SeriesKey): boolean;
  /** Since when anything is known of it; null: nothing is. */
  knownSince(key: SeriesKey): Promise<number | null>;
  /**
   * What it was at a moment; null: not known then. `at` of the result is when it became so, as far as that is known: after a
   * stretch that is not known, the end of that. Of what is only kept in summary, it is the mean of some minutes.
   */
  valueAt(key: SeriesKey, at: number): Promise<PastValue | null>;
  /** Changes within a span, oldest first; the newest `limit` of them (1,000). */
  changes(key: SeriesKey, span: Span, limit?: number): Promise<readonly PastValue[]>;
  /**
   * The newest change before `before` (now) to one of these values, from another known one: somebody saw it happen. What is
   * another value after a stretch that is not known has changed at no known moment. null: none is known.
   */
  lastChange(key: SeriesKey, to?: readonly Value[], before?: number): Promise<PastValue | null>;
  /** The first change within a span to one of these values, from another known one; null: none is known. */
  firstChange(key: SeriesKey, span: Span, to?: readonly Value[]): Promise<PastValue | null>;
  /** Numbers by steps; steps in which nothing is known are left out. At most 2,000. */
  buckets(key: SeriesKey, span: Span, step: Step): Promise<readonly Bucket[]>;
  /** The same over the whole span as one; null: nothing is known. */
  summary(key: SeriesKey, span: Span): Promise<Bucket | null>;
  /**
   * When within a span a number was lowest and highest; null: nothing is known. Of what is only kept in summary, `at` is the
   * beginning of those minutes.
   */
  extremes(key: SeriesKey, span: Span): Promise<{ readonly lowest: PastValue; readonly highest: PastValue } | null>;
  /** How long it was which value. */
  stateTimes(key: SeriesKey, span: Span): Promise<StateTimes>;
  /** The meters of the whole home: where there are any, the home's energy is theirs, and not the sum of the devices. */
  mains(): readonly DeviceId[];
  /** Whether any of these devices has ever told its electric energy; null: any of the home. */
  counts(devices: readonly DeviceId[] | null): Promise<boolean>;
  /** Electric energy; devices that cannot tell, and those of which nothing is known then, are left out. */
  energy(query: EnergyQuery): Promise<readonly EnergyUse[]>;
}

/** What a kilowatt hour costs. */
export interface Tariff {
  /** ISO 4217: "EUR", "CNY". */
  readonly currency: string;
  /** Price of a kilowatt hour at a moment. */
  priceAt(at: number): number;
}
