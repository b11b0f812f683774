import type { Lexicon } from "../../lexicon/lexicon.ts";
import { readNumber } from "../../text/numbers.ts";
import type { Token } from "../../text/tokens.ts";
import type { CalendarDate, Measure } from "./measures.ts";

type Dated = Extract<Measure, { kind: "date" | "impossible" }>;

/**
 * Reads a date that starts at `from`: "December 24", "the 3rd of May", 6月18号, "9th". Other days without a month are only read
 * for alarms: "the third" may be one of several things, 三号 a level.
 */
export function readDate(tokens: readonly Token[], from: number, lexicon: Lexicon): Dated | null {
  const first = tokens[from];
  if (!first || first.kind === "mark") return null;
  const named = lexicon.months.get(first.text);
  if (named !== undefined) {
    const the = lexicon.clock.monthDay.has(tokens[from + 1]?.text ?? "") ? 1 : 0;
    const day = dayAt(tokens, from + 1 + the, lexicon);
    return day && dated(named, day.value, day.end);
  }
  const marked = readMarkedDate(tokens, from, lexicon);
  if (marked) return marked;
  const day = dayAt(tokens, from, lexicon);
  if (!day) return null;
  const of = lexicon.clock.dayMonth.has(tokens[day.end]?.text ?? "") ? 1 : 0;
  const month = lexicon.months.get(tokens[day.end + of]?.text ?? "");
  if (month !== undefined) return dated(month, day.value, day.end + of + 1);
  const counted = first.kind === "number" && day.end === from + 2 && day.value >= FIRST_COUNTED;
  return counted && day.value <= 31 ? { kind: "date", date: { month: null, day: day.value }, end: day.end } : null;
}

/** 6月18号, 十二月二十四日, 6月18. */
function readMarkedDate(tokens: readonly Token[], from: number, lexicon: Lexicon): Dated | null {
  const month = readNumber(tokens, from, lexicon.numbers);
  const { clock } = lexicon;
  if (month?.form !== "plain" || !clock.monthMark.has(tokens[month.end]?.text ?? "")) return null;
  const the = clock.monthDay.has(tokens[month.end + 1]?.text ?? "") ? 1 : 0;
  const day = readNumber(tokens, month.end + 1 + the, lexicon.numbers);
  if (day?.form !== "plain") return null;
  const marked = clock.dayMarks.has(tokens[day.end]?.text ?? "") ? 1 : 0;
  return dated(month.value, day.value, day.end + marked);
}

interface DayNumber {
  readonly value: number;
  readonly end: number;
}

/** "24", "24th", "twenty fourth", "third" */
function dayAt(tokens: readonly Token[], at: number, lexicon: Lexicon): DayNumber | null {
  const number = readNumber(tokens, at, lexicon.numbers);
  const next = number ? tokens[number.end] : tokens[at];
  const ordinal = lexicon.ordinals.get(next?.text ?? "");
  // Twenty + fourth.
  if (number && ordinal !== undefined && ordinal < 10 && number.value >= 20 && number.value % 10 === 0)
    return { value: number.value + ordinal, end: number.end + 1 };
  if (!number) return ordinal === undefined || next?.kind !== "word" ? null : { value: ordinal, end: at + 1 };
  if (!Number.isInteger(number.value) || number.value < 1 || number.value > 99) return null;
  const ending =
    next?.kind === "word" && next.start === tokens[number.end - 1]?.end && lexicon.clock.dayEndings.has(next.text);
  return { value: number.value, end: ending ? number.end + 1 : number.end };
}

/** First ordinal that is read as a day: lower ones may count things. */
const FIRST_COUNTED = 5;
/** Days of each month; February may have 29. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function dated(month: number, day: number, end: number): Dated {
  const most = DAYS[month - 1];
  if (most === undefined || day < 1 || day > most || !Number.isInteger(day)) return { kind: "impossible", end };
  return { kind: "date", date: { month, day }, end };
}

/** The next such day from `from` on, inclusive; null if there is none within 8 years (8 months without a month). */
export function nextDate({ month, day }: CalendarDate, from: Temporal.PlainDate): Temporal.PlainDate | null {
  const start = month === null ? from.with({ day: 1 }) : from.with({ day: 1, month });
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const first = month === null ? start.add({ months: ahead }) : start.add({ years: ahead });
    if (day > first.daysInMonth) continue;
    const found = first.with({ day });
    if (Temporal.PlainDate.compare(found, from) >= 0) return found;
  }
  return null;
}
