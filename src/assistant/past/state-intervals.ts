import { AVAILABILITY, type History, type TimeSpan } from "../../history/port.ts";
import type { WatchedSeries, WatchedState } from "./watched-state.ts";

/** An interval in which a state held, did not hold, or (null) is not known. */
export interface StateInterval extends TimeSpan {
  readonly holds: boolean | null;
}

export interface StateIntervals {
  /** In order, adjacent to each other. */
  readonly all: readonly StateInterval[];
  /** There were more changes than are read: earlier intervals are missing. */
  readonly cut: boolean;
  /** The moments when the state began, in milliseconds since the epoch. */
  readonly came: readonly number[];
}

/** Reports of several devices about one thing within this many milliseconds are one event. */
const AT_ONCE = 10_000;

/** Most changes that are read at once. */
const MOST_CHANGES = 5_000;

/** The intervals of a watched state within a span. With several series the state holds where any of them says so. */
export async function stateIntervalsOf(
  history: History,
  { key, holds, related = [] }: Pick<WatchedState, "key" | "holds" | "related">,
  span: TimeSpan,
): Promise<StateIntervals> {
  const each = await Promise.all([{ key, holds }, ...related].map((one) => ownSpells(history, one, span)));
  const [first, ...others] = each;
  return first ? others.reduce(together, first) : { all: [], cut: false, came: [] };
}

function together(one: StateIntervals, other: StateIntervals): StateIntervals {
  const edges = [...new Set([...one.all, ...other.all].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const all: StateInterval[] = [];
  for (const [at, from] of edges.entries()) {
    const to = edges[at + 1];
    if (to === undefined) break;
    const told = [one, other].map((spells) => spells.all.find((each) => each.from <= from && from < each.to)?.holds);
    const holds = told.includes(true) ? true : told.includes(false) ? false : null;
    const last = all.at(-1);
    if (last?.holds === holds) all[all.length - 1] = { ...last, to };
    else all.push({ from, to, holds });
  }
  const came: number[] = [];
  for (const at of [...one.came, ...other.came].sort((a, b) => a - b))
    if (at - (came.at(-1) ?? Number.NEGATIVE_INFINITY) > AT_ONCE) came.push(at);
  return { all, cut: one.cut || other.cut, came };
}

async function ownSpells(
  history: History,
  { key, holds }: Pick<WatchedSeries, "key" | "holds">,
  span: TimeSpan,
): Promise<StateIntervals> {
  const [before, changes] = await Promise.all([
    history.valueAt(key, span.from - 1),
    history.changes(key, span, MOST_CHANGES),
  ]);
  const cut = changes.length >= MOST_CHANGES;
  const known = (value: Parameters<typeof holds>[0] | null | undefined): boolean | null =>
    value === null || value === undefined ? null : holds(value);
  const all: StateInterval[] = [];
  const add = (spell: StateInterval): void => {
    const last = all.at(-1);
    if (spell.from >= spell.to) return;
    if (last?.holds === spell.holds) all[all.length - 1] = { ...last, to: spell.to };
    else all.push(spell);
  };
  let from = cut ? (changes[0]?.at ?? span.from) : span.from;
  let now = cut ? null : known(before?.value);
  for (const { at, value } of changes) {
    add({ from, to: at, holds: now });
    from = Math.max(at, span.from);
    now = known(value);
  }
  add({ from, to: span.to, holds: now });
  return { all, cut, came: cameOf(all) };
}

/** The moments when the state began after it was known not to hold. */
function cameOf(all: readonly StateInterval[]): readonly number[] {
  return all.flatMap(({ from, holds }, at) => (holds === true && all[at - 1]?.holds === false ? [from] : []));
}

/** How long the state held, in milliseconds. */
export function trueTimeIn({ all }: StateIntervals): number {
  return totalLengthOf(all.filter(({ holds }) => holds === true));
}

/** The total length of spans, in milliseconds. */
export function totalLengthOf(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** An interval without a record. offline: the device could not be reached; away: Jia did not run. */
export interface RecordingGap extends TimeSpan {
  readonly why: "offline" | "away";
}

/** Shorter gaps are not worth telling: a restart, a short loss of contact. Milliseconds. */
const SHORTEST_GAP = 5 * 60_000;

/** The gaps in the record that are long enough to tell, each with its reason; time before the record begins is none. */
export async function gapsIn(
  history: History,
  { key, property, related = [] }: Pick<WatchedState, "key" | "property" | "related">,
  spells: Pick<StateIntervals, "all">,
): Promise<readonly RecordingGap[]> {
  const known = await Promise.all([key, ...related.map((each) => each.key)].map((each) => history.knownSince(each)));
  const since = Math.min(...known.map((each) => each ?? Number.POSITIVE_INFINITY));
  const gaps = spells.all.flatMap(({ from, to, holds }) => {
    const begins = Math.max(from, since);
    return holds === null && to - begins >= SHORTEST_GAP ? [{ from: begins, to }] : [];
  });
  return await Promise.all(
    gaps.map(async (gap): Promise<RecordingGap> => {
      if (property === null) return { ...gap, why: "away" };
      const reached = await history.valueAt({ device: key.device, address: AVAILABILITY }, gap.from + 1);
      return { ...gap, why: reached?.value === false ? "offline" : "away" };
    }),
  );
}
