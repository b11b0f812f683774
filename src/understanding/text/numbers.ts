import { amountForms, phraseLengthAt } from "./amounts.ts";
import type { Token } from "./tokens.ts";

/** A number read from tokens; `end` is the index after the last one. */
export interface NumberSpan {
  readonly value: number;
  readonly end: number;
  /** Written out: percent ("百分之三十") or a fraction ("三分之一"). */
  readonly form: "plain" | "percent" | "fraction";
  /** The second of two consecutive numbers that mean "about so many": 两三, 七八, 三四十. `value` is what the digits write. */
  readonly about?: number;
}

const PLAIN = "plain" as const;

/**
 * Reads a number in digits or in words, which add up ("twenty-six and a half", "one hundred and five") or count by their
 * place ("二十六", "一百零五", "百分之三十", "三分之一"). `words` holds the number words of all languages.
 */
export function readNumber(
  tokens: readonly Token[],
  from: number,
  words: ReadonlyMap<string, number>,
): NumberSpan | null {
  const first = tokens[from];
  if (!first) return null;
  if (first.kind === "mark") {
    const next = tokens[from + 1];
    if (first.text !== "-" || next?.kind !== "number" || next.start !== first.end) return null;
    return { value: -next.value, end: from + 2, form: PLAIN };
  }
  if (first.kind === "number") {
    const end = from + 1;
    const over = phraseLengthAt(amountForms().fraction, tokens, end);
    if (over > 0) {
      const top = readNumber(tokens, end + over, words);
      if (top && first.value !== 0) return { value: top.value / first.value, end: top.end, form: "fraction" };
    }
    return andHalf(tokens, { value: first.value, end, form: PLAIN });
  }
  return first.kind === "character" ? readPlaces(tokens, from, words) : readSum(tokens, from, words);
}

/** Positional numerals: in "二十六" the word behind a digit gives its place value. */
function readPlaces(tokens: readonly Token[], from: number, words: ReadonlyMap<string, number>): NumberSpan | null {
  const forms = amountForms();
  const percent = phraseLengthAt(forms.percentBefore, tokens, from);
  if (percent > 0) {
    const rest = readNumber(tokens, from + percent, words);
    return rest && { value: rest.value, end: rest.end, form: "percent" };
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let at = from;
  let digits = "";
  /** The last place value: in 四千五 the five are hundreds. */
  let unit = 0;
  let pair = false;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    const value = token?.kind === "character" ? words.get(token.text) : undefined;
    if (value === undefined) break;
    if (value < 10) {
      if (value === 0) unit = 0;
      pair = digit !== null && digit > 0 && value === digit + 1 && /^-?\d$/.test(digits);
      digit = value;
      digits += String(value);
    } else if (value === 10_000) {
      total = (total + section + (digit ?? 0)) * value;
      section = 0;
      digit = null;
      unit = value;
    } else {
      // 二二十 is no number: adjacent digits before a place value must be consecutive (二三十).
      if (digits.length > 1 && !digits.includes("-") && !pair) return null;
      section += (digit ?? (at === from || digits === "" ? 1 : 0)) * value;
      digit = null;
      digits = "-";
      unit = value;
    }
  }
  if (at === from) return null;
  if (digit !== null && unit >= 100) digit *= unit / 10;
  let value = digits.length > 1 && !digits.includes("-") ? Number(digits) : total + section + (digit ?? 0);
  const point = phraseLengthAt(forms.point, tokens, at);
  if (point > 0 && isDecimal(tokens, at + point, words)) {
    let fraction = "";
    for (at += point; at < tokens.length; at += 1) {
      const next = words.get(tokens[at]?.text ?? "");
      if (next === undefined || next > 9) break;
      fraction += String(next);
    }
    value += Number(`0.${fraction}`);
  }
  const over = phraseLengthAt(forms.fraction, tokens, at);
  if (over > 0) {
    const top = readNumber(tokens, at + over, words);
    if (top && value !== 0) return { value: top.value / value, end: top.end, form: "fraction" };
  }
  if (!pair) return { value, end: at, form: PLAIN };
  return { value, end: at, form: PLAIN, about: digits.includes("-") ? value : (digit ?? value) };
}

/** Whether 点 is the decimal point ("二十六点五度") and not o'clock ("七点五分"). */
function isDecimal(tokens: readonly Token[], at: number, words: ReadonlyMap<string, number>): boolean {
  const value = words.get(tokens[at]?.text ?? "");
  if (value === undefined || value > 9) return false;
  return tokens[at + 1] === undefined || phraseLengthAt(amountForms().pointUnits, tokens, at + 1) > 0;
}

/** Additive numerals: "twenty-six"; hundreds and thousands multiply. */
function readSum(tokens: readonly Token[], from: number, words: ReadonlyMap<string, number>): NumberSpan | null {
  const spelled = readTens(tokens, from, words);
  if (spelled) return spelled;
  let thousands = 0;
  let value = 0;
  let at = from;
  let last = Number.POSITIVE_INFINITY;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === "mark" && token.text === "-" && at > from && words.has(tokens[at + 1]?.text ?? "")) continue;
    const number = token?.kind === "word" ? words.get(token.text) : undefined;
    if (number === undefined) {
      const inside = at > from && value >= 100 && phraseLengthAt(amountForms().within, tokens, at) === 1;
      if (!inside || !words.has(tokens[at + 1]?.text ?? "")) break;
      continue;
    }
    if (number >= 1000) {
      thousands += Math.max(1, value) * number;
      value = 0;
    } else if (number >= 100) {
      value = Math.max(1, value) * number;
    } else if (at === from || number < last) {
      // "twenty six" adds up; "six thirty" and "five ten" do not belong together.
      if (at > from && last < 20) break;
      value += number;
    } else break;
    last = number;
  }
  return at === from ? null : andHalf(tokens, { value: thousands + value, end: at, form: PLAIN });
}

/** "five-oh", "six zero": digit by digit, only at the end of the tokens or before a mark. */
function readTens(tokens: readonly Token[], from: number, words: ReadonlyMap<string, number>): NumberSpan | null {
  const digit = words.get(tokens[from]?.text ?? "") ?? 0;
  if (!Number.isInteger(digit) || digit < 1 || digit > 9) return null;
  const at = tokens[from + 1]?.text === "-" ? from + 2 : from + 1;
  const end = at + phraseLengthAt(amountForms().zeroBehind, tokens, at);
  const next = tokens[end];
  const over = next === undefined || (next.kind === "mark" && !TIGHT.has(next.text));
  return end > at && over ? { value: digit * 10, end, form: PLAIN } : null;
}

/** Marks that continue a number. */
const TIGHT: ReadonlySet<string> = new Set(["-", ":"]);

/** Adds "… and a half". */
function andHalf(tokens: readonly Token[], span: NumberSpan): NumberSpan {
  const half = phraseLengthAt(amountForms().andHalf, tokens, span.end);
  return half > 0 ? { ...span, value: span.value + 0.5, end: span.end + half } : span;
}
