import type { Item } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { canBeLeftAside, isCommand, namesCommandTarget } from "./aside.ts";
import { isConditional, type UtterancePiece, utterancePiecesOf } from "./pieces.ts";

/** The function of a part of an utterance. */
export type PartKind = "command" | "wish" | "question" | "condition" | "repair" | "reason" | "statement" | "around";

/** A part of an utterance, in lower case. `around`: the address, courtesy and urgency that were taken off. */
export interface UtterancePart {
  readonly kind: PartKind;
  readonly text: string;
  readonly around: readonly string[];
}

/** Splits an utterance into parts with their functions, for `jia understand`. */
export function utterancePartsOf(items: readonly Item[], source: string): readonly UtterancePart[] {
  const pieces = utterancePiecesOf(items, source);
  const named = pieces.some((piece) => isCommand(piece) && namesCommandTarget(piece));
  return pieces.map((piece) => {
    const { text, left } = piece;
    const kind = kindOf(piece, named);
    if (!MEANT.has(kind)) return { kind, text, around: [] };
    const at = text.indexOf(left);
    const around = [text.slice(0, at), text.slice(at + left.length)].map((each) => each.trim());
    return { kind, text: left, around: around.filter((each) => each !== "") };
  });
}

/** Kinds of parts whose courtesy is shown separately. */
const MEANT: ReadonlySet<PartKind> = new Set(["command", "wish", "question", "condition", "repair"]);

function kindOf(piece: UtterancePiece, named: boolean): PartKind {
  const { items, repair, reason, wished } = piece;
  if (items.length === 0) return repair ? "repair" : "around";
  if (isConditional(items)) return "condition";
  if (repair) return "repair";
  if (reason) return "reason";
  if (isQuestion(items)) return "question";
  if (wished && !canBeLeftAside(piece, named)) return "wish";
  if (isCommand(piece)) return "command";
  return canBeLeftAside(piece, named) ? "reason" : "statement";
}
