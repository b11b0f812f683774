import type { DayPart, TimeWord } from "../lexicon/types.ts";
import { type Item, playsAnyRole } from "../parse/items.ts";
import { namesHomeEntity, to24Hour } from "../parse/time/time-words.ts";
import { weekdayMentionIn } from "../parse/time/weekdays.ts";
import type { PartialMoment } from "./request.ts";

/** A moment and the items that say it. */
export interface FoundMoment {
  readonly moment: PartialMoment;
  /** The words that say it. */
  readonly words: ReadonlySet<Item>;
}

/**
 * The part of a moment that the items say: "tomorrow", "the seven thirty", "in the morning", 七点. Null when they say none, or
 * contradict themselves.
 * @param bare whether a bare number is an hour
 */
export function partialMomentIn(items: readonly Item[], bare: (item: Item) => boolean): FoundMoment | null {
  const words = new Set<Item>();
  const days = weekdayMentionIn(items);
  if (days === null) return null;
  for (const item of days.words) words.add(item);
  let clock: { hour: number; minute: number | null; meridiem: "am" | "pm" | null } | null = null;
  let part: Extract<TimeWord, { kind: "part" }> | null = null;
  let day: number | null = null;
  let date: PartialMoment["date"] = null;
  let sun: PartialMoment["sun"] = null;
  let noon: number | null = null;
  let minute: number | null = null;
  for (const [at, item] of items.entries()) {
    if (namesHomeEntity(item)) continue;
    const { measure } = item;
    if (measure?.kind === "clock") {
      if (clock) return null;
      clock = measure.clock;
      words.add(item);
    } else if (measure?.kind === "date") {
      if (date) return null;
      date = measure.date;
      words.add(item);
    } else if (measure?.kind === "quantity" && bare(item)) {
      const { value } = measure.quantity;
      // The minutes of "seven thirty" are no second hour.
      if (words.has(item)) continue;
      const second = items[at + 1];
      if (second !== undefined && at + 2 === items.length && isPastHour(second)) {
        // "Ten past" keeps the hour of the plan.
        if (clock || minute !== null || value < 1 || value > 59 || !Number.isInteger(value)) return null;
        minute = value;
        words.add(item).add(second);
        continue;
      }
      if (clock || !isHour(value)) return null;
      const minutes = bareNumberOf(second) ?? 0;
      const timed = second !== undefined && minutes >= 10 && minutes < 60;
      clock = { hour: value, minute: timed ? minutes : 0, meridiem: null };
      words.add(item);
      if (timed) words.add(second);
    }
    for (const word of item.lex?.time ?? []) {
      if (item.home && namesHomeEntity(item)) break;
      words.add(item);
      if (word.kind === "part") part ??= word;
      else if (word.kind === "day") {
        if (day !== null && day !== word.offset) return null;
        day = word.offset;
      } else if (word.kind === "sun") sun = word.event;
      else if (word.kind === "noon") noon = 12;
      else if (word.kind === "midnight") noon = 0;
      else if (word.kind === "clockQuarter") minute = 15;
      else if (word.kind === "clockHalf") minute = 30;
    }
  }
  const { weekdays } = days;
  const said = [clock, part, day, date, sun, noon, minute].some((each) => each !== null) || weekdays.length > 0;
  if (!said) return null;
  const name: DayPart | null = part?.name ?? null;
  const time = clock ? to24Hour({ ...clock, minute: clock.minute ?? 0 }, name) : null;
  const hour = time?.hour ?? noon;
  const exact = name !== null || (clock?.meridiem ?? null) !== null || noon !== null || (hour ?? 0) > 12;
  const recurring = weekdays.length > 0 && days.once === null;
  const moment = {
    hour,
    minute: time?.minute ?? (noon === null ? minute : 0),
    exact,
    part: part ? { name: part.name, hours: part.hours } : null,
    day,
    date,
    weekdays,
    recurring,
    sun,
  };
  return { moment, words };
}

/** The value of a bare number. */
export function bareNumberOf(item: Item | undefined): number | null {
  const quantity = item?.measure?.kind === "quantity" ? item.measure.quantity : null;
  return quantity !== null && quantity.unit === null && Number.isInteger(quantity.value) ? quantity.value : null;
}

/** Whether it is "past" behind minutes without an hour. */
function isPastHour(item: Item): boolean {
  return item.measure === null && (item.lex?.time.some(({ kind }) => kind === "pastHour") ?? false);
}

function isHour(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 24;
}

/** Whether it is a small word beside a time: "at", "on", "in", "for", 的. */
export function isTimeParticle(item: Item): boolean {
  if (item.measure !== null || namesHomeEntity(item) || (item.lex?.kinds.length ?? 0) > 0) return false;
  return playsAnyRole(item, AROUND);
}

const AROUND = [
  "filler",
  "polite",
  "article",
  "in",
  "on",
  "of",
  "for",
  "to",
  "at_time",
  "near_time",
  "in_time",
  "until",
  "by",
  "with",
  "object",
  "thing",
  "every",
  "this_week",
] as const;
