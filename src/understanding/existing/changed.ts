import { type Item, is, isMark } from "../parse/items.ts";
import { isNamed } from "../parse/time-words.ts";
import { planTalk } from "./compiled-forms.ts";
import { isAround, momentIn, numberOf } from "./moments.ts";
import type { Changed } from "./request.ts";

/**
 * The change that the words after a verb of changing say: "to half past eight", "ten", 八点. Null when they say anything else.
 */
export function changedTo(given: readonly Item[]): Changed | null {
  // "Twenty to" needs an hour that is not said.
  const [number, last] = given.filter((item) => !isMark(item)).slice(-2);
  if (last !== undefined && is(last, "to") && numberOf(number) !== null) return null;
  const items = given.filter((item) => !isMark(item) && !isSmall(item));
  const by = movedBy(given);
  if (by !== null) return by;
  const [only, ...others] = items.filter((item) => !isAround(item));
  // 半小时后, "in half an hour"
  const behind = others.every((item) => is(item, "after") && only?.measure?.kind === "duration");
  if (only && behind) {
    if (only.measure?.kind === "duration") return { kind: "lasts", seconds: only.measure.seconds };
    const value = numberOf(only);
    if (value !== null && value > 0) return { kind: "number", value };
  }
  const found = momentIn(items, (item) => numberOf(item) !== null);
  if (!found || found.moment.sun !== null) return null;
  return items.every((item) => found.words.has(item) || isAround(item) || isMinutes(items, item))
    ? { kind: "moment", moment: found.moment }
    : null;
}

/** A shift: "ten minutes later", "back by half an hour". Null when direction or duration is missing. */
function movedBy(items: readonly Item[]): Changed | null {
  const { earlierWords, laterWords } = planTalk();
  const ways = items.filter(({ text }) => earlierWords.has(text) || laterWords.has(text));
  const [way] = ways;
  if (!way || ways.length > 1) return null;
  const seconds = durationOf(items.filter((item) => item !== way));
  return seconds === null ? null : { kind: "by", seconds: earlierWords.has(way.text) ? -seconds : seconds };
}

/** The duration in seconds, if the items say nothing else; null otherwise. */
export function durationOf(items: readonly Item[]): number | null {
  const [only, ...others] = items.filter((item) => !isMark(item) && !isAround(item) && !isSmall(item));
  return only?.measure?.kind === "duration" && others.length === 0 ? only.measure.seconds : null;
}

/** Whether the item is the minutes behind an hour: "thirty" of "seven thirty". */
function isMinutes(items: readonly Item[], item: Item): boolean {
  return numberOf(item) !== null && numberOf(items[items.indexOf(item) - 1]) !== null;
}

function isSmall(item: Item): boolean {
  if (isNamed(item) || item.measure !== null) return false;
  return planTalk().small.has(item.text) || is(item, "and");
}
