import { is } from "../../understanding/parse/items.ts";
import { type Clause, isStranger, type Part } from "./clauses.ts";

/**
 * Whether a clause says that the speaker does nothing: "I'll leave the boot as it is", "I won't open it", 后备箱我先不动. That
 * something is so it does not say: "I'll leave it open" is no such clause.
 */
export function leaves({ parts, question }: Clause): boolean {
  if (question || parts.some((part, at) => saysMore(part, parts[at - 1]))) return false;
  if (parts.some((part) => LEAVING.some((role) => is(part, role)))) return true;
  const self = parts.findIndex(({ marks }) => marks.has("self"));
  const not = parts.findIndex((part, at) => at > self && (is(part, "not") || is(part, "no")));
  // What stands before "not" is not denied by it: "I open it and do not ask".
  return (
    self >= 0 && not >= 0 && parts.every((part, at) => at > not || !isDeed(part)) && parts.slice(not).some(isDoing)
  );
}

const LEAVING = ["leave", "stay", "unchanged"] as const;

/** A value, a time, a state, something that came about: more than that nothing is done. */
function saysMore(part: Part, before: Part | undefined): boolean {
  const { predicate, measure, presumed, lex } = part;
  if (measure !== null || presumed || is(part, "and") || is(part, "but")) return true;
  // 不打开了: after "not" it is what is not done.
  const states = predicate?.kind === "state" && !isDeed(part) && !(is(before, "not") && is(before, "no"));
  return states || predicate?.kind === "done" || predicate?.kind === "change" || (lex?.changes.length ?? 0) > 0;
}

function isDeed({ lex }: Part): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

function isDoing(part: Part): boolean {
  return isDeed(part) || part.predicate !== null || isStranger(part);
}
