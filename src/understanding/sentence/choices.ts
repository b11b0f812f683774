import { isTarget } from "../parse/clauses/clause-words.ts";
import type { Frame } from "../parse/frame.ts";
import { type Item, playsRole } from "../parse/items.ts";
import { namesPlace } from "../parse/senses.ts";
import type { DoStep, SentenceStep } from "../plan.ts";

/** A question offers at most this many devices. */
const MOST_ASKED = 4;

/**
 * Whether the alternative follows in the next clause: "unlock the door or
 *  open the curtain".
 */
export function endsInChoice({ alternatives, items }: Frame): boolean {
  return alternatives && items.length > 1 && playsRole(items.at(-1), "or");
}

/** Whether a command is about one thing or another: 大门还是车库门, "the kitchen or the study". */
export function isChoice({ alternatives, except, items }: Frame): boolean {
  if (!alternatives || except.heads.length + except.places.length > 0) return false;
  return items.some(
    (item, at) => playsRole(item, "or") && items.slice(0, at).some(names) && items.slice(at + 1).some(names),
  );
}

function names(item: Item): boolean {
  return isTarget(item) || namesPlace(item);
}

/** The question which of the alternatives is meant; never does both. Null where there are too many. */
export function choiceOf({ doings, refusals }: DoStep, frame: Frame): SentenceStep | null {
  const options = doings.map(({ target }) => target);
  const asked = frame.heads.length > 1 && options.length > 1 && options.length <= MOST_ASKED && refusals.length === 0;
  return asked ? { kind: "ask", frame, options } : null;
}
