import type { ClaimSign } from "../../language/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import { deniesPresent, statesAbsence } from "./absence.ts";
import { type ClausePart, isUnlistedWord, type StatementClause } from "./clause.ts";
import { isCovered } from "./coverage.ts";
import { checkWishStatement } from "./earlier-wishes.ts";
import type { Evidence } from "./evidence.ts";
import { checkLimit } from "./limits.ts";
import { claimSignsOf } from "./marks.ts";
import { type PersonRequest, QUOTED } from "./request.ts";
import { repeatsNumber } from "./values.ts";

/** Signs of a claim that something was done or has changed. */
const CLAIMING: readonly ClaimSign[] = ["deed", "favour", "changed", "perfect"];

/**
 * Whether a sentence about the home claims no action and states about devices only what the evidence shows. Its other words may
 * be anything: a possible reason, an inability, advice. Never true after `explain`, which alone tells who did something.
 * @param clauses the clauses of the sentence; bare names are joined to what is said of them
 */
export function isPlausible(
  sentence: string,
  clauses: readonly StatementClause[],
  request: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
): boolean {
  // Where plans were read, times must come from them.
  if (
    evidence.causes ||
    ((evidence.told.size > 0 || (request.ofPlan && evidence.plans.length > 0)) && clauses.some(isTimed))
  )
    return false;
  const asksWho = request.clauses.some(({ parts }) => parts.some(({ marks }) => marks.has("questions")));
  if (asksWho && request.clauses.some(isAboutHome) && clauses.some(guessesWho)) return false;
  if (clauses.some(placesUnknown) || clauses.some(presumesState)) return false;
  const wished = clauses.map((clause) => checkWishStatement(clause, request, evidence, index) === true);
  if (claims(sentence, clauses, evidence, wished.includes(true))) return false;
  const limits = clauses.map((clause) => checkLimit(clause, request, evidence, index));
  const denied = clauses.some(deniesOrAsks) || limits.includes(true);
  if (evidence.failed && !denied) return false;
  const points = clauses.some((clause) => pointsHome(clause, request));
  const undone = evidence.outcomes.length === 0;
  // After a request that did nothing, "it is cosy now" would claim success and "I will" would promise it.
  if (!request.asks && undone && !denied && (points || clauses.some(promises))) return false;
  const general = !request.clauses.some(mentionsHome) && request.clauses.some(hasUnknown);
  return clauses.every(
    (clause, at) =>
      clause.question ||
      limits[at] === true ||
      wished[at] ||
      (isUnable(clause) && !deniesPresent(clause, index)) ||
      statesAbsence(clause, index) ||
      (general && !mentionsHome(clause)) ||
      isCovered(clause, evidence, request, index, "open"),
  );
}

/** Whether a sentence answers a question about the home without a statement: "rest assured". */
export function reassures(clauses: readonly StatementClause[], request: PersonRequest): boolean {
  if (!request.asks || !request.clauses.some(isAboutHome) || clauses.some(deniesOrAsks)) return false;
  return !clauses.some((clause) => pointsHome(clause, request));
}

/**
 * Whether the form of a sentence claims an action or a change.
 * @param wished it says, truly, that the person asked for the action earlier
 */
function claims(sentence: string, clauses: readonly StatementClause[], evidence: Evidence, wished: boolean): boolean {
  if (evidence.outcomes.length === 0 && deniesDoing(clauses)) return false;
  const signs = claimSignsOf(sentence.replace(QUOTED, " "));
  // "It is closed" is a state that is checked; "the cat is fed" is none.
  return (
    CLAIMING.some((sign) => signs.has(sign) && !(wished && sign !== "perfect")) ||
    (signs.has("result") && !clauses.some(statesSomething))
  );
}

/**
 * Whether a sentence would be heard as "done" after a request that did nothing: it speaks of the home and neither denies nor
 * asks ("it is cosy now", "the lamp should be off", "I will see to it").
 */
export function impliesDeed(clauses: readonly StatementClause[], request: PersonRequest, evidence: Evidence): boolean {
  if (request.asks || !request.deed || evidence.outcomes.length > 0 || evidence.told.size > 0) return false;
  if (clauses.some(deniesOrAsks)) return false;
  return clauses.some(
    (clause) => pointsHome(clause, request) || clause.parts.some(({ marks }) => marks.has("present")),
  );
}

/** Whether a clause guesses an actor: "it was probably Tom", 大概是爸爸吧. */
function guessesWho({ parts, question }: StatementClause): boolean {
  if (question || parts.some(namesThing)) return false;
  const told = parts.some(({ marks }) => marks.has("narrated")) && parts.some((part) => playsRole(part, "it"));
  return (
    (told && parts.some(isUnlistedWord)) || parts.some((part) => playsRole(part, "person") && part.predicate === null)
  );
}

