import { type Item, isMark, playsRole } from "../parse/items.ts";
import { namesHomeEntity } from "../parse/time/time-words.ts";
import { planForms } from "./compiled-forms.ts";
import { bareNumberOf, isTimeParticle, partialMomentIn } from "./moments.ts";
import type { RequestedChange } from "./request.ts";

/**
 * The change that the words after a verb of changing say: "to half past eight", "ten", 八点. Null when they say anything else.
 */
export function planChangeIn(given: readonly Item[]): RequestedChange | null {
  // "Twenty to" needs an hour that is not said.
  const [number, last] = given.filter((item) => !isMark(item)).slice(-2);
  if (last !== undefined && playsRole(last, "to") && bareNumberOf(number) !== null) return null;
  const items = given.filter((item) => !isMark(item) && !isSmall(item));
  const by = movedBy(given);
  if (by !== null) return by;
  const [only, ...others] = items.filter((item) => !isTimeParticle(item));
  // 半小时后, "in half an hour"
  const behind = others.every((item) => playsRole(item, "after") && only?.measure?.kind === "duration");
  if (only && behind) {
    if (only.measure?.kind === "duration") return { kind: "lasts", seconds: only.measure.seconds };
    const value = bareNumberOf(only);
    if (value !== null && value > 0) return { kind: "number", value };
  }
  const found = partialMomentIn(items, (item) => bareNumberOf(item) !== null);
  if (!found || found.moment.sun !== null) return null;
  return items.every((item) => found.words.has(item) || isTimeParticle(item) || isMinutes(items, item))
    ? { kind: "moment", moment: found.moment }
    : null;
}

/** A shift: "ten minutes later", "back by half an hour". Null when direction or duration is missing. */
function movedBy(items: readonly Item[]): RequestedChange | null {
  const { earlierWords, laterWords } = planForms();
  const ways = items.filter(({ text }) => earlierWords.has(text) || laterWords.has(text));
  const [way] = ways;
  if (!way || ways.length > 1) return null;
  const seconds = durationOf(items.filter((item) => item !== way));
  return seconds === null ? null : { kind: "by", seconds: earlierWords.has(way.text) ? -seconds : seconds };
}

/** The duration in seconds, if the items say nothing else; null otherwise. */
export function durationOf(items: readonly Item[]): number | null {
  const [only, ...others] = items.filter((item) => !isMark(item) && !isTimeParticle(item) && !isSmall(item));
  return only?.measure?.kind === "duration" && others.length === 0 ? only.measure.seconds : null;
}

/** Whether the item is the minutes behind an hour: "thirty" of "seven thirty". */
function isMinutes(items: readonly Item[], item: Item): boolean {
  return bareNumberOf(item) !== null && bareNumberOf(items[items.indexOf(item) - 1]) !== null;
}

function isSmall(item: Item): boolean {
  if (namesHomeEntity(item) || item.measure !== null) return false;
  return planForms().small.has(item.text) || playsRole(item, "and");
}
