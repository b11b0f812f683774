import { lexicon } from "../../lexicon/lexicon.ts";
import { type Item, isListMark, isMark, playsAnyRole, playsRole } from "../items.ts";
import { namesHomeEntity } from "./time-words.ts";
import { endsIn } from "./unread-times.ts";
import { moreDays } from "./weekdays.ts";

/** Adjacent words of time: "at seven tomorrow", 每个工作日早上六点半. */
export interface TimeRun {
  readonly from: number;
  /** Index behind the last item. */
  readonly to: number;
  readonly items: readonly Item[];
  /** The components of the time; a second clock time belongs to something else. */
  readonly tells: ReadonlySet<TimeComponent>;
}

/** A component of a time expression. */
export type TimeComponent = "clock" | "duration" | "day" | "part" | "every";

/** Finds the runs of words of time in a clause, with their prepositions; `items` has ordinals as dates. */
export function timeRuns(given: readonly Item[]): {
  readonly items: readonly Item[];
  readonly runs: readonly TimeRun[];
} {
  const items = given.map((item, at) => asDate(given, at) ?? item);
  const runs: TimeRun[] = [];
  for (let at = 0; at < items.length; at += 1) {
    if (tellsAt(items, at) === null) continue;
    let from = at;
    const last = runs.at(-1)?.to ?? 0;
    while (from > last && isLead(items, from - 1)) from -= 1;
    let to = at + 1;
    for (;;) {
      if (isTail(items, to)) to += 1;
      const next = nextTold(items, to);
      if (next === null) break;
      to = next + 1;
    }
    const tells = new Set(items.slice(from, to).flatMap((_, place) => tellsAt(items, from + place) ?? []));
    runs.push({ from, to, items: items.slice(from, to), tells });
    at = to - 1;
  }
  return { items, runs };
}

/** Index of the next word of time, if only function words, a comma or "to" between two days come before; else null. */
function nextTold(items: readonly Item[], from: number): number | null {
  for (let at = from; at < items.length; at += 1) {
    const item = items[at];
    if (!item) return null;
    if (tellsAt(items, at) !== null) return at;
    const joins =
      isListMark(item) ||
      playsRole(item, "and") ||
      playsRole(item, "to") ||
      playsRole(item, "except") ||
      joinsDays(items, at);
    if (!joins && !isLead(items, at) && !isTail(items, at)) return null;
    // One mark or joining word is enough.
    if (joins && !isLead(items, at) && at > from && !isTail(items, at - 1)) return null;
  }
  return null;
}

/** "Monday through Friday" */
function joinsDays(items: readonly Item[], at: number): boolean {
  return playsRole(items[at], "until") && [items[at - 1], items[at + 1]].every(isWeekday);
}

function isWeekday(item: Item | undefined): boolean {
  return item?.lex?.time.some(({ kind }) => kind === "weekday") === true;
}

/** The components of the item at an index; null if it is no word of time. */
function tellsAt(items: readonly Item[], at: number): readonly TimeComponent[] | null {
  const item = items[at];
  if (!item || isMark(item)) return null;
  const { measure, lex } = item;
  if (measure) {
    if (measure.kind === "clock" || measure.kind === "impossible") return ["clock"];
    if (measure.kind === "date") return ["day"];
    if (measure.kind === "duration") return ["duration"];
    if (moreDays(item, items[at - 1]).length > 0) return ["day", "every"];
    return isBareHour(items, at) ? ["clock"] : null;
  }
  if (namesHomeEntity(item) || !lex || isWithin(items, at)) return null;
  const told = lex.time.flatMap((word): readonly TimeComponent[] => {
    switch (word.kind) {
      case "part":
        return ["part"];
      case "day":
        return ["day"];
      case "weekday":
        return word.days.length > 1 ? ["day", "every"] : ["day"];
      case "sun":
      case "noon":
      case "midnight":
        return ["clock"];
      default:
        return [];
    }
  });
  if (told.length > 0) return told;
  // "daily", 每天
  return playsRole(item, "every") && !playsRole(item, "at_time") && lex.roles.every((role) => role === "every")
    ? ["every"]
    : null;
}

