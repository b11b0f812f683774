import { lexicon } from "../lexicon/lexicon.ts";
import type { Act, DayPart, TimeWord } from "../lexicon/types.ts";
import { changesValue } from "./clause-words.ts";
import { closes, opens } from "./contrary.ts";
import { type CalendarDate, nextDate } from "./dates.ts";
import { takeDurations } from "./durations.ts";
import { type Item, is, isAny } from "./items.ts";
import type { ClockTime } from "./quantities.ts";
import { takeSpan } from "./spans.ts";
import { daysIn, type Once } from "./weekdays.ts";

/** When something shall happen. */
export type When =
  | { readonly kind: "delay"; readonly seconds: number }
  /** Now, and back again after this time. */
  | { readonly kind: "for"; readonly seconds: number }
  /** Now, and back again then. */
  | { readonly kind: "until"; readonly end: AtMoment }
  | { readonly kind: "interval"; readonly seconds: number }
  | AtMoment
  | {
      readonly kind: "sun";
      readonly event: "sunrise" | "sunset";
      readonly offsetSeconds: number;
      readonly weekdays: readonly number[];
    };

/** A time of day. */
export interface AtMoment {
  readonly kind: "at";
  readonly hour: number;
  readonly minute: number;
  /** Days from today; null when no day was said. */
  readonly day: number | null;
  /** The day of the calendar; null when none was said. */
  readonly date: CalendarDate | null;
  /** 1 = Monday; empty: once. */
  readonly weekdays: readonly number[];
  /** Only the next of that one weekday, or the one in the week after this; null: each of them. */
  readonly once: Once | null;
  /** Morning or evening was said; otherwise the next time that the clock shows it. */
  readonly exact: boolean;
}

export interface Timed {
  readonly when: When | null;
  /** Seconds after which what is done then is put back: "at seven for an hour". */
  readonly lasting: number | null;
  /** The clause without the words of time. */
  readonly rest: readonly Item[];
}

/** Takes the words of time out of a clause. */
export function takeTime(items: readonly Item[]): Timed {
  if (!items.some(saysTime)) return { when: null, lasting: null, rest: items };
  const used = new Set<Item>();
  const span = takeSpan(items, used);
  if (span) return { ...span, rest: items.filter((item) => !used.has(item)) };
  const { delay, lasting, every } = takeDurations(items, used);
  // "in two days at seven"
  const days = delay !== null && every === null && delay % DAY_SECONDS === 0 ? delay / DAY_SECONDS : null;
  const moment = takeMoment(items, used, days, (delay !== null && days === null) || every !== null);
  const beat: When | null = every === null ? null : { kind: "interval", seconds: every };
  const when: When | null = moment ?? beat ?? (delay === null ? null : { kind: "delay", seconds: delay });
  if (when === null && lasting === null) return { when, lasting: null, rest: items };
  const rest = items.filter((item) => !used.has(item));
  if (when === null && lasting !== null) return { when: { kind: "for", seconds: lasting }, lasting: null, rest };
  return { when, lasting, rest };
}

/** A number, or a word of time: without any nothing is said of when. */
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
  /** Morning and evening were said: 早晚八点 are two moments. */
  parted: boolean;
}

/**
 * "at half past six", "tomorrow morning at 7", "工作日早上七点", "at sunset", "日落前半小时".
 *
 * @param ahead how many days from now was said as a time that goes by ("in two days"); null: none
 * @param delayed some other time that goes by was said
 */
