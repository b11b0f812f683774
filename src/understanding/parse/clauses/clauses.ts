import { modifierRoles } from "../command-modifiers.ts";
import { type Item, playsAnyRole, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import { isPlaceName } from "../senses.ts";
import { isAct, isOnlyFiller, isTarget } from "./clause-words.ts";
import { isHeadHere, isOpenAct, stretchFeaturesOf } from "./stretch-features.ts";
import { unmarkedStarts } from "./unmarked-lists.ts";

/** Cuts a stretch into clauses where a new act begins without a mark: "关灯拉窗帘", "打开空调调到26度", "把灯打开把窗帘关上". */
export function clausesOf(given: readonly Item[]): readonly (readonly Item[])[] {
  const items = withoutMeans(given);
  const starts = unmarkedStarts(items);
  // One act is one clause.
  if (items.length > 0 && starts.size === 0 && countActs(items) < 2 && !anyHasRole(items, OBJECT)) return [items];
  const result: Item[][] = [];
  let current: Item[] = [];
  let acted = false;
  let openAct = false;
  let lastAct = "";
  let objectAfter = false;
  let objectBefore = false;
  const question = stretchFeaturesOf(items).question;
  const cut = (): void => {
    if (current.length > 0) result.push(current);
    current = [];
    acted = false;
    openAct = false;
    objectAfter = false;
    objectBefore = false;
  };
  /** Cuts before the items `own`, which begin the next clause. */
  const cutBefore = (own: readonly Item[]): void => {
    current.splice(current.length - own.length);
    cut();
    current = [...own];
  };
  if (question) return [[...items]];
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    if (starts.has(at)) cut();
    // "空调的静音" is a noun.
    const noun = item.grammar.ownerFirst && playsRole(before, "of") && (item.lex?.props.length ?? 0) > 0;
    const act = isAct(item) && !isHeadHere(items, at) && !noun;
    const open = act && isOpenAct(item);
    const object =
      isTarget(item) || (item.grammar.separableVerbs && playsRole(item, "it") && !playsRole(item, "article"));
    if (playsRole(item, "object") && acted && (objectAfter || objectBefore)) cutBefore(turnedEnd(current));
    else if (
      act &&
      acted &&
      !openAct &&
      (objectAfter || (objectBefore && !open)) &&
      !playsRole(item, "remaining") &&
      !isValueHere(items, at) &&
      (item.lex?.acts[0] !== lastAct || isOtherwise(current, item)) &&
      !isWayBehind(items, at) &&
      !isParticle(item)
    ) {
      const own = ownObject(current, item);
      cutBefore(own);
      objectBefore = own.some(isTarget);
    } else if (
      object &&
      acted &&
      objectBefore &&
      !objectAfter &&
      !openAct &&
      item.grammar.verbLast &&
      previousIsAct(items, at) &&
      followedByAct(items, at)
    ) {
      cut();
    }
    current.push(item);
    if (act) {
      acted = true;
      lastAct = item.lex?.acts[0] ?? "";
      openAct = open && !item.lex?.to;
    } else if (object) {
      if (acted) objectAfter = true;
      else objectBefore = true;
    } else if (item.measure?.kind === "quantity" || (item.lex?.color ?? null) !== null || item.lex?.listed.length) {
      openAct = false;
    }
  }
  cut();
  return result;
}

function countActs(items: readonly Item[]): number {
  let count = 0;
  for (const item of items) if (isAct(item)) count += 1;
  return count;
}

/**
 * The object that belongs to a final verb: in 关电视落地灯|调到二十 the thing right before the verb, because the verb in front
 * already has an object.
 */
function ownObject(given: readonly Item[], item: Item): readonly Item[] {
  const turned = turnedEnd(given);
  const { grammar, lex } = item;
  // 锁 in 锁大门 is a verb; behind its object it would be a noun.
  const own = grammar.verbLast && !isTarget(item) ? ownThing(given.slice(0, given.length - turned.length), lex) : [];
  return [...own, ...turned];
}