function namesThing({ home, lex }: ClausePart): boolean {
  return (home !== null && home.devices.length + home.parts.length > 0) || (lex?.kinds.length ?? 0) > 0;
}

/** Whether a clause puts an unknown thing into a room: "the sauna is on the balcony". */
function placesUnknown(clause: StatementClause): boolean {
  const { parts, question } = clause;
  const placed = parts.some(({ home }) => home !== null && home.rooms.length > 0);
  const told = parts.some(({ measure, predicate }) => measure !== null || predicate !== null);
  const named = parts.some(namesThing);
  return placed && !question && !told && !named && !deniesOrAsks(clause) && hasUnknown(clause);
}

function isTimed({ parts }: StatementClause): boolean {
  return parts.some(
    (part) => part.measure !== null || part.predicate?.kind === "plan" || playsRole(part, "automation"),
  );
}

function statesSomething({ parts }: StatementClause): boolean {
  return parts.some(({ predicate }) => predicate?.kind === "state");
}

/** Whether a clause says what is impossible, and not that something does not exist. */
function isUnable({ parts }: StatementClause): boolean {
  return parts.some(({ marks }) => marks.has("unable") && !marks.has("none"));
}

/** Whether a clause promises an action: "I will", 我会. */
function promises({ parts }: StatementClause): boolean {
  return parts.some(
    (part) => !part.possible && !playsRole(part, "forMe") && (part.marks.has("own") || part.marks.has("self")),
  );
}

/** Whether a clause presupposes a state, or gives one beside something only possible: "one higher than what it is on now". */
function presumesState({ parts }: StatementClause): boolean {
  // "There is no oven connected that I can control": a missing device has no state.
  const states = parts.filter(({ predicate, marks }) => predicate?.kind === "state" && !marks.has("linking"));
  const possible = parts.some((part) => part.possible && !states.includes(part));
  return states.some((part) => part.presumed || (possible && !part.possible));
}

/** Whether a clause names something of a home or points to it by a pronoun. */
function mentionsHome(clause: StatementClause): boolean {
  return (
    namesHome(clause) || clause.parts.some((part) => !part.possible && POINTING.some((role) => playsRole(part, role)))
  );
}

/** Whether a clause names something of a home or the whole home. */
function isAboutHome(clause: StatementClause): boolean {
  return namesHome(clause) || clause.parts.some((part) => playsRole(part, "home") || playsRole(part, "everything"));
}

function namesHome({ parts }: StatementClause): boolean {
  return parts.some(
    ({ home, lex }) =>
      (home !== null && home.devices.length + home.parts.length + home.rooms.length + home.props.length > 0) ||
      (lex !== null && lex.kinds.length + lex.props.length + lex.rooms.length > 0),
  );
}

const POINTING = ["it", "them", "here", "there", "home", "everything", "timer", "alarm", "remind"] as const;

function hasUnknown({ parts }: StatementClause): boolean {
  return parts.some(isUnlistedWord);
}

/** Whether a clause says something about this home or about the request. */
function pointsHome(clause: StatementClause, { said }: PersonRequest): boolean {
  return (
    mentionsHome(clause) ||
    clause.parts.some((part) => {
      const { measure, predicate, possible } = part;
      if (predicate?.kind === "done") return true;
      // "Until two, poor thing" repeats the person's own number.
      if (possible || (measure !== null && repeatsNumber(said, part))) return false;
      return measure !== null || (predicate !== null && !predicate.weak);
    })
  );
}

/**
 * Whether a clause asks, or denies an action or a thing of the home. "You won't oversleep" denies neither.
 */
export function deniesOrAsks(clause: StatementClause): boolean {
  const { parts, question } = clause;
  if (question || parts.some(({ marks }) => marks.has("unable") || marks.has("failing"))) return true;
  if (deniesDoing([clause]) && parts.some(({ marks }) => marks.has("none"))) return true;
  const denies = parts.some((part) => part.marks.has("none") || DENYING.some((role) => playsRole(part, role)));
  return denies && parts.some((part) => isOfDeeds(part) || namesThing(part) || (part.home?.rooms.length ?? 0) > 0);
}

const DENYING = ["not", "no", "only"] as const;

function isOfDeeds({ predicate, lex }: ClausePart): boolean {
  return predicate?.kind === "deed" || predicate?.kind === "done" || (lex?.acts.length ?? 0) > 0;
}

/** Whether the speaker denies an action: "I have changed nothing", 我什么都没动. */
function deniesDoing(clauses: readonly StatementClause[]): boolean {
  return clauses.some(
    ({ parts }) =>
      parts.some(({ marks }) => marks.has("self")) &&
      parts.some((part) => playsRole(part, "not") || playsRole(part, "no") || part.marks.has("none")),
  );
}
