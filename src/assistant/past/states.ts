import type { PastValue, TimeSpan } from "../../history/port.ts";
import type { ToldTime } from "../../language/index.ts";
import { OPPOSITES } from "../../understanding/ground/states.ts";
import type { PastWhat } from "../../understanding/past/question.ts";
import { changesAnswer } from "./changes.ts";
import {
  noRecordText,
  notRecordedText,
  type PastQueryContext,
  recordedSince,
  subjectName,
  watchedStatesIn,
} from "./query-context.ts";
import {
  gapsIn,
  type RecordingGap,
  type StateIntervals,
  stateIntervalsOf,
  totalLengthOf,
  trueTimeIn,
} from "./state-intervals.ts";
import type { PastTeller } from "./teller.ts";
import { type WatchedState, watchedSeriesOf } from "./watched-state.ts";

/** Most things that are listed one by one. */
const MOST_NAMED = 6;
/** A state that held for all but this many milliseconds held all the time: a restart, a late report. */
const ALMOST = 60_000;

/** Answers whether a state held at a moment, at any time or all the time. */
export async function stateAnswer(
  { how }: Extract<PastWhat, { kind: "state" }>,
  asking: PastQueryContext,
): Promise<string> {
  const { teller, step } = asking;
  const { place } = teller;
  // "Was anybody there?" is answered with the times.
  if (step.frame.states[0] === "occupied" && how !== "always" && place?.moment !== true)
    return await changesAnswer({ kind: "change", of: "any", somebody: true }, asking);
  const watches = watchedStatesIn(asking);
  if (watches.length === 0) return notRecordedText(asking);
  if (place === null) return teller.words.noRecord(null, "");
  return place.moment ? await atMoment(watches, place.from, asking) : await within(how ?? "ever", watches, asking);
}

async function atMoment(watches: readonly WatchedState[], at: number, asking: PastQueryContext): Promise<string> {
  const { teller, step } = asking;
  const { history } = teller.context;
  const found = await Promise.all(
    watches.map(async (watch) => {
      const values = await Promise.all(
        watchedSeriesOf(watch).map(async ({ key, holds }) => told(await history.valueAt(key, at), holds)),
      );
      return { watch, holds: values.includes(true) ? true : values.includes(false) ? false : null };
    }),
  );
  const known = found.flatMap(({ watch, holds }) => (holds === null ? [] : [{ watch, holds }]));
  const [first] = watches;
  const [one, ...others] = known;
  if (!first || !one) return first ? await noRecordText(asking, first) : notRecordedText(asking);
  const when = isClear(asking) ? "" : teller.moment(at);
  const { state } = one.watch;
  if (others.length === 0 && watches.length === 1) {
    const name = subjectName(asking, one.watch.target, state);
    return teller.words.wasThen(one.holds, name, state, OPPOSITES[state] ?? null, when);
  }
  const so = known.filter(({ holds }) => holds).map(({ watch }) => asking.called(watch.target, state));
  if (so.length > MOST_NAMED) return teller.words.wereMany(so.length, state, when);
  if (so.length === 0 && isListed(step)) return teller.words.noneWas(state, when);
  return step.query.asking === "all" && so.length === known.length
    ? teller.words.allWere(so.length, state, when)
    : teller.words.were(so, state, when);
}

function told(value: PastValue | null, holds: WatchedState["holds"]): boolean | null {
  return value?.value == null ? null : holds(value.value);
}

/** Whether the question asks which or how many. */
function isListed({ query: { asking } }: PastQueryContext["step"]): boolean {
  return asking === "which" || asking === "howMany";
}

/** Whether the question gives one moment: "at eight" may be in the morning or in the evening. */
function isClear({ teller: { span } }: PastQueryContext): boolean {
  if (span?.kind !== "at") return true;
  const { clock, part } = span.moment;
  return clock.meridiem !== null || part !== null || clock.hour > 12 || clock.hour === 0;
}

interface Lasted {
  readonly watch: WatchedState;
  readonly spells: StateIntervals;
  readonly ms: number;
  readonly gaps: readonly RecordingGap[];
}

