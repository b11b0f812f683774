import type { ClaimSign } from "../../language/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { is } from "../../understanding/parse/items.ts";
import { deniesPresent, isAbsent } from "./absent.ts";
import { type Clause, isStranger, type Part } from "./clause.ts";
import { isCovered } from "./covered.ts";
import type { Evidence } from "./evidence.ts";
import { tellsLimit } from "./limits.ts";
import { signsOf } from "./marks.ts";
import { QUOTED, type Request } from "./request.ts";
import { saysNumber } from "./values.ts";
import { wasWished } from "./wished.ts";

/** Forms that claim that something was done or has become so. */
const CLAIMING: readonly ClaimSign[] = ["deed", "favour", "changed", "perfect"];

/**
 * Whether a sentence about the home claims no deed, and what it states of devices is shown. Its other words may be anything: why
 * something may be so, what cannot be done, advice. Who did something is known by its history alone.
 * @param clauses of the sentence; names that stand alone are joined to what is said of them
 */
export function isPlausible(
  sentence: string,
  clauses: readonly Clause[],
  request: Request,
  evidence: Evidence,
  index: HomeIndex,
): boolean {
  // Where plans were read, what is planned stands there.
  if (
    evidence.causes ||
    ((evidence.told.size > 0 || (request.ofPlan && evidence.plans.length > 0)) && clauses.some(isTimed))
  )
    return false;
  const asksWho = request.clauses.some(({ parts }) => parts.some(({ marks }) => marks.has("questions")));
  if (asksWho && request.clauses.some(isAboutHome) && clauses.some(guessesWho)) return false;
  if (clauses.some(placesUnknown) || clauses.some(presumesState)) return false;
  const wished = clauses.map((clause) => wasWished(clause, request, evidence, index) === true);
  if (claims(sentence, clauses, evidence, wished.includes(true))) return false;
  const limits = clauses.map((clause) => tellsLimit(clause, request, evidence, index));
  const denied = clauses.some(isDenied) || limits.includes(true);
  if (evidence.failed && !denied) return false;
  const points = clauses.some((clause) => pointsHome(clause, request));
  const undone = evidence.outcomes.length === 0;
  // Who wished for something hears of the home that it was not done: "it is cosy now" would say that it was, "I will" that it comes.
  if (!request.asks && undone && !denied && (points || clauses.some(promises))) return false;
  const general = !request.clauses.some(mentionsHome) && request.clauses.some(hasUnknown);
  return clauses.every(
    (clause, at) =>
      clause.question ||
      limits[at] === true ||
      wished[at] ||
      (isUnable(clause) && !deniesPresent(clause, index)) ||
      isAbsent(clause, index) ||
      (general && !mentionsHome(clause)) ||
      isCovered(clause, evidence, request, index, "open"),
  );
}

/** "Rest assured": it answers a question about the home, and says nothing. */
export function reassures(clauses: readonly Clause[], request: Request): boolean {
  if (!request.asks || !request.clauses.some(isAboutHome) || clauses.some(isDenied)) return false;
  return !clauses.some((clause) => pointsHome(clause, request));
}

/**
 * Whether its form says that something was done or has become so, and not that nothing was.
 * @param wished it says that the person has just asked for it, and they have
 */
function claims(sentence: string, clauses: readonly Clause[], evidence: Evidence, wished: boolean): boolean {
  if (evidence.outcomes.length === 0 && deniesDoing(clauses)) return false;
  const signs = signsOf(sentence.replace(QUOTED, " "));
  // "It is closed" is looked at; "the cat is fed" cannot be.
  return (
    CLAIMING.some((sign) => signs.has(sign) && !(wished && sign !== "perfect")) ||
    (signs.has("result") && !clauses.some(statesSomething))
  );
}

/**
 * Whether a sentence speaks of the home to somebody who wished for something, where nothing was done, and neither says so nor
 * asks: "it is cosy now", "the lamp should be off", "I will see to it" would be heard as done.
 */
export function pretends(clauses: readonly Clause[], request: Request, evidence: Evidence): boolean {
  if (request.asks || !request.deed || evidence.outcomes.length > 0 || evidence.told.size > 0) return false;
  if (clauses.some(isDenied)) return false;
  return clauses.some(
    (clause) => pointsHome(clause, request) || clause.parts.some(({ marks }) => marks.has("present")),
  );
}

/** "It was probably Tom", 大概是爸爸吧: who did something only the history tells. */
function guessesWho({ parts, question }: Clause): boolean {
  if (question || parts.some(namesThing)) return false;
  const told = parts.some(({ marks }) => marks.has("narrated")) && parts.some((part) => is(part, "it"));
  return (told && parts.some(isStranger)) || parts.some((part) => is(part, "person") && part.predicate === null);
}

