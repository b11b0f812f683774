/** Runs of digits in a text, and whether they may be a PIN or are a time. */
import { allPacks } from "../../../language/index.ts";
import { lexiconOf } from "../../../understanding/lexicon/lexicon.ts";
import { tokenise } from "../../../understanding/text/tokens.ts";
import type { PinToken } from "./pin-tokens.ts";
import { pinLexicon } from "./pin-words.ts";

/** Lengths of a PIN, in digits. */
export const MIN_PIN_DIGITS = 4;
export const MAX_PIN_DIGITS = 12;

/** Digits that follow one another. `start` and `end` are places among the tokens, the last included. */
export interface DigitRun {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Whether a run has the length of a PIN. */
export function isPinLength({ digits }: DigitRun): boolean {
  return digits.length >= MIN_PIN_DIGITS && digits.length <= MAX_PIN_DIGITS;
}

/** All runs of digits, in order. */
export function digitRuns(said: readonly PinToken[]): DigitRun[] {
  const runs: DigitRun[] = [];
  said.forEach(({ digits }, at) => {
    if (digits === "") return;
    const before = runs.at(-1);
    if (before?.end === at - 1) runs[runs.length - 1] = { ...before, end: at, digits: before.digits + digits };
    else runs.push({ start: at, end: at, digits });
  });
  return runs;
}

/** Punctuation that ends a clause. */
export const CLAUSE_END = /[,，、.。;；!！?？\n]/u;

/** Whether digits are a time of day or a year by what stands before them: "at 1830", 到1830, 晚上1830, "in 2026". */
export function isTimeOrYear(source: string, said: readonly PinToken[], { start, end, digits }: DigitRun): boolean {
  const first = said[start];
  if (!first || !(HOUR.test(digits) || YEAR.test(digits))) return false;
  // "June 7 2026"
  if (said[start - 1]?.measured && YEAR.test(digits)) return true;
  // 2026年6月7日
  if (said[end + 2]?.measured && YEAR.test(digits)) return true;
  const before = source.slice(0, first.start);
  const tokens = tokenise(before);
  const words = pinLexicon(allPacks()).moments;
  const lexicon = lexiconOf(tokens);
  for (let at = Math.max(0, tokens.length - LONGEST_MOMENT); at < tokens.length; at += 1) {
    const key = tokens
      .slice(at)
      .map(({ text }) => text)
      .join(" ");
    if (words.has(key)) return true;
    let day = false;
    lexicon.trie.walk(tokens, at, (end, { time }) => {
      day ||= end === tokens.length && time.length > 0;
    });
    if (day) return true;
  }
  return false;
}

/** Whether digits are an amount by what stands before them: "above 1000", 超过1000. */
export function isAmount(said: readonly PinToken[], { start }: DigitRun): boolean {
  const { amounts } = pinLexicon(allPacks());
  for (let length = 1; length <= Math.min(start, LONGEST_MOMENT); length += 1) {
    const words = said.slice(start - length, start).map(({ key }) => key);
    if (amounts.has(words.join(" "))) return true;
  }
  return false;
}

/** Whether digits that can be a time of day begin a clause that goes on: 1830打开门锁. */
export function beginsClause(source: string, said: readonly PinToken[], { start, end, digits }: DigitRun): boolean {
  const [first, last, next] = [said[start], said[end], said[end + 1]];
  if (!first || !last || !next || !HOUR.test(digits)) return false;
  const previous = said[start - 1];
  const opens = !previous || CLAUSE_END.test(source.slice(previous.end, first.start));
  return opens && !CLAUSE_END.test(source.slice(last.end, next.start));
}

/** The longest phrase before a time, in tokens. */
const LONGEST_MOMENT = 4;
const HOUR = /^(?:[01]\d|2[0-3])[0-5]\d$/;
const YEAR = /^(?:19|20)\d\d$/;
