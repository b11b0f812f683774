import type { TimeSpan } from "../../history/port.ts";
import type { ToldChanges } from "../../language/index.ts";
import type { PastWhat } from "../../understanding/past/question.ts";
import {
  noRecordText,
  notRecordedText,
  type PastQueryContext,
  recordedSince,
  subjectName,
  watchedStatesIn,
} from "./query-context.ts";
import { gapsIn, type StateIntervals, stateIntervalsOf, totalLengthOf } from "./state-intervals.ts";
import { type WatchedSeries, type WatchedState, watchedSeriesOf } from "./watched-state.ts";

type Change = Extract<PastWhat, { kind: "change" }>;

/** Most moments that are listed one by one. */
const MOST_TIMES = 3;
/** Most things that are listed one by one. */
const MOST_NAMED = 4;
const DAY = 24 * 60 * 60_000;
/** Windows in which the last change is searched, one after another, in milliseconds. */
const WINDOWS = [DAY, 7 * DAY, 31 * DAY, 366 * DAY] as const;

/** Answers when, whether or how often something changed to a state. */
export async function changesAnswer(what: Change, asking: PastQueryContext): Promise<string> {
  const watches = watchedStatesIn(asking);
  if (watches.length === 0) return notRecordedText(asking);
  const { place } = asking.teller;
  if (place === null || place.moment) return await everText(what, watches, asking);
  return await withinText(what, watches, place, place.open, asking);
}

/** The last or first change on record, of the target where it came last or first. */
async function everText(what: Change, watches: readonly WatchedState[], asking: PastQueryContext): Promise<string> {
  const { teller } = asking;
  const { history, now } = teller.context;
  const found = await Promise.all(
    watches.map(async (watch) => ({ watch, at: await (what.of === "first" ? firstOf : lastChangeOf)(watch, asking) })),
  );
  const known = found.flatMap(({ watch, at }) => (at === null ? [] : [{ watch, at }]));
  const sorted = known.sort((one, other) => (what.of === "first" ? one.at - other.at : other.at - one.at));
  const [best] = sorted;
  if (best) {
    const { state, target } = best.watch;
    const told = { name: subjectName(asking, target, state), state, at: teller.clock(best.at) };
    return what.of === "first" ? teller.words.first(told) : teller.words.last(told);
  }
  const [watch] = watches;
  if (!watch) return notRecordedText(asking);
  const since = await recordedSince(watch, history);
  if (since === null || since >= now) return await noRecordText(asking, watch);
  return teller.words.neverSeen(subjectName(asking, watch.target, watch.state), watch.state, teller.sinceText(since));
}

/** The moment when the state last began, in milliseconds since the epoch; null when none is known. */
export async function lastChangeOf(
  watch: WatchedState,
  asking: Pick<PastQueryContext, "teller">,
): Promise<number | null> {
  const each = await Promise.all(watchedSeriesOf(watch).map((one) => lastOfOne(one, asking)));
  const known = each.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}

async function lastOfOne(watch: WatchedSeries, { teller }: Pick<PastQueryContext, "teller">): Promise<number | null> {
  const { history, now } = teller.context;
  if (watch.only !== null) return (await history.lastChange(watch.key, [watch.only]))?.at ?? null;
  const since = await history.knownSince(watch.key);
  if (since === null) return null;
  for (const window of WINDOWS) {
    const from = Math.max(since, now - window);
    const last = (await stateIntervalsOf(history, watch, { from, to: now })).came.at(-1);
    if (last !== undefined) return last;
    if (from === since) return null;
  }
  return null;
}

async function firstOf(watch: WatchedState, asking: PastQueryContext): Promise<number | null> {
  const each = await Promise.all(watchedSeriesOf(watch).map((one) => firstOfOne(one, asking)));
  const known = each.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

async function firstOfOne(watch: WatchedSeries, { teller }: PastQueryContext): Promise<number | null> {
  const { history, now } = teller.context;
  const since = await history.knownSince(watch.key);
  if (since === null) return null;
  if (watch.only !== null)
    return (await history.firstChange(watch.key, { from: since, to: now }, [watch.only]))?.at ?? null;
  return (await stateIntervalsOf(history, watch, { from: since, to: now })).came[0] ?? null;
}

interface Seen {
  readonly watch: WatchedState;
  readonly spells: StateIntervals;
  readonly times: readonly number[];
}

async function withinText(
  what: Change,
  watches: readonly WatchedState[],
  span: TimeSpan,
  open: boolean,
  asking: PastQueryContext,
): Promise<string> {
  const { teller } = asking;
  const { history } = teller.context;
  const seen = await Promise.all(
    watches.map(async (watch): Promise<Seen> => {
      const spells = await stateIntervalsOf(history, watch, span);
      return { watch, spells, times: spells.came };
    }),
  );
  const known = seen.filter(({ spells }) => spells.all.some(({ holds }) => holds !== null));
  const [first] = seen;
  if (!first) return notRecordedText(asking);
  if (known.length === 0) return await noRecordText(asking, first.watch);
  const came = known.filter(({ times }) => times.length > 0);
  const told = came.length > 0 ? came.slice(0, MOST_NAMED) : known.slice(0, 1);
  const texts = told.map((each, at) =>
    textOf(what, toldOf(each, what, open, known.length === 1, asking), at === 0, asking),
  );
  // When none of several changed, one sentence is about all of them.
  const only = told.length === 1 ? told[0] : undefined;
  const certain = (what.of === "last" || what.of === "first") && (only?.times.length ?? 0) > 0;
  const beside = only && !certain ? await besideOf(only, asking) : [];
  return teller.sentences([...texts, ...beside]);
}

function toldOf(
  { watch, spells, times }: Seen,
  what: Change,
  open: boolean,
  only: boolean,
  asking: PastQueryContext,
): ToldChanges {
  const { teller } = asking;
  const { state, target } = watch;
  const shown = what.of === "first" ? times.slice(0, 1) : times.slice(-MOST_TIMES);
  return {
    name: subjectName(asking, target, state),
    several: !only && times.length === 0,
    state,
    times: (times.length > MOST_TIMES && what.of !== "first" ? shown.slice(-1) : shown).map((at) => teller.clock(at)),
    count: what.of === "first" ? shown.length : times.length,
    somebody: what.somebody,
    span: teller.spanText,
    open,
    whole: spells.all.every(({ holds }) => holds === true),
  };
}

function textOf(what: Change, told: ToldChanges, first: boolean, { teller }: PastQueryContext): string {
  const { words } = teller;
  switch (what.of) {
    case "any":
      return first ? words.whether(told) : words.when(told);
    case "count":
      return words.times(told);
    case "last":
    case "first":
      return words.when(told);
    default:
      return what.of satisfies never;
  }
}

/** Sentences about unrecorded parts of the span, in which the change may have happened. */
async function besideOf({ watch, spells }: Seen, { teller }: PastQueryContext): Promise<readonly string[]> {
  const { history } = teller.context;
  const gaps = await gapsIn(history, watch, spells);
  const since = teller.knownSince(await recordedSince(watch, history));
  return [since, totalLengthOf(gaps) > 0 ? teller.gaps(gaps) : ""];
}
