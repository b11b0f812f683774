import { type Item, isMark, isUnknown, playsRole } from "../items.ts";
import { isPlaceName, namesDevice, namesRoomKind, namesTarget } from "../senses.ts";
import { isPartKind } from "../slots/device-parts.ts";

/**
 * Where the commands of a list begin that is said without marks and without verbs: "floor lamp on | TV off", "the lamp
 * red | the ceiling light blue". Each must name something and say at once how it shall be.
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

/** "fan on the lights | and the AC off": what was named last waits for how it shall be, which is said behind the next. */
export function waitsForHow(previous: readonly Item[], piece: readonly Item[]): boolean {
  const [first, last] = [previous[0], previous.at(-1)];
  if (!first?.grammar.separableVerbs || !last || !namesTarget(last) || !playsRole(piece[0], "and")) return false;
  const whole = [...previous, ...piece];
  const how = previous.findIndex((_, at) => isHow(whole, at));
  return how > 0 && previous.slice(0, how).some(namesTarget) && saysHow(whole, how + 1);
}

/** 风扇开二档|摇头: behind how far it goes, what it does besides. */
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

/** Whether a thing begins here, and how it shall be is said right behind it. */
function saysHow(items: readonly Item[], from: number): boolean {
  let at = from;
  while (isBeforeThing(items[at])) at += 1;
  const thing = items[at];
  if (!thing || !namesTarget(thing) || (thing.lex?.acts.length ?? 0) > 0) return false;
  at += 1;
  // "fan on the lights and the AC off": all that is named up to there.
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

/** On, off, open, a colour, the end of a range, or an amount. */
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

/** "curtains open": not where something else is to be opened, "lamp off open the curtains". */
function isMoved(items: readonly Item[], at: number): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  if (!before || !namesTarget(before)) return false;
  return next === undefined || isMark(next) || playsRole(next, "and") || saysHow(items, at + 1);
}

/** "lights on the fan off": said first, it is on what no lamp is; "the light on the fan off" is that of the fan. */
function isSwitched(items: readonly Item[], at: number): boolean {
  const [before, first] = [items[at - 1], items[at - 2]];
  const alone = first === undefined || isMark(first) || playsRole(first, "and");
  return before !== undefined && alone && (before.plural || !before.lex?.kinds.some(isPartKind));
}

/** "the light on the terrace off", "the light on the fan off": where it is, but not "the floor lamp on the TV off". */
function isPreposition(items: readonly Item[], at: number): boolean {
  const [before, item, behind] = [items[at - 1], items[at + 1], items[at + 2]];
  if (!item) return false;
  if (playsRole(item, "article"))
    return !(before && behind && namesTarget(behind) && (namesDevice(before) || isSwitched(items, at)));
  if (!(isPlaceName(item) || namesRoomKind(item))) return false;
  return !behind || !(namesTarget(behind) || isUnknown(behind));
}
