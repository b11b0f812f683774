import { emptyLexicalMeaning, type WordRole } from "../../lexicon/types.ts";
import { type Item, isListMark, isMark, playsAnyRole, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import { isPlaceName, namesDevice, namesKind, namesRoomKind } from "../senses.ts";

/**
 * Brings exceptions into one form, with the word for the exception in front: 落地灯留着, "the lamp stays on", 卧室除外, "keep the
 * lamp on" beside a command. `items` must not be a question.
 */
export function withExceptionsInFront(given: readonly Item[]): readonly Item[] {
  if (!anyHasRole(given, KEEPING) && !given.some(mayStay)) return given;
  const items = given.flatMap((item, at) => settingLeft(item, at, given));
  const turned = items
    .map((item, at) => (isKeeping(items, at) ? asRole(item, "leave") : item))
    .filter((item, at, all) => !saysUnchanged(item, at, all));
  const moved = turned.reduce<readonly Item[]>((given, item) => movedInFront(given, item), turned);
  return withoutStates(moved)
    .map((item, at, all) => (isBareNot(all, at) ? asRole(item, "except") : item))
    .flatMap((item, at, all) => contrasted(item, all.slice(at + 1)));
}

/** Makes a command of an exception with a value: "turn off the lamps but leave the strip on at 20 percent". */
function settingLeft(item: Item, at: number, items: readonly Item[]): readonly Item[] {
  const leave = playsRole(item, "but") ? items[at + 1] : item;
  if (!leave || !playsRole(leave, "leave") || !item.grammar.verbFirst) return [item];
  const start = items.indexOf(leave);
  const after = items.slice(start + 1, pieceAt(items, start).to);
  const valued = after.findIndex(({ measure }) => measure?.kind === "quantity");
  if (!after.slice(0, Math.max(0, valued)).some(isThing)) return [item];
  const role: WordRole = "next_clause";
  if (item !== leave) return [{ ...item, lex: { ...emptyLexicalMeaning(), roles: ["filler"] } }];
  const set: Item = { ...item, lex: { ...emptyLexicalMeaning(), acts: ["set"] } };
  const apart: Item = { ...item, lex: { ...emptyLexicalMeaning(), roles: [role] } };
  // It is excepted from a command for several things first.
  const several = items.slice(0, at).some((each) => each.plural || playsAnyRole(each, ["all", "everything", "each"]));
  const things = after.slice(0, valued).filter((each) => isThing(each) || playsRole(each, "article"));
  if (several) return [{ ...item, lex: { ...emptyLexicalMeaning(), roles: ["except"] } }, ...things, apart, set];
  return at === 0 ? [set] : [apart, set];
}

/** Without one of these roles there is no exception. */
const KEEPING = roleSet("stay", "keep", "leave", "exceptBehind", "exceptNot", "but");

/** Whether a word for a state may say how something shall stay: 开着. */
function mayStay(item: Item): boolean {
  return item.grammar.bareStates && isState(item) && !hasAct(item);
}

/** Whether the item at an index says that something stays as it is, beside a command: "keep … on", 开着. */
function isKeeping(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (playsRole(item, "stay")) return true;
  if (!playsRole(item, "keep") && !mayStay(item)) return false;
  const { from, to } = pieceAt(items, at);
  // 空调开着灯关了
  if (mayStay(item) && items.slice(from, at).some(namesWhich) && commandsOther(items.slice(at + 1, to))) return true;
  const commanded = [...items.slice(0, from), ...items.slice(to)].some(hasAct);
  if (!commanded) return false;
  const piece = items.slice(from, to);
  if (playsRole(item, "keep")) {
    const after = items.slice(at + 1, to);
    if (item.grammar.bareStates) return piece.some(isThing) && after.every(isStaying);
    // "Keep the fan" alone says nothing of how.
    if (piece.every((each) => !playsRole(each, "unchanged"))) {
      const things = after.some(isThing) && after.every(isThingOrState);
      return things && (after.some(isState) || items.slice(from, at).every((each) => playsRole(each, "filler")));
    }
    const things = after.filter((each) => !playsRole(each, "unchanged"));
    return things.some(namesWhich) && things.every(isThingOrState);
  }
  return mayStay(item) && piece.some(isThing) && !piece.some((each) => hasAct(each) || isLeavingWord(each));
}

/** Whether an item only repeats that something stays as it is: "keep the lamp the same", "leave it as it is". */
function saysUnchanged(item: Item, at: number, items: readonly Item[]): boolean {
  if (!playsRole(item, "unchanged")) return false;
  const piece = items.slice(pieceAt(items, at).from, at);
  return piece.some((each) => playsRole(each, "leave")) && piece.some(namesWhich);
}

/** Whether an item can follow "keep": a thing, a state, 打开, 关闭. */
function isStaying(item: Item): boolean {
  const act = item.lex?.acts[0];
  return isThing(item) || isState(item) || playsRole(item, "of") || act === "open" || act === "close";
}

function asRole(item: Item, role: WordRole): Item {
  return item.lex ? { ...item, lex: { ...item.lex, acts: [], states: [], listed: [], roles: [role] } } : item;
}

/** "turn off the lights, not the floor lamp" */
function isBareNot(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!playsRole(item, "exceptNot") || !items.slice(0, at).some(hasAct)) return false;
  const { from, to } = pieceAt(items, at);
  const after = items.slice(at + 1, to);
  const first = items.slice(from, at).every((each) => playsRole(each, "filler"));
  return first && after.some(isThing) && after.every((each) => isThingOrState(each) && !isState(each));
}

