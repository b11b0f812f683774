import { modifierRolesExcept } from "../parse/command-modifiers.ts";
import { type Item, isMark, playsAnyRole } from "../parse/items.ts";
import { namesTarget } from "../parse/senses.ts";
import { utteranceForms } from "./compiled-forms.ts";

/**
 * End position in the text of a statement of fact that begins at item `at`: 我要睡了|把灯关了, 把灯关了|我要睡了. 0 if none begins
 * there, it names a target, or what follows depends on it.
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

/** Whether an item completes a command. */
function isDone({ lex, measure }: Item): boolean {
  return measure !== null || (lex !== null && lex.acts.length + lex.changes.length > 0);
}

/** Whether following words may depend on an item. */
function holds(item: Item): boolean {
  return playsAnyRole(item, HOLDING) || (item.lex?.acts.some((act) => act === "tell" || act === "play") ?? false);
}

/** Roles with dependents; negation, past and possibility may be part of a fact. */
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
