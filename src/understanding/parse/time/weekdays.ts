import { lexicon } from "../../lexicon/lexicon.ts";
import { type Item, playsRole } from "../items.ts";

/** A single weekday: the next one, or the one in the week after this. */
export type WeekdayOccurrence = "this" | "next";

export interface WeekdayMention {
  /** 1 = Monday, in order. */
  readonly weekdays: readonly number[];
  /** null: recurring. */
  readonly once: WeekdayOccurrence | null;
  /** The words for the days. */
  readonly words: readonly Item[];
}

/** Reads the weekdays in a clause: one, several, a range, all but some. Null if they are ambiguous. */
export function weekdayMentionIn(items: readonly Item[]): WeekdayMention | null {
  let days = new Set<number>();
  const words: Item[] = [];
  let recurring = false;
  let once: WeekdayOccurrence = "this";
  let without = false;
  /** Days that are excepted from those behind them: 除了周日每天…. */
  const left = new Set<number>();
  let leaving = false;
  /** The last single day, where a range may begin. */
  let from: number | null = null;
  for (const [at, item] of items.entries()) {
    if (playsRole(item, "except")) {
      without = items.slice(at + 1).some(isDay) && items.slice(0, at).some(isDay);
      from = null;
      if (without) words.push(item);
      leaving = !without && item.grammar.exceptionFirst && !items.slice(0, at).some(isDay);
      if (leaving) words.push(item);
    }
    const more = moreDays(item, items[at - 1]);
    const said = [...daysOf(item), ...more];
    if (said.length === 0) continue;
    const wide = said.length > 2;
    if (leaving && wide) leaving = false;
    else if (leaving) {
      for (const day of said) left.add(day);
      const behind = items[at + 1];
      words.push(item, ...(behind && playsRole(behind, "exceptEnd") ? [behind] : []));
      continue;
    }
    const [before, last = before] = [items[at - 1], items[at - 2]];
    const ranged = from !== null && before !== undefined && last === words.at(-1) && isRange(before);
    const named: readonly number[] = ranged && from !== null && said.length === 1 ? range(from, said[0] ?? 1) : said;
    days = without ? new Set([...days].filter((day) => !named.includes(day))) : together(days, named);
    words.push(item, ...((ranged || more.length > 0) && before && !words.includes(before) ? [before] : []));
    from = said.length === 1 ? (said[0] ?? null) : null;
    recurring ||= said.length > 1 || item.plural || isEvery(item, before);
    const week = before && (playsRole(before, "next_week") || playsRole(before, "this_week")) ? before : null;
    if (week === null) continue;
    // "this weekend" is one of two days.
    if (said.length > 1) return null;
    words.push(week);
    if (playsRole(week, "next_week")) once = "next";
  }
  if (left.size > 0) days = new Set([...days].filter((day) => !left.has(day)));
  if (words.length > 0 && days.size === 0) return null;
  const weekdays = [...days].sort((a, b) => a - b);
  return { weekdays, once: weekdays.length === 1 && !recurring && !without ? once : null, words };
}

/** Combines days; "every day" is restricted by the days beside it: 工作日每天, "every morning on weekdays". */
function together(days: ReadonlySet<number>, named: readonly number[]): Set<number> {
  if (days.size === WEEK) return new Set(named);
  return named.length === WEEK && days.size > 0 ? new Set(days) : new Set([...days, ...named]);
}

const WEEK = 7;

function isDay(item: Item): boolean {
  return daysOf(item).length > 0;
}

function daysOf({ lex, home }: Item): readonly number[] {
  if (home) return [];
  return lex?.time.flatMap((word) => (word.kind === "weekday" ? word.days : [])) ?? [];
}

/** Further weekdays in a numeral after a day: 三五 in 周一三五, 二四 in 周二四. */
export function moreDays(item: Item, before: Item | undefined): readonly number[] {
  const { measure, first, text } = item;
  if (
    before === undefined ||
    before.to !== item.from ||
    before.first.kind !== "character" ||
    first.kind !== "character"
  )
    return [];
  if (measure?.kind !== "quantity" || measure.quantity.unit !== null || text.length < 2) return [];
  const stem = isDay(before) ? before.text.slice(0, -1) : before.text;
  const { lookup } = lexicon();
  const days = [...text].flatMap((digit) =>
    (lookup(stem + digit)?.time ?? []).flatMap((word) => (word.kind === "weekday" ? word.days : [])),
  );
  return days.length === text.length ? days : [];
}

/** "to", "through", 到, "-" */
function isRange(item: Item): boolean {
  return playsRole(item, "to") || playsRole(item, "until") || item.text === "-" || item.text === "~";
}

/** Weekdays from one to another, across the weekend if the last is earlier. */
function range(from: number, to: number): readonly number[] {
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => ((from - 1 + at) % 7) + 1);
}

/** Whether a day is recurring by "every" before it or at its beginning: "every Monday", 每周一. */
function isEvery(item: Item, before: Item | undefined): boolean {
  if (before && playsRole(before, "every") && !playsRole(before, "at_time")) return true;
  const [first = ""] = item.text;
  return !item.grammar.spaces && (lexicon().lookup(first)?.roles.includes("every") ?? false);
}
