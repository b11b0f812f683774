import type { Role } from "../lexicon/types.ts";
import { type Item, is, isMark, isUnknown } from "./items.ts";
import { takeTime, type When } from "./times.ts";

/** What is wanted of a timer, an alarm or a reminder. */
export type TimerIntent =
  | { readonly op: "start"; readonly name: string; readonly seconds: number }
  | { readonly op: "ring"; readonly name: string; readonly when: When; readonly alarm: boolean }
  | {
      readonly op: "cancel" | "pause" | "resume" | "remaining";
      readonly name: string;
      readonly seconds: number | null;
      readonly all: boolean;
    }
  | { readonly op: "add"; readonly name: string; readonly seconds: number };

/** Reads a clause about a timer, an alarm or a reminder; null when it is about none, or not clear. */
export function readTimer(items: readonly Item[], source: string): TimerIntent | null {
  const words = items.filter((item) => !isMark(item));
  const has = (role: Role): boolean => words.some((item) => is(item, role));
  const timer = has("timer");
  if (has("remind")) return reminder(items, source);
  if (has("remaining") && words.every((item) => is(item, "remaining") || is(item, "filler") || is(item, "it")))
    return { op: "remaining", name: "", seconds: null, all: false };
  if (!timer && !has("alarm")) return null;
  const targets = words.some(
    (item) =>
      (item.home?.devices.length ?? 0) > 0 ||
      ((item.lex?.kinds.length ?? 0) > 0 && !is(item, "alarm") && !is(item, "timer")),
  );
  if (targets) return null;
  const duration = words.find((item) => item.measure?.kind === "duration");
  const seconds = duration?.measure?.kind === "duration" ? duration.measure.seconds : null;
  // "one for 5 minutes and one for 10 minutes": two are wanted.
  if (words.filter((item) => item.measure?.kind === "duration").length > 1) return null;
  const name = nameOf(items, source);
  // A word that is not in its name may be the time that was meant.
  if (words.some((item) => isUnknown(item) && !name.includes(item.said))) return null;
  const all = has("all");
  if (has("remaining") || has("howMany") || has("how") || has("which") || (has("what") && seconds === null))
    return { op: "remaining", name, seconds, all };
  if (words.some((item) => item.lex?.acts.includes("pause"))) return { op: "pause", name, seconds: null, all };
  if (words.some((item) => item.lex?.acts.includes("resume"))) return { op: "resume", name, seconds: null, all };
  const adding = words.some((item) => is(item, "add") && !(item.lex?.acts.includes("set") ?? false));
  if (adding && seconds !== null) return { op: "add", name, seconds };
  if (words.some((item) => item.lex?.acts.includes("lower")) && seconds !== null)
    return { op: "add", name, seconds: -seconds };
  if (
    words.some((item) => is(item, "cancel") || item.lex?.acts.includes("off") || item.lex?.acts.includes("stop")) &&
    !(timer && seconds !== null && has("named"))
  ) {
    return { op: "cancel", name, seconds, all };
  }
  // "move the alarm to 8" is about one that there is.
  if (has("changing")) return null;
  const { when } = takeTime(items);
  if (timer && seconds !== null) return { op: "start", name, seconds };
  if (when !== null && when.kind !== "for")
    return { op: "ring", name, when: has("wake") ? ofMorning(when) : when, alarm: has("alarm") };
  if (seconds !== null) return { op: "start", name, seconds };
  return null;
}

/** People are woken in the morning: seven is seven then, not the next time that a clock shows it. */
function ofMorning(when: When): When {
  if (when.kind !== "at" || when.exact || when.day === 0) return when;
  return when.hour >= FIRST_WAKING && when.hour < 12 ? { ...when, exact: true } : when;
}

/** Before this hour people sleep, and who says "at three" in the day means to nap. */
const FIRST_WAKING = 5;

/** "remind me to … in 20 minutes", "半小时后提醒我收衣服": what is left of the words is the reminder. */
function reminder(items: readonly Item[], source: string): TimerIntent | null {
  const { when, rest } = takeTime(items);
  if (when === null || when.kind === "for") return null;
  const left = rest.filter((item) => !is(item, "remind") && !isMark(item));
  const name = textOf(trimmed(left), source);
  if (name === "") return null;
  return { op: "ring", name, when, alarm: false };
}

/** The name of a timer: after "named", after "for", or directly before the word "timer". */
function nameOf(items: readonly Item[], source: string): string {
  const named = items.findIndex((item) => is(item, "named"));
  if (named >= 0) return textOf(upTo(items.slice(named + 1)), source);
  const at = items.findIndex((item) => is(item, "timer") || is(item, "alarm"));
  const before: Item[] = [];
  for (let place = at - 1; place >= 0; place -= 1) {
    const item = items[place];
    if (!item || !isNameWord(item)) break;
    before.unshift(item);
  }
  if (before.length > 0) return textOf(before, source);
  const purpose = items.findIndex(
    (item, place) =>
      place > at && (is(item, "for") || is(item, "to")) && items[place + 1]?.measure?.kind !== "duration",
  );
  return purpose >= 0 ? textOf(upTo(items.slice(purpose + 1)), source) : "";
}

/** A word that can be part of a name: not a verb, an article, an amount. */
function isNameWord(item: Item): boolean {
  if (item.measure || isMark(item)) return false;
  if (isUnknown(item)) return true;
  const { lex } = item;
  if (!lex) return true;
  if (lex.acts.length > 0 || lex.time.length > 0) return lex.kinds.length > 0;
  return lex.roles.every((role) => role === "thing");
}

/** The words up to an amount or a mark. */
function upTo(items: readonly Item[]): readonly Item[] {
  const end = items.findIndex(
    (item, at) => isMark(item) || item.measure !== null || (at > 0 && (is(item, "for") || is(item, "in_time"))),
  );
  return trimmed(end < 0 ? items : items.slice(0, end));
}

function trimmed(items: readonly Item[]): readonly Item[] {
  const outer = (item: Item | undefined): boolean =>
    item !== undefined &&
    item.home === null &&
    (isMark(item) ||
      is(item, "article") ||
      is(item, "filler") ||
      is(item, "to") ||
      is(item, "of") ||
      is(item, "for") ||
      is(item, "and")) &&
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
