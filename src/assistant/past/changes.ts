import type { Span } from "../../history/port.ts";
import type { ToldChanges } from "../../language/index.ts";
import type { PastWhat } from "../../understanding/past/question.ts";
import { type Asking, nameIn, noRecord, notKept, watchedSince, watchesIn } from "./asking.ts";
import { gapsIn, lengthOf, type Spells, spellsOf } from "./spells.ts";
import { seriesOf, type Watch, type WatchedSeries } from "./watch.ts";

type Change = Extract<PastWhat, { kind: "change" }>;

/** Most moments that are listed one by one. */
const MOST_TIMES = 3;
/** Most things that are listed one by one. */
const MOST_NAMED = 4;
const DAY = 24 * 60 * 60_000;
/** Windows in which the last change is searched, one after another, in milliseconds. */
const WINDOWS = [DAY, 7 * DAY, 31 * DAY, 366 * DAY] as const;

/** Answers when, whether or how often something changed to a state. */
export async function changesText(what: Change, asking: Asking): Promise<string> {
  const watches = watchesIn(asking);
  if (watches.length === 0) return notKept(asking);
  const { place } = asking.teller;
  if (place === null || place.moment) return await everText(what, watches, asking);
  return await withinText(what, watches, place, place.open, asking);
}

/** The last or first change on record, of the target where it came last or first. */
async function everText(what: Change, watches: readonly Watch[], asking: Asking): Promise<string> {
  const { teller } = asking;
  const { history, now } = teller.means;
  const found = await Promise.all(
    watches.map(async (watch) => ({ watch, at: await (what.of === "first" ? firstOf : lastOf)(watch, asking) })),
  );
  const known = found.flatMap(({ watch, at }) => (at === null ? [] : [{ watch, at }]));
  const sorted = known.sort((one, other) => (what.of === "first" ? one.at - other.at : other.at - one.at));
  const [best] = sorted;
  if (best) {
    const { state, target } = best.watch;
    const told = { name: nameIn(asking, target, state), state, at: teller.clock(best.at) };
    return what.of === "first" ? teller.words.first(told) : teller.words.last(told);
  }
  const [watch] = watches;
  if (!watch) return notKept(asking);
  const since = await watchedSince(watch, history);
  if (since === null || since >= now) return await noRecord(asking, watch);
  return teller.words.neverSeen(nameIn(asking, watch.target, watch.state), watch.state, teller.sinceText(since));
}

/** The moment when the state last began, in milliseconds since the epoch; null when none is known. */
export async function lastOf(watch: Watch, asking: Pick<Asking, "teller">): Promise<number | null> {
  const each = await Promise.all(seriesOf(watch).map((one) => lastOfOne(one, asking)));
  const known = each.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}

async function lastOfOne(watch: WatchedSeries, { teller }: Pick<Asking, "teller">): Promise<number | null> {
  const { history, now } = teller.means;
  if (watch.only !== null) return (await history.lastChange(watch.key, [watch.only]))?.at ?? null;
  const since = await history.knownSince(watch.key);
  if (since === null) return null;
  for (const window of WINDOWS) {
    const from = Math.max(since, now - window);
    const last = (await spellsOf(history, watch, { from, to: now })).came.at(-1);
    if (last !== undefined) return last;
    if (from === since) return null;
  }
  return null;
}

async function firstOf(watch: Watch, asking: Asking): Promise<number | null> {
  const each = await Promise.all(seriesOf(watch).map((one) => firstOfOne(one, asking)));
  const known = each.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

async function firstOfOne(watch: WatchedSeries, { teller }: Asking): Promise<number | null> {
  const { history, now } = teller.means;
  const since = await history.knownSince(watch.key);
  if (since === null) return null;
  if (watch.only !== null)
    return (await history.firstChange(watch.key, { from: since, to: now }, [watch.only]))?.at ?? null;
  return (await spellsOf(history, watch, { from: since, to: now })).came[0] ?? null;
}

interface Seen {
  readonly watch: Watch;
  readonly spells: Spells;
  readonly times: readonly number[];
}

async function withinText(
  what: Change,
  watches: readonly Watch[],
  span: Span,
  open: boolean,
  asking: Asking,
): Promise<string> {
  const { teller } = asking;
  const { history } = teller.means;
  const seen = await Promise.all(
    watches.map(async (watch): Promise<Seen> => {
      const spells = await spellsOf(history, watch, span);
      return { watch, spells, times: spells.came };
    }),
  );
  const known = seen.filter(({ spells }) => spells.all.some(({ holds }) => holds !== null));
  const [first] = seen;
  if (!first) return notKept(asking);
  if (known.length === 0) return await noRecord(asking, first.watch);
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
  asking: Asking,
): ToldChanges {
  const { teller } = asking;
  const { state, target } = watch;
  const shown = what.of === "first" ? times.slice(0, 1) : times.slice(-MOST_TIMES);
  return {
    name: nameIn(asking, target, state),
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

function textOf(what: Change, told: ToldChanges, first: boolean, { teller }: Asking): string {
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
async function besideOf({ watch, spells }: Seen, { teller }: Asking): Promise<readonly string[]> {
  const { history } = teller.means;
  const gaps = await gapsIn(history, watch, spells);
  const since = teller.knownSince(await watchedSince(watch, history));
  return [since, lengthOf(gaps) > 0 ? teller.gaps(gaps) : ""];
}
