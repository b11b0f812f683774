import { lexicon } from "../../lexicon/lexicon.ts";
import type { DayPart, TimeWord } from "../../lexicon/types.ts";
import { type Item, playsRole } from "../items.ts";
import type { CalendarDate, ClockTime } from "../measure/measures.ts";
import { extractDurations } from "./durations.ts";
import { type ClockExpression, dayAfter, type TimeExpression, type TimeExtraction } from "./time-expression.ts";
import { extractTimeSpan } from "./time-spans.ts";
import { clockAt, isLate, namesHomeEntity, SMALL_HOURS, timePrepositionsAt, to24Hour } from "./time-words.ts";
import { weekdayMentionIn } from "./weekdays.ts";

/** Extracts the words of time from a clause. */
export function extractTime(items: readonly Item[]): TimeExtraction {
  if (!items.some(saysTime)) return { when: null, lasting: null, rest: items };
  const used = new Set<Item>();
  const span = extractTimeSpan(items, used);
  if (span) return { ...span, rest: items.filter((item) => !used.has(item)) };
  const { delay, lasting, every } = extractDurations(items, used);
  // "in two days at seven"
  const days = delay !== null && every === null && delay % DAY_SECONDS === 0 ? delay / DAY_SECONDS : null;
  const moment = takeMoment(items, used, days, (delay !== null && days === null) || every !== null);
  const beat: TimeExpression | null = every === null ? null : { kind: "interval", seconds: every };
  const when: TimeExpression | null = moment ?? beat ?? (delay === null ? null : { kind: "delay", seconds: delay });
  if (when === null && lasting === null) return { when, lasting: null, rest: items };
  const rest = items.filter((item) => !used.has(item));
  if (when === null && lasting !== null) return { when: { kind: "for", seconds: lasting }, lasting: null, rest };
  return { when, lasting, rest };
}

/** Whether an item may be part of a time: a measure, a word of time, a unit. */
function saysTime({ measure, lex }: Item): boolean {
  return measure !== null || (lex !== null && (lex.time.length > 0 || lex.unit !== null));
}

const DAY_SECONDS = 86_400;

interface Found {
  clock: ClockTime | null;
  part: DayPart | null;
  day: number | null;
  date: CalendarDate | null;
  sun: "sunrise" | "sunset" | null;
  noon: 12 | 24 | null;
  /** Both morning and evening were said: 早晚八点 are two times. */
  parted: boolean;
}

/**
 * "at half past six", "tomorrow morning at 7", "工作日早上七点", "at sunset", "日落前半小时".
 *
 * @param ahead number of days in "in two days"; null: none
 * @param delayed another delay was said
 */
