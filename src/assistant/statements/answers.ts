import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { is } from "../../understanding/parse/items.ts";
import { type Clause, isStranger, type Part } from "./clause.ts";
import { isCovered } from "./covered.ts";
import type { Evidence } from "./evidence.ts";
import type { Request } from "./request.ts";
import { mentionedBy } from "./subjects.ts";
import { isMode } from "./values.ts";

/** Whether a clause answers and says nothing of its own: "yes", "it sure is", "you can rest assured". */
export function isBareAnswer({ parts, question }: Clause, request: Request): boolean {
  if (question || parts.some(({ marks }) => marks.has("unable") || marks.has("atWish"))) return false;
  // "Which one: the floor lamp or …?"
  if (parts.some((part) => is(part, "which") || is(part, "what"))) return false;
  if (!parts.every(saysNothing)) return false;
  // "I hope your day gets better" is no answer; "totally" is one.
  if (parts.length > 3 && parts.some(isStranger)) return false;
  // To what asks and wants nothing only a yes or a no is an answer: "you're welcome".
  if (request.deed && !parts.some(({ marks }) => marks.has("self"))) return true;
  return request.asks || parts.some((part) => ANSWERING.some((role) => is(part, role)));
}

/** Whether a clause says that all is well and names nothing: "okay", "all set". */
export function isAcknowledgement({ parts, question }: Clause): boolean {
  if (question || parts.some((part) => part.marks.has("unable") || is(part, "not") || is(part, "no"))) return false;
  return parts.every((part) => part.predicate?.kind === "done" || saysNothing(part));
}

const ANSWERING = ["yes", "no", "not"] as const;

function saysNothing(part: Part): boolean {
  const { predicate, lex, home, measure } = part;
  // "So it isn't heating" says what it does.
  if (isMode(part)) return false;
  const named = home !== null && home.devices.length + home.parts.length + home.rooms.length > 0;
  return predicate === null && measure === null && !named && (lex?.kinds.length ?? 0) === 0;
}

/**
 * Whether the turn shows what a bare answer says: what was asked is so, or is not.
 * @param beside another sentence says what is so, and that is shown
 * @param tells its own sentence gives a value or says how something is
 */
export function answerHolds(
  { parts }: Clause,
  beside: boolean,
  request: Request,
  evidence: Evidence,
  index: HomeIndex,
  tells = false,
): boolean {
  const denies = parts.some((part) => is(part, "not") || is(part, "no"));
  // "I did": a deed of the speaker's own.
  if (parts.some(({ marks }) => marks.has("self")) && !denies && evidence.outcomes.length === 0) return false;
  if (request.deed && !denies && evidence.outcomes.length > 0 && evidence.allGood) return true;
  const verdicts = request.clauses.map((clause) => verdict(clause, request, evidence, index));
  // "No, but I can …": of a deed that nothing was told to, there is nothing to be wrong about.
  if (request.deed && denies && verdicts.every((each) => each === "empty" || each === "open")) return true;
  if (beside) return verdicts.every((each) => each === "open" || (tells && each === "empty") || each === !denies);
  return verdicts.some((each) => each === !denies) && verdicts.every((each) => each === !denies || each === "empty");
}

/** empty: the clause asks nothing that a device shows · open: nothing shows it · unread: it is about what was not read. */
type Verdict = boolean | "empty" | "open" | "unread";

function verdict({ parts }: Clause, request: Request, evidence: Evidence, index: HomeIndex): Verdict {
  const asked = stated(parts);
  const mentioned = mentionedBy(asked, evidence, index);
  if (mentioned === null) return "unread";
  // "Isn't it …?" may be answered either way, "who …?" by neither.
  if (asked.some((part) => part.marks.has("questions") || OTHERWISE.some((role) => is(part, role)))) return "open";
  if (!asked.some(({ predicate, lex }) => predicate !== null || (lex?.listed.length ?? 0) > 0))
    return asked.every(({ lex, marks }) => lex !== null || marks.size > 0) ? "empty" : "open";
  // "Is everything off?" is about more than what was read; "is it on?" about the one thing that was.
  const one = evidence.subjects.size === 1 && asked.some((part) => is(part, "it"));
  if (mentioned.length === 0 && !one) return "open";
  // "Is the blind all the way open?" asks how far.
  if (mentioned.length === 1 && asked.some((part) => is(part, "all") || part.lex?.level === "max")) return "open";
  const clause: Clause = { parts: asked, question: false };
  if (isCovered(clause, evidence, request, index)) return true;
  return isCovered(clause, evidence, request, index, "opposite") ? false : "open";
}

const OTHERWISE = ["not", "what", "which", "how", "howMany", "where", "why", "since"] as const;

/** What a question asks, as a statement. */
function stated(parts: readonly Part[]): Part[] {
  // 开着没 says what is asked as well as that it is.
  const plain = parts.filter(
    (part) => (!is(part, "yesNo") || part.predicate !== null) && (!is(part, "filler") || is(part, "all")),
  );
  const last = plain.at(-1);
  // 开着没: the last word asks.
  const body = last !== undefined && is(last, "asksAtEnd") ? plain.slice(0, -1) : plain;
  return body.map((part) => ({
    ...part,
    possible: false,
    marks: new Set([...part.marks].filter((mark) => mark !== "self")),
  }));
}