function takeMoment(items: readonly Item[], used: Set<Item>, ahead: number | null, delayed: boolean): When | null {
  const found: Found = { clock: null, part: null, day: ahead, date: null, sun: null, noon: null, parted: false };
  const taken: Item[] = [];
  const rings = items.some((each) => is(each, "remind") || is(each, "alarm"));
  for (const [at, item] of items.entries()) {
    if (used.has(item)) continue;
    const clock = clockAt(items, at);
    if (clock && !found.clock) {
      found.clock = clock;
      taken.push(item, ...around(items, at));
      continue;
    }
    if (item.measure?.kind === "date") {
      // The 9th may be one of several things, where nothing is to ring.
      if (found.date !== null || (item.measure.date.month === null && !rings)) return null;
      found.date = item.measure.date;
      taken.push(item, ...around(items, at));
      continue;
    }
    // "dusk" may be a value of some lamp, but not after "at".
    const valued = item.home !== null && (isNamed(item) || !is(items[at - 1], "near_time"));
    const word = valued ? undefined : timeWord(item);
    if (!word) continue;
    // "from sunset to sunrise" is no one moment, nor is tomorrow in two days.
    if (word.kind === "sun" && found.sun !== null) return null;
    if (word.kind === "day" && found.day !== null && found.day !== word.offset) return null;
    note(word, found);
    // "tonight", 明早, "every evening": a day and a part of it.
    const part = item.lex?.time.find(({ kind }) => kind === "part");
    if (part?.kind === "part" && word !== part) found.part ??= part.name;
    taken.push(item, ...around(items, at));
  }
  const { clock, noon, sun } = found;
  const days = daysIn(items);
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
    // "turn on the light tonight": a part of a day is no time to act at.
    return null;
  }
  // One day is meant, said in one way.
  const said = [found.day, found.date, weekdays[0] ?? null].filter((each) => each !== null).length;
  if (delayed || found.parted || (said > 1 && (ahead !== null || found.date !== null))) return null;
  for (const item of taken) used.add(item);
  const time = clock ? hourOf(clock, found.part) : { hour: noon === 24 ? 0 : 12, minute: 0 };
  const { day, date } = found;
  const exact = found.part !== null || (clock?.meridiem ?? null) !== null || noon !== null || time.hour > 12;
  const moment: AtMoment = { kind: "at", ...time, day, date, weekdays, once, exact };
  // "Tonight at one" is the next one there is.
  if (isSmallHour(clock, time.hour, found.part) && day === 0) return { ...moment, day: null };
  if (isSmallHour(clock, time.hour, found.part) && found.part === "evening") return dayAfter(moment);
  // Twelve of tomorrow's night is where the day after begins; tonight's is the next there is.
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
  // Of "tonight" the day, of "every evening" the days: the part of the day is noted beside.
  return (
    words.find(({ kind }) => kind === "sun" || kind === "weekday" || kind === "noon" || kind === "midnight") ??
    words.find(({ kind }) => kind === "day") ??
    words[0]
  );
}

/** A time of day: as a clock, or a bare number after "at" with a part of the day around. */
export function clockAt(items: readonly Item[], at: number): ClockTime | null {
  const item = items[at];
  if (item?.measure?.kind === "clock") return item.measure.clock;
  const quantity = item?.measure?.kind === "quantity" ? item.measure.quantity : null;
  if (
    quantity === null ||
    quantity.unit !== null ||
    !Number.isInteger(quantity.value) ||
    quantity.value < 0 ||
    quantity.value > 24
  )
    return null;
  const ringing = items.some((each) => is(each, "alarm"));
  const before = items[at - 1];
  const leads = before !== undefined && is(before, "near_time") && !isByHowMuch(items, at - 1);
  const near = leads && (is(before, "at_time") || quantity.value <= 12);
  const dated = items.some(saysDay);
  // "the AC on cool at 24", "the spots on at twenty"
  const bare = before?.grammar.hoursToTwelve === true && !dated;
  const amount = (bare || items.some(takesDegrees)) && setsHowMuch(items);
  const said = near && !(quantity.value > 12 && amount);
  // "for seven", "don't let me sleep past seven"
  const rung = ringing && (is(previous(items, at), "for") || is(previous(items, at), "wake"));
  if (!said && !rung) return null;
  const plain = items.some((each) => isAny(each, SWITCHED) || (each.lex?.acts.some(switches) ?? false));
  return dated || plain ? { hour: quantity.value, minute: 0, meridiem: null } : null;
}

const SWITCHED = ["on", "off", "alarm", "remind", "rising"] as const;

/** Whether it is done at a time rather than with an amount. */
function switches(act: Act): boolean {
  return opens(act) || closes(act);
}

/** A word for a day, or a part of one. */
export function saysDay({ lex }: Item): boolean {
  return lex?.time.some(({ kind }) => kind === "part" || kind === "day" || kind === "weekday") ?? false;
}

/** "up by five": so much more. */
function isByHowMuch(items: readonly Item[], at: number): boolean {
  const way = items[at - 1];
  return is(items[at], "by") && way !== undefined && (changesValue(way) || isAny(way, ["up", "down"]));
}

/** What is switched off or rings takes no amount. */
function setsHowMuch(items: readonly Item[]): boolean {
  return !items.some((item) => isAny(item, WITHOUT_AMOUNT) || item.lex?.acts.some(closes));
}

