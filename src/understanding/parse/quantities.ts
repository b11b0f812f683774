import type { Lexicon } from "../lexicon/lexicon.ts";
import type { QuantityUnit } from "../lexicon/types.ts";
import { followed, readNumber } from "../text/numbers.ts";
import type { Token } from "../text/tokens.ts";

/** An amount with its unit; `fraction` is a part of a whole (a third). */
export interface Quantity {
  readonly value: number;
  readonly unit: QuantityUnit | "fraction" | null;
}

/** A time of day as it is said; `half` of the day is open when nothing tells. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly meridiem: "am" | "pm" | null;
}

export type Measure =
  | { readonly kind: "quantity"; readonly quantity: Quantity; readonly end: number }
  | { readonly kind: "duration"; readonly seconds: number; readonly end: number }
  | { readonly kind: "clock"; readonly clock: ClockTime; readonly end: number };

const SECONDS: Readonly<Partial<Record<QuantityUnit, number>>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** Amounts that are said without a number, keyed by how they begin. */
const VAGUE: readonly {
  readonly words: readonly string[];
  readonly value: number;
  readonly joint: readonly string[];
}[] = [
  { words: ["half", "a"], value: 0.5, joint: [] },
  { words: ["half", "an"], value: 0.5, joint: [] },
  { words: ["a", "quarter", "of", "an"], value: 0.25, joint: [] },
  { words: ["quarter", "of", "an"], value: 0.25, joint: [] },
  { words: ["three", "quarters", "of", "an"], value: 0.75, joint: [] },
  { words: ["a", "couple", "of"], value: 2, joint: [] },
  { words: ["couple", "of"], value: 2, joint: [] },
  { words: ["a", "few"], value: 3, joint: [] },
  { words: ["半", "个"], value: 0.5, joint: [] },
  { words: ["半"], value: 0.5, joint: [] },
  { words: ["an"], value: 1, joint: [] },
  { words: ["a"], value: 1, joint: [] },
];
const VAGUE_STARTS: ReadonlySet<string> = new Set(VAGUE.map(({ words }) => words[0] ?? ""));

/** Reads an amount, a duration or a time of day that starts at `from`. */
export function readMeasure(tokens: readonly Token[], from: number, lexicon: Lexicon): Measure | null {
  const first = tokens[from];
  if (!first) return null;
  const clock = readClock(tokens, from, lexicon);
  if (clock) return clock;
  const starts =
    first.kind === "number" || first.text === "-" || lexicon.numbers.has(first.text) || first.text === "百";
  if (!starts && !VAGUE_STARTS.has(first.text)) return null;
  const amount = starts ? readAmount(tokens, from, lexicon) : null;
  const found = amount ?? readVague(tokens, from, lexicon);
  if (!found) return null;
  const seconds = found.unit && found.unit !== "fraction" ? SECONDS[found.unit] : undefined;
  if (seconds === undefined) {
    return { kind: "quantity", quantity: { value: found.value, unit: found.unit }, end: found.end };
  }
  return readDuration(tokens, found.value * seconds, found.end, lexicon);
}

interface Amount extends Quantity {
  readonly end: number;
}

function readAmount(tokens: readonly Token[], from: number, lexicon: Lexicon): Amount | null {
  const number = readNumber(tokens, from, lexicon.numbers);
  if (!number) return null;
  if (number.form === "percent") return { value: number.value, unit: "percent", end: number.end };
  let { value, end } = number;
  if (number.form === "fraction") return { value, unit: "fraction", end };
  const counted = tokens[end]?.text === "个";
  if (followed(tokens, end, "个", "半")) {
    const unit = unitAt(tokens, end + 2, lexicon);
    if (unit) return { value: value + 0.5, unit: unit.unit, end: unit.end };
  }
  const unit = unitAt(tokens, end, lexicon) ?? (counted ? unitAt(tokens, end + 1, lexicon) : null);
  if (!unit) {
    if (tokens[end]?.text === "半" && tokens[from]?.kind === "han") return null;
    return { value, unit: null, end };
  }
  end = unit.end;
  if (unit.unit === "tenths") return { value: value * 10, unit: "percent", end };
  if (tokens[end]?.text === "半" && unit.unit !== "percent") {
    value += 0.5;
    end += 1;
  } else if (followed(tokens, end, "and", "a", "half")) {
    value += 0.5;
    end += 3;
  }
  return { value, unit: unit.unit, end };
}

function readVague(tokens: readonly Token[], from: number, lexicon: Lexicon): Amount | null {
  for (const { words, value } of VAGUE) {
    if (!followed(tokens, from, ...words)) continue;
    const unit = unitAt(tokens, from + words.length, lexicon);
    if (!unit || unit.unit === "percent" || unit.unit === "tenths") continue;
    // "a level" and "a degree" are amounts; "a k" and "a times" are not.
    if (unit.unit === "kelvin" || unit.unit === "times") continue;
    if (followed(tokens, unit.end, "and", "a", "half")) {
      return { value: value + 0.5, unit: unit.unit, end: unit.end + 3 };
    }
    return { value, unit: unit.unit, end: unit.end };
  }
  return null;
}

function unitAt(tokens: readonly Token[], at: number, lexicon: Lexicon): { unit: QuantityUnit; end: number } | null {
  let best: { unit: QuantityUnit; end: number } | null = null;
  if (!tokens[at]) return null;
  lexicon.trie.walk(tokens, at, (end, { unit }) => {
    if (unit && (!best || end > best.end)) best = { unit, end };
  });
  return best;
}

