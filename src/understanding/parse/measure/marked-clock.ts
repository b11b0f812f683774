import type { Lexicon } from "../../lexicon/lexicon.ts";
import { readNumber } from "../../text/numbers.ts";
import type { Token } from "../../text/tokens.ts";
import type { Measure } from "./measures.ts";
import { unitAt } from "./units.ts";

type Moment = Extract<Measure, { kind: "clock" | "impossible" }>;

/**
 * An hour with a mark behind it: 七点, 7点半, 八点十分, 九点三刻, 差五分八点, "sieben Uhr zehn", 八点差一刻; a bare 一点 is "a bit" unless something tells that it is a time.
 * 二十六点 and 九点七十五分 are impossible.
 */
export function readMarkedClock(tokens: readonly Token[], from: number, lexicon: Lexicon): Moment | null {
  const { clock } = lexicon;
  const short = clock.short.has(tokens[from]?.text ?? "") ? minutesAt(tokens, from + 1, lexicon) : null;
  if (short) {
    const hour = hourAt(tokens, short.end, lexicon);
    return hour && moment(hour.value, -short.value, hour.end);
  }
  const hour = hourAt(tokens, from, lexicon);
  if (!hour) return null;
  const after = minutesOf(tokens, hour, lexicon);
  if (after) return moment(hour.value, after.value, after.end);
  // 25点5度 is a temperature.
  if (hour.value > 24 && readNumber(tokens, hour.end, lexicon.numbers) !== null) return null;
  const said = hour.whole || hour.value !== 1 || tellsOne(tokens, from, hour.end, lexicon);
  return said ? moment(hour.value, 0, hour.end) : null;
}

/** Whether 一点 is one o'clock, because a day or a part of it comes before: 周一一点, 明天一点, but not 今天一点也不冷. */
function tellsOne(tokens: readonly Token[], from: number, end: number, lexicon: Lexicon): boolean {
  const { clock } = lexicon;
  if (clock.tellsOne.has(tokens[from - 1]?.text ?? "")) return true;
  const mark = tokens.findIndex(({ kind }, at) => at >= end && kind === "mark");
  const rest = tokens.slice(end, mark < 0 ? undefined : mark);
  if (rest.some(({ text }) => clock.notOne.has(text))) return false;
  return endsDay(tokens, from, lexicon);
}

/** Whether a word for a day ends at token `at`. */
function endsDay(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  let day = false;
  for (let start = Math.max(0, at - LONGEST_DAY); start < at && !day; start += 1)
    lexicon.trie.walk(tokens, start, (to, { time }) => {
      day ||= to === at && time.some(({ kind }) => kind === "day" || kind === "weekday");
    });
  return day;
}

/** Whether a numeral is the second of an approximate pair: 八 in 七八点, but not 七 in 周六|七点. */
function isSecond(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  if (from === 0 || tokens[from]?.kind !== "character") return false;
  return readNumber(tokens, from - 1, lexicon.numbers)?.about !== undefined && !endsDay(tokens, from, lexicon);
}

/** In tokens. */
const LONGEST_DAY = 4;

interface Hour {
  readonly value: number;
  readonly end: number;
  /** 钟 or 整 was said. */
  readonly whole: boolean;
}

function hourAt(tokens: readonly Token[], from: number, lexicon: Lexicon): Hour | null {
  const hour = readNumber(tokens, from, lexicon.numbers);
  if (hour?.form !== "plain" || !Number.isInteger(hour.value) || hour.value < 0) return null;
  // 七|八点, and 周一|二十点
  if (hour.about !== undefined || isSecond(tokens, from, lexicon)) return null;
  if (isDigits(tokens.slice(from, hour.end), lexicon)) return null;
  const { clock } = lexicon;
  const mark = tokens[hour.end]?.text ?? "";
  if (!clock.marks.has(mark)) return null;
  const whole = clock.whole.has(tokens[hour.end + 1]?.text ?? "");
  if (clock.weakMarks.has(mark) && !whole && readNumber(tokens, hour.end + 1, lexicon.numbers) === null) return null;
  return { value: hour.value, end: whole ? hour.end + 2 : hour.end + 1, whole };
}

/** Whether tokens are adjacent digits and no hour, as in 周六八点; 零八点 is one. */
function isDigits(tokens: readonly Token[], { numbers }: Lexicon): boolean {
  const values = tokens.map(({ kind, text }) => (kind === "character" ? (numbers.get(text) ?? 10) : 10));
  return values.length > 1 && values[0] !== 0 && values.every((value) => value < 10);
}

/** The minutes after an hour; negative if they are missing to it. */
function minutesOf(
  tokens: readonly Token[],
  { end, whole }: Hour,
  lexicon: Lexicon,
): { value: number; end: number } | null {
  const { clock } = lexicon;
  const next = tokens[end]?.text ?? "";
  if (clock.short.has(next)) {
    const short = minutesAt(tokens, end + 1, lexicon);
    return short && { value: -short.value, end: short.end };
  }
  if (clock.over.has(next)) return minutesAt(tokens, end + 1, lexicon);
  if (whole) return null;
  if (clock.halfBehind.has(next)) return { value: 30, end: end + 1 };
  const quarters = minutesAt(tokens, end, lexicon);
  if (quarters) return quarters;
  const minutes = readNumber(tokens, end, lexicon.numbers);
  const fits = minutes !== null && minutes.form === "plain" && Number.isInteger(minutes.value) && minutes.value < 100;
  // 七点26度 has a value of something else, 七点一次 says how often; in 七点四十开灯 the unit 开 (kelvin) is no unit.
  const unit = fits ? unitAt(tokens, minutes.end, lexicon) : null;
  return fits && (unit === null || unit.unit === "kelvin") ? minutes : null;
}

/** Reads minutes of a time of day: 五分, 一刻, 10分; 分钟 would be a duration. */
function minutesAt(tokens: readonly Token[], at: number, lexicon: Lexicon): { value: number; end: number } | null {
  const count = readNumber(tokens, at, lexicon.numbers);
  if (!count || !Number.isInteger(count.value) || count.value < 0) return null;
  const { clock } = lexicon;
  const text = (at: number): string => tokens[at]?.text ?? "";
  if (clock.quarterMark.has(text(count.end)) && count.value >= 1 && count.value <= 3)
    return { value: count.value * 15, end: clock.whole.has(text(count.end + 1)) ? count.end + 2 : count.end + 1 };
  if (!clock.minuteMark.has(text(count.end))) return null;
  return clock.notMinutes.has(text(count.end + 1)) ? null : { value: count.value, end: count.end + 1 };
}

function moment(hour: number, minutes: number, end: number): Moment {
  const total = hour * 60 + minutes;
  const possible = hour <= 24 && Math.abs(minutes) < 60 && total <= 24 * 60;
  if (!possible) return { kind: "impossible", end };
  // 差五分零点 is 23:55, 差五分一点 is 12:55.
  const turned = total < 0 ? total + 24 * 60 : hour > 0 && total < 60 ? total + 12 * 60 : total;
  return { kind: "clock", clock: { hour: Math.floor(turned / 60), minute: turned % 60, meridiem: null }, end };
}
