import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import { type ClausePart, isUnlistedWord, type StatementClause } from "./clause.ts";
import { isCovered } from "./coverage.ts";
import type { Evidence } from "./evidence.ts";
import { mentionedDevices } from "./mentioned-devices.ts";
import type { PersonRequest } from "./request.ts";
import { isListedValueWord } from "./values.ts";

/** Whether a clause only answers yes or no: "yes", "it sure is", "you can rest assured". */
export function isBareAnswer({ parts, question }: StatementClause, request: PersonRequest): boolean {
  if (question || parts.some(({ marks }) => marks.has("unable") || marks.has("atWish"))) return false;
  // "Which one: the floor lamp or …?"
  if (parts.some((part) => playsRole(part, "which") || playsRole(part, "what"))) return false;
  if (!parts.every(saysNothing)) return false;
  // "I hope your day gets better" is no answer; "totally" is one.
  if (parts.length > 3 && parts.some(isUnlistedWord)) return false;
  // Without a question or a request only a yes or a no is an answer: "you're welcome" is none.
  if (request.deed && !parts.some(({ marks }) => marks.has("self"))) return true;
  return request.asks || parts.some((part) => ANSWERING.some((role) => playsRole(part, role)));
}

/** Whether a clause acknowledges and names nothing: "okay", "all set". */
export function isAcknowledgement({ parts, question }: StatementClause): boolean {
  if (question || parts.some((part) => part.marks.has("unable") || playsRole(part, "not") || playsRole(part, "no")))
    return false;
  return parts.every((part) => part.predicate?.kind === "done" || saysNothing(part));
}

const ANSWERING = ["yes", "no", "not"] as const;

function saysNothing(part: ClausePart): boolean {
  const { predicate, lex, home, measure } = part;
  // "So it isn't heating" states a mode.
  if (isListedValueWord(part)) return false;
  const named = home !== null && home.devices.length + home.parts.length + home.rooms.length > 0;
  return predicate === null && measure === null && !named && (lex?.kinds.length ?? 0) === 0;
}

/**
 * Whether the evidence confirms a bare yes or no to the question of the person.
 * @param neighboursShown another sentence of the reply states something that the evidence shows
 * @param tells its own sentence also gives a value or a state
 */
export function isTrueAnswer(
  { parts }: StatementClause,
  neighboursShown: boolean,
  request: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
  tells = false,
): boolean {
  const denies = parts.some((part) => playsRole(part, "not") || playsRole(part, "no"));
  // "I did" claims an action of the speaker.
  if (parts.some(({ marks }) => marks.has("self")) && !denies && evidence.outcomes.length === 0) return false;
  if (request.deed && !denies && evidence.outcomes.length > 0 && evidence.allGood) return true;
  const verdicts = request.clauses.map((clause) => verdict(clause, request, evidence, index));
  // "No, but I can …": a no to a request that touched no device claims nothing.
  if (request.deed && denies && verdicts.every((each) => each === "empty" || each === "open")) return true;
  if (neighboursShown)
    return verdicts.every((each) => each === "open" || (tells && each === "empty") || each === !denies);
  return verdicts.some((each) => each === !denies) && verdicts.every((each) => each === !denies || each === "empty");
}

/** true, false: what the clause asks is so, or not · empty: it asks for no state · open: the evidence cannot tell · unread: its device was not read. */
type AnswerVerdict = boolean | "empty" | "open" | "unread";

function verdict(
  { parts }: StatementClause,
  request: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
): AnswerVerdict {
  const asked = stated(parts);
  const mentioned = mentionedDevices(asked, evidence, index);
  if (mentioned === null) return "unread";
  // "Isn't it …?" takes either answer, "who …?" neither.
  if (asked.some((part) => part.marks.has("questions") || OTHERWISE.some((role) => playsRole(part, role))))
    return "open";
  if (!asked.some(({ predicate, lex }) => predicate !== null || (lex?.listed.length ?? 0) > 0))
    return asked.every(({ lex, marks }) => lex !== null || marks.size > 0) ? "empty" : "open";
  // "Is everything off?" is about more than what was read; "is it on?" is about the only device that was.
  const one = evidence.subjects.size === 1 && asked.some((part) => playsRole(part, "it"));
  if (mentioned.length === 0 && !one) return "open";
  // "Is the blind all the way open?" asks for a degree.
  if (mentioned.length === 1 && asked.some((part) => playsRole(part, "all") || part.lex?.level === "max"))
    return "open";
  const clause: StatementClause = { parts: asked, question: false };
  if (isCovered(clause, evidence, request, index)) return true;
  return isCovered(clause, evidence, request, index, "opposite") ? false : "open";
}

const OTHERWISE = ["not", "what", "which", "how", "howMany", "where", "why", "since"] as const;

/** A question as the statement whose truth it asks for. */
function stated(parts: readonly ClausePart[]): ClausePart[] {
  // 开着没 is a state and a question particle in one word.
  const plain = parts.filter(
    (part) =>
      (!playsRole(part, "yesNo") || part.predicate !== null) && (!playsRole(part, "filler") || playsRole(part, "all")),
  );
  const last = plain.at(-1);
  // The last word may be a question particle: 开着没.
  const body = last !== undefined && playsRole(last, "asksAtEnd") ? plain.slice(0, -1) : plain;
  return body.map((part) => ({
    ...part,
    possible: false,
    marks: new Set([...part.marks].filter((mark) => mark !== "self")),
  }));
}
