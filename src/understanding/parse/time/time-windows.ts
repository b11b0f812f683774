import { lexicon } from "../../lexicon/lexicon.ts";
import type { DayPart, TimeWord } from "../../lexicon/types.ts";
import { type Item, playsRole } from "../items.ts";
import { timePrepositionsAt, to24Hour } from "./time-words.ts";

/** A time window of a condition. */
export type TimeWindow =
  /** HH:MM; if `before` is earlier than `after`, the window crosses midnight. */
  | { readonly kind: "time"; readonly after: string | null; readonly before: string | null }
  | { readonly kind: "sun"; readonly up: boolean }
  /** 1 = Monday. */
  | { readonly kind: "weekdays"; readonly days: readonly number[] };

export interface WindowExtraction {
  readonly windows: readonly TimeWindow[];
  /** The items without the words of time. */
  readonly rest: readonly Item[];
}

/**
 * Extracts the time windows from a condition: "at night", "after 10 pm", "between 22:00 and 6:00", "日落后", "on weekdays". Null if
 * a word of time makes no window: a date, a bare hour.
 */
export function extractWindows(items: readonly Item[]): WindowExtraction | null {
  const used = new Set<Item>();
  const windows: TimeWindow[] = [];
  if (items.some(({ measure }) => measure?.kind === "date")) return null;
  const clocks = items.flatMap((item, at) => (item.measure?.kind === "clock" ? [at] : []));
  if (clocks.length > 0) {
    const window = clockWindow(items, clocks, used);
    if (!window) return null;
    windows.push(window);
  }
  for (const [at, item] of items.entries()) {
    if (used.has(item) || item.home || item.measure) continue;
    const words = item.lex?.time.filter(({ kind }) => BOUNDS.has(kind)) ?? [];
    if (words.length === 0) continue;
    for (const word of words) {
      const window = windowOf(word, items, at, used);
      if (!window) return null;
      // "every night" is at night: every day is no bound.
      if (window.kind !== "weekdays" || window.days.length < 7) windows.push(window);
    }
    for (const each of [item, ...timePrepositionsAt(items, at)]) used.add(each);
  }
  return { windows, rest: items.filter((item) => !used.has(item)) };
}

/** Kinds of time words that make a window by themselves. */
const BOUNDS: ReadonlySet<TimeWord["kind"]> = new Set(["part", "day", "weekday", "sun", "noon", "midnight"]);

function windowOf(word: TimeWord, items: readonly Item[], at: number, used: Set<Item>): TimeWindow | null {
  switch (word.kind) {
    case "part":
      return { kind: "time", after: word.hours[0], before: word.hours[1] };
    case "weekday":
      return { kind: "weekdays", days: word.days };
    case "sun": {
      const other = items.slice(at + 1).find((item) => item.lex?.time.some(({ kind }) => kind === "sun"));
      const between = items
        .slice(0, at)
        .find((item) => playsRole(item, "between") || lexicon().timeWords.from.has(item.text));
      if (other && between) {
        for (const item of [between, ...items.slice(at, items.indexOf(other) + 1)]) used.add(item);
        return { kind: "sun", up: word.event === "sunrise" };
      }
      const side = sideAt(items, at, used);
      return side === null ? null : { kind: "sun", up: (side === "after") === (word.event === "sunrise") };
    }
    case "noon":
    case "midnight": {
      const side = sideAt(items, at, used);
      const time = word.kind === "noon" ? "12:00" : "00:00";
      return side === null ? null : bounded(side, time);
    }
    default:
      // A day: "tonight", 明晚.
      return null;
  }
}

/** "after 10 pm", 晚上十点以后, "between 10 pm and 6 am", 晚上十点到早上六点之间. */
function clockWindow(items: readonly Item[], clocks: readonly number[], used: Set<Item>): TimeWindow | null {
  const [first, second, more] = clocks.map((at) => timeAt(items, at, used));
  const [from = 0, to = 0] = clocks;
  if (!first || more !== undefined) return null;
  if (clocks.length === 1) {
    const side = first.exact ? sideAt(items, from, used) : null;
    return side === null ? null : bounded(side, first.text);
  }
  if (!second || !first.exact) return null;
  for (const item of items.slice(from, to)) if (!item.home) used.add(item);
  for (const item of [items[from - 1], items[from - 2], items[to + 1]]) {
    if (
      item &&
      (playsRole(item, "between") ||
        playsRole(item, "at_time") ||
        playsRole(item, "in") ||
        lexicon().timeWords.from.has(item.text))
    )
      used.add(item);
  }
  return { kind: "time", after: first.text, before: second.text };
}

/** A window before or after a time: "after 11 pm" lasts until the morning, "after 9 am" until midnight. */
function bounded(side: "before" | "after", time: string): TimeWindow {
  if (side === "before") return { kind: "time", after: null, before: time };
  return { kind: "time", after: time, before: time >= EVENING ? MORNING : null };
}

const EVENING = "18:00";
const MORNING = "06:00";

/** The time of day at an index, as HH:MM, with the part of the day beside it; `exact`: the half of the day is known. */
function timeAt(items: readonly Item[], at: number, used: Set<Item>): { text: string; exact: boolean } | null {
  const item = items[at];
  if (item?.measure?.kind !== "clock") return null;
  used.add(item);
  for (const each of timePrepositionsAt(items, at)) used.add(each);
  const { clock } = item.measure;
  let part: DayPart | null = null;
  for (const beside of [items[at - 1], items[at + 1]]) {
    const word = beside?.lex?.time.find(({ kind }) => kind === "part");
    if (!beside || beside.home || word?.kind !== "part" || part !== null) continue;
    part = word.name;
    used.add(beside);
  }
  const { hour, minute } = to24Hour(clock, part);
  const two = (value: number): string => String(value).padStart(2, "0");
  const exact = part !== null || clock.meridiem !== null || clock.hour > 12 || clock.hour === 0;
  return { text: `${two(hour)}:${two(minute)}`, exact };
}

/** Whether "after" or "before" stands beside the time at an index: in front in English, behind in Chinese. */
function sideAt(items: readonly Item[], at: number, used: Set<Item>): "before" | "after" | null {
  const { timeWords } = lexicon();
  for (const beside of [items[at - 1], items[at + 1]]) {
    if (!beside) continue;
    const side = timeWords.after.has(beside.text) ? "after" : timeWords.before.has(beside.text) ? "before" : null;
    if (side === null) continue;
    used.add(beside);
    return side;
  }
  return null;
}
