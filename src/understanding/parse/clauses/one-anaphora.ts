import { lexicon } from "../../lexicon/lexicon.ts";
import { emptyLexicalMeaning } from "../../lexicon/types.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../items.ts";
import { namesDevice, namesPlace, namesTarget, ordinalOf } from "../senses.ts";
import { isAct } from "./clause-words.ts";
import { isHeadHere } from "./stretch-features.ts";

/**
 * Puts the noun for words that stand for it later in the sentence: "set the study AC to 23 and switch the bedroom one off" is
 * about another of that kind, and "its fan" about the fan of that one.
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

/** "the AC to 23 with the fan on auto", "with a low fan": it goes with what was named before. */
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

/** "one", "ones", "the left one". */
function standsFor(item: Item): boolean {
  return item.first.kind === "word" && item.measure === null && (playsRole(item, "placeholder") || isOrdinalOne(item));
}

/** "the right one" is one phrase. */
function isOrdinalOne(item: Item): boolean {
  if (item.to - item.from < 2 || item.home !== null || ordinalOf(item) === undefined) return false;
  return lexicon().lookup(item.word)?.roles.includes("placeholder") ?? false;
}

/** "Emma's to 20": somebody's, and nothing is named behind it. */
function isOwnersAlone(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item || (item.home?.owned.length ?? 0) === 0 || item.lex !== null || namesDevice(item)) return false;
  return endsName(items[at + 1]);
}

/** Somebody's, who means nothing else: "Tom's". */
function isOwner(item: Item): boolean {
  return isUnknown(item) && item.said.length === item.text.length + 2 && /['’]s$/iu.test(item.said);
}

/** "Emma's lamp purple and Tom's green": whose thing of that kind is called so. */
function isOwnerInName(items: readonly Item[], at: number, noun: Item, index: HomeIndex): boolean {
  const item = items[at];
  if (!item || !isOwner(item) || !endsName(items[at + 1])) return false;
  const kinds = kindsOf(noun, index);
  return kinds.some((kind) =>
    [...index.ofKind(kind)].some(({ names }) => names.some((name) => name.includes(item.stem))),
  );
}

/** Whether nothing is named behind it. */
function endsName(next: Item | undefined): boolean {
  if (next === undefined || isMark(next) || next.measure) return true;
  if (namesTarget(next)) return false;
  return playsAnyRole(next, BEHIND_OWNER) || next.lex?.level != null || next.lex?.color != null;
}

const BEHIND_OWNER = ["to", "and", "on", "off", "up", "down", "at_time", "wholly", "half", "also"] as const;

/** Whether it stands for something that was named, told by what stands before it and said more of than that. */
function isOneHere(items: readonly Item[], at: number): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]];
  if (!item || !standsFor(item) || playsRole(next, "of") || (next && namesTarget(next))) return false;
  const told = isOrdinalOne(item) || (before !== undefined && tells(before));
  return told && !isApposed(items, at);
}

/** Which one: an article, a room, somebody whose room it is, a side, a word that may be part of its name. */
function tells(before: Item): boolean {
  if (before.measure !== null || isMark(before) || namesTarget(before)) return false;
  if (playsRole(before, "article") || namesPlace(before) || ordinalOf(before) !== undefined || isUnknown(before))
    return true;
  return (before.home?.owned.length ?? 0) > 0 || (before.lex?.color ?? null) !== null;
}

/** "the lamp, the big one, …": between commas nothing is said but which one it is. */
function isApposed(items: readonly Item[], at: number): boolean {
  const from = items.findLastIndex((item, place) => place < at && (isMark(item) || playsRole(item, "and")));
  const mark = items[from];
  if (!mark || !isMark(mark)) return false;
  const end = items.findIndex((item, place) => place > at && (isMark(item) || playsRole(item, "and")));
  const behind = items.slice(at + 1, end < 0 ? items.length : end);
  return behind.length === 0 && items.slice(from + 1, at).every((item) => !isAct(item));
}

/** The same noun once more: by its name where others have that too, else by its kind. */
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

/** "its fan": what the thing has itself, and no other device; as it is where the word is none for a property. */
export function asOwnPart(item: Item): Item {
  const { lex } = item;
  if (!lex || lex.props.length === 0) return item;
  return { ...item, lex: { ...lex, kinds: [] }, home: item.home && { ...item.home, devices: [] } };
}
