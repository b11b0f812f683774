import type { Bucket, EnergyUse, PastValue, Span } from "../../history/port.ts";
import type { DeviceId } from "../../home/index.ts";
import type { State } from "../../understanding/lexicon/types.ts";
import { lengthOf, type Spells } from "./spells.ts";

/** A moment as the clock of the home shows it. */
export interface PastMoment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Of the day. */
  readonly minute: number;
}

/** What a read has shown of the past of one thing: what may be told of it. Lengths are milliseconds. */
export interface PastFact {
  /** null: all of the home. */
  readonly device: DeviceId | null;
  /** The state that it tells of; null for what is measured, set or used. */
  readonly state: State | null;
  readonly span: Span;
  readonly so: number;
  readonly not: number;
  readonly unknown: number;
  /** Each stretch in which it was so. */
  readonly lengths: readonly number[];
  readonly began: readonly PastMoment[];
  readonly ended: readonly PastMoment[];
  readonly least: Valued | null;
  readonly most: Valued | null;
  /** Other numbers: means, what was used, what it cost. */
  readonly numbers: readonly number[];
  /** Other moments: where steps begin. */
  readonly moments: readonly PastMoment[];
  /** null where it is not about electricity. */
  readonly kWh: number | null;
}

interface Valued {
  readonly value: number;
  readonly moment: PastMoment;
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

/** What was read of one series. */
export interface SeriesShown {
  readonly device: DeviceId;
  readonly span: Span;
  readonly timezone: string;
  readonly state: { readonly name: State; readonly spells: Spells } | null;
  readonly numbers: {
    readonly whole: Bucket;
    readonly lowest: PastValue;
    readonly highest: PastValue;
    readonly steps: readonly Bucket[];
  } | null;
}

/** The fact that a series shows. */
export function seriesFact({ device, span, timezone, state, numbers }: SeriesShown): PastFact {
  const moment = (at: number): PastMoment => momentOf(at, timezone);
  if (state) {
    const { all } = state.spells;
    const of = (holds: boolean | null) => all.filter((each) => each.holds === holds);
    const turns = (holds: boolean): readonly PastMoment[] =>
      all.flatMap((each, at) => (each.holds === holds && all[at - 1]?.holds === !holds ? [moment(each.from)] : []));
    return {
      ...NOTHING,
      device,
      span,
      state: state.name,
      so: lengthOf(of(true)),
      not: lengthOf(of(false)),
      unknown: lengthOf(of(null)),
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

/** What was used, in all and by each device. */
export function energyFacts(uses: readonly EnergyUse[], span: Span, timezone: string): readonly PastFact[] {
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

function momentOf(at: number, timezone: string): PastMoment {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  return { at, minute: hour * 60 + minute };
}
