import type { History } from "../../history/port.ts";
import type { DeviceId, Property, Value } from "../../home/index.ts";
import type { DeviceState, Measured } from "../../language/index.ts";
import type { Target } from "../../understanding/ground/target.ts";
import type { AnswerStep } from "../../understanding/plan.ts";
import { gapsIn, spellsOf } from "./spells.ts";
import type { PastTeller } from "./teller.ts";
import { seriesOf, type Watch, watchOf } from "./watch.ts";

/** One question about the past, and what is needed to answer it. */
export interface Asking {
  readonly teller: PastTeller;
  readonly step: AnswerStep;
  /** The name of a target in the reply. */
  readonly called: (target: Target, state: DeviceState | undefined) => string;
  /** Ids of all devices in the room of a target. */
  readonly beside: (target: Target) => readonly DeviceId[];
  /** All targets that report a state of the same thing, the target itself first. */
  readonly same: (target: Target, state: DeviceState) => readonly Target[];
  /** A device of the home by id; undefined where there is none or it is hidden. */
  readonly device: (id: DeviceId) => Target | undefined;
  /** A value of a target in the form that the language packs take. */
  readonly measured: (target: Target, property: Property, value: Value) => Measured;
}

/** Most targets of one question. */
const MOST_TARGETS = 60;

/** The targets that report the state in question and whose history is kept. */
export function watchesIn({ step, teller, same }: Asking): readonly Watch[] {
  const [state] = step.frame.states;
  if (state === undefined) return [];
  return step.query.targets.slice(0, MOST_TARGETS).flatMap((target) => {
    const [watch, ...beside] = same(target, state)
      .flatMap((each) => watchOf(state, each) ?? [])
      .filter(({ key }) => teller.means.history.keeps(key));
    return watch ? [{ ...watch, target, beside }] : [];
  });
}

/** The start of the record of a watched state, in milliseconds since the epoch; null without a record. */
export async function watchedSince(watch: Watch, history: History): Promise<number | null> {
  const all = await Promise.all(seriesOf(watch).map(({ key }) => history.knownSince(key)));
  const known = all.filter((since) => since !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** The name of a target in the reply; null where the question itself names the only target. */
export function nameIn({ step, called }: Asking, target: Target, state?: DeviceState): string | null {
  const { targets, inferred } = step.query;
  return targets.length === 1 && inferred === null ? null : called(target, state);
}

/** The sentence that the history does not keep what was asked about. */
export function notKept(asking: Asking): string {
  const [target] = asking.step.query.targets;
  return asking.teller.words.notKept(target ? asking.called(target, asking.step.frame.states[0]) : null);
}

const DAY = 24 * 60 * 60_000;

/** The sentence that nothing is known of the span, with the reason or the start of the record. */
export async function noRecord(asking: Asking, { target, key, property }: Recorded): Promise<string> {
  const { teller } = asking;
  const { history, now } = teller.means;
  const since = await history.knownSince(key);
  const name = nameIn(asking, target, asking.step.frame.states[0]);
  const { place } = teller;
  const around = place?.moment && since !== null && since < place.from ? place.from : null;
  const beside = around === null ? [] : [await gapAround(around)];
  return teller.sentences([teller.words.noRecord(name, teller.spanText), teller.knownSince(since), ...beside]);

  /** The gap in the record around a moment, in words. */
  async function gapAround(at: number): Promise<string> {
    const span = { from: at - DAY, to: Math.min(now, at + DAY) };
    const { all } = await spellsOf(history, { key, holds: () => true }, span);
    const gap = all.filter(({ from, to, holds }) => holds === null && from <= at && at < to);
    return teller.gaps(await gapsIn(history, { key, property }, { all: gap }));
  }
}

type Recorded = Pick<Watch, "target" | "key" | "property">;