/** The modifiers at the end that belong to the verb behind them: 开灯关窗帘|别开大门. */
function turnedEnd(items: readonly Item[]): readonly Item[] {
  const end = items.slice(items.findLastIndex((item) => !playsAnyRole(item, TURNED) && !isOnlyFiller(item)) + 1);
  return end.some((item) => playsAnyRole(item, TURNED)) ? end : [];
}

/** 关灯|别关风扇: the same act again, because one of the two is negated. */
function isOtherwise(items: readonly Item[], { grammar }: Item): boolean {
  const denied = items.some((item) => playsRole(item, "not"));
  return turnedEnd(items).length > 0 || (denied && !grammar.verbLast);
}

/** Roles that modify the following verb. */
const TURNED = modifierRoles("negation", "limit", "undoing");

function ownThing(items: readonly Item[], lex: Item["lex"]): readonly Item[] {
  const [last] = items.slice(-1);
  // 打开落地灯亮度|调到五十
  if (last?.lex?.props.length && lex?.to && !isTarget(last) && !isAct(last)) return [last];
  if (!last || !isTarget(last)) return [];
  const start = items.findLastIndex((item, at) => at < items.length - 1 && !isBeforeTarget(item));
  const from = start + 1;
  const before = items[start];
  return before !== undefined && isTarget(before) && !isAct(before) ? items.slice(from) : [];
}

function isBeforeTarget(item: Item): boolean {
  return (
    isPlaceName(item) ||
    playsRole(item, "article") ||
    playsRole(item, "of") ||
    playsRole(item, "in") ||
    playsRole(item, "left") ||
    playsRole(item, "right")
  );
}

const BY = roleSet("by");
const OBJECT = roleSet("object");

/** Drops the act before "by" plus another act: "open … by increasing it by 20%" only increases. */
function withoutMeans(items: readonly Item[]): readonly Item[] {
  if (!anyHasRole(items, BY)) return items;
  const by = items.findIndex((item, at) => {
    if (at === 0 || !playsRole(item, "by")) return false;
    const next = items[at + 1];
    const means =
      next?.lex?.acts.some((act) => act === "raise" || act === "lower") || (next?.lex?.actions.length ?? 0) > 0;
    return means === true;
  });
  if (by < 0) return items;
  const said = (item: Item): boolean =>
    isAct(item) || (item.lex?.changes.length ?? 0) > 0 || (item.lex?.actions.length ?? 0) > 0;
  const before = items.slice(0, by).filter((item) => !said(item) || isTarget(item));
  // "it" after "by" is the object that was named before.
  const after = items.slice(by + 1).filter((item) => !playsRole(item, "it") && !playsRole(item, "them"));
  return [...before, ...after];
}

function previousIsAct(items: readonly Item[], at: number): boolean {
  const previous = items[at - 1];
  return previous !== undefined && (isAct(previous) || previous.measure !== null);
}

function followedByAct(items: readonly Item[], at: number): boolean {
  return items.slice(at + 1).some((item) => isAct(item) && !playsRole(item, "object"));
}

/** "set the temperature two degrees | lower": the direction of the amount before it, not a new act. */
function isWayBehind(items: readonly Item[], at: number): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]];
  const way = item?.lex?.acts.some((act) => act === "raise" || act === "lower") ?? false;
  return way && before?.measure?.kind === "quantity" && before.grammar.spaces && next === undefined;
}

/** "down" in "shut everything down" is a particle, not an act. */
function isParticle(item: Item): boolean {
  return (
    item.grammar.separableVerbs &&
    (playsRole(item, "up") || playsRole(item, "down") || playsRole(item, "on") || playsRole(item, "off"))
  );
}

/** Whether a word that may be an act is a value here: after "to" or before "mode". */
function isValueHere(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item?.lex?.listed.length && !item?.home?.listed.length) return false;
  const previous = items[at - 1];
  const next = items[at + 1];
  return (
    (previous !== undefined &&
      (playsRole(previous, "to") || previous.lex?.to === true || playsRole(previous, "article"))) ||
    next?.lex?.props.includes("mode") === true ||
    items.slice(0, at).some(({ lex }) => lex?.props.some((type) => /swing|mode/.test(type)))
  );
}