function takeMoment(
  items: readonly Item[],
  used: Set<Item>,
  ahead: number | null,
  delayed: boolean,
): TimeExpression | null {
  const found: Found = { clock: null, part: null, day: ahead, date: null, sun: null, noon: null, parted: false };
  const taken: Item[] = [];
  const rings = items.some((each) => playsRole(each, "remind") || playsRole(each, "alarm"));
  for (const [at, item] of items.entries()) {
    if (used.has(item)) continue;
    const clock = clockAt(items, at);
    if (clock && !found.clock) {
      found.clock = clock;
      taken.push(item, ...timePrepositionsAt(items, at));
      continue;
    }
    if (item.measure?.kind === "date") {
      // Outside of alarms "the 9th" may be one of several things.
      if (found.date !== null || (item.measure.date.month === null && !rings)) return null;
      found.date = item.measure.date;
      taken.push(item, ...timePrepositionsAt(items, at));
      continue;
    }
    // "dusk" may be a value of a lamp, but not after "at".
    const valued = item.home !== null && (namesHomeEntity(item) || !playsRole(items[at - 1], "near_time"));
    const word = valued ? undefined : timeWord(item);
    if (!word) continue;
    // "from sunset to sunrise" and "tomorrow in two days" are no single time.
    if (word.kind === "sun" && found.sun !== null) return null;
    if (word.kind === "day" && found.day !== null && found.day !== word.offset) return null;
    note(word, found);
    // "tonight", 明早, "every evening": a day and a part of it.
    const part = item.lex?.time.find(({ kind }) => kind === "part");
    if (part?.kind === "part" && word !== part) found.part ??= part.name;
    taken.push(item, ...timePrepositionsAt(items, at));
  }
  const { clock, noon, sun } = found;
  const days = weekdayMentionIn(items);
  if (days === null) return null;
  const { weekdays, once } = days;
  taken.push(...days.words);
  if (sun) {
    // One sunset is no schedule.
    if (found.day !== null || found.date !== null) return null;
    const { offset, extra } = sunOffset(items);
    for (const item of [...taken, ...extra]) used.add(item);
    return { kind: "sun", event: sun, offsetSeconds: offset, weekdays };
  }
  if (!clock && noon === null) {
    // "turn on the light tonight": a part of a day is no time.
    return null;
  }
  // A day may only be said in one way.
  const said = [found.day, found.date, weekdays[0] ?? null].filter((each) => each !== null).length;
  if (delayed || found.parted || (said > 1 && (ahead !== null || found.date !== null))) return null;
  for (const item of taken) used.add(item);
  const time = clock ? to24Hour(clock, found.part) : { hour: noon === 24 ? 0 : 12, minute: 0 };
  const { day, date } = found;
  const exact = found.part !== null || (clock?.meridiem ?? null) !== null || noon !== null || time.hour > 12;
  const moment: ClockExpression = { kind: "at", ...time, day, date, weekdays, once, exact };
  // "Tonight at one" is the next one o'clock.
  if (isSmallHour(clock, time.hour, found.part) && day === 0) return { ...moment, day: null };
  if (isSmallHour(clock, time.hour, found.part) && found.part === "evening") return dayAfter(moment);
  // Twelve tomorrow night is the beginning of the day after; twelve tonight is the next midnight.
  return (clock?.hour === 12 || clock?.hour === 0) && time.hour === 0 && isLate(found.part) && day !== 0
    ? dayAfter(moment)
    : moment;
}

function note(word: TimeWord, found: Found): void {
  switch (word.kind) {
    case "part":
      found.parted ||= found.part !== null && (found.part === "morning") !== (word.name === "morning");
      found.part = word.name;
      break;
    case "day":
      found.day = word.offset;
      break;
    case "sun":
      found.sun = word.event;
      break;
    case "noon":
      found.noon = 12;
      break;
    case "midnight":
      found.noon = 24;
      break;
    case "am":
      found.part ??= "morning";
      break;
    case "pm":
      found.part ??= "evening";
      break;
    default:
  }
}

function timeWord(item: Item): TimeWord | undefined {
  const words = item.lex?.time ?? [];
  // The day of "tonight", the days of "every evening"; the part of the day is noted separately.
  return (
    words.find(({ kind }) => kind === "sun" || kind === "weekday" || kind === "noon" || kind === "midnight") ??
    words.find(({ kind }) => kind === "day") ??
    words[0]
  );
}

/** Whether an hour of the evening or the night is after midnight. */
function isSmallHour(clock: ClockTime | null, hour: number, part: DayPart | null): boolean {
  return clock !== null && clock.hour > 0 && clock.hour < SMALL_HOURS && hour === clock.hour && isLate(part);
}

/** The offset to sunrise or sunset in seconds, with its words: "half an hour before sunset", "日落前半小时". */
function sunOffset(items: readonly Item[]): { offset: number; extra: Item[] } {
  const duration = items.find((item) => item.measure?.kind === "duration");
  if (duration?.measure?.kind !== "duration") return { offset: 0, extra: [] };
  const { timeWords } = lexicon();
  const before = items.find((item) => timeWords.before.has(item.text));
  const after = items.find((item) => timeWords.after.has(item.text));
  const side = before ?? after;
  if (!side) return { offset: 0, extra: [] };
  return { offset: (before ? -1 : 1) * duration.measure.seconds, extra: [duration, side] };
}
