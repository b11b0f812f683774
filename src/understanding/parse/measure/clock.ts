import type { Lexicon } from "../../lexicon/lexicon.ts";
import { phraseLengthAt } from "../../text/amounts.ts";
import { readNumber } from "../../text/numbers.ts";
import type { Token } from "../../text/tokens.ts";
import { readMarkedClock } from "./marked-clock.ts";
import type { ClockTime, Measure } from "./measures.ts";
import { unitAt } from "./units.ts";

type Moment = Extract<Measure, { kind: "clock" | "impossible" }>;

/**
 * Reads a time of day that starts at `from`: "6:30", "half past six", "ten to five", "seven fifteen pm", 三点一刻, 差五分八点.
 * What has the form of one but is out of range (25:00, 九点七十五分) is `impossible`.
 */
export function readClock(tokens: readonly Token[], from: number, lexicon: Lexicon): Moment | null {
  const first = tokens[from];
  if (!first) return null;
  if (first.kind === "mark") return null;
  const marked = readMarkedClock(tokens, from, lexicon);
  if (marked || first.kind === "character") return marked;
  return readBeside(tokens, from, lexicon) ?? readHour(tokens, from, lexicon);
}

/** Whether a time is expected here: after "at", "tomorrow". */
function isLed(tokens: readonly Token[], from: number, { clock }: Lexicon): boolean {
  return clock.leads.has(tokens[from - 1]?.text ?? "");
}

/** Minutes before or after an hour: "quarter past six", "ten minutes to five", "half six". */
function readBeside(tokens: readonly Token[], from: number, lexicon: Lexicon): Moment | null {
  const first = tokens[from];
  const { clock: words } = lexicon;
  const part = words.parts.get(first?.text ?? "");
  const half = part === 30;
  const number = part === undefined ? readNumber(tokens, from, lexicon.numbers) : null;
  let at = number ? number.end : from + 1;
  const minutes = part ?? number?.value;
  if (minutes === undefined || !Number.isInteger(minutes) || minutes < 1 || minutes > 30) return null;
  const counted = number !== null && words.minutes.has(tokens[at]?.text ?? "");
  if (counted) at += 1;
  const side = tokens[at]?.text ?? "";
  if (words.past.has(side)) return besideHour(tokens, at + 1, minutes, lexicon);
  const weak = words.weakTo.has(side);
  if ((weak || words.to.has(side)) && !half) {
    const clock = besideHour(tokens, at + 1, -minutes, lexicon);
    // "from 20 to 10" and "10 to 12 degrees" are no time of day.
    const range = number !== null && !counted && !isFive(minutes, tokens, from, clock, lexicon);
    return range || (weak && !isLed(tokens, from, lexicon)) ? null : clock;
  }
  // Half six is half past six, where a time is expected; half an hour before one is said of nothing else.
  const whole = half ? besideHour(tokens, at, words.bareHalf, lexicon) : null;
  const sure = words.bareHalf < 0 || isLed(tokens, from, lexicon);
  return whole && (sure || whole.clock.meridiem !== null) ? whole : null;
}

/** Whether "ten to five" is a time and no range: the minutes are a multiple of five, and a time is expected. */
function isFive(
  minutes: number,
  tokens: readonly Token[],
  from: number,
  clock: Extract<Moment, { kind: "clock" }> | null,
  lexicon: Lexicon,
): boolean {
  if (clock === null || minutes % 5 !== 0 || tokens[clock.end - 1]?.text === "%") return false;
  if (lexicon.clock.spans.has(tokens[from - 1]?.text ?? "")) return false;
  return isLed(tokens, from, lexicon) || from === 0 || clock.clock.meridiem !== null;
}

/** Reads an hour and moves it by some minutes; midnight and noon are hours as well. */
function besideHour(
  tokens: readonly Token[],
  at: number,
  minutes: number,
  lexicon: Lexicon,
): Extract<Moment, { kind: "clock" }> | null {
  const named = lexicon.clock.named.get(tokens[at]?.text ?? "");
  if (named !== undefined) {
    const total = (named * 60 + minutes + DAY) % DAY;
    const hour = Math.floor(total / 60);
    const clock: ClockTime = { hour: hour % 12 || 12, minute: total % 60, meridiem: hour < 12 ? "am" : "pm" };
    return { kind: "clock", clock, end: at + 1 };
  }
  const hour = readNumber(tokens, at, lexicon.numbers);
  if (!hour || !Number.isInteger(hour.value) || hour.value < 1 || hour.value > 12) return null;
  if (unitAt(tokens, hour.end, lexicon) !== null && meridiemAt(tokens, hour.end, lexicon) === null) return null;
  const total = hour.value * 60 + minutes;
  const meridiem = meridiemAt(tokens, hour.end, lexicon);
  const oclock = phraseLengthAt(lexicon.clock.oclock, tokens, hour.end);
  // "Ten to one" is on the face 12:50, in the half of the day of one o'clock.
  const face = total < 60 ? total + 12 * 60 : total;
  const crossed = total < 60 || (hour.value === 12 && minutes < 0);
  return {
    kind: "clock",
    clock: {
      hour: Math.floor(face / 60),
      minute: face % 60,
      meridiem: crossed ? beforeNoon(meridiem?.half, hour.value) : (meridiem?.half ?? null),
    },
    end: meridiem?.end ?? hour.end + oclock,
  };
}

const DAY = 24 * 60;