function namesThing({ home, lex }: Part): boolean {
  return (home !== null && home.devices.length + home.parts.length > 0) || (lex?.kinds.length ?? 0) > 0;
}

/** "The sauna is on the balcony": something that the home does not know is somewhere in it. */
function placesUnknown(clause: Clause): boolean {
  const { parts, question } = clause;
  const placed = parts.some(({ home }) => home !== null && home.rooms.length > 0);
  const told = parts.some(({ measure, predicate }) => measure !== null || predicate !== null);
  const named = parts.some(namesThing);
  return placed && !question && !told && !named && !isDenied(clause) && hasUnknown(clause);
}

function isTimed({ parts }: Clause): boolean {
  return parts.some((part) => part.measure !== null || part.predicate?.kind === "plan" || is(part, "automation"));
}

function statesSomething({ parts }: Clause): boolean {
  return parts.some(({ predicate }) => predicate?.kind === "state");
}

/** It says what cannot be: not that there is none of something. */
function isUnable({ parts }: Clause): boolean {
  return parts.some(({ marks }) => marks.has("unable") && !marks.has("none"));
}

/** "I will", 我会: something is to come. */
function promises({ parts }: Clause): boolean {
  return parts.some(
    (part) => !part.possible && !is(part, "forMe") && (part.marks.has("own") || part.marks.has("self")),
  );
}

/** It takes something for so, as in a question, or beside what is only possible: "one higher than what it is on now". */
function presumesState({ parts }: Clause): boolean {
  // "There is no oven connected that I can control": what is not there has no state.
  const states = parts.filter(({ predicate, marks }) => predicate?.kind === "state" && !marks.has("linking"));
  const possible = parts.some((part) => part.possible && !states.includes(part));
  return states.some((part) => part.presumed || (possible && !part.possible));
}

/** It names something of a home, or points to it. */
function mentionsHome(clause: Clause): boolean {
  return namesHome(clause) || clause.parts.some((part) => !part.possible && POINTING.some((role) => is(part, role)));
}

/** It names something of a home, or all of it. */
function isAboutHome(clause: Clause): boolean {
  return namesHome(clause) || clause.parts.some((part) => is(part, "home") || is(part, "everything"));
}

function namesHome({ parts }: Clause): boolean {
  return parts.some(
    ({ home, lex }) =>
      (home !== null && home.devices.length + home.parts.length + home.rooms.length + home.props.length > 0) ||
      (lex !== null && lex.kinds.length + lex.props.length + lex.rooms.length > 0),
  );
}

const POINTING = ["it", "them", "here", "there", "home", "everything", "timer", "alarm", "remind"] as const;

function hasUnknown({ parts }: Clause): boolean {
  return parts.some(isStranger);
}

/** It says something of this home, or of what was wished for. */
function pointsHome(clause: Clause, { said }: Request): boolean {
  return (
    mentionsHome(clause) ||
    clause.parts.some((part) => {
      const { measure, predicate, possible } = part;
      if (predicate?.kind === "done") return true;
      // "Until two, poor thing": the person's own number.
      if (possible || (measure !== null && saysNumber(said, part))) return false;
      return measure !== null || (predicate !== null && !predicate.weak);
    })
  );
}

/**
 * It asks, or says that something was not done, is not so or cannot be. "You won't oversleep" denies nothing of the home: what
 * is denied has to be a deed, or a thing of it.
 */
export function isDenied(clause: Clause): boolean {
  const { parts, question } = clause;
  if (question || parts.some(({ marks }) => marks.has("unable") || marks.has("failing"))) return true;
  if (deniesDoing([clause]) && parts.some(({ marks }) => marks.has("none"))) return true;
  const denies = parts.some((part) => part.marks.has("none") || DENYING.some((role) => is(part, role)));
  return denies && parts.some((part) => isOfDeeds(part) || namesThing(part) || (part.home?.rooms.length ?? 0) > 0);
}

const DENYING = ["not", "no", "only"] as const;

function isOfDeeds({ predicate, lex }: Part): boolean {
  return predicate?.kind === "deed" || predicate?.kind === "done" || (lex?.acts.length ?? 0) > 0;
}

/** "I have changed nothing", 我什么都没动. */
function deniesDoing(clauses: readonly Clause[]): boolean {
  return clauses.some(
    ({ parts }) =>
      parts.some(({ marks }) => marks.has("self")) &&
      parts.some((part) => is(part, "not") || is(part, "no") || part.marks.has("none")),
  );
}