const WITHOUT_AMOUNT = ["off", "alarm", "remind", "rising"] as const;

/** A word for what is set to degrees. */
function takesDegrees({ lex }: Item): boolean {
  if (lex === null) return false;
  return (
    lex.kinds.some((kind) => DEGREE_KINDS.has(kind)) || lex.listed.some((value) => value === "cool" || value === "heat")
  );
}

const DEGREE_KINDS: ReadonlySet<string> = new Set(["air-conditioner", "thermostat", "heater", "water-heater", "oven"]);

/** Prepositions that belong to a word of time: "at", "on", "every", "在", "每". */
export function around(items: readonly Item[], at: number): Item[] {
  const result: Item[] = [];
  for (let before = at - 1; before >= 0; before -= 1) {
    const item = items[before];
    if (!item || isNamed(item) || item.measure) break;
    // "turn it on at nine": only one preposition belongs to a word of time.
    if (is(item, "on") && (result.length > 0 || !isOnDay(items[at]))) break;
    const links = is(item, "at_time") || is(item, "every") || is(item, "in") || is(item, "of") || is(item, "article");
    if (!links || (item.lex?.acts.length ?? 0) > 0 || (item.lex?.kinds.length ?? 0) > 0) break;
    if (is(item, "object") || is(item, "to")) {
      if (!is(item, "at_time")) break;
    }
    result.push(item);
  }
  const next = items[at + 1];
  if (next && lexicon().timeWords.closing.has(next.text)) result.push(next);
  return result;
}

/** "on Monday", "on the 3rd of May", but not "on tomorrow", "on every evening". */
function isOnDay(item: Item | undefined): boolean {
  const words = item?.lex?.time ?? [];
  const daily = words.some((word) => word.kind === "weekday" && word.days.length === EVERY_DAY.length);
  const dated = words.some(({ kind }) => kind === "weekday" || kind === "part");
  return (dated && !daily) || item?.measure?.kind === "date";
}

/** Whether something of this home is called so; "on" is also a value of some list. */
export function isNamed({ home }: Item): boolean {
  return home !== null && home.devices.length + home.parts.length + home.rooms.length + home.floors.length > 0;
}

export function previous(items: readonly Item[], at: number): Item | undefined {
  for (let before = at - 1; before >= 0; before -= 1) {
    const item = items[before];
    if (item && !is(item, "filler")) return item;
  }
  return undefined;
}

/** Whether an hour of the evening or the night is one after midnight. */
function isSmallHour(clock: ClockTime | null, hour: number, part: DayPart | null): boolean {
  return clock !== null && clock.hour > 0 && clock.hour < SMALL_HOURS && hour === clock.hour && isLate(part);
}

/** Before this hour nobody's evening has begun: 今晚一点 is after midnight. */
const SMALL_HOURS = 5;

export function hourOf({ hour, minute, meridiem }: ClockTime, part: DayPart | null): { hour: number; minute: number } {
  const late =
    meridiem === "pm" ||
    (meridiem === null && (part === "afternoon" || part === "evening" || part === "night" || part === "noon"));
  const early = meridiem === "am" || (meridiem === null && part === "morning");
  // 明晚零点
  if (late && hour === 0) return { hour, minute };
  if (late && hour < 12 && !(part === "noon" && hour >= 10))
    return { hour: isLate(part) && hour < SMALL_HOURS ? hour : hour + 12, minute };
  if (late && hour === 12 && (part === "night" || part === "evening")) return { hour: 0, minute };
  if (early && hour === 12) return { hour: 0, minute };
  return { hour: hour % 24, minute };
}

/** "half an hour before sunset", "日落前半小时". */
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

function isLate(part: DayPart | null): boolean {
  return part === "evening" || part === "night";
}

