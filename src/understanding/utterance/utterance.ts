import { type Item, isMark } from "../parse/items.ts";
import { isAside, isCommand, isNamed } from "./aside.ts";
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
  const said = corrected.filter((piece) => piece.items.length > 0);
  const named = said.some((piece) => isCommand(piece) && isNamed(piece));
  const kept =
    corrected.some(isCommand) && !corrected.some((piece) => isConditional(piece.items))
      ? corrected.filter((piece) => !isAside(piece, named))
      : said;
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
  const before = pieces.slice(0, at).filter((piece) => !isAside(piece, true));
  const after = pieces.slice(at).filter(({ items }) => items.length > 0);
  if (after.length === 0) return { kept: pieces.filter(({ items }) => items.length > 0), replaced: null };
  const last = before.at(-1);
  return { kept: [...before.slice(0, -1), ...after], replaced: last?.items ?? [] };
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
