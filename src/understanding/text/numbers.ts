import type { Token } from "./tokens.ts";

/** A number read from tokens; `end` is the index after the last one. */
export interface NumberSpan {
  readonly value: number;
  readonly end: number;
  /** Written out: percent ("百分之三十") or a fraction ("三分之一"). */
  readonly form: "plain" | "percent" | "fraction";
}

const PLAIN = "plain" as const;

/**
 * Reads a number in digits or in words, English ("twenty-six and a half", "one hundred and five") or Chinese
 * ("二十六", "一百零五", "百分之三十", "三分之一"). `words` holds the number words of all languages.
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
    if (followed(tokens, end, "分", "之")) {
      const top = readNumber(tokens, end + 2, words);
      if (top && first.value !== 0) return { value: top.value / first.value, end: top.end, form: "fraction" };
    }
    return andHalf(tokens, { value: first.value, end, form: PLAIN });
  }
  return first.kind === "han" ? readHan(tokens, from, words) : readEnglish(tokens, from, words);
}

function readHan(tokens: readonly Token[], from: number, words: ReadonlyMap<string, number>): NumberSpan | null {
  if (followed(tokens, from, "百", "分", "之")) {
    const rest = readNumber(tokens, from + 3, words);
    return rest && { value: rest.value, end: rest.end, form: "percent" };
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let at = from;
  let digits = "";
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    const value = token?.kind === "han" ? words.get(token.text) : undefined;
    if (value === undefined) break;
    if (value < 10) {
      digit = value;
      digits += String(value);
    } else if (value === 10_000) {
      total = (total + section + (digit ?? 0)) * value;
      section = 0;
      digit = null;
    } else {
      section += (digit ?? (at === from || digits === "" ? 1 : 0)) * value;
      digit = null;
      digits = "-";
    }
  }
  if (at === from) return null;
  let value = digits.length > 1 && !digits.includes("-") ? Number(digits) : total + section + (digit ?? 0);
  if (tokens[at]?.text === "点" && isDecimal(tokens, at + 1, words)) {
    let fraction = "";
    for (at += 1; at < tokens.length; at += 1) {
      const next = words.get(tokens[at]?.text ?? "");
      if (next === undefined || next > 9) break;
      fraction += String(next);
    }
    value += Number(`0.${fraction}`);
  }
  if (followed(tokens, at, "分", "之")) {
    const top = readNumber(tokens, at + 2, words);
    if (top && value !== 0) return { value: top.value / value, end: top.end, form: "fraction" };
  }
  return { value, end: at, form: PLAIN };
}

/** Whether "点" is a decimal point here ("二十六点五度") and not o'clock ("七点五分"). */
function isDecimal(tokens: readonly Token[], at: number, words: ReadonlyMap<string, number>): boolean {
  const value = words.get(tokens[at]?.text ?? "");
  if (value === undefined || value > 9) return false;
  const after = tokens[at + 1]?.text;
  return after === undefined || after === "度" || after === "%" || after === "米";
}

function readEnglish(tokens: readonly Token[], from: number, words: ReadonlyMap<string, number>): NumberSpan | null {
  let thousands = 0;
  let value = 0;
  let at = from;
  let last = Number.POSITIVE_INFINITY;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === "mark" && token.text === "-" && at > from && words.has(tokens[at + 1]?.text ?? "")) continue;
    const number = token?.kind === "word" ? words.get(token.text) : undefined;
    if (number === undefined) {
      const hundreds = at > from && token?.text === "and" && value >= 100 && words.has(tokens[at + 1]?.text ?? "");
      if (!hundreds) break;
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

/** "… and a half" */
function andHalf(tokens: readonly Token[], span: NumberSpan): NumberSpan {
  return followed(tokens, span.end, "and", "a", "half")
    ? { ...span, value: span.value + 0.5, end: span.end + 3 }
    : span;
}

/** Whether these texts stand at `from`. */
export function followed(tokens: readonly Token[], from: number, ...texts: readonly string[]): boolean {
  return texts.every((text, index) => tokens[from + index]?.text === text);
}
