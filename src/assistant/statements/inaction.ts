import { playsRole } from "../../understanding/parse/items.ts";
import { type ClausePart, isUnlistedWord, type StatementClause } from "./clause.ts";

/**
 * Whether a clause says that the speaker does nothing: "I'll leave the boot as it is", "I won't open it", 后备箱我先不动. A
 * clause that also gives a state is none: "I'll leave it open".
 */
export function statesInaction({ parts, question }: StatementClause): boolean {
  if (question) return false;
  const self = parts.findIndex(({ marks }) => marks.has("self"));
  const not = parts.findIndex((part, at) => at > self && isDenying(part));
  const stays = parts.some((part) => LEAVING.some((role) => playsRole(part, role)) || part.marks.has("leaving"));
  if (parts.some((part, at) => saysMore(part, parts[at - 1], !stays && not >= 0 && at > not))) return false;
  if (stays) return true;
  // "Not" does not deny what stands before it: "I open it and do not ask".
  const speaks = self >= 0 || parts.slice(0, Math.max(not, 0)).every(isAside) || parts.slice(not).some(isDone);
  return speaks && not >= 0 && parts.every((part, at) => at > not || !isDeed(part)) && parts.slice(not).some(isDoing);
}

/** Whether a part denies: "not", "nothing". "Leave it" only says no to the question. */
function isDenying(part: ClausePart): boolean {
  return playsRole(part, "not") || (playsRole(part, "no") && !playsRole(part, "never_mind")) || part.marks.has("none");
}

/** Whether a part says that something stays as it is: "leave", "stays", 继续. */
export function isStayWord(part: ClausePart): boolean {
  return LEAVING.some((role) => playsRole(part, role)) || part.lex?.acts.includes("resume") === true;
}

const LEAVING = ["leave", "stay", "unchanged"] as const;

/**
 * Whether a part states more than that nothing is done: a value, a time, a state, a result.
 * @param denied it stands behind a "not"
 */
function saysMore(part: ClausePart, before: ClausePart | undefined, denied: boolean): boolean {
  const { predicate, measure, presumed, lex } = part;
  if (measure !== null || presumed || playsRole(part, "and") || playsRole(part, "but")) return true;
  // 不打开了: after "not" the state is what is not done.
  const states = predicate?.kind === "state" && !isDeed(part) && !(playsRole(before, "not") && playsRole(before, "no"));
  return (
    states || (predicate?.kind === "done" && !denied) || predicate?.kind === "change" || (lex?.changes.length ?? 0) > 0
  );
}

function isDeed({ lex }: ClausePart): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

function isDone({ predicate }: ClausePart): boolean {
  return predicate?.kind === "done";
}

/** Whether a part is a function word: "so", 那就先. */
function isAside(part: ClausePart): boolean {
  return part.home === null && (part.marks.has("small") || playsRole(part, "filler"));
}

function isDoing(part: ClausePart): boolean {
  return isDeed(part) || part.predicate !== null || isUnlistedWord(part);
}
