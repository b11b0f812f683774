import type { HomeIndex } from "../../names/home-index.ts";
import { emptyHead, type Frame, type Head } from "../frame.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import { namesKind, namesPlace, namesTarget, valueMentionOf } from "../senses.ts";

/** Acts that order a drink. */
const ASKED: ReadonlySet<Frame["act"]> = new Set<Frame["act"]>([null, "set", "on", "start", "run", "tell", "turn"]);

/**
 * Reads an order for a drink as a start of its maker: "make me a coffee", 煮杯咖啡. The whole clause must be about the drink; else
 * its words are ignored.
 */
export function settleServing(frame: Frame, index: HomeIndex): void {
  const { items, act } = frame;
  if (!anyHasRole(items, SERVING) && !items.some(isDrink)) return;
  const drinks = items.filter(isDrink);
  const [drink] = drinks;
  const words = items.filter((item) => drinks.includes(item) || isServing(item));
  if (words.length === 0) return;
  const whole = items.every((item) => words.includes(item) || isAround(item) || namesTarget(item));
  const asked =
    ASKED.has(act) &&
    (items.some((item) => playsRole(item, "serving") || playsRole(item, "ordering")) ||
      act === "on" ||
      act === "start" ||
      isOrder(items));
  const ends = act === "off" || act === "stop";
  if (!drink || drinks.length > 1 || !whole || frame.negated || !(asked || ends)) return;
  const { word, lex, home } = drink;
  // "turn on the hot water" is about the water heater.
  if (namesKind(drink) && !items.some((item) => playsRole(item, "serving") || playsRole(item, "ordering"))) return;
  // A device may have the name of the drink: "make coffee" with a plug "Coffee".
  const called = frame.heads.length === 1 && frame.heads[0]?.text === drink.said;
  const named = called && !namesKind(drink);
  // 咖啡机来杯美式 names the maker; "coffee machine making coffee" is a statement.
  const maker =
    !called && !drink.grammar.spaces && frame.heads.length === 1 && isMaker(frame.heads[0], lex?.makers ?? [], index);
  if (frame.heads.length > 0 && !called && !maker) return;
  if (!named && !maker) frame.heads.length = 0;
  // If the home has no maker, the refusal names the kind.
  if (!named && !maker)
    frame.heads.push({ ...emptyHead(), type: "kind", kinds: lex?.makers ?? [], word, definite: true });
  frame.serving = true;
  // Words for the past or maybe still block.
  frame.blocked = items.some((item) => !playsRole(item, "serving") && playsAnyRole(item, BLOCKING));
  frame.unknown = frame.unknown.filter((item) => !words.includes(item));
  frame.act = ends ? "off" : "start";
  frame.values = !ends && home !== null && home.listed.length > 0 ? [valueMentionOf(drink)] : [];
}

/** Roles of the words that order a drink. */
const SERVING = roleSet("serving", "ordering");

function isDrink({ lex }: Item): boolean {
  return lex !== null && lex.makers.length > 0;
}

/** Whether a head is of one of these kinds. */
function isMaker(head: Head | undefined, makers: readonly string[], index: HomeIndex): boolean {
  if (head?.type === "kind") return head.kinds.every((kind) => makers.includes(kind));
  if (head?.type !== "devices" || head.devices.length === 0) return false;
  return head.devices.every((id) => makers.includes(index.devices.get(id)?.device.spec.kind ?? ""));
}

/** Whether an item only orders a drink. */
function isServing({ lex, home }: Item): boolean {
  if (
    !lex ||
    lex.roles.length === 0 ||
    !lex.roles.every((role) => role === "serving" || role === "ordering") ||
    home !== null
  )
    return false;
  return lex.acts.length + lex.kinds.length + lex.props.length + lex.listed.length + lex.states.length === 0;
}

/** Whether an item may stand around a drink: an amount, a place, courtesy. */
function isAround(item: Item): boolean {
  if (isMark(item) || namesPlace(item)) return true;
  if (item.measure) return item.measure.kind === "quantity" && item.measure.quantity.unit === null;
  if (playsRole(item, "serving") || playsRole(item, "ordering")) return true;
  const acts = item.lex?.acts ?? [];
  if (acts.length > 0) return acts.every((act) => ASKED.has(act) || act === "off" || act === "stop");
  return playsAnyRole(item, AROUND);
}

const BLOCKING = ["past", "maybe", "undo"] as const;

const AROUND = [
  "filler",
  "article",
  "in",
  "on",
  "off",
  "of",
  "for",
  "with",
  "object",
  "any",
  "little",
  "also",
] as const;

/** Whether items are an order without a verb: "an espresso, please". */
function isOrder(items: readonly Item[]): boolean {
  return (
    items.length > 1 &&
    items.some((item) => playsRole(item, "article") || item.measure !== null || item.lex?.number != null)
  );
}
