import { stretchFeaturesOf } from "../parse/clauses/stretch-features.ts";
import { modifierRoles } from "../parse/command-modifiers.ts";
import { type Item, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { anyHasRole, roleSet } from "../parse/role-index.ts";
import { saysDay } from "../parse/time/time-words.ts";
import { canBeLeftAside, isCommand, namesCommandTarget } from "./aside.ts";
import { utteranceForms } from "./compiled-forms.ts";
import type { UtterancePiece } from "./pieces.ts";

const RINGING = roleSet(...modifierRoles("ringing"));

/** The pieces of an utterance after its repairs. */
export interface RepairResult {
  readonly kept: readonly UtterancePiece[];
  /** The replaced items, empty if they were in an earlier sentence; null without a repair. */
  readonly replaced: readonly Item[] | null;
}

/** Applies repairs and contrasts: "the hall, no wait, the study", "不是次卧的，是书房的". */
export function applyRepairs(pieces: readonly UtterancePiece[]): RepairResult {
  return contrasted(pieces) ?? corrected(pieces);
}

function corrected(pieces: readonly UtterancePiece[]): RepairResult {
  const at = pieces.findLastIndex(({ repair }) => repair);
  if (at < 0) return { kept: clarified(pieces), replaced: null };
  const before = pieces.slice(0, at).filter((piece) => !canBeLeftAside(piece, true));
  const after = pieces.slice(at).filter(({ items }) => items.length > 0);
  const [first, ...others] = after;
  if (!first) return { kept: pieces.filter(({ items }) => items.length > 0), replaced: null };
  const last = before.at(-1);
  if (last && isProperty(first))
    return { kept: [...clarified([...before, affirmed(first)]), ...others], replaced: null };
  const meant = last ? (retimed(last, first) ?? onSameDay(last, first)) : first;
  return { kept: [...before.slice(0, -1), affirmed(meant), ...others], replaced: last?.items ?? [] };
}

/** Replaces only the time: "an alarm for six, no wait, six forty". Null if the repair says more than a time. */
function retimed(last: UtterancePiece, first: UtterancePiece): UtterancePiece | null {
  const at = last.items.findIndex(isHour);
  const plain = first.items.some(isHour) && first.items.every((item) => isHour(item) || saysDay(item) || isSmall(item));
  const timed = last.items[at]?.measure?.kind === "clock" || playsRole(last.items[at - 1], "near_time");
  if (!(timed || anyHasRole(last.items, RINGING)) || !plain || at < 0) return null;
  const daily = first.items.some(saysDay);
  const kept = last.items.map((item, place) => (isHour(item) && place !== at ? null : item));
  const items = kept.flatMap((item, place) => {
    if (item === null || (daily && saysDay(item))) return [];
    return place === at ? first.items.filter((each) => !playsRole(each, "near_time")) : [item];
  });
  return { ...first, items };
}

/** Keeps the day and its part for a repaired alarm: 明天早上五点半，哦不，五点五十的闹钟. */
function onSameDay(last: UtterancePiece, first: UtterancePiece): UtterancePiece {
  if (!anyHasRole(first.items, RINGING) || first.items.some(saysDay) || !first.items.some(isHour)) return first;
  const day = last.items.filter(saysDay);
  return day.length > 0 ? { ...first, items: [...day, ...first.items] } : first;
}

/** A time of day, or a bare number that may be one. */
function isHour({ measure }: Item): boolean {
  return measure?.kind === "clock" || (measure?.kind === "quantity" && measure.quantity.unit === null);
}

function isSmall(item: Item): boolean {
  return (
    playsAnyRole(item, ["near_time", "at_time", "for", "filler", "in", "of"]) && (item.lex?.acts.length ?? 0) === 0
  );
}

/** Resolves a contrast: "not the hall, the study, turn it on", "不是主卧，是次卧". Null if there is none. */
function contrasted(pieces: readonly UtterancePiece[]): RepairResult | null {
  const at = pieces.findIndex(isContrast);
  const contrast = pieces[at];
  if (!contrast || pieces.some(({ repair }) => repair)) return null;
  const others = pieces.filter((piece) => piece !== contrast);
  const [next] = pieces.slice(at + 1);
  const affirms = next !== undefined && utteranceForms().affirmed.lengthAt(next.text, 0) > 0;
  if (at === 0 && !affirms && !others.some((piece) => !isCommand(piece) && namesCommandTarget(piece))) return null;
  // "turn off all lights, not the floor lamp" is an exception.
  if (at > 0 && !affirms && contrast.items.some(isLatin)) return null;
  if (at > 0 && !affirms && others.some(({ items }) => items.some(isAll))) {
    return { kept: pieces.map((piece) => (piece === contrast ? excepted(piece) : piece)), replaced: null };
  }
  const kept = others.map((piece) => (piece === next && affirms ? affirmed(piece) : piece));
  // Without a command it is about the last action.
  if (at === 0 && !others.some(isCommand)) return null;
  return { kept, replaced: at === 0 ? contrast.items : null };
}

/** Adds a property that is said right after the command: "a bit lower, the temperature". */
function clarified(pieces: readonly UtterancePiece[]): readonly UtterancePiece[] {
  const [before, last] = pieces.slice(-2);
  if (!before || !last || !isProperty(last) || !isCommand(before) || stretchFeaturesOf(before.items).property)
    return pieces;
  return [...pieces.slice(0, -2), { ...before, items: [...before.items, ...last.items] }];
}

/** Whether a piece is only a property. */
function isProperty({ items }: UtterancePiece): boolean {
  const { act, open, target, value, place, property } = stretchFeaturesOf(items);
  return property && !act && !open && !target && !value && !place && !items.some(isUnknown);
}

function isContrast(piece: UtterancePiece): boolean {
  if (!(utteranceForms().contrasts.lengthAt(piece.text, 0) > 0)) return false;
  return !isCommand(piece) || piece.items.every(({ lex }) => (lex?.acts.length ?? 0) === 0);
}

/** Drops the copula of the right one: 是 in 是书房的. */
function affirmed(piece: UtterancePiece): UtterancePiece {
  const [first, ...rest] = piece.items;
  const said = utteranceForms().affirmed.lengthAt(piece.left, 0) > 0;
  return said && first && playsRole(first, "is") && rest.length > 0 ? { ...piece, items: rest } : piece;
}

/** Turns a contrast with "all" into an exception: "所有灯都关了，不是主卧的". */
function excepted(piece: UtterancePiece): UtterancePiece {
  const [first, ...rest] = piece.items;
  if (!first?.lex) return piece;
  const except: Item = { ...first, lex: { ...first.lex, acts: [], states: [], roles: ["except"] } };
  return { ...piece, items: [except, ...rest.filter((item) => !playsRole(item, "is"))] };
}

function isAll(item: Item): boolean {
  return playsRole(item, "all") || playsRole(item, "allOfThem") || playsRole(item, "everything");
}

function isLatin({ first }: Item): boolean {
  return first.kind === "word";
}
