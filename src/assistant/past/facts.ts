import type { Bucket, EnergyUse, PastValue, TimeSpan } from "../../history/port.ts";
import type { DeviceId } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import { type StateIntervals, totalLengthOf } from "./state-intervals.ts";

/** A moment, with the time of day in the home. */
export interface FactMoment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Minutes from midnight in the home's time zone. */
  readonly minute: number;
}

/** What a read of the history showed about one device: evidence for statements about the past. Lengths are in milliseconds. */
export interface PastFact {
  /** null: all of the home. */
  readonly device: DeviceId | null;
  /** The state in question; null for measured values, settings and energy. */
  readonly state: DeviceState | null;
  readonly span: TimeSpan;
  readonly so: number;
  readonly not: number;
  readonly unknown: number;
  /** The length of each interval in which the state held. */
  readonly lengths: readonly number[];
  readonly began: readonly FactMoment[];
  readonly ended: readonly FactMoment[];
  readonly least: Valued | null;
  readonly most: Valued | null;
  /** Other numbers: means, kWh, costs. */
  readonly numbers: readonly number[];
  /** Other moments: the starts of steps. */
  readonly moments: readonly FactMoment[];
  /** null where it is not about electricity. */
  readonly kWh: number | null;
}

interface Valued {
  readonly value: number;
  readonly moment: FactMoment;
}

const NOTHING: Omit<PastFact, "device" | "span"> = {
  state: null,
  so: 0,
  not: 0,
  unknown: 0,
  lengths: [],
  began: [],
  ended: [],
  least: null,
  most: null,
  numbers: [],
  moments: [],
  kWh: null,
};

/** The result of reading one series. */
export interface SeriesReading {
  readonly device: DeviceId;
  readonly span: TimeSpan;
  readonly timezone: string;
  readonly state: { readonly name: DeviceState; readonly spells: StateIntervals } | null;
  readonly numbers: {
    readonly whole: Bucket;
    readonly lowest: PastValue;
    readonly highest: PastValue;
    readonly steps: readonly Bucket[];
  } | null;
}

/** The fact that a read of a series shows. */
export function seriesFact({ device, span, timezone, state, numbers }: SeriesReading): PastFact {
  const moment = (at: number): FactMoment => momentOf(at, timezone);
  if (state) {
    const { all } = state.spells;
    const of = (holds: boolean | null) => all.filter((each) => each.holds === holds);
    const turns = (holds: boolean): readonly FactMoment[] =>
      all.flatMap((each, at) => (each.holds === holds && all[at - 1]?.holds === !holds ? [moment(each.from)] : []));
    return {
      ...NOTHING,
      device,
      span,
      state: state.name,
      so: totalLengthOf(of(true)),
      not: totalLengthOf(of(false)),
      unknown: totalLengthOf(of(null)),
      lengths: of(true).map(({ from, to }) => to - from),
      began: turns(true),
      ended: turns(false),
    };
  }
  if (!numbers) return { ...NOTHING, device, span, unknown: span.to - span.from };
  const { whole, lowest, highest, steps } = numbers;
  const valued = ({ value, at }: PastValue): Valued | null =>
    typeof value === "number" ? { value, moment: moment(Math.max(at, span.from)) } : null;
  return {
    ...NOTHING,
    device,
    span,
    unknown: span.to - span.from - whole.known,
    least: valued(lowest),
    most: valued(highest),
    numbers: [whole.mean, whole.last, ...steps.flatMap(({ min, mean, max }) => [min, mean, max])],
    moments: steps.map(({ from }) => moment(from)),
  };
}

/** The facts that a read of energy shows: the total first, then each device. */
export function energyFacts(uses: readonly EnergyUse[], span: TimeSpan, timezone: string): readonly PastFact[] {
  const fact = (device: DeviceId | null, own: readonly EnergyUse[]): PastFact => {
    const sum = (value: (use: EnergyUse) => number): number => own.reduce((all, use) => all + value(use), 0);
    const kWh = sum((use) => use.kWh);
    return {
      ...NOTHING,
      device,
      span,
      kWh,
      numbers: [kWh, kWh * 1000, sum(({ cost }) => cost ?? 0), ...own.map((use) => use.kWh)],
      moments: own.map(({ from }) => momentOf(from, timezone)),
    };
  };
  const byDevice = Map.groupBy(uses, ({ device }) => device);
  return [fact(null, uses), ...[...byDevice].map(([device, own]) => fact(device, own))];
}

function momentOf(at: number, timezone: string): FactMoment {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  return { at, minute: hour * 60 + minute };
}