/** Moves a word for an exception in front of its object, as far as the last mark or act. */
function movedInFront(items: readonly Item[], item: Item): readonly Item[] {
  if (!playsRole(item, "leave") && !playsRole(item, "exceptBehind")) return items;
  const at = items.indexOf(item);
  const { to } = pieceAt(items, at);
  const from = listAt(items, at);
  const after = items.slice(at + 1, to);
  // 落地灯留着主灯关了: the exception is in front, and another command follows.
  const both = item.grammar.bareStates && items.slice(from, at).some(namesWhich) && commandsOther(after);
  if (playsRole(item, "leave") && !both && after.some(isThing)) return items;
  const begins = items
    .slice(from, at)
    .findLastIndex((each) => (hasAct(each) && !isThing(each)) || playsRole(each, "object"));
  const start = from + begins + 1;
  if (!items.slice(start, at).some(isThing)) return items;
  const before = items.slice(0, playsRole(items[start - 1], "object") ? start - 1 : start);
  const kept = [item, ...items.slice(start, at)];
  if (both && playsRole(item, "leave") && !playsRole(after[0], "other"))
    return [...before, ...after, ...kept, ...items.slice(to)];
  return [...before, ...kept, ...items.slice(at + 1)];
}

function namesWhich(item: Item): boolean {
  return namesDevice(item) || namesKind(item);
}

/** Whether the items are a command: an object, then an act. */
function commandsOther(items: readonly Item[]): boolean {
  const [first] = items;
  return first !== undefined && (namesWhich(first) || playsRole(first, "other")) && items.slice(1).some(hasAct);
}

/** Drops the state of an exception: "on" in "turn off the lights, but leave the lamp on". */
function withoutStates(items: readonly Item[]): readonly Item[] {
  return items.filter((item, at) => {
    if (!isState(item) || (item.grammar.bareStates && hasAct(item))) return true;
    const leave = items.slice(0, at).findLastIndex((each) => playsRole(each, "leave"));
    // "leave the lamp on and switch off the rest" tells of both together.
    const besideCommand =
      items.slice(0, leave).some(hasAct) || items.slice(at).some((each) => playsRole(each, "others"));
    if (leave < 0 || !besideCommand || isOnly(items)) return true;
    // "leave the lamp and the spots on" is about both.
    const between = items.slice(leave + 1, at);
    const last = items.slice(at + 1, pieceAt(items, at).to).every((each) => playsRole(each, "filler"));
    const things = between.every((each) => isMark(each) || playsRole(each, "and") || isThingOrState(each));
    return !last || !things || !between.some(isThing) || between.some((each) => isState(each) || isPronoun(each));
  });
}

