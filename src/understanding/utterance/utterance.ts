import { featuresOf } from "../parse/clauses.ts";
import { type Item, is, isMark, isUnknown } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { utteranceForms } from "./forms.ts";
import { isConditional, type Piece, piecesOf } from "./pieces.ts";

/** What of an utterance is to be understood, and how. */
export interface Utterance {
  /** What commands or asks, with its marks. */
  readonly items: readonly Item[];
  /** Items of parts in which a state is a command, because it is wanted. */
  readonly wished: ReadonlySet<Item>;
  /** What `items` replace: the command that was taken back. Null when none was. */
  readonly replaced: readonly Item[] | null;
  /** All of it was taken back. */
  readonly retracted: boolean;
  /** Anything was left aside. */
  readonly aside: boolean;
}

/** Tells the parts of an utterance apart: only commands and questions are left. */
export function utteranceOf(items: readonly Item[], source: string): Utterance {
  const pieces = piecesOf(items, source);
  const all: Utterance = { items, wished: new Set(), replaced: null, retracted: false, aside: false };
  if (pieces.length === 0) return all;
  const back = pieces.findIndex((piece, at) => isRetract(piece) && pieces.slice(0, at).some(isCommand));
  if (back > 0 && !pieces.slice(back + 1).some(isCommand)) return { ...all, retracted: true, aside: true };
  const { kept: corrected, replaced } = repaired(pieces);
  const commands = corrected.filter(isCommand);
  const kept =
    commands.length > 0 && !corrected.some((piece) => isConditional(piece.items))
      ? corrected.filter((piece) => !isAside(piece))
      : corrected.filter((piece) => piece.items.length > 0);
  const wished = new Set(kept.filter((piece) => piece.wished).flatMap((piece) => piece.items));
  const left = joined(kept, items);
  return {
    items: left,
    wished,
    replaced,
    retracted: false,
    aside: left.length < items.filter((item) => !isMark(item)).length,
  };
}

function isRetract({ text }: Piece): boolean {
  return utteranceForms().some(({ retracts }) => retracts.some((pattern) => matchesWhole(pattern, text)));
}

function matchesWhole(pattern: RegExp, text: string): boolean {
  const found = pattern.exec(text);
  return found !== null && found.index === 0 && found[0].length === text.length;
}

/** The pieces that hold after repairs, and what the last of them replaces. */
function repaired(pieces: readonly Piece[]): { kept: readonly Piece[]; replaced: readonly Item[] | null } {
  const at = pieces.findLastIndex(({ repair }) => repair);
  if (at < 0) return { kept: pieces, replaced: null };
  const before = pieces.slice(0, at).filter((piece) => !isAside(piece));
  const after = pieces.slice(at).filter(({ items }) => items.length > 0);
  if (after.length === 0) return { kept: pieces.filter(({ items }) => items.length > 0), replaced: null };
  const last = before.at(-1);
  return { kept: [...before.slice(0, -1), ...after], replaced: last?.items ?? [] };
}

/** Whether a piece says by itself what to do. */
function isCommand(piece: Piece): boolean {
  const { items, reason } = piece;
  if (items.length === 0 || reason) return false;
  const { act, open, target, value, property } = featuresOf(items);
  if (isQuestion(items)) return true;
  if (rings(items)) return true;
  if (isComfort(items) || tells(piece)) return false;
  return act || (open && (value || target)) || (value && (target || property));
}

/** Whether something shall ring at a time. */
function rings(items: readonly Item[]): boolean {
  const word = items.some((item) => is(item, "remind") || is(item, "alarm") || is(item, "timer"));
  return word && items.some(({ measure }) => measure !== null && measure.kind !== "quantity");
}

/** Whether a piece can be left aside where another commands. */
function isAside(piece: Piece): boolean {
  const { items, reason } = piece;
  if (items.length === 0 || reason) return true;
  if (isComfort(items)) return true;
  if (isQuestion(items)) return false;
  if (tells(piece)) return true;
  const { act, open, target, value, time, place } = featuresOf(items);
  const plain = !act && !open && !target && !value && !time && !place;
  return plain && items.some(isUnknown) && !items.some(binds);
}

/** Words that change what the rest means, or make a plan of it. */
const BINDING = [
  "not",
  "if",
  "unless",
  "until",
  "except",
  "only",
  "whenever",
  "when",
  "leave",
  "also",
  "remind",
  "timer",
  "alarm",
] as const;

function binds(item: Item): boolean {
  return BINDING.some((role) => is(item, role));
}

/** "too hot in here": how it feels, and nothing to command. */
function isComfort(items: readonly Item[]): boolean {
  let feels = false;
  for (const { lex, home, measure } of items) {
    if (measure || (home && home.devices.length > 0) || (lex?.kinds.length ?? 0) > 0) return false;
    if (lex && lex.acts.length > 0 && lex.changes.length === 0) return false;
    feels ||= (lex?.changes.length ?? 0) > 0;
  }
  return feels;
}

/** Whether a piece tells of somebody or of how something is. */
function tells({ items, text, wished }: Piece): boolean {
  if (wished) return false;
  const subject = utteranceForms().some(({ subjects }) =>
    subjects.some((pattern) => {
      pattern.lastIndex = 0;
      return pattern.test(text);
    }),
  );
  const stated = items.some((item, at) => at > 0 && is(item, "stating"));
  const telling = utteranceForms().some(({ tellings }) => tellings.some((pattern) => pattern.test(text)));
  return subject || stated || (telling && items.some(isUnknown));
}

/** The items of pieces with a mark between two, so that they stay clauses of their own. */
function joined(pieces: readonly Piece[], all: readonly Item[]): readonly Item[] {
  return pieces.flatMap(({ items }, at) => {
    const first = items[0];
    if (at === 0 || !first) return items;
    const mark = all.slice(0, all.indexOf(first)).findLast(isMark);
    return mark ? [mark, ...items] : items;
  });
}