/** Adds the smaller parts that follow: "1 hour 5 minutes and 30 seconds". */
function readDuration(tokens: readonly Token[], seconds: number, end: number, lexicon: Lexicon): Measure {
  let total = seconds;
  let at = end;
  for (;;) {
    const skip = tokens[at]?.text === "and" || tokens[at]?.text === "零" || tokens[at]?.text === "又" ? 1 : 0;
    const more = readAmount(tokens, at + skip, lexicon);
    const size = more?.unit && more.unit !== "fraction" ? SECONDS[more.unit] : undefined;
    if (!more || size === undefined) break;
    total += more.value * size;
    at = more.end;
  }
  return { kind: "duration", seconds: Math.round(total), end: at };
}

const MERIDIEMS: Readonly<Record<string, "am" | "pm">> = { am: "am", pm: "pm" };

function readClock(tokens: readonly Token[], from: number, lexicon: Lexicon): Measure | null {
  const first = tokens[from];
  if (!first) return null;
  if (first.kind === "han" || tokens[from + 1]?.text === "点") return readHanClock(tokens, from, lexicon);
  if (first.text === "half" && tokens[from + 1]?.text === "past") return pastHour(tokens, from + 2, 30, lexicon);
  if (first.text === "quarter" && tokens[from + 1]?.text === "past") return pastHour(tokens, from + 2, 15, lexicon);
  if (first.text === "quarter" && tokens[from + 1]?.text === "to") return pastHour(tokens, from + 2, -15, lexicon);
  const hour = readNumber(tokens, from, lexicon.numbers);
  if (!hour || !Number.isInteger(hour.value) || hour.value < 0 || hour.value > 24) return null;
  let { end } = hour;
  let minute: number | null = null;
  const next = tokens[end];
  const colon = tokens[end]?.text === ":" ? tokens[end + 1] : undefined;
  if (colon?.kind === "number" && colon.value < 60) {
    minute = colon.value;
    end += 2;
  } else if (next?.text === "past" || next?.text === "to") {
    const [whole] = [pastHour(tokens, end + 1, next.text === "past" ? hour.value : -hour.value, lexicon)];
    return next.text === "past" ? whole : null;
  } else if (next && hour.value <= 12 && tokens[from - 1]?.text === "at") {
    const minutes = readNumber(tokens, end, lexicon.numbers);
    if (
      minutes &&
      minutes.value >= 10 &&
      minutes.value < 60 &&
      Number.isInteger(minutes.value) &&
      !unitAt(tokens, minutes.end, lexicon)
    ) {
      minute = minutes.value;
      end = minutes.end;
    }
  }
  let meridiem: "am" | "pm" | null = MERIDIEMS[tokens[end]?.text ?? ""] ?? null;
  if (meridiem) end += 1;
  else if (/^[ap]$/.test(tokens[end]?.text ?? "") && tokens[end + 1]?.text === "m") {
    meridiem = tokens[end]?.text === "a" ? "am" : "pm";
    end += 2;
  } else if (tokens[end]?.text === "oclock") {
    end += 1;
    minute ??= 0;
  } else if (minute === null) return null;
  return { kind: "clock", clock: { hour: hour.value, minute: minute ?? 0, meridiem }, end };
}

function pastHour(tokens: readonly Token[], at: number, minutes: number, lexicon: Lexicon): Measure | null {
  const hour = readNumber(tokens, at, lexicon.numbers);
  if (!hour || hour.value < 1 || hour.value > 12) return null;
  const total = hour.value * 60 + minutes;
  let { end } = hour;
  const meridiem = MERIDIEMS[tokens[end]?.text ?? ""] ?? null;
  if (meridiem) end += 1;
  return { kind: "clock", clock: { hour: Math.floor(total / 60), minute: total % 60, meridiem }, end };
}

/** "七点", "7点半", "八点十分", "九点一刻"; a bare "一点" is "a bit" unless something tells that it is a time. */
function readHanClock(tokens: readonly Token[], from: number, lexicon: Lexicon): Measure | null {
  const hour = readNumber(tokens, from, lexicon.numbers);
  const mark = hour ? tokens[hour.end]?.text : undefined;
  if (!hour || (mark !== "点" && mark !== "时") || hour.value > 24 || !Number.isInteger(hour.value)) return null;
  let end = hour.end + 1;
  let minute = 0;
  let certain = hour.value !== 1 || "午上晨里在到早晚".includes(tokens[from - 1]?.text ?? "?");
  if (mark === "时" && tokens[end]?.text !== "钟" && readNumber(tokens, end, lexicon.numbers) === null) return null;
  const next = tokens[end]?.text;
  if (next === "半") {
    minute = 30;
    end += 1;
    certain = true;
  } else if (next === "钟" || next === "整") {
    end += 1;
    certain = true;
  } else if (followed(tokens, end, "一", "刻")) {
    minute = 15;
    end += 2;
    certain = true;
  } else if (followed(tokens, end, "三", "刻")) {
    minute = 45;
    end += 2;
    certain = true;
  } else {
    const minutes = readNumber(tokens, end, lexicon.numbers);
    if (minutes && minutes.value < 60 && Number.isInteger(minutes.value) && tokens[minutes.end]?.text !== "%") {
      minute = minutes.value;
      end = tokens[minutes.end]?.text === "分" ? minutes.end + 1 : minutes.end;
      certain = true;
    }
  }
  return certain ? { kind: "clock", clock: { hour: hour.value, minute, meridiem: null }, end } : null;
}
