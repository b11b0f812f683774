import type { DialogueContext } from "../ground/context.ts";
import { segmentText } from "../parse/segment.ts";
import { weekdayMentionIn } from "../parse/time/weekdays.ts";
import { normalise } from "../text/tokens.ts";
import { type CompiledMemoryForms, memoryForms, usedPatterns } from "./compiled-forms.ts";
import { DAY_EVENTS, type DayEvent, type MemoryForms } from "./forms.ts";

/** A named time of day, as it is remembered. */
export interface RememberedTime {
  /** An event of the day, or a name of its own. */
  readonly name: string;
  /** "23:00" */
  readonly clock: string;
  /** 1 is Monday; none: every day. */
  readonly weekdays: readonly number[];
}

/** The result of expanding named times in a sentence. */
export type NamedTimeExpansion =
  /** The sentence with clock times. */
  | { readonly kind: "put"; readonly text: string; readonly used: readonly RememberedTime[] }
  /** It has several times, and the days that are meant are not said. */
  | { readonly kind: "which"; readonly name: string; readonly times: readonly RememberedTime[] }
  /** Its time is not known. */
  | { readonly kind: "unknown"; readonly event: DayEvent };

/** In UTF-16 units: longer texts are not expanded. */
const LONGEST = 300;
/** At most this many names are looked for. */
const MOST_NAMES = 60;

/** Replaces named times by clock times: "half an hour before dinner" becomes "at 18:00". Null where there is none. */
export function expandNamedTimes(
  said: string,
  known: readonly RememberedTime[],
  context: ZonedContext,
): NamedTimeExpansion | null {
  let text = normalise(said);
  if (text.length > LONGEST) return null;
  const used: RememberedTime[] = [];
  for (const language of memoryForms()) {
    for (const name of namesIn(known)) {
      const found = usedIn(text, name, language, context);
      if (!found) continue;
      const times = known.filter((time) => time.name === name);
      const [time] = times;
      if (!time) {
        if (found.sure && isEvent(name)) return { kind: "unknown", event: name };
        continue;
      }
      const meant = onDay(times, text, context, language.forms);
      if (meant === null) return { kind: "which", name, times };
      used.push(meant);
      text = found.put(shifted(meant.clock, found.seconds));
    }
  }
  return used.length === 0 ? null : { kind: "put", text, used };
}

/** A context with the time zone of the home. */
export type ZonedContext = DialogueContext & { readonly timezone: string };

/** The names, longest first, and the events of every home. */
function namesIn(known: readonly RememberedTime[]): readonly string[] {
  const own = known.map(({ name }) => name).filter((name) => !isEvent(name));
  const sorted = [...new Set(own)].sort((a, b) => b.length - a.length).slice(0, MOST_NAMES);
  return [...sorted, ...Object.keys(DAY_EVENTS)];
}

function isEvent(name: string): name is DayEvent {
  return Object.hasOwn(DAY_EVENTS, name);
}

interface Found {
  /** Seconds after it; negative before. */
  readonly seconds: number;
  /** It can only be a named time. */
  readonly sure: boolean;
  put(clock: string): string;
}

