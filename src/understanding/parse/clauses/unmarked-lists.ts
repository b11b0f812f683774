import { type Item, isMark, isUnknown, playsRole } from "../items.ts";
import { isPlaceName, namesDevice, namesRoomKind, namesTarget } from "../senses.ts";
import { isPartKind } from "../slots/device-parts.ts";

/**
 * Indices where the commands of a list without marks and verbs begin: "floor lamp on | TV off", "the lamp red | the ceiling
 * light blue". Each command must be a thing and its state.
 */
export function unmarkedStarts(items: readonly Item[]): ReadonlySet<number> {
  const starts = new Set<number>();
  if (!items[0]?.grammar.spaces) return doingStarts(items);
  if (!items[0]?.grammar.separableVerbs) return starts;
  let named = false;
  for (const [at, item] of items.entries()) {
    if (isMark(item) || playsRole(item, "and")) named = false;
    else if (namesTarget(item) && !isHow(items, at)) named = true;
    else if (named && isHow(items, at) && saysHow(items, at + 1)) {
      starts.add(at + 1);
      named = false;
    }
  }
  return starts;
}

/** Whether the last thing gets its state from the next piece: "fan on the lights | and the AC off". */
export function waitsForHow(previous: readonly Item[], piece: readonly Item[]): boolean {
  const [first, last] = [previous[0], previous.at(-1)];
  if (!first?.grammar.separableVerbs || !last || !namesTarget(last) || !playsRole(piece[0], "and")) return false;
  const whole = [...previous, ...piece];
  const how = previous.findIndex((_, at) => isHow(whole, at));
  return how > 0 && previous.slice(0, how).some(namesTarget) && saysHow(whole, how + 1);
}

/** Index of a function behind a level: 风扇开二档|摇头. */
function doingStarts(items: readonly Item[]): ReadonlySet<number> {
  const word = items.findIndex((item) => playsRole(item, "doing"));
  const at = playsRole(items[word - 1], "not") ? word - 1 : word;
  const said = items.slice(0, Math.max(at, 0));
  const last = said.findLast((item) => !playsRole(item, "filler"));
  const valued = last?.measure?.kind === "quantity" && said.some(namesTarget);
  return new Set(
    valued && items.slice(word + 1).every((item) => isMark(item) || playsRole(item, "filler")) ? [at] : [],
  );
}

/** Whether a thing begins at an index, with its state right behind it. */
function saysHow(items: readonly Item[], from: number): boolean {
  let at = from;
  while (isBeforeThing(items[at])) at += 1;
  const thing = items[at];
  if (!thing || !namesTarget(thing) || (thing.lex?.acts.length ?? 0) > 0) return false;
  at += 1;
  // "fan on the lights and the AC off": all things up to the state.
  while (playsRole(items[at], "and")) {
    const start = items.findIndex((item, place) => place > at && !isBeforeThing(item));
    const next = items[start];
    if (!next || !namesTarget(next) || (next.lex?.acts.length ?? 0) > 0) break;
    at = start + 1;
  }
  while (playsRole(items[at], "to") || (playsRole(items[at], "at_time") && !playsRole(items[at], "on"))) at += 1;
  return isHow(items, at);
}

function isBeforeThing(item: Item | undefined): boolean {
  if (!item || isMark(item)) return false;
  return playsRole(item, "article") || isPlaceName(item) || namesRoomKind(item) || isUnknown(item);
}

/** Whether the item at an index is a state or value: on, off, open, a colour, the end of a range, an amount. */
function isHow(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item) return false;
  if (playsRole(item, "on")) return !isPreposition(items, at);
  if (playsRole(item, "off")) return true;
  if (item.lex?.states.some((state) => state === "open" || state === "closed")) return isMoved(items, at);
  if (item.measure) return item.measure.kind === "quantity";
  const { color = null, kelvin = null, level = null } = item.lex ?? {};
  return item.home === null && (color !== null || kelvin !== null || level !== null);
}

/** Whether "open" is a state of the thing before ("curtains open"), and no verb ("lamp off open the curtains"). */
function isMoved(items: readonly Item[], at: number): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  if (!before || !namesTarget(before)) return false;
  return next === undefined || isMark(next) || playsRole(next, "and") || saysHow(items, at + 1);
}

/** Whether "on" is a state: "lights on the fan off"; in "the light on the fan off" it is a preposition. */
function isSwitched(items: readonly Item[], at: number): boolean {
  const [before, first] = [items[at - 1], items[at - 2]];
  const alone = first === undefined || isMark(first) || playsRole(first, "and");
  return before !== undefined && alone && (before.plural || !before.lex?.kinds.some(isPartKind));
}

/** Whether "on" is a preposition: "the light on the terrace off", "the light on the fan off", but not "the floor lamp on the TV off". */
function isPreposition(items: readonly Item[], at: number): boolean {
  const [before, item, behind] = [items[at - 1], items[at + 1], items[at + 2]];
  if (!item) return false;
  if (playsRole(item, "article"))
    return !(before && behind && namesTarget(behind) && (namesDevice(before) || isSwitched(items, at)));
  if (!(isPlaceName(item) || namesRoomKind(item))) return false;
  return !behind || !(namesTarget(behind) || isUnknown(behind));
}
