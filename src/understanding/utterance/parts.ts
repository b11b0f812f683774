import type { Item } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { canBeLeftAside, isCommand, namesCommandTarget } from "./aside.ts";
import { isConditional, type UtterancePiece, utterancePiecesOf } from "./pieces.ts";

/** What a part of an utterance is for. */
export type PartKind = "command" | "wish" | "question" | "condition" | "repair" | "reason" | "statement" | "around";

/** A part of what was said, in lower case. `around`: address, courtesy and urgency that fell away from it. */
export interface UtterancePart {
  readonly kind: PartKind;
  readonly text: string;
  readonly around: readonly string[];
}

/** Names the parts of an utterance, for people who look at how it was read. */
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

/** Parts of which what is said around them is told apart. */
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