function isOnly(items: readonly Item[]): boolean {
  return items.some((item) => playsRole(item, "only"));
}

/** Resolves "but": an exception before things alone, a new clause before an act, else unknown. */
function contrasted(item: Item, after: readonly Item[]): Item[] {
  if (!playsRole(item, "but")) return [item];
  const next = after.find((each) => !playsRole(each, "filler") && !isMark(each));
  if (next && (playsRole(next, "except") || playsRole(next, "leave") || playsRole(next, "exceptBehind"))) return [];
  const end = after.findIndex(isBoundary);
  const piece = end < 0 ? after : after.slice(0, end);
  if (piece.some(isClausal)) return [asRole(item, "next_clause")];
  const alone = item.grammar.butExcepts && piece.some(isThing) && piece.every(isThingOrState) && !piece.some(isState);
  return [alone ? asRole(item, "except") : { ...item, lex: null }];
}

/** Whether an item makes a clause: an act, a negation, "leave". */
function isClausal(item: Item): boolean {
  return playsRole(item, "not") || playsRole(item, "leave") || (item.lex?.acts.length ?? 0) > 0;
}

/** From the last mark or joining word to the next. */
function pieceAt(items: readonly Item[], at: number): { from: number; to: number } {
  const next = items.findIndex((item, index) => index > at && isBoundary(item));
  return { from: items.slice(0, at).findLastIndex(isBoundary) + 1, to: next < 0 ? items.length : next };
}

function isBoundary(item: Item): boolean {
  return isMark(item) || playsRole(item, "and") || playsRole(item, "next_clause") || playsRole(item, "but");
}

/** Start of the list that ends in the piece of an index: "…, |the oven and the heater stay on", but not behind a verb without a mark. */
function listAt(items: readonly Item[], at: number): number {
  const { from } = pieceAt(items, at);
  for (let start = from; ; ) {
    const joint = items[start - 1];
    if (!joint || (isMark(joint) && joint.text === ",")) return start;
    if (!playsRole(joint, "and") && !isListMark(joint)) return from;
    const before = pieceAt(items, start - 2);
    const piece = items.slice(before.from, start - 1);
    const things = piece.some(isThing) && piece.every((item) => isThingOrState(item) && !isState(item));
    if (!things || piece.some(isLeavingWord)) return from;
    start = before.from;
  }
}

function isThing(item: Item): boolean {
  return (
    namesDevice(item) ||
    (item.home?.parts.length ?? 0) + (item.home?.owned.length ?? 0) > 0 ||
    isPlaceName(item) ||
    (namesKind(item) && !isSwitchWord(item)) ||
    namesRoomKind(item) ||
    playsRole(item, "everything") ||
    playsRole(item, "other") ||
    isPronoun(item)
  );
}

function isPronoun(item: Item): boolean {
  return playsRole(item, "it") || playsRole(item, "them");
}

/** Whether an item is part of a noun phrase, or a state. */
function isThingOrState(item: Item): boolean {
  if (item.measure) return false;
  if (isThing(item) || isState(item) || item.lex === null) return true;
  return !hasAct(item) && item.lex.props.length + item.lex.changes.length === 0;
}

/** Whether an item is a state that a thing may stay in: on, off, open, closed. */
function isState(item: Item): boolean {
  return isSwitchWord(item) || (item.lex?.states.some((state) => STATES.has(state)) ?? false);
}

const STATES: ReadonlySet<string> = new Set(["on", "off", "open", "closed", "locked", "unlocked", "playing"]);

function isSwitchWord(item: Item): boolean {
  return item.grammar.separableVerbs && (playsRole(item, "on") || playsRole(item, "off"));
}

function isLeavingWord(item: Item): boolean {
  return (
    playsRole(item, "leave") || playsRole(item, "except") || playsRole(item, "exceptBehind") || playsRole(item, "not")
  );
}

function hasAct(item: Item): boolean {
  return (item.lex?.acts.length ?? 0) > 0 || (item.lex?.changes.length ?? 0) > 0 || isSwitchWord(item);
}
