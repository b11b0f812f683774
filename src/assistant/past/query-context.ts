import type { History } from "../../history/port.ts";
import type { DeviceId, Property, Value } from "../../home/index.ts";
import type { DeviceState, Measured } from "../../language/index.ts";
import type { DeviceTarget } from "../../understanding/ground/target.ts";
import type { AnswerStep } from "../../understanding/plan.ts";
import { gapsIn, stateIntervalsOf } from "./state-intervals.ts";
import type { PastTeller } from "./teller.ts";
import { type WatchedState, watchedSeriesOf, watchedStateOf } from "./watched-state.ts";

/** One question about the past, and what is needed to answer it. */
export interface PastQueryContext {
  readonly teller: PastTeller;
  readonly step: AnswerStep;
  /** The name of a target in the reply. */
  readonly called: (target: DeviceTarget, state: DeviceState | undefined) => string;
  /** Ids of all devices in the room of a target. */
  readonly roomDevices: (target: DeviceTarget) => readonly DeviceId[];
  /** All targets that report a state of the same thing, the target itself first. */
  readonly same: (target: DeviceTarget, state: DeviceState) => readonly DeviceTarget[];
  /** A device of the home by id; undefined where there is none or it is hidden. */
  readonly device: (id: DeviceId) => DeviceTarget | undefined;
  /** A value of a target in the form that the language packs take. */
  readonly measured: (target: DeviceTarget, property: Property, value: Value) => Measured;
}

/** Most targets of one question. */
const MOST_TARGETS = 60;

/** The targets that report the state in question and whose history is kept. */
export function watchedStatesIn({ step, teller, same }: PastQueryContext): readonly WatchedState[] {
  const [state] = step.frame.states;
  if (state === undefined) return [];
  return step.query.targets.slice(0, MOST_TARGETS).flatMap((target) => {
    const [watch, ...related] = same(target, state)
      .flatMap((each) => watchedStateOf(state, each) ?? [])
      .filter(({ key }) => teller.context.history.keeps(key));
    return watch ? [{ ...watch, target, related }] : [];
  });
}

/** The start of the record of a watched state, in milliseconds since the epoch; null without a record. */
export async function recordedSince(watch: WatchedState, history: History): Promise<number | null> {
  const all = await Promise.all(watchedSeriesOf(watch).map(({ key }) => history.knownSince(key)));
  const known = all.filter((since) => since !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** The name of a target in the reply; null where the question itself names the only target. */
export function subjectName(
  { step, called }: PastQueryContext,
  target: DeviceTarget,
  state?: DeviceState,
): string | null {
  const { targets, inferred } = step.query;
  return targets.length === 1 && inferred === null ? null : called(target, state);
}

/** The sentence that the history does not keep what was asked about. */
export function notRecordedText(asking: PastQueryContext): string {
  const [target] = asking.step.query.targets;
  return asking.teller.words.notKept(target ? asking.called(target, asking.step.frame.states[0]) : null);
}

const DAY = 24 * 60 * 60_000;

/** The sentence that nothing is known of the span, with the reason or the start of the record. */
export async function noRecordText(asking: PastQueryContext, { target, key, property }: Recorded): Promise<string> {
  const { teller } = asking;
  const { history, now } = teller.context;
  const since = await history.knownSince(key);
  const name = subjectName(asking, target, asking.step.frame.states[0]);
  const { place } = teller;
  const around = place?.moment && since !== null && since < place.from ? place.from : null;
  const beside = around === null ? [] : [await gapAround(around)];
  return teller.sentences([teller.words.noRecord(name, teller.spanText), teller.knownSince(since), ...beside]);

  /** The gap in the record around a moment, in words. */
  async function gapAround(at: number): Promise<string> {
    const span = { from: at - DAY, to: Math.min(now, at + DAY) };
    const { all } = await stateIntervalsOf(history, { key, holds: () => true }, span);
    const gap = all.filter(({ from, to, holds }) => holds === null && from <= at && at < to);
    return teller.gaps(await gapsIn(history, { key, property }, { all: gap }));
  }
}

type Recorded = Pick<WatchedState, "target" | "key" | "property">;
