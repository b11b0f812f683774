import { is } from "../local/parse/items.ts";
import type { Part } from "./clauses.ts";

/**
 * Takes back that something is only possible, where a question or an offer presumes it: "shall I close the window that is
 * open?", "did you know that the oven is on?". What is asked or offered itself stays open: "is it on?", "shall I close it?".
 * @param supposed parts after "if", "when"
 */
export function withPresumed(parts: readonly Part[], question: boolean, supposed: ReadonlySet<Part>): Part[] {
  if (!question && !parts.some(({ possible }) => possible)) return [...parts];
  /** What is asked or offered is told: what follows belongs to something that it names. */
  let complete = false;
  return parts.map((part, at) => {
    if (is(part, "and") || is(part, "or")) complete = false;
    const known = states(part) || (complete && is(part, "remaining"));
    if (!known || supposed.has(part)) return part;
    const presumed =
      belongsToNoun(part, parts[at + 1], parts[at + 2]) ||
      (complete && part.predicate?.kind !== "deed" && !acts(part)) ||
      (complete && followsIs(parts.slice(0, at))) ||
      (question && !part.possible && !isAsked(parts.slice(0, at)));
    complete = true;
    return presumed ? { ...part, possible: false, presumed } : part;
  });
}

/** It says that something is so or was done, and no more than that it would be. */
function states({ predicate }: Part): boolean {
  return predicate?.kind === "state" || predicate?.kind === "deed" || predicate?.kind === "done";
}

function acts({ lex }: Part): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

/** "Is", "has been": what follows is so. */
function followsIs(before: readonly Part[]): boolean {
  const last = before.findLast((part) => !is(part, "filler"));
  return is(last, "is") || is(last, "stating");
}

/** "The open window", 开着的灯: it is told of the noun after it. */
function belongsToNoun(part: Part, next: Part | undefined, noun: Part | undefined): boolean {
  if (is(next, "of")) return isNoun(noun);
  return !acts(part) && !part.predicate?.weak && isNoun(next);
}

function isNoun(part: Part | undefined): boolean {
  if (!part || part.predicate) return false;
  const { home, lex } = part;
  return (home !== null && home.devices.length + home.parts.length > 0) || (lex?.kinds.length ?? 0) > 0;
}

/** "Is the lamp …?": before what is asked stands nothing but its subject. */
function isAsked(before: readonly Part[]): boolean {
  if (before.some((part) => part.marks.has("questions") || PRESUMING.some((role) => is(part, role)))) return false;
  if (before.filter((part) => is(part, "stating")).length > 1) return false;
  return before.every(
    ({ lex, home, measure, marks }) => lex !== null || home !== null || measure !== null || marks.size > 0,
  );
}

/** "Why is it open?", "is it not odd that it is open?" */
const PRESUMING = ["not", "what", "which", "where", "why", "since", "how"] as const;
