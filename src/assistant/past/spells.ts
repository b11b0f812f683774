import { AVAILABILITY, type History, type Span } from "../../history/port.ts";
import type { Watch } from "./watch.ts";

/** A stretch in which something was so, was not, or (null) is not known. */
export interface Spell extends Span {
  readonly holds: boolean | null;
}

export interface Spells {
  /** In order, without gaps between them. */
  readonly all: readonly Spell[];
  /** More changed than was read: what was before the first of these is left out. */
  readonly cut: boolean;
}

/** More changes than these are not read at once. */
const MOST_CHANGES = 5_000;

/** How it was within a span, stretch by stretch. */
export async function spellsOf(
  history: History,
  { key, holds }: Pick<Watch, "key" | "holds">,
  span: Span,
): Promise<Spells> {
  const [before, changes] = await Promise.all([
    history.valueAt(key, span.from - 1),
    history.changes(key, span, MOST_CHANGES),
  ]);
  const cut = changes.length >= MOST_CHANGES;
  const known = (value: Parameters<typeof holds>[0] | null | undefined): boolean | null =>
    value === null || value === undefined ? null : holds(value);
  const all: Spell[] = [];
  const add = (spell: Spell): void => {
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
  return { all, cut };
}

/** When it came to be so: only what was known not to be so before. */
export function cameIn({ all }: Spells): readonly number[] {
  return all.flatMap(({ from, holds }, at) => (holds === true && all[at - 1]?.holds === false ? [from] : []));
}

/** How long it was so, in milliseconds. */
export function timeIn({ all }: Spells): number {
  return lengthOf(all.filter(({ holds }) => holds === true));
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Why nothing was recorded: the device could not be reached, or Jia did not run. */
export interface Gap extends Span {
  readonly why: "offline" | "away";
}

/** Shorter gaps are not told: a restart, a device that is looked for. Milliseconds. */
const SHORTEST_GAP = 5 * 60_000;

/** Stretches of a span in which it is not known how it was, as far as that is worth telling; nothing of what is before the history begins. */
export async function gapsIn(
  history: History,
  { key, property }: Pick<Watch, "key" | "property">,
  spells: Spells,
): Promise<readonly Gap[]> {
  const since = (await history.knownSince(key)) ?? Number.POSITIVE_INFINITY;
  const gaps = spells.all.flatMap(({ from, to, holds }) => {
    const begins = Math.max(from, since);
    return holds === null && to - begins >= SHORTEST_GAP ? [{ from: begins, to }] : [];
  });
  return await Promise.all(
    gaps.map(async (gap): Promise<Gap> => {
      if (property === null) return { ...gap, why: "away" };
      const reached = await history.valueAt({ device: key.device, address: AVAILABILITY }, gap.from + 1);
      return { ...gap, why: reached?.value === false ? "offline" : "away" };
    }),
  );
}
