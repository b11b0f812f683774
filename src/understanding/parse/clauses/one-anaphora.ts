import { lexicon } from "../../lexicon/lexicon.ts";
import { emptyLexicalMeaning } from "../../lexicon/types.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../items.ts";
import { namesDevice, namesPlace, namesTarget, ordinalOf } from "../senses.ts";
import { isAct } from "./clause-words.ts";
import { isHeadHere } from "./stretch-features.ts";

/**
 * Resolves one-anaphora: "set the study AC to 23 and switch the bedroom one off" gets the noun again, and "its fan" means the
 * fan of the AC.
 */
export function withOneAnaphora(items: readonly Item[], index: HomeIndex): readonly Item[] {
  if (!items.some((item, at) => standsFor(item) || playsRole(item, "its") || isOwnersAlone(items, at) || isOwner(item)))
    return items;
  let noun: Item | null = null;
  return items.flatMap((item, at) => {
    if (noun && playsRole(items[at - 1], "its")) return [asOwnPart(item)];
    const owner = noun !== null && (isOwnersAlone(items, at) || isOwnerInName(items, at, noun, index));
    if (noun && owner) return [item, ...oneOf(item, noun, item, index)];
    if (noun && isOneHere(items, at)) return oneOf(item, noun, items[at - 1], index);
    const thing = namesTarget(item) && (!isAct(item) || namesDevice(item) || isHeadHere(items, at));
    if (thing && !isAlong(items, at)) noun = item;
    return [item];
  });
}

/** Whether a noun only describes the thing before: "the AC to 23 with the fan on auto", "with a low fan". */
function isAlong(items: readonly Item[], at: number): boolean {
  const from = items.findLastIndex((item, place) => place < at && (isMark(item) || playsRole(item, "and")));
  const values = items.slice(from + 1, at);
  if (from >= 0 && values.length > 0 && values.every(({ lex }) => (lex?.listed.length ?? 0) > 0 || lex?.level != null))
    return true;
  const before = items.slice(0, at).findLast(({ lex }) => !lex?.roles.includes("article") && lex?.level == null);
  const further = items.slice(0, at - 1).findLast((item) => item !== before && !playsRole(item, "article"));
  return (
    (items[at]?.lex?.props.length ?? 0) > 0 &&
    [before, further].some((item) => playsRole(item, "with") && !playsRole(item, "and"))
  );
}

/** Whether an item stands for a noun: "one", "ones", "the left one". */
function standsFor(item: Item): boolean {
  return item.first.kind === "word" && item.measure === null && (playsRole(item, "placeholder") || isOrdinalOne(item));
}

/** Whether an item is an ordinal or a side with "one": "the right one". */
function isOrdinalOne(item: Item): boolean {
  if (item.to - item.from < 2 || item.home !== null || ordinalOf(item) === undefined) return false;
  return lexicon().lookup(item.word)?.roles.includes("placeholder") ?? false;
}

/** Whether an owner stands without a noun: "Emma's to 20". */
function isOwnersAlone(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item || (item.home?.owned.length ?? 0) === 0 || item.lex !== null || namesDevice(item)) return false;
  return endsName(items[at + 1]);
}

/** Whether an unknown word is a possessive: "Tom's". */
function isOwner(item: Item): boolean {
  return isUnknown(item) && item.said.length === item.text.length + 2 && /['’]s$/iu.test(item.said);
}

/** Whether a possessive is part of a name of the kind before: "Emma's lamp purple and Tom's green". */
function isOwnerInName(items: readonly Item[], at: number, noun: Item, index: HomeIndex): boolean {
  const item = items[at];
  if (!item || !isOwner(item) || !endsName(items[at + 1])) return false;
  const kinds = kindsOf(noun, index);
  return kinds.some((kind) =>
    [...index.ofKind(kind)].some(({ names }) => names.some((name) => name.includes(item.stem))),
  );
}

/** Whether no noun follows. */
function endsName(next: Item | undefined): boolean {
  if (next === undefined || isMark(next) || next.measure) return true;
  if (namesTarget(next)) return false;
  return playsAnyRole(next, BEHIND_OWNER) || next.lex?.level != null || next.lex?.color != null;
}

const BEHIND_OWNER = ["to", "and", "on", "off", "up", "down", "at_time", "wholly", "half", "also"] as const;

/** Whether "one" stands for the noun before and selects another device by the word in front. */
function isOneHere(items: readonly Item[], at: number): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]];
  if (!item || !standsFor(item) || playsRole(next, "of") || (next && namesTarget(next))) return false;
  const told = isOrdinalOne(item) || (before !== undefined && tells(before));
  return told && !isApposed(items, at);
}

/** Whether an item says which one: an article, a room, an owner, a side, a possible part of a name. */
function tells(before: Item): boolean {
  if (before.measure !== null || isMark(before) || namesTarget(before)) return false;
  if (playsRole(before, "article") || namesPlace(before) || ordinalOf(before) !== undefined || isUnknown(before))
    return true;
  return (before.home?.owned.length ?? 0) > 0 || (before.lex?.color ?? null) !== null;
}

/** Whether "one" is in an apposition: "the lamp, the big one, …". */
function isApposed(items: readonly Item[], at: number): boolean {
  const from = items.findLastIndex((item, place) => place < at && (isMark(item) || playsRole(item, "and")));
  const mark = items[from];
  if (!mark || !isMark(mark)) return false;
  const end = items.findIndex((item, place) => place > at && (isMark(item) || playsRole(item, "and")));
  const behind = items.slice(at + 1, end < 0 ? items.length : end);
  return behind.length === 0 && items.slice(from + 1, at).every((item) => !isAct(item));
}

/** The noun again: by its name if several devices have it, else by its kind. */
function oneOf(item: Item, noun: Item, before: Item | undefined, index: HomeIndex): readonly Item[] {
  const devices = noun.home?.devices ?? [];
  const kinds = kindsOf(noun, index);
  if (kinds.length === 0) return [item];
  const side = isOrdinalOne(item);
  const named = devices.length > 1 && !side && before !== undefined && !isUnknown(before) && !ordinalOf(before);
  const again: Item = {
    ...item,
    said: noun.said,
    ...(noun.lex?.kinds.length && { text: noun.text, stem: noun.stem, word: noun.word }),
    plural: item.plural || item.word !== item.text,
    lex: { ...emptyLexicalMeaning(), kinds },
    home: named ? noun.home : null,
  };
  return side
    ? [
        { ...item, to: item.to - 1 },
        { ...again, from: item.to - 1 },
      ]
    : [again];
}

function kindsOf({ lex, home }: Item, index: HomeIndex): string[] {
  if (lex && lex.kinds.length > 0) return [...lex.kinds];
  return [...new Set((home?.devices ?? []).flatMap((id) => index.devices.get(id)?.device.spec.kind ?? []))];
}

/** Makes a noun behind "its" a property of the thing: "its fan"; other words stay. */
export function asOwnPart(item: Item): Item {
  const { lex } = item;
  if (!lex || lex.props.length === 0) return item;
  return { ...item, lex: { ...lex, kinds: [] }, home: item.home && { ...item.home, devices: [] } };
}