/** Whether a bare number is an hour: after "at" or "for". */
function isBareHour(items: readonly Item[], at: number): boolean {
  const { measure } = items[at] ?? {};
  const before = items[at - 1];
  const quantity = measure?.kind === "quantity" ? measure.quantity : null;
  const hour =
    quantity?.unit === null && Number.isInteger(quantity.value) && quantity.value >= 0 && quantity.value <= 24;
  return hour && before !== undefined && before.first.kind === "word" && playsAnyRole(before, BEFORE_HOUR);
}

const BEFORE_HOUR = ["near_time", "for", "wake"] as const;

/** Whether a character is part of a longer unknown word: 晚 in 晚饭. */
function isWithin(items: readonly Item[], at: number): boolean {
  const [item, next] = [items[at], items[at + 1]];
  const single = item?.first.kind === "character" && item.text.length === 1;
  return (
    single === true &&
    next?.first.kind === "character" &&
    next.lex === null &&
    next.home === null &&
    next.measure === null
  );
}

/** Whether an item is a function word before a time: "at", "on the", "every", 在, 下. */
function isLead(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item || isMark(item) || item.measure || namesHomeEntity(item) || (item.lex?.kinds.length ?? 0) > 0) return false;
  // 除了周日每天…
  if (playsRole(item, "except") && item.grammar.exceptionFirst) return true;
  if (lexicon().timeWords.through.has(item.text) || moreDays(items[at + 1] ?? item, item).length > 0) return true;
  return playsAnyRole(item, LEADS) && (!playsRole(item, "on") || !hasAct(item));
}

const LEADS = [
  "at_time",
  "near_time",
  "in_time",
  "every",
  "this_week",
  "next_week",
  "article",
  "of",
  "in",
  "for",
] as const;

/** Whether an item is a function word after a time: 后, "from now", 的, "sharp". */
function isTail(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item || isMark(item) || item.measure || namesHomeEntity(item)) return false;
  const small = (item.lex?.roles.length ?? 0) > 0 && item.lex?.roles.every((role) => role === "filler");
  if (item.first.kind === "word" && small) return true;
  // 七点的时候叫我
  if (item.first.kind === "character" && playsAnyRole(item, ["when_end", "exceptEnd"])) return true;
  return playsRole(item, "after") || (item.grammar.ownerFirst && playsRole(item, "of"));
}

function hasAct({ lex }: Item): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

/** The item as a date, which ordinals are in alarms: "the 3rd", 八号; null if it is none. */
function asDate(items: readonly Item[], at: number): Item | null {
  const item = items[at];
  const [before, next] = [items[at - 1], items[at + 1]];
  if (!item || namesHomeEntity(item)) return null;
  const han = item.first.kind === "character" || item.first.kind === "number" ? endsIn(item, "ofDay") : false;
  const quantity = item.measure?.kind === "quantity" ? item.measure.quantity.value : null;
  const order = ORDER.findIndex((role) => playsRole(item, role)) + 1 || (lexicon().ordinals.get(item.text) ?? 0);
  if (han && (quantity !== null || order > 0)) return dateItem(item, quantity ?? order);
  const the = before !== undefined && playsRole(before, "article") && item.first.kind !== "character";
  const led = the && (playsRole(items[at - 2], "at_time") || playsRole(items[at - 2], "for"));
  const ends = next === undefined || isMark(next) || !isThing(next);
  return led && order > 0 && ends ? dateItem(item, order) : null;
}

const ORDER = ["first", "second", "third", "fourth"] as const;

function isThing({ lex, home }: Item): boolean {
  return (
    lex === null || lex.kinds.length > 0 || (home !== null && home.devices.length > 0) || lex.roles.includes("thing")
  );
}

function dateItem(item: Item, day: number): Item {
  if (!Number.isInteger(day) || day < 1 || day > 31)
    return { ...item, lex: null, measure: { kind: "impossible", end: item.to } };
  return { ...item, lex: null, measure: { kind: "date", date: { month: null, day }, end: item.to } };
}
