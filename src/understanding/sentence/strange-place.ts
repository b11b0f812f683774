import type { Frame } from "../parse/frame.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { isPlaceName, namesPlace } from "../parse/senses.ts";
import type { Understanding } from "../plan.ts";

/**
 * Whether a question about a value is about a place that is none of this home, although it was read as one about the home:
 * "how warm is it in Paris", 北京多少度. No device and no place was found in it, and in the slot of a place stands a word
 * that nothing explains.
 *
 * @param items as they were said, with no word put right
 */
export function asksOfStrangePlace(items: readonly Item[], source: string, understanding: Understanding): boolean {
  if (understanding.kind !== "plan" || understanding.steps.length === 0) return false;
  if (!understanding.steps.every(({ kind }) => kind === "answer" || kind === "refuse" || kind === "ask")) return false;
  const frames = understanding.steps.flatMap((step) => ("frame" in step ? [step.frame] : []));
  const all: readonly Frame[] = [...understanding.frames, ...frames];
  if (all.length === 0 || all.some(saysOfWhat)) return false;
  // "temperature in New York": nothing is done.
  const asked = all.some(({ asking }) => asking !== null);
  if (!asked && !isQuestion(items) && items.some(acts)) return false;
  // 咱这屋: where it is was said.
  if (items.some((item) => namesPlace(item) || playsAnyRole(item, ["here", "there"]))) return false;
  return items.some(
    (item, at) =>
      (isUnknown(item) || isHalfName(items, at)) &&
      (standsInPlace(items, at) || (asked && isProper(item, items, at, source))),
  );
}

function acts({ lex }: Item): boolean {
  return (lex?.acts.length ?? 0) + (lex?.changes.length ?? 0) > 0;
}

/** 成都: a question begins with nothing that something becomes. */
function isHalfName(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const before = items[at - 1];
  const starts = before === undefined || isMark(before);
  return (
    item !== undefined &&
    !item.grammar.spaces &&
    starts &&
    playsRole(item, "to") &&
    playsRole(items[at + 1], "allOfThem")
  );
}

/** Whether it names a device, or a place that was found. */
function saysOfWhat({ heads, places }: Frame): boolean {
  return places.length > 0 || heads.some(({ text, places: own }) => text !== "" || own.length > 0);
}

/** Whether a word stands where a place does: behind "in", or, without spaces, in what is asked, before what is asked of it. */
function standsInPlace(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (!item.grammar.spaces) return stretchBehind(items, at).some(asksOrMeasures);
  for (let before = at - 1; before >= 0 && at - before <= MOST_BETWEEN; before -= 1) {
    const each = items[before];
    if (each === undefined || isMark(each)) return false;
    if (playsRole(each, "in")) return true;
    if (asksOrMeasures(each)) return false;
  }
  return false;
}

/** "in the old town of Lima": no name of a place has more words than stand before its last. */
const MOST_BETWEEN = 5;

/** What stands behind an item up to the next mark. */
function stretchBehind(items: readonly Item[], at: number): readonly Item[] {
  const behind = items.slice(at + 1);
  const end = behind.findIndex(isMark);
  return end < 0 ? behind : behind.slice(0, end);
}

function asksOrMeasures(item: Item): boolean {
  return playsRole(item, "what") || playsRole(item, "howMany") || (item.lex?.props.length ?? 0) > 0;
}

/** "the Paris temperature": a word with a capital letter within a sentence is a name. */
function isProper(item: Item, items: readonly Item[], at: number, source: string): boolean {
  if (!item.grammar.spaces || !/^\p{Lu}\p{Ll}/u.test(source.slice(item.first.start, item.end))) return false;
  const [before, after] = [items[at - 1], items[at + 1]];
  return before !== undefined && !isMark(before) && after !== undefined && !isMark(after) && !isPlaceName(item);
}
