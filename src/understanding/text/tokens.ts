import { ofLanguages } from "../languages.ts";
import { canonicalUnit, isCharacter, stemOf, withoutDiacritics, writingRules } from "./writing.ts";

/**
 * One word, one character of a language without spaces, one number or one mark. All languages are parsed over the same
 * kind of list.
 */
export interface Token {
  readonly kind: "word" | "character" | "number" | "mark";
  /** In lower case, simplified characters, half width. */
  readonly text: string;
  /** Without a plural ending. The lexicon is keyed by stems. */
  readonly stem: string;
  readonly plural: boolean;
  /** Value of a number; NaN for other kinds. */
  readonly value: number;
  /** Position in the text after NFKC, for quoting. */
  readonly start: number;
  readonly end: number;
}

const KEPT_MARKS: ReadonlySet<string> = new Set([",", ".", ";", "!", "?", ":", "%", "°", "+", "-", "/", "&"]);

/** Longest text that is read, in UTF-16 units; the rest is cut off. */
export const MAX_SENTENCE = 2000;
/** Sentences with more tokens are not understood. */
export const MAX_TOKENS = 300;

/** Cuts a text to `MAX_SENTENCE` and normalises it (NFKC). Positions of tokens refer to the result. */
export function normalise(text: string): string {
  const said = text.slice(0, MAX_SENTENCE);
  return ASCII.test(said) ? said : said.normalize("NFKC");
}

/** ASCII texts need no normalisation. */
const ASCII = /^[\0-\x7f]*$/;

/** Cuts a text into tokens. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at += 1;
    } else if (isDigit(code)) {
      at = readNumber(text, at, tokens);
    } else if (isCharacter(code)) {
      const character = canonicalUnit(code);
      tokens.push({
        kind: "character",
        text: character,
        stem: character,
        plural: false,
        value: NaN,
        start: at,
        end: at + 1,
      });
      at += 1;
    } else if (isLetter(code)) {
      at = readWord(text, at, tokens);
    } else {
      const found = text.charAt(at);
      const { marks, listMarks } = writingRules();
      const mark = MARKS.get(found) ?? marks.get(found) ?? found;
      if ((KEPT_MARKS.has(mark) || listMarks.has(mark)) && !(mark === "-" && isHyphen(text, at))) {
        tokens.push({ kind: "mark", text: mark, stem: mark, plural: false, value: NaN, start: at, end: at + 1 });
      }
      at += 1;
    }
  }
  return tokens;
}

/** The usual mark for each variant, in all languages. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ["\n", "."],
  ["…", "."],
  ["−", "-"],
  ["–", "-"],
  ["—", ","],
  ["º", "°"],
]);

/** Whether a "-" is a hyphen and no minus sign: it joins words ("fan-only") or stands alone. */
function isHyphen(text: string, at: number): boolean {
  return !isDigit(text.charCodeAt(at + 1)) || isLetter(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at - 1));
}

function readNumber(text: string, from: number, tokens: Token[]): number {
  let at = from;
  let digits = "";
  const { decimalMarks } = writingRules();
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits += text.charAt(at);
    else if (code === 44 && isThousands(text, at)) continue;
    else if (!(code === 46 || decimalMarks.has(code)) || !isDigit(text.charCodeAt(at + 1)) || digits.includes("."))
      break;
    else digits += ".";
  }
  tokens.push({
    kind: "number",
    text: digits,
    stem: digits,
    plural: false,
    value: Number(digits),
    start: from,
    end: at,
  });
  // "room 1's lamp"
  return /^['’]s(?!\p{L})/iu.test(text.slice(at, at + 3)) ? at + 2 : at;
}

/** Whether the comma at `at` groups thousands: "2,700". */
function isThousands(text: string, at: number): boolean {
  return /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) && isDigit(text.charCodeAt(at - 1));
}

function readWord(text: string, from: number, tokens: Token[]): number {
  let at = from;
  let suffix = "";
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) continue;
    if ((code !== 39 && code !== 0x2019) || !isLetter(text.charCodeAt(at + 1))) break;
    suffix = text.slice(at + 1, at + 3);
  }
  const written = text.slice(from, at);
  if (suffix === "") {
    const { text: word, stem } = plainWord(written);
    tokens.push({ kind: "word", text: word, stem, plural: stem !== word, value: NaN, start: from, end: at });
    return at;
  }
  let word = withoutDiacritics(written.toLowerCase().replace(/['’]/g, ""));
  const possessive = /^s\b/i.test(suffix) && word.endsWith("s") && word.length > 1;
  if (possessive) word = word.slice(0, -1);
  const stem = stemOf(word);
  tokens.push({ kind: "word", text: word, stem, plural: stem !== word, value: NaN, start: from, end: at });
  const contracted = possessive ? writingRules().contracted.get(word) : undefined;
  if (contracted !== undefined) {
    tokens.push({ kind: "word", text: contracted, stem: contracted, plural: false, value: NaN, start: at, end: at });
  }
  return at;
}

interface PlainWord {
  readonly text: string;
  readonly stem: string;
}

/** Cache of words without an apostrophe, keyed by their spelling: most sentences use the same words. */
const plainWords = ofLanguages(() => new Map<string, PlainWord>());
/** The cache is emptied at this size; longer words are not cached. */
const MOST_KEPT = 1000;
const LONGEST_KEPT = 12;

/** A word without an apostrophe. */
function plainWord(written: string): PlainWord {
  const kept = plainWords();
  const known = kept.get(written);
  if (known) return known;
  const text = withoutDiacritics(written.toLowerCase());
  const word = { text, stem: stemOf(text) };
  if (kept.size >= MOST_KEPT) kept.clear();
  if (written.length <= LONGEST_KEPT) kept.set(written, word);
  return word;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 160;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  if (code < 128 || isCharacter(code)) return false;
  return /\p{L}|\p{M}/u.test(String.fromCharCode(code));
}
