import { is } from "../../understanding/parse/items.ts";
import { type Clause, isStranger, type Part } from "./clause.ts";

/**
 * Whether a clause says that the speaker does nothing: "I'll leave the boot as it is", "I won't open it", 后备箱我先不动. That
 * something is so it does not say: "I'll leave it open" is no such clause.
 */
export function leaves({ parts, question }: Clause): boolean {
  if (question) return false;
  const self = parts.findIndex(({ marks }) => marks.has("self"));
  const not = parts.findIndex((part, at) => at > self && isDenying(part));
  const stays = parts.some((part) => LEAVING.some((role) => is(part, role)) || part.marks.has("leaving"));
  if (parts.some((part, at) => saysMore(part, parts[at - 1], !stays && not >= 0 && at > not))) return false;
  if (stays) return true;
  // What stands before "not" is not denied by it: "I open it and do not ask".
  const speaks = self >= 0 || parts.slice(0, Math.max(not, 0)).every(isAside) || parts.slice(not).some(isDone);
  return speaks && not >= 0 && parts.every((part, at) => at > not || !isDeed(part)) && parts.slice(not).some(isDoing);
}

/** "Not", "nothing"; "leave it" is a no to what was asked, and denies nothing here. */
function isDenying(part: Part): boolean {
  return is(part, "not") || (is(part, "no") && !is(part, "never_mind")) || part.marks.has("none");
}

/** "Leave", "stays", 继续: something goes on as it is. */
export function isLeaving(part: Part): boolean {
  return LEAVING.some((role) => is(part, role)) || part.lex?.acts.includes("resume") === true;
}

const LEAVING = ["leave", "stay", "unchanged"] as const;

/**
 * A value, a time, a state, something that came about: more than that nothing is done.
 * @param denied it stands behind a "not"
 */
function saysMore(part: Part, before: Part | undefined, denied: boolean): boolean {
  const { predicate, measure, presumed, lex } = part;
  if (measure !== null || presumed || is(part, "and") || is(part, "but")) return true;
  // 不打开了: after "not" it is what is not done.
  const states = predicate?.kind === "state" && !isDeed(part) && !(is(before, "not") && is(before, "no"));
  return (
    states || (predicate?.kind === "done" && !denied) || predicate?.kind === "change" || (lex?.changes.length ?? 0) > 0
  );
}

function isDeed({ lex }: Part): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

function isDone({ predicate }: Part): boolean {
  return predicate?.kind === "done";
}

/** "So", 那就先: nothing is named. */
function isAside(part: Part): boolean {
  return part.home === null && (part.marks.has("small") || is(part, "filler"));
}

function isDoing(part: Part): boolean {
  return isDeed(part) || part.predicate !== null || isStranger(part);
}
