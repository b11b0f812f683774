import type { Act } from "../lexicon/types.ts";
import { closes, opens } from "../parse/contrary.ts";
import { type Item, is } from "../parse/items.ts";
import { isComfort, isCommand } from "./aside.ts";
import { isConditional, type Piece, piecesOf, tellsDeed } from "./pieces.ts";

/**
 * Whether what was said can't be told apart from a report: somebody did it (我妈把灯关了), or what is to be done would make
 * worse what is complained of (大灯关了太黑, "ceiling light off, too dark").
 */
export function isReport(pieces: readonly Piece[]): boolean {
  if (pieces.some(({ items }) => isConditional(items))) return false;
  if (pieces.some(({ text }) => tellsDeed(text)) && !pieces.some(isCommand)) return true;
  return contradicts(pieces);
}

/** Without the parts that complain of how it is: 别扫了|太吵. */
export function withoutComplaints(items: readonly Item[], source: string): readonly Item[] {
  if (!items.some(({ lex }) => lex !== null && lex.changes.length > 0)) return items;
  const pieces = piecesOf(items, source);
  const complaints = new Set(pieces.filter((piece) => isComfort(piece.items)).flatMap((piece) => piece.items));
  return complaints.size > 0 && pieces.some(isCommand) ? items.filter((item) => !complaints.has(item)) : items;
}

function contradicts(pieces: readonly Piece[]): boolean {
  const complaints = pieces.filter(({ items }) => isComfort(items)).flatMap(({ items }) => items.flatMap(changesOf));
  if (complaints.length === 0) return false;
  const said = pieces.filter(({ items }) => !isComfort(items)).flatMap(({ items }) => items);
  // What is turned off here and on there is for its own reasons.
  const acts = said.flatMap(actsOf);
  if (acts.length === 0 || said.some(({ measure }) => measure !== null)) return false;
  const cools = said.some(({ lex }) => lex?.kinds.some((kind) => COOLERS.has(kind)));
  return complaints.some(({ props, direction }) => {
    if (props.includes("brightness")) return acts.every((act) => (direction > 0 ? closes(act) : opens(act)));
    return props.includes("target-temperature") && cools && direction < 0 && acts.every(closes);
  });
}

/** What an item does by itself: a verb, or the particle of one ("turn … off"). */
function actsOf(item: Item): readonly Act[] {
  const { lex, grammar } = item;
  if (grammar.separableVerbs && is(item, "off")) return ["off"];
  if (grammar.separableVerbs && is(item, "on")) return ["on"];
  const [act] = lex?.acts ?? [];
  return act === undefined || lex?.to || act === "turn" || act === "set" ? [] : [act];
}

const COOLERS: ReadonlySet<string> = new Set(["air-conditioner", "fan", "ceiling-fan"]);

function changesOf({ lex }: Item): NonNullable<Item["lex"]>["changes"] {
  return lex?.changes ?? [];
}
