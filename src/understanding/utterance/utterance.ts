import { stretchFeaturesOf } from "../parse/clauses/stretch-features.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { canBeLeftAside, isCommand, isIndirectQuestion, namesCommandTarget } from "./aside.ts";
import { utteranceForms } from "./compiled-forms.ts";
import { isReport, withoutComplaintsOf } from "./complaints.ts";
import { reasonContextOf } from "./context.ts";

import { isConditional, type UtterancePiece, utterancePiecesOf } from "./pieces.ts";
import { applyRepairs } from "./repairs.ts";

/** The part of an utterance that is to be understood. */
export interface Utterance {
  /** Commands and questions, with their marks. */
  readonly items: readonly Item[];
  /** Items of wishes, in which a state is a command. */
  readonly wished: ReadonlySet<Item>;
  /** The items of the repaired command; null without a repair. */
  readonly replaced: readonly Item[] | null;
  /** The room of a reason, which the command may share; null if there is none. */
  readonly place: Item | null;
  /** The thing of a reason that "it" in the command means; null if there is none. */
  readonly topic: readonly Item[] | null;
  /** The whole utterance was taken back. */
  readonly retracted: boolean;
  /** Anything was left aside. */
  readonly aside: boolean;
  /** It contained a complaint beside the command. */
  readonly complains: boolean;
  /** It may be a report, and so commands nothing. */
  readonly report: boolean;
}

const NOTHING: ReadonlySet<Item> = new Set();

/** Separates commands and questions from the rest of an utterance. */
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

/** Whether an utterance is a single piece from which nothing is taken off: the usual case, which skips the rest. */
function isWhole([piece, ...others]: readonly UtterancePiece[], items: readonly Item[]): boolean {
  if (!piece || others.length > 0 || piece.repair || piece.wished || piece.items.length < items.length) return false;
  if (isConditional(items) || !isCommand(piece)) return true;
  // Chat must be chat both with and without a named target.
  return !canBeLeftAside(piece, true) || !canBeLeftAside(piece, namesCommandTarget(piece));
}

function isCondition(piece: UtterancePiece): boolean {
  return isConditional(piece.items) && !isIndirectQuestion(piece);
}

function isRetract({ text }: UtterancePiece): boolean {
  return text !== "" && utteranceForms().retracts.lengthAt(text, 0) === text.length;
}

/** Whether pieces are one command in fragments: "26度，次卧空调，调一下". */
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

/** Reads 关着 as a state, not as a list value. */
function asState(item: Item): Item {
  const { lex } = item;
  const state = lex !== null && lex.states.length > 0 && lex.acts.length + lex.roles.length + lex.kinds.length === 0;
  return state && item.home === null ? { ...item, lex: { ...lex, listed: [] } } : item;
}

/** Joins the items of pieces with a mark between them, so that they stay separate clauses. */
function joined(pieces: readonly UtterancePiece[], all: readonly Item[]): readonly Item[] {
  return pieces.flatMap(({ items }, at) => {
    const first = items[0];
    if (at === 0 || !first) return items;
    const mark = all.filter(({ from }) => from < first.from).findLast(isMark);
    return mark ? [mark, ...items] : items;
  });
}
