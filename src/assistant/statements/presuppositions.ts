import { playsRole } from "../../understanding/parse/items.ts";
import type { ClausePart } from "./clause.ts";

/**
 * Marks presuppositions: what a question or an offer takes for true ("shall I close the window that is open?", "did you know
 * that the oven is on?") is presumed and no longer only possible. What is asked or offered itself stays possible: "is it on?",
 * "shall I close it?".
 * @param supposed parts after "if" or "when", which presuppose nothing
 */
export function markPresuppositions(
  parts: readonly ClausePart[],
  question: boolean,
  supposed: ReadonlySet<ClausePart>,
): ClausePart[] {
  if (!question && !parts.some(({ possible }) => possible)) return [...parts];
  /** The question or offer itself is complete: what follows describes something that it names. */
  let complete = false;
  /** Inside a relative clause: "the lamp you …". */
  let relative = false;
  return parts.map((part, at) => {
    if (playsRole(part, "and") || playsRole(part, "or")) [complete, relative] = [false, false];
    if (complete && isNoun(parts[at - 1]) && beginsClause(part)) relative = true;
    const known = states(part) || (complete && playsRole(part, "remaining"));
    if (supposed.has(part)) return part;
    if (isAdjective(parts[at - 1], part, parts[at + 1])) return { ...part, possible: false, presumed: true };
    if (!known) return part;
    const presumed =
      relative ||
      belongsToNoun(part, parts[at + 1], parts[at + 2]) ||
      (complete && part.predicate?.kind !== "deed" && !acts(part)) ||
      (complete && followsIs(parts.slice(0, at))) ||
      (question && !part.possible && !isAsked(parts.slice(0, at), parts));
    complete = true;
    return presumed ? { ...part, possible: false, presumed } : part;
  });
}

/** Whether a part claims a state or an action. */
function states({ predicate }: ClausePart): boolean {
  return predicate?.kind === "state" || predicate?.kind === "deed" || predicate?.kind === "done";
}

function acts({ lex }: ClausePart): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

/** Whether the last word before is "is" or "has been". */
function followsIs(before: readonly ClausePart[]): boolean {
  const last = before.findLast((part) => !playsRole(part, "filler"));
  return playsRole(last, "is") || playsRole(last, "stating");
}

/** Whether a part describes the noun after it: "the open window", 开着的灯. */
function belongsToNoun(part: ClausePart, next: ClausePart | undefined, noun: ClausePart | undefined): boolean {
  if (playsRole(next, "of")) return isNoun(noun);
  return !acts(part) && !part.predicate?.weak && isNoun(next);
}

/** Whether a part is an adjective between an article and a noun: "the open window". */
function isAdjective(
  before: ClausePart | undefined,
  { lex, predicate }: ClausePart,
  next: ClausePart | undefined,
): boolean {
  return predicate === null && playsRole(before, "article") && (lex?.states.length ?? 0) > 0 && isNoun(next);
}

/** A pronoun or an auxiliary: "you", "I", "was". */
function beginsClause({ lex, marks }: ClausePart): boolean {
  return lex === null && marks.has("small");
}

function isNoun(part: ClausePart | undefined): boolean {
  if (!part || part.predicate) return false;
  const { home, lex } = part;
  return (home !== null && home.devices.length + home.parts.length > 0) || (lex?.kinds.length ?? 0) > 0;
}

/** Whether a part is what the question asks: only its subject stands before it ("is the lamp …?", 灯…吗). */
function isAsked(before: readonly ClausePart[], parts: readonly ClausePart[]): boolean {
  const [first] = before;
  if (first && !isAuxiliary(first) && !parts.some((part) => ASKING.some((role) => playsRole(part, role)))) return false;
  if (before.some((part) => part.marks.has("questions") || PRESUMING.some((role) => playsRole(part, role))))
    return false;
  if (before.filter((part) => playsRole(part, "stating")).length > 1) return false;
  return before.every(
    ({ lex, home, measure, marks }) => lex !== null || home !== null || measure !== null || marks.size > 0,
  );
}

/** Whether a part is an auxiliary with which a question may begin: "is", "did", "have". */
function isAuxiliary(part: ClausePart): boolean {
  return playsRole(part, "is") || playsRole(part, "stating") || (part.marks.has("small") && !part.lex?.roles.length);
}

const ASKING = ["yesNo", "asksAtEnd", "what", "which", "where", "why", "since", "how", "howMany"] as const;

/** Roles that make a question presuppose its predicate: "why is it open?", "is it not odd that it is open?". */
const PRESUMING = ["not", "what", "which", "where", "why", "since", "how"] as const;
