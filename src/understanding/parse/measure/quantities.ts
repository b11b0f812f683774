import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { QuantityUnit } from "../../lexicon/types.ts";
import { amountForms, hasTextsAt, phraseLengthAt } from "../../text/amounts.ts";
import { readNumber } from "../../text/numbers.ts";
import type { Token } from "../../text/tokens.ts";
import { readClock } from "./clock.ts";
import { readDate } from "./dates.ts";
import type { Measure, Quantity } from "./measures.ts";
import { unitAt } from "./units.ts";

const SECONDS: Readonly<Partial<Record<QuantityUnit, number>>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** Reads an amount, a duration, a time of day or a date that starts at `from`; null if there is none. */
export function readMeasure(tokens: readonly Token[], from: number, lexicon: Lexicon): Measure | null {
  const first = tokens[from];
  if (!first || !(first.kind === "number" || lexicon.measureStarts.has(first.text))) return null;
  const moment = readClock(tokens, from, lexicon) ?? readDate(tokens, from, lexicon);
  if (moment) return moment;
  const whole = readBelowZero(tokens, from, lexicon) ?? readPart(tokens, from, lexicon);
  if (whole) return whole;
  const starts = first.kind === "number" || first.text === "-" || lexicon.numbers.has(first.text);
  if (!starts && !amountForms().vagueStarts.has(first.text)) return null;
  const amount = starts ? readAmount(tokens, from, lexicon) : null;
  // "three quarters of an hour" begins with a number.
  const found = amount?.unit == null ? (readVague(tokens, from, lexicon) ?? amount) : amount;
  if (!found) return null;
  const seconds = found.unit && found.unit !== "fraction" ? SECONDS[found.unit] : undefined;
  if (seconds === undefined) {
    return { kind: "quantity", quantity: { value: found.value, unit: found.unit }, end: found.end };
  }
  return readDuration(tokens, found.value * seconds, seconds, found.end, lexicon);
}

const LOWEST_KELVIN = 100;

interface Amount extends Quantity {
  readonly end: number;
}

function readAmount(tokens: readonly Token[], from: number, lexicon: Lexicon): Amount | null {
  const number = readNumber(tokens, from, lexicon.numbers);
  if (!number) return null;
  if (number.form === "percent") return { value: number.value, unit: "percent", end: number.end };
  let { value, end } = number;
  if (number.form === "fraction") return { value, unit: "fraction", end };
  const forms = amountForms();
  const quarters = phraseLengthAt(forms.quarters, tokens, end);
  if (quarters > 0) return { value: value * 15, unit: "minute", end: end + quarters };
  const counter = phraseLengthAt(forms.counter, tokens, end);
  const halfBetween = phraseLengthAt(forms.halfBetween, tokens, end);
  if (halfBetween > 0) {
    const unit = unitAt(tokens, end + halfBetween, lexicon);
    if (unit) return { value: value + 0.5, unit: unit.unit, end: unit.end };
  }
  const named = unitAt(tokens, end, lexicon) ?? (counter > 0 ? unitAt(tokens, end + counter, lexicon) : null);
  // 一开就…: 开 is no kelvin there.
  const unit = named?.unit === "kelvin" && value < LOWEST_KELVIN ? null : named;
  if (!unit) {
    if (phraseLengthAt(forms.halfBehind, tokens, end) > 0 && tokens[from]?.kind === "character") return null;
    return { value, unit: null, end };
  }
  end = unit.end;
  // 两三分钟, 七八度: about so much.
  if (number.about !== undefined && unit.unit in SECONDS) value = number.about;
  // For degrees the smaller of the two, because too large a step disturbs more.
  if (number.about !== undefined && number.about < 10 && unit.unit === "degree") value = number.about - 1;
  if (unit.unit === "tenths") return { value: value * 10, unit: "percent", end };
  const half = unit.unit === "percent" ? 0 : phraseLengthAt(forms.halfBehind, tokens, end);
  const more = half > 0 ? half : phraseLengthAt(forms.andHalf, tokens, end);
  if (more > 0) {
    value += 0.5;
    end += more;
  }
  return { value, unit: unit.unit, end };
}

