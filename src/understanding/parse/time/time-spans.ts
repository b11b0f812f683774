import { lexicon } from "../../lexicon/lexicon.ts";
import type { Act, DayPart } from "../../lexicon/types.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import type { ClockTime } from "../measure/measures.ts";
import type { ClockExpression, TimeExtraction } from "./time-expression.ts";
import { to24Hour } from "./time-words.ts";
import { weekdayMentionIn } from "./weekdays.ts";

/** Extracts a span from one time of day, or from now, to another: "from 8 to 10 pm", 晚上八点到十点, "until 11". Adds its words to `used`. */
export function extractTimeSpan(
  items: readonly Item[],
  used: Set<Item>,
): Pick<TimeExtraction, "when" | "lasting"> | null {
  const end = items.findIndex((_, at) => isSpanEnd(items, at));
  const joint = items[end];
  const last = joint ? hourAfter(items, end + 1, playsRole(joint, "until")) : null;
  if (!joint || !last) return null;
  const first = hourBefore(items, end - 1);
  if (!first) {
    const switched = items.some(({ lex }) => lex?.acts.some((act) => SWITCHING.has(act)));
    const particle = items.some((item) => playsRole(item, "on") || playsRole(item, "off"));
    const other = items.some((item) => item.measure !== null && !last.words.includes(item));
    if (other || !(switched || particle)) return null;
    for (const word of [joint, ...last.words]) used.add(word);
    return { when: { kind: "until", end: momentOf(last.clock, last.part) }, lasting: null };
  }
  const days = weekdayMentionIn(items);
  if (days === null) return null;
  // The two hours share the half of the day if the second is later: "8 to 10 pm".
  const rising = first.clock.hour < last.clock.hour;
  const meridiem = first.clock.meridiem ?? (rising ? last.clock.meridiem : null);
  const from = momentOf({ ...first.clock, meridiem }, first.part ?? (rising ? last.part : null));
  const to = momentOf(last.clock, last.part ?? (rising ? first.part : null));
  // Ambiguous if only one of them has a half of the day.
  if (from.exact !== to.exact) return null;
  for (const word of [joint, ...first.words, ...last.words, ...days.words]) used.add(word);
  const minutes = (to.hour - from.hour) * 60 + to.minute - from.minute;
  const { weekdays, once } = days;
  return { when: { ...from, weekdays, once }, lasting: (minutes <= 0 ? minutes + 24 * 60 : minutes) * 60 };
}

/** Acts that can be reverted at the end of a span. */
const SWITCHING: ReadonlySet<Act> = new Set<Act>(["on", "off", "open", "close", "start", "mute"]);

/** "until", 到 between two hours or before the last, "to" and "and" after "from" and "between". */
function isSpanEnd(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item || at === 0 || item.home || item.measure) return false;
  if (playsRole(item, "until")) return true;
  const opened = clockOf(items[at - 1]) !== null;
  if (item.grammar.bareSpans) {
    const hour = items[at + 1]?.measure?.kind === "clock" || items[at + 2]?.measure?.kind === "clock";
    return playsRole(item, "to") && playsRole(item, "at_time") && hour && (opened || items.slice(0, at).some(hasAct));
  }
  const begun = items.slice(0, at - 1).some(isSpanStart);
  return opened && begun && (playsRole(item, "to") || playsRole(item, "and"));
}

/** "from", "between", 从 */
function isSpanStart(item: Item): boolean {
  return lexicon().timeWords.from.has(item.text) || playsRole(item, "between");
}

function hasAct({ lex }: Item): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

interface Hour {
  readonly clock: ClockTime;
  readonly part: DayPart | null;
  readonly words: readonly Item[];
}

/** The hour at an index, with the part of the day beside it; `until`: a bare number counts. */
function hourAfter(items: readonly Item[], at: number, until: boolean): Hour | null {
  const [one, two] = [items[at], items[at + 1]];
  const leading = partOf(one);
  const said = leading ? two : one;
  const clock = clockOf(said) ?? (until ? bareHour(said) : null);
  if (!clock || !one) return null;
  const part = leading ?? partOf(two);
  return { clock, part, words: part && two ? [one, two] : [one] };
}

/** "until 8" */
function bareHour(item: Item | undefined): ClockTime | null {
  if (item?.measure?.kind !== "quantity") return null;
  const { value, unit } = item.measure.quantity;
  const hour = unit === null && Number.isInteger(value) && value > 0 && value <= 24;
  return hour ? { hour: value, minute: 0, meridiem: null } : null;
}

function hourBefore(items: readonly Item[], at: number): Hour | null {
  const hour = items[at];
  const clock = clockOf(hour);
  if (!clock || !hour) return null;
  const words = [hour];
  let next = at - 1;
  const part = partOf(items[next]);
  for (; next >= 0; next -= 1) {
    const item = items[next];
    if (!item || isMark(item) || !(isSpanStart(item) || (part !== null && partOf(item) === part))) break;
    words.push(item);
  }
  return { clock, part, words };
}

function partOf(item: Item | undefined): DayPart | null {
  const word = item?.home ? undefined : item?.lex?.time.find(({ kind }) => kind === "part");
  return word?.kind === "part" ? word.name : null;
}

/** A time of day, or a bare number that can be one. */
function clockOf(item: Item | undefined): ClockTime | null {
  if (item?.measure?.kind === "clock") return item.measure.clock;
  const quantity = item?.measure?.kind === "quantity" ? item.measure.quantity : null;
  if (!quantity || quantity.unit !== null || !Number.isInteger(quantity.value)) return null;
  return quantity.value >= 1 && quantity.value <= 12 ? { hour: quantity.value, minute: 0, meridiem: null } : null;
}

function momentOf(clock: ClockTime, part: DayPart | null): ClockExpression {
  const exact = part !== null || clock.meridiem !== null || clock.hour > 12;
  return { kind: "at", ...to24Hour(clock, part), day: null, date: null, weekdays: [], once: null, exact };
}
