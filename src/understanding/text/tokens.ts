import { simplified } from "./traditional.ts";

/**
 * One word of a Latin script, one Chinese character, one number or one mark. Both languages are parsed over the same kind
 * of list.
 */
export interface Token {
  readonly kind: "word" | "han" | "number" | "mark";
  /** Lower case, simplified, half width. */
  readonly text: string;
  /** Without a plural ending: what the dictionaries are keyed by. */
  readonly stem: string;
  readonly plural: boolean;
  /** Of a number; NaN otherwise. */
  readonly value: number;
  /** Place in the text as it was given (after NFKC), for quoting it. */
  readonly start: number;
  readonly end: number;
}

/** Words whose "'s" is "is" ("what's"); after others it is a possessive and falls away. */
const IS_WORDS: ReadonlySet<string> = new Set(
  "what where who when how which why it that there here he she this everything".split(" "),
);
/** Words that end in s and are no plurals. */
const NOT_PLURAL: ReadonlySet<string> = new Set(
  "is us as has was gas this his yes plus bus minus its does less across always perhaps".split(" "),
);
const KEPT_MARKS: ReadonlySet<string> = new Set([",", ".", ";", "!", "?", ":", "%", "°", "、", "+", "-", "/", "&"]);

/** The longest text that is looked at, in UTF-16 units; nobody says more to a home in one breath. */
export const MAX_SENTENCE = 2000;

/** A text in the form that tokens point into. */
export function normalise(text: string): string {
  return text.slice(0, MAX_SENTENCE).normalize("NFKC");
}

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
    } else if (isHan(code)) {
      const character = simplified(text.charAt(at));
      tokens.push({ kind: "han", text: character, stem: character, plural: false, value: NaN, start: at, end: at + 1 });
      at += 1;
    } else if (isLetter(code)) {
      at = readWord(text, at, tokens);
    } else {
      const mark = MARKS.get(text.charAt(at)) ?? text.charAt(at);
      if (KEPT_MARKS.has(mark) && !(mark === "-" && isHyphen(text, at))) {
        tokens.push({ kind: "mark", text: mark, stem: mark, plural: false, value: NaN, start: at, end: at + 1 });
      }
      at += 1;
    }
  }
  return tokens;
}

/** Marks that mean the same, keyed by the one that is found. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ["。", "."],
  ["\n", "."],
  ["…", "."],
  ["−", "-"],
  ["–", "-"],
  ["—", ","],
  ["º", "°"],
]);

/** A hyphen that is no minus: it joins words ("fan-only") or is alone. */
function isHyphen(text: string, at: number): boolean {
  return !isDigit(text.charCodeAt(at + 1)) || isLetter(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at - 1));
}

/** The stem of a lower-case word: "lights" → "light", "batteries" → "battery", "switches" → "switch". */
export function stemOf(word: string): string {
  const { length } = word;
  if (length < 3 || word.charCodeAt(length - 1) !== 115 || NOT_PLURAL.has(word)) return word;
  if (word.endsWith("ss") || word.endsWith("us")) return word;
  if (word.endsWith("ies") && length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The plural of a stem: what `stemOf` takes back. */
export function pluralOf(stem: string): string {
  if (/[^aeiou]y$/.test(stem)) return `${stem.slice(0, -1)}ies`;
  return /(?:ch|sh|x|ss|zz)$/.test(stem) ? `${stem}es` : `${stem}s`;
}

function readNumber(text: string, from: number, tokens: Token[]): number {
  let at = from;
  let digits = "";
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits += text.charAt(at);
    else if (code === 46 && isDigit(text.charCodeAt(at + 1)) && !digits.includes(".")) digits += ".";
    else if (code !== 44 || !isThousands(text, at)) break;
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
  return at;
}

/** Whether the comma at `at` groups thousands: "2,700". */
function isThousands(text: string, at: number): boolean {
  return /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) && isDigit(text.charCodeAt(at - 1));
}

function readWord(text: string, from: number, tokens: Token[]): number {
  let at = from;
  let word = "";
  let suffix = "";
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) word += text.charAt(at);
    else if ((code === 39 || code === 0x2019) && isLetter(text.charCodeAt(at + 1))) suffix = text.slice(at + 1, at + 3);
    else break;
  }
  word = word.toLowerCase();
  if (/[^a-z]/.test(word)) word = word.normalize("NFD").replace(/\p{M}/gu, "");
  const possessive = /^s\b/i.test(suffix) && word.endsWith("s") && word.length > 1;
  if (possessive) word = word.slice(0, -1);
  const stem = stemOf(word);
  tokens.push({ kind: "word", text: word, stem, plural: stem !== word, value: NaN, start: from, end: at });
  if (possessive && IS_WORDS.has(word)) {
    tokens.push({ kind: "word", text: "is", stem: "is", plural: false, value: NaN, start: at, end: at });
  }
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 160;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

function isLetter(code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  if (code < 128 || isHan(code)) return false;
  return /\p{L}|\p{M}/u.test(String.fromCharCode(code));
}
