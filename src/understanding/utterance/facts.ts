import { modifierRolesExcept } from "../parse/command-modifiers.ts";
import { type Item, isMark, playsAnyRole } from "../parse/items.ts";
import { namesTarget } from "../parse/senses.ts";
import { utteranceForms } from "./compiled-forms.ts";

/**
 * Where in the text a fact ends that begins at `at`: 我要睡了|把灯关了, 把灯关了|我要睡了. 0 when none begins there, or it names
 * something that could be commanded, or what follows depends on it.
 * @param before the items of the same part before it
 */
export function factEndAt(items: readonly Item[], at: number, before: readonly Item[], text: string): number {
  const item = items[at];
  if (!item || item.grammar.spaces) return 0;
  if (before.length > 0 && (!before.some(isDone) || before.some(holds))) return 0;
  const { start } = item.first;
  const end = start + utteranceForms().facts.lengthAt(text, start);
  if (end === start) return 0;
  const told = items.filter(({ first }) => first.start >= start && first.start < end);
  const rest = items.find(({ first }) => first.start >= end);
  if (told.some((each) => each.end > end || isMark(each) || namesTarget(each) || holds(each))) return 0;
  // Behind a command it goes to the end of the part.
  return before.length === 0 || !rest || isMark(rest) ? end : 0;
}

/** What is to be done was said to the end. */
function isDone({ lex, measure }: Item): boolean {
  return measure !== null || (lex !== null && lex.acts.length + lex.changes.length > 0);
}

/** A word that what follows may belong to, or depend on. */
function holds(item: Item): boolean {
  return playsAnyRole(item, HOLDING) || (item.lex?.acts.some((act) => act === "tell" || act === "play") ?? false);
}

/** A fact may be that something is not so, was so, or may be so. */
const HOLDING = [
  ...modifierRolesExcept(
    "negation",
    "denial",
    "cancelling",
    "exception",
    "limit",
    "report",
    "possibility",
    "question",
    "choice",
  ),
  "named",
] as const;
