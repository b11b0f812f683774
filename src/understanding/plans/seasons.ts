import { lexicon } from "../lexicon/lexicon.ts";
import { type Item, isMark } from "../parse/items.ts";
import { readNumber } from "../text/numbers.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import { ruleBoundForms } from "./compiled-rule-bound-forms.ts";
import { SEASONS, type Season } from "./rule-bound-forms.ts";

/** Days of every year, from one to another inclusive: `06-01`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
  /** It was said as a season of the north. In the south it is half a year later. */
  readonly season?: true;
}

/**
 * The days of the year that the words say: "summer", "July and August", "from June to September", 12月24日. Null when they say
 * none, or anything else.
 */
export function daysOfYearIn(items: readonly Item[]): readonly DayRange[] | null {
  const talk = ruleBoundForms();
  const text = normalise(items.map(({ text: word, grammar }) => (grammar.spaces ? ` ${word}` : word)).join(""))
    .toLowerCase()
    .trim();
  const parts = pieces(text);
  const found: DayRange[] = [];
  let joins: "range" | "list" | null = null;
  for (const piece of parts) {
    if (talk.fillers.has(piece)) continue;
    if (talk.ranges.has(piece) || talk.lists.has(piece)) {
      if (found.length === 0) return null;
      joins = talk.ranges.has(piece) && !isAnd(piece, text) ? "range" : "list";
      continue;
    }
    const range = rangeOf(piece);
    if (range === null) return null;
    const before = found.at(-1);
    if (joins === "range" && before) found[found.length - 1] = { from: before.from, to: range.to };
    // "June, July and August" has lost its marks here.
    else found.push(range);
    joins = null;
  }
  return found.length > 0 && joins === null && !items.every(isMark) ? together(found) : null;
}

/** Joins months that follow each other, such as June and July, into one range. */
function together(ranges: readonly DayRange[]): readonly DayRange[] {
  const joined: DayRange[] = [];
  for (const range of ranges) {
    const before = joined.at(-1);
    if (before && !before.season && !range.season && follows(before.to, range.from))
      joined[joined.length - 1] = { from: before.from, to: range.to };
    else joined.push(range);
  }
  return joined;
}

function follows(last: string, first: string): boolean {
  const [month = 0] = last.split("-").map(Number);
  return last === `${two(month)}-${lastDay(month)}` && first === `${two((month % 12) + 1)}-01`;
}

/** Whether "and" joins a list, which it does not in "between June and August". */
function isAnd(piece: string, text: string): boolean {
  return piece === "and" && !/^between\b/u.test(text);
}

/** The text in pieces, with months and days as numbers: "07", "12-24". */
function pieces(text: string): string[] {
  const { months, numbers, clock, ordinals } = lexicon();
  const tokens = tokenise(text);
  const parts: string[] = [];
  const talk = ruleBoundForms();
  const known = new Set([...talk.seasons.keys(), ...talk.days.keys(), ...talk.ranges, ...talk.lists, ...talk.fillers]);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === "mark") continue;
    const longest = [4, 3, 2].find((length) => known.has(textFrom(tokens, at, length)));
    if (longest !== undefined) {
      parts.push(textFrom(tokens, at, longest));
      at += longest - 1;
      continue;
    }
    const named = months.get(token.text);
    const number = readNumber(tokens, at, numbers);
    if (named !== undefined) {
      const behind = readNumber(tokens, at + 1, numbers);
      parts.push(behind && behind.value <= 31 ? dayText(named, behind.value) : two(named));
      if (behind && behind.value <= 31) at = skipEnding(tokens, behind.end, clock.dayEndings) - 1;
      continue;
    }
    if (number && clock.monthMark.has(tokens[number.end]?.text ?? "") && token.kind !== "word") {
      // 七八月
      const each =
        number.value > 12
          ? tokens
              .slice(at, number.end)
              .map((_, index) => readNumber(tokens.slice(0, at + index + 1), at + index, numbers)?.value)
          : [];
      if (each.length === 2 && each.every((month) => month !== undefined && month < 10)) {
        const [list = ""] = talk.lists;
        parts.push(two(each[0] ?? 0), list, two(each[1] ?? 0));
        at = number.end;
        continue;
      }
      const day = readNumber(tokens, number.end + 1, numbers);
      parts.push(day ? dayText(number.value, day.value) : two(number.value));
      const end = day ? day.end : number.end + 1;
      at = (day && clock.dayMarks.has(tokens[end]?.text ?? "") ? end + 1 : end) - 1;
      continue;
    }
    // "24 December", "24th of December"
    const day = number?.value ?? ordinals.get(token.text);
    if (day !== undefined) {
      let next = skipEnding(tokens, number?.end ?? at + 1, clock.dayEndings);
      if (clock.dayMonth.has(tokens[next]?.text ?? "")) next += 1;
      const month = months.get(tokens[next]?.text ?? "");
      if (month !== undefined) {
        parts.push(dayText(month, day));
        at = next;
        continue;
      }
    }
    parts.push(token.text);
  }
  return parts;
}

function textFrom(tokens: ReturnType<typeof tokenise>, at: number, length: number): string {
  const texts = tokens.slice(at, at + length).map(({ text }) => text);
  return texts.length === length ? texts.join(tokens[at]?.kind === "word" ? " " : "") : "";
}

function skipEnding(tokens: ReturnType<typeof tokenise>, at: number, endings: ReadonlySet<string>): number {
  return endings.has(tokens[at]?.text ?? "") ? at + 1 : at;
}

function rangeOf(piece: string): DayRange | null {
  const named = ruleBoundForms().days.get(piece);
  if (named !== undefined) return { from: named, to: named };
  const season = ruleBoundForms().seasons.get(piece);
  if (season !== undefined) return seasonRange(season);
  if (/^\d\d-\d\d$/u.test(piece)) return isDay(piece) ? { from: piece, to: piece } : null;
  if (!/^\d\d$/u.test(piece)) return null;
  const month = Number(piece);
  return month >= 1 && month <= 12 ? { from: `${piece}-01`, to: `${piece}-${lastDay(month)}` } : null;
}

/** Three whole months: summer is June to August. */
function seasonRange(season: Season): DayRange {
  const first = SEASONS.indexOf(season) * 3 + 3;
  const last = ((first + 1) % 12) + 1;
  return { from: `${two(first)}-01`, to: `${two(last)}-${lastDay(last)}`, season: true };
}

function lastDay(month: number): string {
  return two(Temporal.PlainDate.from({ year: 2028, month, day: 1 }).daysInMonth);
}

function isDay(text: string): boolean {
  const [month = 0, day = 0] = text.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= Number(lastDay(month));
}

function dayText(month: number, day: number): string {
  return `${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
