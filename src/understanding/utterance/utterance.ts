import { stretchFeaturesOf } from "../parse/clauses/stretch-features.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { canBeLeftAside, isCommand, isIndirectQuestion, namesCommandTarget } from "./aside.ts";
import { utteranceForms } from "./compiled-forms.ts";
import { isReport, withoutComplaintsOf } from "./complaints.ts";
import { reasonContextOf } from "./context.ts";

import { isConditional, type UtterancePiece, utterancePiecesOf } from "./pieces.ts";
import { applyRepairs } from "./repairs.ts";

/** What of an utterance is to be understood, and how. */
export interface Utterance {
  /** What commands or asks, with its marks. */
  readonly items: readonly Item[];
  /** Items of parts in which a state is a command, because it is wanted. */
  readonly wished: ReadonlySet<Item>;
  /** What `items` replace: the command that was taken back. Null when none was. */
  readonly replaced: readonly Item[] | null;
  /** The room that a reason is about, which the command may be about too; null when none is. */
  readonly place: Item | null;
  /** What "it" is in the command, as a reason names it; null when nothing does. */
  readonly topic: readonly Item[] | null;
  /** All of it was taken back. */
  readonly retracted: boolean;
  /** Anything was left aside. */
  readonly aside: boolean;
  /** Beside what commands, something was complained of. */
  readonly complains: boolean;
  /** It may tell what was done, and so commands nothing. */
  readonly report: boolean;
}

const NOTHING: ReadonlySet<Item> = new Set();

/** Tells the parts of an utterance apart: only commands and questions are left. */
export function utteranceOf(items: readonly Item[], source: string): Utterance {
  const told = utterancePiecesOf(items, source);
  const pieces = told.some(isCondition) ? told : withoutComplaintsOf(told, source);
  const all: Utterance = {
    items,
    wished: NOTHING,
    replaced: null,
    place: null,
    topic: null,
    retracted: false,
    aside: false,
    complains: pieces !== told,
    report: isReport(told),
  };
  if (pieces.length === 0 || all.report || isWhole(pieces, items)) return all;
  const back = pieces.findIndex((piece, at) => isRetract(piece) && pieces.slice(0, at).some(isCommand));
  if (back > 0 && pieces.slice(back + 1).every((piece) => canBeLeftAside(piece, true)))
    return { ...all, retracted: true, aside: true };
  const { kept: corrected, replaced } = applyRepairs(pieces);
  const said = corrected.filter((piece) => piece.items.length > 0);
  const named = said.some((piece) => isCommand(piece) && namesCommandTarget(piece));
  const kept =
    corrected.some(isCommand) && !corrected.some(isCondition)
      ? corrected.filter((piece) => !canBeLeftAside(piece, named))
      : said;
  const wishes = kept.map((piece) =>
    piece.wished ? { ...piece, items: piece.items.filter(isNoCopula).map(asState) } : piece,
  );
  const wished = new Set(wishes.filter((piece) => piece.wished).flatMap((piece) => piece.items));
  const left = isScattered(wishes) ? wishes.flatMap((piece) => piece.items) : joined(wishes, items);
  const asides = said.filter((piece) => !kept.includes(piece));
  return {
    items: left,
    wished,
    replaced,
    ...reasonContextOf(asides, kept),
    retracted: false,
    complains: all.complains,
    report: false,
    aside:
      left.length < items.filter((item) => !isMark(item)).length ||
      left.some((item) => !items.includes(item)) ||
      isScattered(wishes),
  };
}

/** Most of what is said is one part, from which nothing was taken off and nothing is left aside. */
function isWhole([piece, ...others]: readonly UtterancePiece[], items: readonly Item[]): boolean {
  if (!piece || others.length > 0 || piece.repair || piece.wished || piece.items.length < items.length) return false;
  if (isConditional(items) || !isCommand(piece)) return true;
  // What is no chat where something is named is none where nothing is.
  return !canBeLeftAside(piece, true) || !canBeLeftAside(piece, namesCommandTarget(piece));
}

function isCondition(piece: UtterancePiece): boolean {
  return isConditional(piece.items) && !isIndirectQuestion(piece);
}

function isRetract({ text }: UtterancePiece): boolean {
  return text !== "" && utteranceForms().retracts.lengthAt(text, 0) === text.length;
}

/** "26度，次卧空调，调一下": one command whose parts are told one by one. */
function isScattered(pieces: readonly UtterancePiece[]): boolean {
  if (pieces.length < 2 || pieces.length > 3 || pieces.some(({ items }) => isQuestion(items))) return false;
  const parts = pieces.map(({ items }) => stretchFeaturesOf(items));
  const about = parts.filter(({ target, place }) => target || place);
  const what = parts.filter(({ act, value }) => act || value);
  const whole = parts.some((part) => part.target && (part.act || part.value));
  return (
    !whole && about.length === 1 && what.length === 1 && about[0]?.target === true && !parts.some(({ time }) => time)
  );
}

/** "make sure the curtain |is| closed" */
function isNoCopula(item: Item): boolean {
  return !(item.grammar.spaces && playsRole(item, "is") && item.home === null);
}

/** 关着 as how it shall be, and no value of something. */
function asState(item: Item): Item {
  const { lex } = item;
  const state = lex !== null && lex.states.length > 0 && lex.acts.length + lex.roles.length + lex.kinds.length === 0;
  return state && item.home === null ? { ...item, lex: { ...lex, listed: [] } } : item;
}

/** The items of pieces with a mark between two, so that they stay clauses of their own. */
function joined(pieces: readonly UtterancePiece[], all: readonly Item[]): readonly Item[] {
  return pieces.flatMap(({ items }, at) => {
    const first = items[0];
    if (at === 0 || !first) return items;
    const mark = all.filter(({ from }) => from < first.from).findLast(isMark);
    return mark ? [mark, ...items] : items;
  });
}