function usedIn(text: string, name: string, compiled: CompiledMemoryForms, { index }: ZonedContext): Found | null {
  const { used } = compiled.forms;
  const patterns = usedPatterns(compiled, name);
  if (!patterns.any.test(text)) return null;
  const clockOf = (clock: string): string => {
    const [hour = 0, minute = 0] = clock.split(":").map(Number);
    return used.clock(hour, minute);
  };
  const replaced = (from: number, to: number) => (clock: string) =>
    joined(
      text.slice(0, from),
      used.atClock.replace("{clock}", () => clockOf(clock)),
      text.slice(to),
    );
  for (const form of patterns.offset) {
    const found = form.exec(text);
    const length = found && durationBefore(text, found.index, index);
    if (!found || !length) continue;
    const before = used.before.test(found.groups?.["side"] ?? "");
    return {
      seconds: before ? -length.seconds : length.seconds,
      sure: true,
      put: replaced(length.from, found.index + found[0].length),
    };
  }
  for (const form of patterns.offsetBehind) {
    const found = form.exec(text);
    const seconds = found && durationOf(found.groups?.["length"] ?? "", index);
    if (!found || seconds === null) continue;
    const before = used.before.test(found.groups?.["side"] ?? "");
    return {
      seconds: before ? -seconds : seconds,
      sure: true,
      put: replaced(found.index, found.index + found[0].length),
    };
  }
  const own = patterns.own?.test(text) ?? false;
  for (const form of patterns.at) {
    const found = form.exec(text);
    if (!found) continue;
    const { keep } = found.groups ?? {};
    // In "if it is dark before dinner" the time is a bound of the condition.
    if (keep === undefined && used.condition.test(text) && used.before.test(found[0].split(" ")[0] ?? "")) continue;
    const end = found.index + found[0].length;
    if (keep === undefined) return { seconds: 0, sure: own, put: replaced(found.index, end) };
    const from = found.index + keep.length;
    return { seconds: 0, sure: own, put: (clock) => joined(text.slice(0, from), clockOf(clock), text.slice(end)) };
  }
  return null;
}

/** Joins parts with a blank between words, where the language has any. */
function joined(...parts: readonly string[]): string {
  return parts
    .reduce((text, part) => (/\w$/u.test(text) && /^\w/u.test(part) ? `${text} ${part}` : text + part))
    .replace(/ {2,}/gu, " ")
    .trim();
}

/** The duration right before a position, in seconds, and where it begins; null when there is none. */
function durationBefore(
  text: string,
  end: number,
  index: DialogueContext["index"],
): { readonly seconds: number; readonly from: number } | null {
  const items = segmentText(text.slice(0, end), index);
  const last = items.at(-1);
  if (last?.measure?.kind !== "duration") return null;
  return { seconds: last.measure.seconds, from: last.first.start };
}

function durationOf(text: string, index: DialogueContext["index"]): number | null {
  const [only, ...others] = segmentText(text, index);
  return only?.measure?.kind === "duration" && others.length === 0 ? only.measure.seconds : null;
}

const DAY = 24 * 60;

/** A clock time moved by seconds: "18:30" by half an hour is "18:00" or "19:00". */
function shifted(clock: string, seconds: number): string {
  const total = (((minutesOf(clock) + Math.round(seconds / 60)) % DAY) + DAY) % DAY;
  return [Math.floor(total / 60), total % 60].map((each) => String(each).padStart(2, "0")).join(":");
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

/** The time for the day that is meant; null where that differs between the days. */
function onDay(
  times: readonly RememberedTime[],
  text: string,
  { now, timezone, index }: ZonedContext,
  { used }: MemoryForms,
): RememberedTime | null {
  const items = segmentText(text, index);
  const said = weekdayMentionIn(items);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const offset = items.flatMap(({ lex }) => lex?.time ?? []).find(({ kind }) => kind === "day");
  const days = said?.weekdays ?? [];
  if (days.length > 0) return sameOn(times, days);
  if (offset?.kind === "day") return sameOn(times, [today.add({ days: offset.offset }).dayOfWeek]);
  if (used.condition.test(text)) return sameOn(times, EVERY_DAY);
  const minute = today.hour * 60 + today.minute;
  const soon = of(times, today.dayOfWeek);
  return soon && minutesOf(soon.clock) > minute ? soon : of(times, today.add({ days: 1 }).dayOfWeek);
}

const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** The time for these days; null where it differs. */
function sameOn(times: readonly RememberedTime[], days: readonly number[]): RememberedTime | null {
  const found = days.map((day) => of(times, day));
  const [first] = found;
  return first && found.every((each) => each?.clock === first.clock) ? first : null;
}

/** The time for a day; those for all days come last. */
function of(times: readonly RememberedTime[], day: number): RememberedTime | null {
  return (
    times.find(({ weekdays }) => weekdays.includes(day)) ?? times.find(({ weekdays }) => weekdays.length === 0) ?? null
  );
}
