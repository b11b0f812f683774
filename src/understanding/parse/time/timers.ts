import type { WordRole } from "../../lexicon/types.ts";
import { type Item, isMark, isUnknown, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import { type AlarmIntent, readAlarm } from "./alarms.ts";
import { splitByTimes } from "./several-times.ts";

/** A request about a timer, an alarm or a reminder. */
export type TimerIntent =
  | { readonly op: "start"; readonly name: string; readonly seconds: number }
  | AlarmIntent
  | {
      readonly op: "cancel" | "pause" | "resume" | "remaining";
      readonly name: string;
      readonly seconds: number | null;
      readonly all: boolean;
    }
  | { readonly op: "add"; readonly name: string; readonly seconds: number };

/** Reads a clause about timers, alarms or reminders, one intent for each time. Null if it is about none, or not clear. */
export function readTimers(items: readonly Item[], source: string): readonly TimerIntent[] | null {
  const one = readTimer(items, source);
  if (one) return [one];
  if (!anyHasRole(items, RINGING)) return null;
  const each = splitByTimes(items)?.map((part) => readTimer(part, source)) ?? [];
  const several = each.flatMap((intent) => (intent?.op === "ring" || intent?.op === "start" ? [intent] : []));
  return several.length > 1 && several.length === each.length ? several : null;
}

/** Reads a clause about a timer, an alarm or a reminder; null when it is about none, or not clear. */
export function readTimer(items: readonly Item[], source: string): TimerIntent | null {
  if (!anyHasRole(items, ABOUT_TIMERS)) return null;
  const words = items.filter((item) => !isMark(item));
  const has = (role: WordRole): boolean => words.some((item) => playsRole(item, role));
  const timer = has("timer");
  // "half an hour earlier" is about an existing one.
  if (has("past")) return null;
  if (has("remind")) return readAlarm(items, source);
  if (
    has("remaining") &&
    words.every((item) => playsRole(item, "remaining") || playsRole(item, "filler") || playsRole(item, "it"))
  )
    return { op: "remaining", name: "", seconds: null, all: false };
  if (!timer && !has("alarm")) return has("rising") ? readAlarm(items, source) : null;
  const ringing = timer ? null : readAlarm(items, source);
  if (ringing) return ringing;
  const targets = words.some(
    (item) =>
      (item.home?.devices.length ?? 0) > 0 ||
      ((item.lex?.kinds.length ?? 0) > 0 && !playsRole(item, "alarm") && !playsRole(item, "timer")),
  );
  if (targets) return null;
  const duration = words.find((item) => item.measure?.kind === "duration");
  const seconds = duration?.measure?.kind === "duration" ? duration.measure.seconds : null;
  // "one for 5 minutes and one for 10 minutes": two are wanted.
  if (words.filter((item) => item.measure?.kind === "duration").length > 1) return null;
  const name = nameOf(items, source);
  // An unknown word outside the name may be a misspelt time.
  if (words.some((item) => isUnknown(item) && !name.includes(item.said))) return null;
  const all = has("all");
  if (has("remaining") || has("howMany") || has("how") || has("which") || (has("what") && seconds === null))
    return { op: "remaining", name, seconds, all };
  if (words.some((item) => item.lex?.acts.includes("pause"))) return { op: "pause", name, seconds: null, all };
  if (words.some((item) => item.lex?.acts.includes("resume"))) return { op: "resume", name, seconds: null, all };
  const adding = words.some((item) => playsRole(item, "add") && !(item.lex?.acts.includes("set") ?? false));
  if (adding && seconds !== null) return { op: "add", name, seconds };
  if (words.some((item) => item.lex?.acts.includes("lower")) && seconds !== null)
    return { op: "add", name, seconds: -seconds };
  if (
    words.some(
      (item) => playsRole(item, "cancel") || item.lex?.acts.includes("off") || item.lex?.acts.includes("stop"),
    ) &&
    !(timer && seconds !== null && has("named"))
  ) {
    return { op: "cancel", name, seconds, all };
  }
  // "move the alarm to 8" is about an existing one.
  if (has("changing")) return null;
  // "timers for 5 and 10 minutes"
  const other = words.some((item) => item.measure !== null && item !== duration && !name.includes(item.said));
  if (seconds !== null && other) return null;
  if (timer) return seconds === null ? readAlarm(items, source) : { op: "start", name, seconds };
  // "an alarm for 20 minutes"
  if (seconds !== null && seconds > LONGEST_ALARM) return null;
  const waking = has("wake") || words.some((item) => item.measure?.kind === "clock");
  return seconds !== null && !waking ? { op: "start", name, seconds } : null;
}

/** Without one of these roles it is about none. */
const ABOUT_TIMERS = roleSet("timer", "alarm", "remind", "rising", "remaining");
const RINGING = roleSet("timer", "alarm", "remind");

/** Longest countdown of an alarm, in seconds: "seven hundred hours" is a time of day. */
const LONGEST_ALARM = 48 * 3600;

/** The name of a timer: after "named", after "for", or directly before the word for it; "" if there is none. */
function nameOf(items: readonly Item[], source: string): string {
  const named = items.findIndex((item) => playsRole(item, "named"));
  if (named >= 0) return textOf(upTo(items.slice(named + 1)), source);
  const at = items.findIndex((item) => playsRole(item, "timer") || playsRole(item, "alarm"));
  const before: Item[] = [];
  for (let place = at - 1; place >= 0; place -= 1) {
    const item = items[place];
    if (!item || !isNameWord(item)) break;
    before.unshift(item);
  }
  // 泡茶: the verb belongs to the name.
  const doing = items[at - before.length - 1];
  if (before.length > 0) return textOf(doing && isDoing(doing) ? [doing, ...before] : before, source);
  const purpose = items.findIndex(
    (item, place) =>
      place > at && (playsRole(item, "for") || playsRole(item, "to")) && items[place + 1]?.measure?.kind !== "duration",
  );
  return purpose >= 0 ? textOf(upTo(items.slice(purpose + 1)), source) : textOf(purposeBehind(items), source);
}

/** The purpose of a timer at the end, without a preposition: 三分钟倒计时|泡面. */
function purposeBehind(items: readonly Item[]): readonly Item[] {
  const from = items.findLastIndex((item) => playsRole(item, "timer") || item.measure?.kind === "duration") + 1;
  const behind = trimmed(items.slice(from));
  const [first] = behind;
  if (!first || first.grammar.spaces || !behind.some(isUnknown)) return [];
  return behind.every((item) => isNameWord(item) || playsRole(item, "serving")) ? behind : [];
}

/** Whether an item can be part of a name: no verb, article or amount. */
function isNameWord(item: Item): boolean {
  if (item.measure || isMark(item)) return false;
  if (isUnknown(item)) return true;
  const { lex } = item;
  if (!lex) return true;
  if (lex.acts.length > 0 || lex.time.length > 0) return lex.kinds.length > 0;
  return lex.roles.every((role) => role === "thing");
}

/** Whether an item is a verb directly before its object, in a language without spaces: 泡|茶. */
function isDoing({ grammar, measure, lex }: Item): boolean {
  if (grammar.spaces || measure || !lex) return false;
  return lex.roles.includes("serving") && lex.acts.length === 0;
}

/** The items up to an amount or a mark. */
function upTo(items: readonly Item[]): readonly Item[] {
  const end = items.findIndex(
    (item, at) =>
      isMark(item) || item.measure !== null || (at > 0 && (playsRole(item, "for") || playsRole(item, "in_time"))),
  );
  return trimmed(end < 0 ? items : items.slice(0, end));
}

function trimmed(items: readonly Item[]): readonly Item[] {
  const outer = (item: Item | undefined): boolean =>
    item !== undefined &&
    item.home === null &&
    (isMark(item) ||
      playsRole(item, "article") ||
      playsRole(item, "filler") ||
      playsRole(item, "to") ||
      playsRole(item, "of") ||
      playsRole(item, "for") ||
      playsRole(item, "and")) &&
    (item.lex?.acts.length ?? 0) === 0;
  let from = 0;
  let to = items.length;
  while (from < to && outer(items[from])) from += 1;
  while (to > from && outer(items[to - 1])) to -= 1;
  return items.slice(from, to);
}

function textOf(items: readonly Item[], source: string): string {
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return "";
  return source.slice(first.first.start, last.end).trim();
}
