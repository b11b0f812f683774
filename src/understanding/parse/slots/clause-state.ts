import type { HomeIndex } from "../../names/home-index.ts";
import type { Frame } from "../frame.ts";
import { type Item, isUnknown, playsAnyRole, playsRole } from "../items.ts";
import { isValue, namesDevice, namesKind, namesPlace } from "../senses.ts";
import type { Cursor } from "./cursor.ts";
import type { Targets } from "./targets.ts";

/** The state while a clause is read, which decides between the meanings of a word. */
export interface ClauseState {
  readonly cursor: Cursor;
  readonly frame: Frame;
  readonly targets: Targets;
  readonly index: HomeIndex;
  /** The sentence is a question, so "open" and "on" are states. */
  readonly question: boolean;
}

/** Whether a word for a kind means the kind here, and not an act ("vacuum", "lock", "switch") or a value ("fan" mode). */
export function isHead(item: Item, reading: ClauseState): boolean {
  const { lex } = item;
  if (!lex) return false;
  const { cursor, frame, targets } = reading;
  const next = cursor.next((each) => playsRole(each, "article") || playsRole(each, "all"));
  if (isValue(item)) {
    // "the heating mode to sleep" is the mode of the heating.
    const moded = next?.lex?.props.includes("mode") === true && !cursor.later.some((each) => playsRole(each, "to"));
    if (moded || (cursor.after("to") && frame.heads.length > 0)) return false;
  }
  if (lex.acts.length > 0) return isHeadNotAct(item, next, reading);
  const missing = lex.kinds.every((kind) => reading.index.ofKind(kind).size === 0);
  if (missing && isPropertyHere(item, reading)) return false;
  // "the fan of the AC" is no fan.
  if (lex.props.includes("fan-level") && cursor.ownerAhead()) return false;
  // "the AC … with high fan": the speed of it.
  return !(lex.props.includes("fan-level") && frame.heads.length > 0 && !targets.definite);
}

/** Whether the word names a property that devices of this home have. */
function isPropertyHere({ lex, home }: Item, { index }: ClauseState): boolean {
  return (home?.props.length ?? 0) > 0 || (lex !== null && lex.props.length > 0 && index.hasAny(lex.props));
}

/** Whether "vacuum", "lock", "switch" mean the thing, and not an act on what follows. */
function isHeadNotAct(item: Item, next: Item | undefined, { frame, targets, question }: ClauseState): boolean {
  if (frame.act !== null && frame.act !== "set" && frame.act !== "turn") return true;
  if (question) return true;
  if (frame.heads.length > 0 || targets.placed || targets.definite) {
    // "把大门锁" is an act at the end; "the kitchen lock" is a lock.
    return !(item.grammar.verbLast && next === undefined && frame.act === null && frame.heads.length > 0);
  }
  if (next === undefined) return false;
  const target =
    // "switch the nursery lamp off", also where there is no nursery.
    namesPlace(next) ||
    (next.home?.owned.length ?? 0) + (next.home?.parts.length ?? 0) > 0 ||
    namesKind(next) ||
    namesDevice(next) ||
    playsRole(next, "everyThing") ||
    playsRole(next, "home") ||
    (playsRole(next, "thing") && next.lex?.number === null);
  const pronoun = playsAnyRole(next, PRONOUNS);
  return !(target || pronoun || isUnknown(next));
}

/** Roles of objects without a name. */
const PRONOUNS = ["it", "them", "allOfThem", "here", "there", "both", "everything", "other"] as const;

/** Types of properties with named values. */
const NAMED_VALUES = /mode|swing|level|speed|program|color|position|input/;

/** Whether "lower" in "fan lower" is a direction: nothing in the frame moves up and down. */
function isStep({ lex }: Item, { props }: Frame): boolean {
  const way = lex?.acts.some((act) => act === "raise" || act === "lower") ?? false;
  return way && !props.some((type) => MOVED.test(type));
}

const MOVED = /swing|direction|motor|position/;

/** Whether a word that may be a value is a value here. */
export function isValueWanted(item: Item, { cursor, frame, question }: ClauseState): boolean {
  if (!isValue(item)) return false;
  const { lex } = item;
  const next = cursor.next();
  if (next?.lex?.props.includes("mode") && !playsRole(next, "filler")) return true;
  if (cursor.after("to")) return !(asksThingTo(cursor, item) && (lex?.acts.length ?? 0) > 0);
  const named = frame.props.some((type) => NAMED_VALUES.test(type)) && !isStep(item, frame);
  // "Switch them both off" says how many.
  if (playsRole(item, "both") && !named && !frame.to) return false;
  if (question) return named && (lex?.listed.length ?? 0) > 0 && lex?.states.length === 0;
  return (
    frame.to || named || (frame.act === "set" && !lex?.acts.length) || (frame.act === "turn" && lex?.color !== null)
  );
}

/** "tell the vacuum to stop": the infinitive is an act, not a value. */
function asksThingTo({ before }: Cursor, { lex }: Item): boolean {
  const plain = !lex?.acts.some((act) => act === "on" || act === "off" || act === "open" || act === "close");
  return plain && before.some((each) => playsRole(each, "bidding"));
}

/** Whether a word for a property that is also the name of a value ("color") means the property: not after "to". */
export function isProperty({ lex }: Item, { cursor, frame }: ClauseState): boolean {
  if ((lex?.props.length ?? 0) === 0) return false;
  const [next] = cursor.later;
  // "to the color 100, 20, 30"
  if (lex?.props.includes("color") && (next?.lex?.color ?? null) !== null) return true;
  const goal = cursor.after("to") || (frame.to && playsRole(cursor.previous, "on"));
  return !goal && !(cursor.next()?.lex?.props.includes("mode") ?? false);
}

/** Whether the role of a word in the sentence takes precedence over its meaning as a value ("home", "first"). */
export function isRoleFirst(item: Item): boolean {
  const roles = item.lex?.roles ?? [];
  const { color = null, kelvin = null, level = null } = item.lex ?? {};
  if (color !== null || kelvin !== null || level !== null || playsRole(item, "half") || playsRole(item, "sliver"))
    return false;
  return roles.some((role) => role !== "thing" && role !== "key");
}

/** In a question: whether "on" is a preposition before a place, and the state is said elsewhere ("on on the first floor"). */
export function isPreposition(item: Item, { cursor, frame }: ClauseState): boolean {
  if (!playsRole(item, "on") || !cursor.beforePlace()) return false;
  const stated = (each: Item): boolean => (each.lex?.states.length ?? 0) > 0;
  return frame.states.length > 0 || cursor.later.some(stated);
}
