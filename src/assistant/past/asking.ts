import type { History } from "../../history/port.ts";
import type { DeviceId, Property, Value } from "../../home/index.ts";
import type { Measured } from "../../language/index.ts";
import type { Target } from "../../understanding/ground/situation.ts";
import type { State } from "../../understanding/lexicon/types.ts";
import type { AnswerStep } from "../../understanding/plan.ts";
import { gapsIn, spellsOf } from "./spells.ts";
import type { PastTeller } from "./teller.ts";
import { seriesOf, type Watch, watchOf } from "./watch.ts";

/** One question about the past, with what it is answered with. */
export interface Asking {
  readonly teller: PastTeller;
  readonly step: AnswerStep;
  /** How a thing is called in the reply. */
  readonly called: (target: Target, state: State | undefined) => string;
  /** All devices of the room that a thing is in. */
  readonly beside: (target: Target) => readonly DeviceId[];
  /** All that tells of one thing, itself first. */
  readonly same: (target: Target, state: State) => readonly Target[];
  /** Another device of the home; undefined where there is none, or it is hidden. */
  readonly device: (id: DeviceId) => Target | undefined;
  /** A value as it is told of a thing. */
  readonly measured: (target: Target, property: Property, value: Value) => Measured;
}

/** Devices that one question looks at. */
const MOST_TARGETS = 60;

/** The things that can tell the state that is asked about, and of which it is kept. */
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

/** Since when anything is known of what is watched; null: nothing is. */
export async function watchedSince(watch: Watch, history: History): Promise<number | null> {
  const all = await Promise.all(seriesOf(watch).map(({ key }) => history.knownSince(key)));
  const known = all.filter((since) => since !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** How a thing is called; null where the question has named it, and no other may be meant. */
export function nameIn({ step, called }: Asking, target: Target, state?: State): string | null {
  const { targets, inferred } = step.query;
  return targets.length === 1 && inferred === null ? null : called(target, state);
}

/** That nothing of what is asked about is kept. */
export function notKept(asking: Asking): string {
  const [target] = asking.step.query.targets;
  return asking.teller.words.notKept(target ? asking.called(target, asking.step.frame.states[0]) : null);
}

const DAY = 24 * 60 * 60_000;

/** That nothing is known of the span, and why, or since when something is. */
export async function noRecord(asking: Asking, { target, key, property }: Recorded): Promise<string> {
  const { teller } = asking;
  const { history, now } = teller.means;
  const since = await history.knownSince(key);
  const name = nameIn(asking, target, asking.step.frame.states[0]);
  const { place } = teller;
  const around = place?.moment && since !== null && since < place.from ? place.from : null;
  const beside = around === null ? [] : [await gapAround(around)];
  return teller.sentences([teller.words.noRecord(name, teller.spanText), teller.knownSince(since), ...beside]);

  /** From when to when nothing was recorded. */
  async function gapAround(at: number): Promise<string> {
    const span = { from: at - DAY, to: Math.min(now, at + DAY) };
    const { all } = await spellsOf(history, { key, holds: () => true }, span);
    const gap = all.filter(({ from, to, holds }) => holds === null && from <= at && at < to);
    return teller.gaps(await gapsIn(history, { key, property }, { all: gap }));
  }
}

type Recorded = Pick<Watch, "target" | "key" | "property">;
