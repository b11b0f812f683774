import { type Item, is, isMark } from "../parse/items.ts";
import { isNamed } from "../parse/times.ts";
import { planTalk } from "./forms.ts";
import { isAround, momentIn, numberOf } from "./moments.ts";
import type { Changed } from "./request.ts";

/** What a plan shall be, by the words after its change: "to half past eight", "ten", 八点. Null when they say anything else. */
export function changedTo(given: readonly Item[]): Changed | null {
  // "twenty to" is of the hour before, whichever that is.
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

/** "ten minutes later", "back by half an hour". Null where no way or no duration is said. */
function movedBy(items: readonly Item[]): Changed | null {
  const { earlierWords, laterWords } = planTalk();
  const ways = items.filter(({ text }) => earlierWords.has(text) || laterWords.has(text));
  const [way] = ways;
  if (!way || ways.length > 1) return null;
  const seconds = durationOf(items.filter((item) => item !== way));
  return seconds === null ? null : { kind: "by", seconds: earlierWords.has(way.text) ? -seconds : seconds };
}

/** How long these words say, and nothing else. */
export function durationOf(items: readonly Item[]): number | null {
  const [only, ...others] = items.filter((item) => !isMark(item) && !isAround(item) && !isSmall(item));
  return only?.measure?.kind === "duration" && others.length === 0 ? only.measure.seconds : null;
}

/** "thirty" of "seven thirty" */
function isMinutes(items: readonly Item[], item: Item): boolean {
  return numberOf(item) !== null && numberOf(items[items.indexOf(item) - 1]) !== null;
}

function isSmall(item: Item): boolean {
  if (isNamed(item) || item.measure !== null) return false;
  return planTalk().small.has(item.text) || is(item, "and");
}