/** "to minus eighteen", 零下十八度, "18 below zero". */
function readBelowZero(tokens: readonly Token[], from: number, lexicon: Lexicon): Measure | null {
  const { belowBefore, minus, belowBehind } = amountForms();
  const sign =
    phraseLengthAt(belowBefore, tokens, from) || signAt(tokens, from, phraseLengthAt(minus, tokens, from), lexicon);
  if (sign === 0 && tokens[from]?.kind !== "number" && !lexicon.numbers.has(tokens[from]?.text ?? "")) return null;
  const amount = readAmount(tokens, from + sign, lexicon);
  if (!amount || amount.unit === "fraction" || amount.unit === "percent") return null;
  const after = phraseLengthAt(belowBehind, tokens, amount.end);
  if (sign + after === 0) return null;
  return { kind: "quantity", quantity: { value: -Math.abs(amount.value), unit: amount.unit }, end: amount.end + after };
}

/** Length of "minus" in tokens if it is a sign here; else 0. */
function signAt(tokens: readonly Token[], from: number, length: number, lexicon: Lexicon): number {
  return length > 0 && isGoneTo(tokens, from, lexicon) ? length : 0;
}

/** Whether the token before introduces a goal value, so that "minus" is a sign and not "less". */
function isGoneTo(tokens: readonly Token[], from: number, { trie }: Lexicon): boolean {
  let found = false;
  if (from > 0)
    trie.walk(tokens, from - 1, (end, { roles, to }) => {
      found ||= end === from && (to || roles.includes("to"));
    });
  return found;
}

/** Reads a fraction in words: "a third", "three quarters"; not a part of an hour. */
function readPart(tokens: readonly Token[], from: number, lexicon: Lexicon): Measure | null {
  const { parts, onePart, notParts } = amountForms();
  const whole = parts.get(tokens[from + 1]?.stem ?? "");
  const first = tokens[from];
  if (whole === undefined || !first) return null;
  const one = phraseLengthAt(onePart, tokens, from) === 1;
  const count = one ? 1 : first.kind === "number" ? first.value : (lexicon.numbers.get(first.text) ?? 0);
  const end = from + 2;
  if (count < 1 || count >= whole || phraseLengthAt(notParts, tokens, end) > 0) return null;
  return { kind: "quantity", quantity: { value: count / whole, unit: "fraction" }, end };
}

function readVague(tokens: readonly Token[], from: number, lexicon: Lexicon): Amount | null {
  for (const { words, value } of amountForms().vague) {
    if (!hasTextsAt(tokens, from, words)) continue;
    const unit = unitAt(tokens, from + words.length, lexicon);
    if (!unit || unit.unit === "percent" || unit.unit === "tenths") continue;
    // "a level" and "a degree" are amounts; "a k" and "a times" are not.
    if (unit.unit === "kelvin" || unit.unit === "times") continue;
    const half = phraseLengthAt(amountForms().andHalf, tokens, unit.end);
    return { value: value + (half > 0 ? 0.5 : 0), unit: unit.unit, end: unit.end + half };
  }
  return null;
}

/** Whether a bare number behind "an hour and" can be minutes. */
function isMinutes(value: number): boolean {
  return Number.isInteger(value) && value >= 5 && value < 60;
}

/** Whether the tokens end here, or a mark follows. */
function endsHere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || next.kind === "mark";
}

function readDuration(tokens: readonly Token[], seconds: number, unit: number, end: number, lexicon: Lexicon): Measure {
  let total = seconds;
  let smallest = unit;
  let at = end;
  for (;;) {
    const skip = phraseLengthAt(amountForms().between, tokens, at);
    // "an hour and a quarter"
    const part = skip > 0 && smallest === SECONDS.hour ? readPart(tokens, at + skip, lexicon) : null;
    if (part?.kind === "quantity") {
      total += part.quantity.value * smallest;
      at = part.end;
      break;
    }
    const more = readAmount(tokens, at + skip, lexicon);
    const size = more?.unit && more.unit !== "fraction" ? SECONDS[more.unit] : undefined;
    // "an hour and fifteen"
    const bare = more?.unit === null && skip > 0 && smallest === SECONDS.hour && isMinutes(more.value);
    if (bare && more && endsHere(tokens, more.end)) {
      total += more.value * 60;
      at = more.end;
      break;
    }
    // "5 minutes and 10 minutes" are two.
    if (!more || size === undefined || size >= smallest) break;
    smallest = size;
    total += more.value * size;
    at = more.end;
  }
  return { kind: "duration", seconds: Math.round(total), end: at };
}
