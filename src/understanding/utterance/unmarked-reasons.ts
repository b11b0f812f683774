import { modifierRolesExcept } from "../parse/command-modifiers.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isPlaceName, namesTarget } from "../parse/senses.ts";
import { utteranceForms } from "./compiled-forms.ts";

/**
 * Whether a reason without a mark begins at item `at`, after a complete command: "turn off the lamp | I'm going to sleep".
 */
export function beginsReasonAt(items: readonly Item[], at: number, before: readonly Item[], text: string): boolean {
  const [item, last] = [items[at], before.at(-1)];
  // The beginning of a statement in one language may be a function word of another.
  if (!item || !last || playsRole(item, "in") || !isEnd(last)) return false;
  if (!before.some(namesTarget) || !before.some(isDone) || !statesAt(text, item.first.start)) return false;
  const rest = restOf(items, at);
  return (
    (rest.at(-1)?.to ?? 0) - item.from > 1 &&
    !rest.some((each, place) => namesTarget(each) || each.measure !== null || bindsAt(each, place))
  );
}

/** Whether the items before a command are a reason without a mark: "I can't see | turn on the lamp". */
export function isReasonBefore(items: readonly Item[], at: number, text: string): boolean {
  const [item, first, last] = [items[at], items[0], items[at - 1]];
  if (!item?.lex?.acts.length || item.first.kind !== "word" || !first || !last) return false;
  if (!statesAt(text, first.first.start)) return false;
  const told = items.slice(0, at);
  if (told.some((each, place) => isMark(each) || namesTarget(each) || bindsAt(each, place)) || !isClosed(last))
    return false;
  return restOf(items, at).some(namesTarget);
}

function statesAt(text: string, at: number): boolean {
  return utteranceForms().statements.isAt(text, at);
}

/** Up to the next mark. */
function restOf(items: readonly Item[], at: number): readonly Item[] {
  const end = items.findIndex((item, place) => place > at && isMark(item));
  return items.slice(at, end < 0 ? items.length : end);
}

/** Whether a command may end with an item: a target, a place, a value. */
function isEnd(item: Item): boolean {
  if (namesTarget(item) || isPlaceName(item) || item.measure !== null) return true;
  const { lex } = item;
  if (!lex) return false;
  const value = lex.color !== null || lex.kelvin !== null || lex.level !== null;
  return value || lex.changes.length > 0 || playsAnyRole(item, ENDING);
}

const ENDING = ["on", "off", "up", "down", "here", "little", "filler"] as const;

/** Whether no verb can depend on an item, as in "he said | turn off …" and "to | turn off …". */
function isClosed(item: Item): boolean {
  if (isUnknown(item) || isPlaceName(item) || item.measure !== null) return !SAYING.test(item.text);
  const { lex } = item;
  if (!lex) return false;
  // "it's dark | turn on the lamp", "I want to sleep | turn it off"
  const named = lex.listed.length > 0 && lex.acts.length + lex.kinds.length + lex.props.length === 0;
  return named || lex.states.length + lex.time.length + lex.changes.length > 0;
}

const SAYING = /(?:ing|ed|to)$/;

function isDone({ lex }: Item): boolean {
  if (!lex) return false;
  return lex.acts.length + lex.changes.length > 0 || lex.roles.includes("on") || lex.roles.includes("off");
}

/** Whether an item modifies the command; "can't" in "I can't see" does not. */
function bindsAt(item: Item, place: number): boolean {
  return playsAnyRole(item, BINDING) && !(place === 1 && playsRole(item, "not"));
}

/** Roles that modify a command; reasons may contain the past, possibilities and questions. */
const BINDING = modifierRolesExcept("report", "possibility", "question", "denial", "cancelling", "limit");