/** Seconds from now until the next such moment, in the home's time zone. */
export function secondsUntil(when: AtMoment, now: number, timezone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const on = (days: number, hour: number): Temporal.ZonedDateTime =>
    local.add({ days }).with({ hour, minute: when.minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  const [weekday] = when.once === null ? [] : when.weekdays;
  if (weekday !== undefined) {
    const ahead = (weekday - local.dayOfWeek + 7) % 7;
    // "next Monday" is that of the week after this one.
    const days = when.once === "next" ? 7 - local.dayOfWeek + weekday : ahead;
    const due = on(days, when.hour).epochMilliseconds;
    return ((due > now ? due : on(days + 7, when.hour).epochMilliseconds) - now) / 1000;
  }
  if (when.date !== null) return secondsUntilDate(when, when.date, local);
  if (when.day !== null && when.day > 0) return (on(when.day, when.hour).epochMilliseconds - now) / 1000;
  // "at 7" in the afternoon is the evening's, unless the morning was said.
  const hours = when.exact || when.hour === 0 || when.hour > 12 ? [when.hour] : [when.hour % 12, (when.hour % 12) + 12];
  const moments = [0, 1]
    .flatMap((days) => hours.map((hour) => on(days, hour).epochMilliseconds))
    .filter((at) => at > now);
  return (Math.min(...moments) - now) / 1000;
}

/** Seconds until that hour of the next such day. An hour of today that has gone by in the morning is the evening's. */
function secondsUntilDate(when: AtMoment, date: CalendarDate, now: Temporal.ZonedDateTime): number {
  const half = when.exact || when.hour === 0 || when.hour >= 12 ? [] : [when.hour + 12];
  let from = now.toPlainDate();
  for (;;) {
    const day = nextDate(date, from);
    if (day === null) throw new RangeError("no such date");
    for (const hour of [when.hour, ...half]) {
      const due = day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: { hour, minute: when.minute } });
      const seconds = (due.epochMilliseconds - now.epochMilliseconds) / 1000;
      if (seconds > 0) return seconds;
    }
    from = day.add({ days: 1 });
  }
}

/**
 * A moment after another one in the same sentence: "at sunset …, at eleven …" is eleven in the evening, and of every day
 * when the first is.
 */
export function following(when: When, before: When | null): When {
  const next = inherited(when, before);
  const open = when.kind === "at" && when.day === null && when.date === null && when.weekdays.length === 0;
  if (!open || next.kind !== "at" || before?.kind !== "at") return next;
  // "Tomorrow at ten in the evening …, at six …": what is earlier on the clock is on the day after.
  return next.hour * 60 + next.minute < before.hour * 60 + before.minute ? dayAfter(next) : next;
}

function dayAfter(when: AtMoment): AtMoment {
  const weekdays = when.weekdays.map((day) => (day % 7) + 1).sort((a, b) => a - b);
  return { ...when, day: when.day === null ? null : when.day + 1, weekdays };
}

function inherited(when: When, before: When | null): When {
  if (before === null || (when.kind !== "at" && when.kind !== "sun")) return when;
  const days =
    before.kind === "sun" && before.weekdays.length === 0
      ? EVERY_DAY
      : before.kind === "sun" || before.kind === "at"
        ? before.weekdays
        : [];
  if (when.kind === "sun") return when.weekdays.length > 0 ? when : { ...when, weekdays: days };
  const same = when.weekdays.length === 0 && when.day === null && when.date === null;
  const weekdays = same ? days : when.weekdays;
  const once = same && before.kind === "at" ? before.once : when.once;
  const day = when.day ?? (before.kind === "at" && weekdays.length === 0 && when.date === null ? before.day : null);
  const date = same && before.kind === "at" ? before.date : when.date;
  const hourBefore =
    before.kind === "sun" ? (before.event === "sunset" ? SUNSET_HOUR : 0) : before.kind === "at" ? before.hour : 0;
  if (when.exact || when.hour > 12 || hourBefore < 12) return { ...when, day, date, weekdays, once };
  // Twelve after an evening is midnight; what is not later in the afternoon is the morning after.
  const hour = when.hour === 12 ? 0 : when.hour + 12 > hourBefore ? when.hour + 12 : when.hour;
  return { ...when, hour, day, date, weekdays, once, exact: true };
}

/** What comes again and again: on days of the week, or with the sun. */
export type Recurring =
  | Extract<When, { kind: "sun" | "interval" }>
  | (AtMoment & { readonly weekdays: readonly [number, ...number[]]; readonly once: null });

export function isRecurring(when: When): when is Recurring {
  if (when.kind === "at") return when.weekdays.length > 0 && when.once === null;
  return when.kind === "sun" || when.kind === "interval";
}

/** Whether it is done at once, and only put back later. */
export function isForAWhile(when: When): when is Extract<When, { kind: "for" | "until" }> {
  return when.kind === "for" || when.kind === "until";
}

const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
/** No sunset that anybody plans by is earlier. */
const SUNSET_HOUR = 16;