/** The half of the day of a time before this hour: "ten to twelve pm" is in the morning, "ten to one pm" is not. */
function beforeNoon(half: "am" | "pm" | undefined, hour: number): "am" | "pm" | null {
  if (half === undefined) return null;
  if (hour === 12) return half === "pm" ? "am" : "pm";
  return half;
}

/** "6:30", "6.30 pm", "at six thirty", "seven oh five", "8 am", "five o'clock". */
function readHour(tokens: readonly Token[], from: number, lexicon: Lexicon): Moment | null {
  const hour = readNumber(tokens, from, lexicon.numbers);
  const first = tokens[from];
  if (!hour || !first || hour.value < 0) return null;
  const led = isLed(tokens, from, lexicon);
  const dotted = /^(\d{1,2})\.(\d\d)$/.exec(first.text);
  const military = /^(\d\d)(\d\d)$/.exec(first.text);
  if (dotted && (meridiemAt(tokens, hour.end, lexicon) || led)) {
    const [, hours, minutes] = dotted.map(Number);
    if (unitAt(tokens, hour.end, lexicon) === null || meridiemAt(tokens, hour.end, lexicon))
      return finished(
        tokens,
        hours ?? 0,
        minutes ?? 0,
        hour.end,
        meridiemAt(tokens, hour.end, lexicon) !== null,
        lexicon,
      );
  }
  if (military && (lexicon.clock.hours.has(tokens[hour.end]?.text ?? "") || (first.text.startsWith("0") && led))) {
    const [, hours, minutes] = military.map(Number);
    const end = lexicon.clock.hours.has(tokens[hour.end]?.text ?? "") ? hour.end + 1 : hour.end;
    return finished(tokens, hours ?? 0, minutes ?? 0, end, true, lexicon);
  }
  if (!Number.isInteger(hour.value)) return null;
  const colon = tokens[hour.end]?.text === ":" ? tokens[hour.end + 1] : undefined;
  if (colon?.kind === "number" && Number.isInteger(colon.value) && colon.start === tokens[hour.end]?.end) {
    // 90:00 is the time of a timer in minutes.
    if (colon.value >= 60 && colon.text.length !== 2) return null;
    return finished(tokens, hour.value, colon.value, hour.end + 2, true, lexicon);
  }
  if (led || meridiemAfterMinutes(tokens, hour.end, lexicon)) {
    const minutes = minutesAfter(tokens, from, hour.end, lexicon);
    if (minutes && hour.value <= (first.kind === "number" ? 23 : 12))
      return finished(tokens, hour.value, minutes.value, minutes.end, true, lexicon);
  }
  const meridiem = meridiemAt(tokens, hour.end, lexicon);
  const oclock = phraseLengthAt(lexicon.clock.oclock, tokens, hour.end);
  return meridiem || oclock > 0 ? finished(tokens, hour.value, 0, hour.end, true, lexicon) : null;
}

/** Reads the minutes after an hour: "thirty", "oh five", "05"; they may be out of range ("75"). */
function minutesAfter(
  tokens: readonly Token[],
  from: number,
  at: number,
  lexicon: Lexicon,
): { readonly value: number; readonly end: number } | null {
  const zero = lexicon.clock.zero.has(tokens[at]?.text ?? "") ? 1 : 0;
  const minutes = readNumber(tokens, at + zero, lexicon.numbers);
  if (!minutes || !Number.isInteger(minutes.value) || minutes.value >= 100) return null;
  const word = tokens[at + zero];
  const padded = zero === 1 ? minutes.value < 10 : minutes.value >= 10 || word?.text.startsWith("0") === true;
  // "at 5 10 degrees", "at five twenty percent"
  const unit = unitAt(tokens, minutes.end, lexicon) !== null && meridiemAt(tokens, minutes.end, lexicon) === null;
  // A time does not mix digits and words.
  const mixed = word?.kind !== tokens[from]?.kind && zero === 0;
  return padded && !unit && !mixed ? minutes : null;
}

function meridiemAfterMinutes(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const minutes = readNumber(tokens, at + (lexicon.clock.zero.has(tokens[at]?.text ?? "") ? 1 : 0), lexicon.numbers);
  return minutes !== null && meridiemAt(tokens, minutes.end, lexicon) !== null;
}

/** A time with o'clock and am or pm behind it; `sure`: out of range it is `impossible` instead of no time. */
function finished(
  tokens: readonly Token[],
  hour: number,
  minute: number,
  at: number,
  sure: boolean,
  lexicon: Lexicon,
): Moment | null {
  const oclock = phraseLengthAt(lexicon.clock.oclock, tokens, at);
  const meridiem = meridiemAt(tokens, at + oclock, lexicon);
  const end = meridiem?.end ?? at + oclock;
  const possible = hour <= 24 && minute < 60 && !(hour === 24 && minute > 0);
  if (!possible) return sure ? { kind: "impossible", end } : null;
  return { kind: "clock", clock: { hour, minute, meridiem: meridiem?.half ?? null }, end };
}

/** "am", "p.m.", "p m" */
function meridiemAt(
  tokens: readonly Token[],
  at: number,
  { clock }: Lexicon,
): { readonly half: "am" | "pm"; readonly end: number } | null {
  const am = phraseLengthAt(clock.am, tokens, at);
  if (am > 0) return { half: "am", end: at + am };
  const pm = phraseLengthAt(clock.pm, tokens, at);
  return pm > 0 ? { half: "pm", end: at + pm } : null;
}
