import { playsRole } from "../../understanding/parse/items.ts";
import { type ClausePart, isFunctionWord, isUnlistedWord, type StatementClause } from "./clause.ts";
import { isQuestionClause, mentionsHomeWords } from "./request.ts";

/** Whether a clause has only function words: "okay", 好的. */
export function isSmallTalk({ parts, question }: StatementClause): boolean {
  return (
    !question &&
    parts.every((part) => (part.marks.has("small") || playsRole(part, "yes")) && !part.predicate && !part.measure)
  );
}

/** Whether a clause reports a danger in a room; general explanations do not. */
export function isAlarm({ parts }: StatementClause): boolean {
  const stated = parts.some(
    ({ lex, predicate, possible }) =>
      !possible && (predicate?.kind === "state" || lex?.kinds.some((kind) => ALARMING.test(kind)) === true),
  );
  return stated && parts.some(({ home }) => home !== null && home.rooms.length > 0);
}

const ALARMING = /smoke|gas-|submersion|alarm/;

/** Whether a part claims a present state or a finished action, not a plan. */
export function isReported({ predicate, possible }: ClausePart): boolean {
  return !possible && (predicate?.kind === "state" || predicate?.kind === "done") && !predicate.weak;
}

/** Whether a part announces an action of the speaker: 我把. */
export function isOwnDeed({ marks, possible }: ClausePart): boolean {
  return marks.has("own") && !possible;
}

/** Whether a part denies: "can't", "not", "offline". */
export function isDenial(part: ClausePart): boolean {
  return (
    part.marks.has("unable") ||
    part.marks.has("failing") ||
    playsRole(part, "not") ||
    part.lex?.states.includes("offline") === true
  );
}

/** Whether clauses form a report about this home: "your …" with a state, or states in known words alone. */
export function isHomeReport(clauses: readonly StatementClause[], kind: "text" | "general"): boolean {
  const parts = clauses.flatMap((clause) => clause.parts);
  const [first] = clauses;
  if (clauses.length === 1 && first?.question && !presumes(first)) return false;
  if (parts.some(({ marks }) => marks.has("narrated"))) return false;
  const mentions = parts.some((part) => mentionsHomeWords(part) && part.predicate === null);
  const own = parts.some(({ marks }) => marks.has("yours"));
  // In a joke "your front door" means this one; in an explanation anybody's.
  const names =
    kind === "text" ? mentions : parts.some(({ home }) => home !== null && home.devices.length + home.rooms.length > 0);
  const self = parts.some(({ marks }) => marks.has("self"));
  const states = parts.some((part) => isStating(part, mentions));
  if (own && (names || (self && states))) return true;
  return states && parts.every((part) => isKnown(part));
}

function isKnown({ lex, home, measure, marks, predicate }: ClausePart): boolean {
  return lex !== null || home !== null || measure !== null || predicate !== null || marks.has("small");
}

/** Whether a clause claims something about the home, also by a presupposition. */
export function asserts({ parts, question }: StatementClause): boolean {
  if (question && !presumes({ parts, question })) return false;
  if (!question && parts.some(({ marks, possible }) => marks.has("own") && !possible)) return true;
  const mentions = parts.some((part) => mentionsHomeWords(part) && part.predicate === null);
  if (mentions && parts.some(({ presumed }) => presumed)) return true;
  if (question) return false;
  if (parts.some(({ marks }) => marks.has("unable")) && isOpen({ parts, question })) return false;
  return parts.some(
    (part, at) =>
      isStating(part, mentions) ||
      (!part.possible && part.predicate === null && mentionsHomeWords(part) && !isIndefinite(parts, at)),
  );
}

/** Whether a clause gives a measured value and has no unknown words: "it's 53 percent". */
export function measures({ parts, question }: StatementClause): boolean {
  return !question && parts.some(isMeasured) && !parts.some(isUnlistedWord);
}

/** Whether a clause gives a value of here and now: "the water heater is at 40 degrees", "only 10 percent". */
export function measuresNow({ parts, question }: StatementClause): boolean {
  const here = parts.some(
    (part) =>
      part.marks.has("present") || playsRole(part, "only") || (part.home !== null && part.home.devices.length > 0),
  );
  return !question && here && parts.some(isMeasured);
}

function isMeasured({ measure, possible }: ClausePart): boolean {
  return !possible && measure?.kind === "quantity" && measure.quantity.unit !== null;
}

/** Whether an indefinite article stands shortly before a part: "a small night light" means any. */
function isIndefinite(parts: readonly ClausePart[], at: number): boolean {
  const before = parts.slice(Math.max(0, at - 3), at);
  return before.some(({ marks }) => marks.has("indefinite"));
}

/** Whether a part is a claim. @param mentions the sentence names something of a home, so weak words count as well: "the lamp is on" */
function isStating({ predicate, possible }: ClausePart, mentions: boolean): boolean {
  return predicate !== null && (mentions || !predicate.weak) && !possible;
}

/** Whether a sentence only asks. Clauses before the last are statements all the same: "it is locked, isn't it?". */
export function asksOnly(clauses: readonly StatementClause[]): boolean {
  const last = clauses.at(-1);
  const asking = clauses.findIndex(isQuestionClause);
  return (
    last?.question === true &&
    !presumes(last) &&
    // "Which would you like: eco, quick or mixed?"
    clauses
      .slice(0, -1)
      .every(
        (clause, at) => isOpen(clause) || isQuestionClause(clause) || (asking >= 0 && at > asking && isChoice(clause)),
      )
  );
}

/** Whether a clause lists options without a claim. */
function isChoice({ parts }: StatementClause): boolean {
  return parts.every(({ marks, predicate }) => !marks.has("self") && !marks.has("own") && predicate?.kind !== "done");
}

/** Whether function words give a state: "no one", 没有人. */
function isSmallState({ marks, lex, predicate, possible }: ClausePart): boolean {
  const listed =
    lex !== null && lex.listed.length > 0 && !isFunctionWord(lex) && (marks.has("small") || marks.has("unable"));
  return !possible && (listed || (predicate?.kind === "state" && !predicate.weak));
}

/** Whether a clause is open: an inability, an offer or a wish, with no claim. */
export function isOpen({ parts, question }: StatementClause): boolean {
  if (presumes({ parts, question })) return false;
  if (parts.some(isSmallState)) return false;
  if (parts.some(({ marks }) => marks.has("unable")))
    return !parts.some(({ predicate }) => predicate?.kind === "state" && !predicate.weak);
  if (!parts.some(({ possible }) => possible))
    return parts.every(({ marks, lex, measure, predicate }) => {
      const moment = measure?.kind === "clock" || measure?.kind === "duration";
      const states = predicate?.kind === "state" && !predicate.weak;
      return !moment && !states && (marks.has("small") || isPlain(lex));
    });
  return parts.every((part) => {
    const { possible, predicate, marks, lex, home } = part;
    if (predicate) return possible && predicate.kind !== "done";
    return (
      possible ||
      marks.size > 0 ||
      isPlain(lex) ||
      (home !== null && home.devices.length > 0) ||
      (lex?.kinds.length ?? 0) > 0
    );
  });
}

/** Whether a clause has a presupposition. */
function presumes({ parts }: StatementClause): boolean {
  return parts.some(({ presumed }) => presumed);
}

function isPlain(lex: ClausePart["lex"]): boolean {
  return lex?.roles.includes("filler") ?? false;
}
