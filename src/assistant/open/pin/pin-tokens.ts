/** Splits a text into tokens, as far as a PIN may be said by them. */
import { allPacks } from "../../../language/index.ts";
import { lexiconOf } from "../../../understanding/lexicon/lexicon.ts";
import { readMeasure } from "../../../understanding/parse/measure/quantities.ts";
import { normalise, type Token, tokenise } from "../../../understanding/text/tokens.ts";
import { type PinLexicon, phrasesOf, pinLexicon } from "./pin-words.ts";

/** A word, a number, or several words that belong together. */
export interface PinToken {
  /** Its digits; "" where it has none. */
  readonly digits: string;
  /** Whether it may stand beside a PIN in an answer. */
  readonly known: boolean;
  /** Whether it is a word for a PIN. */
  readonly named: boolean;
  /** Whether it belongs to a time, a date or an amount. */
  readonly measured: boolean;
  /** Its words, joined by spaces. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface PinTokenOptions {
  /** The names of the devices, called only where the text has a word for a PIN: in a name that word means something else. */
  readonly names?: () => readonly string[];
  /** Recognise times, dates and amounts: their digits belong to no PIN. */
  readonly measured?: true;
}

/** The normalised text that tokens point into, with the digits of all scripts as 0 to 9. */
export function withAsciiDigits(text: string): string {
  return normalise(text).replace(/\p{Nd}/gu, (digit) => {
    if (digit.length > 1 || /\d/.test(digit)) return digit;
    const code = digit.charCodeAt(0);
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value += 1;
    return String(value);
  });
}

/** The tokens of a text in the form of `withAsciiDigits`; punctuation is left out. */
export function pinTokens(source: string, { names, measured }: PinTokenOptions = {}): PinToken[] {
  const words = pinLexicon(allPacks());
  const { digits, fillers } = words;
  const all = tokenise(source);
  const amounts = measured ? measureTokens(source, all) : NONE;
  // A colon keeps the numbers of a time of day apart.
  const spoken = all.filter(({ kind, text }) => kind !== "mark" || text === ":");
  // A large home has many names, and most texts have no word for a PIN.
  const speaks = names !== undefined && spoken.some((_, at) => phraseAt(spoken, at, words.names) > 0);
  const apart = speaks ? unrelatedPhrases(words, names()) : words.apart;
  const { numbers } = lexiconOf(all);
  const pieces: PinToken[] = [];
  for (let at = 0; at < spoken.length; ) {
    const token = spoken[at];
    if (!token) break;
    const { start, end, text, kind } = token;
    const pair = amounts.has(token) ? null : numberWordsAt(spoken, at, numbers);
    if (pair) {
      pieces.push({ digits: pair.digits, known: true, named: false, measured: false, key: text, start, end: pair.end });
      at = pair.next;
      continue;
    }
    const digit = kind === "number" ? text.replace(/\D/g, "") : digits.get(text);
    if (amounts.has(token)) {
      pieces.push({ digits: "", known: false, named: false, measured: true, key: "", start, end });
      at += 1;
      continue;
    }
    if (digit !== undefined || kind === "mark") {
      pieces.push({ digits: digit ?? "", known: true, named: false, measured: false, key: text, start, end });
      at += 1;
      continue;
    }
    const name = phraseAt(spoken, at, words.names);
    const other = phraseAt(spoken, at, apart);
    const filler = name === 0 ? phraseAt(spoken, at, fillers) : 0;
    const named = name > 0 && name > other;
    const length = Math.max(1, name, other > name ? other : 0, filler);
    const last = spoken[at + length - 1];
    const key = keyOf(spoken.slice(at, at + length));
    const known = named || (other === 0 && filler > 0);
    pieces.push({ digits: "", known, named, measured: false, key, start, end: last?.end ?? end });
    at += length;
  }
  return pieces;
}

/**
 * Two digits in words: "forty-seven", "eleven". Not `readNumber`, which adds up "forty eleven": in a PIN that is 40 and 11.
 * @param numbers values, keyed by the word for each
 */
function numberWordsAt(
  spoken: readonly Token[],
  at: number,
  numbers: ReadonlyMap<string, number>,
): { readonly digits: string; readonly next: number; readonly end: number } | null {
  const first = spoken[at];
  const value = first?.kind === "word" ? (numbers.get(first.text) ?? 0) : 0;
  if (!first || !Number.isInteger(value) || value < 10 || value > 99) return null;
  const behind = spoken[at + 1];
  const one = behind?.kind === "word" ? (numbers.get(behind.text) ?? 0) : 0;
  const joined = behind && value >= 20 && value % 10 === 0 && Number.isInteger(one) && one >= 1 && one <= 9;
  return joined
    ? { digits: String(value + one), next: at + 2, end: behind.end }
    : { digits: String(value), next: at + 1, end: first.end };
}

const NONE: ReadonlySet<Token> = new Set();

/** The tokens of times of day, dates, durations and amounts with a unit. */
function measureTokens(source: string, tokens: readonly Token[]): ReadonlySet<Token> {
  const lexicon = lexiconOf(tokens);
  const found = new Set<Token>();
  for (let at = 0; at < tokens.length; at += 1) {
    // "June 7": words for other numbers may be those of a PIN.
    if (tokens[at]?.kind !== "number" && !lexicon.months.has(tokens[at]?.text ?? "")) continue;
    const measure = readMeasure(tokens, at, lexicon);
    if (!measure || (measure.kind === "quantity" && measure.quantity.unit === null)) continue;
    // 4711开门锁: the character behind the digits is a unit, or the first of what is to be done.
    const joined = tokens[measure.end - 1]?.kind === "character" && tokens[measure.end]?.kind === "character";
    if (measure.kind === "quantity" && measure.quantity.unit === "kelvin" && joined) continue;
    for (const token of tokens.slice(at, measure.end)) found.add(token);
    at = Math.max(at, measure.end - 1);
  }
  for (const { index, 0: date } of source.matchAll(DATE)) {
    for (const token of tokens) if (token.start >= index && token.end <= index + date.length) found.add(token);
  }
  return found;
}

/** A date with its year, in figures. */
const DATE =
  /(?<![\d.\-/])(?:(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d)(?!\d|[.\-/]\d)/gu;

/** Phrases in which a word for a PIN means something else: "color code", 密码锁, and names of devices. */
function unrelatedPhrases({ apart, names: called }: PinLexicon, names: readonly string[]): ReadonlySet<string> {
  const own = names.flatMap(phrasesOf).filter((key) => {
    const tokens = key.split(" ");
    return tokens.some((_, at) =>
      [...called].some((name) => ` ${tokens.slice(at).join(" ")} `.startsWith(` ${name} `)),
    );
  });
  return own.length === 0 ? apart : new Set([...apart, ...own]);
}

/** The length in tokens of the longest phrase that begins here; 0 for none. */
export function phraseAt(
  tokens: readonly { readonly text: string }[],
  at: number,
  phrases: ReadonlySet<string>,
): number {
  let longest = 0;
  for (let length = 1; length <= LONGEST_PHRASE && at + length <= tokens.length; length += 1) {
    if (phrases.has(keyOf(tokens.slice(at, at + length)))) longest = length;
  }
  return longest;
}

/** The longest phrase, in tokens. */
const LONGEST_PHRASE = 8;

function keyOf(tokens: readonly { readonly text: string }[]): string {
  return tokens.map(({ text }) => text).join(" ");
}