async function lastedOf(watches: readonly WatchedState[], { teller }: PastQueryContext): Promise<readonly Lasted[]> {
  const { history } = teller.context;
  const span = teller.place ?? { from: 0, to: 0 };
  const all = await Promise.all(
    watches.map(async (watch): Promise<Lasted> => {
      const spells = await stateIntervalsOf(history, watch, span);
      const gaps = await gapsIn(history, watch, spells);
      // The store adds up what has too many changes to read.
      const ms = spells.cut ? await summedOf(watch, teller, span) : trueTimeIn(spells);
      return { watch, spells, ms, gaps };
    }),
  );
  return all.filter(({ spells }) => spells.cut || spells.all.some(({ holds }) => holds !== null));
}

async function summedOf({ key, holds }: WatchedState, teller: PastTeller, span: TimeSpan): Promise<number> {
  const { states } = await teller.context.history.stateTimes(key, span);
  return states.reduce((sum, { value, ms }) => sum + (holds(value) ? ms : 0), 0);
}

function toldOf({ watch, spells, ms, gaps }: Lasted, asking: PastQueryContext): ToldTime {
  const { teller } = asking;
  const { state, target } = watch;
  const { place } = teller;
  const so = spells.all.filter(({ holds }) => holds === true);
  const [once, ...more] = so;
  const known = spells.all.filter(({ holds }) => holds !== null);
  const last = spells.all.at(-1);
  return {
    name: subjectName(asking, target, state),
    state,
    length: ms < ALMOST / 60 ? "" : teller.length(ms),
    stretch: once && more.length === 0 && !spells.cut ? teller.stretch(once) : "",
    span: teller.spanText,
    still: place?.open === true && last?.holds === true,
    whole: !spells.cut && ms > 0 && totalLengthOf(known) - ms < ALMOST,
    least: gaps.length > 0,
    open: place?.open ?? false,
  };
}

async function within(
  how: "ever" | "always",
  watches: readonly WatchedState[],
  asking: PastQueryContext,
): Promise<string> {
  const { teller, step } = asking;
  const { words } = teller;
  const all = await lastedOf(watches, asking);
  const [one, ...others] = all;
  const [first] = watches;
  if (!one) return first ? await noRecordText(asking, first) : notRecordedText(asking);
  const { state } = one.watch;
  if (others.length === 0 && step.query.targets.length === 1) {
    const told = toldOf(one, asking);
    return teller.sentences([how === "always" ? words.always(told) : words.ever(told), ...(await beside(one, asking))]);
  }
  if (how === "always") {
    const not = all.map((each) => toldOf(each, asking)).filter(({ whole }) => !whole);
    if (not.length === 0) return words.always(toldOf(one, asking));
    const [worst, ...rest] = not.slice(0, MOST_NAMED);
    return worst ? teller.sentences([words.always(worst), ...rest.map((each) => words.lasted(each))]) : "";
  }
  const so = all.filter(({ ms }) => ms > 0).map(({ watch }) => asking.called(watch.target, state));
  if (so.length === 0 && isListed(step)) return words.noneWas(state, teller.spanText);
  if (so.length > MOST_NAMED) return words.wereMany(so.length, state, teller.spanText);
  return words.were(so, state, teller.spanText);
}

/** Answers how long a state held. */
export async function durationAnswer(asking: PastQueryContext): Promise<string> {
  const { teller, step } = asking;
  const { words } = teller;
  const watches = watchedStatesIn(asking);
  if (watches.length === 0) return notRecordedText(asking);
  const all = await lastedOf(watches, asking);
  const [one, ...others] = all;
  const [first] = watches;
  if (!one) return first ? await noRecordText(asking, first) : notRecordedText(asking);
  if (others.length === 0 && step.query.targets.length === 1)
    return teller.sentences([words.lasted(toldOf(one, asking)), ...(await beside(one, asking))]);
  const { state } = one.watch;
  if (all.every(({ ms }) => ms === 0)) return words.noneWas(state, teller.spanText);
  const most = [...all].sort((a, b) => b.ms - a.ms).slice(0, MOST_NAMED);
  return words.lastedEach(
    state,
    most.map(({ watch, ms }) => ({
      name: asking.called(watch.target, state),
      length: ms === 0 ? "" : teller.length(ms),
    })),
  );
}

async function beside({ watch, gaps }: Lasted, { teller }: PastQueryContext): Promise<readonly string[]> {
  const since = await recordedSince(watch, teller.context.history);
  return [teller.knownSince(since), teller.gaps(gaps)];
}
