import type { DeviceId } from "../../home/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { deniesPresent, statesAbsence } from "./absence.ts";
import { unsaidAddress } from "./addresses.ts";
import { isAcknowledgement, isBareAnswer, isTrueAnswer } from "./bare-answers.ts";
import { claimsAboutHome } from "./claims.ts";
import type { StatementClause } from "./clause.ts";
import {
  asksOnly,
  asserts,
  isAlarm,
  isDenial,
  isHomeReport,
  isOpen,
  isOwnDeed,
  isReported,
  isSmallTalk,
  measures,
  measuresNow,
} from "./clause-kinds.ts";
import { contradictsDone, isCovered } from "./coverage.ts";
import { checkWishStatement } from "./earlier-wishes.ts";
import type { Evidence } from "./evidence.ts";
import { isStayWord, statesInaction } from "./inaction.ts";
import { joinClauses } from "./joined-clauses.ts";
import { checkLimit } from "./limits.ts";
import { claimSignsOf } from "./marks.ts";
import { mentionedDevices } from "./mentioned-devices.ts";
import { parseClauses } from "./parse-clauses.ts";
import { checkPastStatement } from "./past-statements.ts";
import { asksWhen, isTruePlanStatement, statesSchedule } from "./plan-statements.ts";
import { deniesOrAsks, impliesDeed, isPlausible, reassures } from "./plausibility.ts";
import { type PersonRequest, requestOf } from "./request.ts";
import { sentencesOf } from "./sentences.ts";

/** Decides for each sentence of a model whether it may be shown to a person. */
export class StatementJudge {
  readonly #index: HomeIndex;

  /** @param index the names of the home; its owner keeps it current */
  constructor(index: HomeIndex) {
    this.#index = index;
  }

  /** Classifies a person's sentence. @param answers the last reply was a question */
  requestOf(text: string, earlier: readonly string[] = [], answers = false): PersonRequest {
    return requestOf(text, this.#index, earlier, answers);
  }

  /** Splits a text into what may be told, joined, and the sentences whose claims the evidence does not show. */
  judge(
    text: string,
    request: PersonRequest,
    evidence: Evidence,
  ): { readonly told: string; readonly unshown: string[] } {
    const told: string[] = [];
    const unshown: string[] = [];
    const sentences = sentencesOf(text);
    // "Sure. Which lamp do you mean?": the question makes clear that nothing is done yet.
    const asksBack = request.deed && !request.asks && this.#asksBack(sentences, request);
    for (const [at, sentence] of sentences.entries()) {
      if (asksBack && this.#isBare(sentence, request)) {
        told.push(sentence);
        continue;
      }
      const others = sentences.filter((_, place) => place !== at);
      const neighbours: NeighbourSentences = {
        shown: () => others.some((other) => this.#isShown(other, request, evidence)),
        excused: () => others.some((other) => parseClauses(other, this.#index).some(deniesOrAsks)),
      };
      (this.mayTell(sentence, request, evidence, neighbours) ? told : unshown).push(sentence);
    }
    return { told: told.join(""), unshown };
  }

  /** Whether everything beside bare answers is a question. */
  #asksBack(sentences: readonly string[], request: PersonRequest): boolean {
    const rest = sentences.filter((each) => each.trim() !== "" && !this.#isBare(each, request));
    return rest.length > 0 && rest.every((each) => asksOnly(parseClauses(each, this.#index)));
  }

  #isBare(sentence: string, request: PersonRequest): boolean {
    const clauses = parseClauses(sentence, this.#index);
    return clauses.length > 0 && clauses.every((clause) => isBareAnswer(clause, request));
  }

  /** Whether a sentence states something beyond a bare answer, and the evidence shows it. */
  #isShown(sentence: string, request: PersonRequest, evidence: Evidence): boolean {
    const clauses = parseClauses(sentence, this.#index);
    if (evidence.empty || clauses.every((clause) => isBareAnswer(clause, request))) return false;
    const whole = joinClauses(clauses);
    return (
      whole.every((clause) => isCovered(clause, evidence, request, this.#index)) ||
      isPlausible(sentence, whole, request, evidence, this.#index)
    );
  }

  /**
   * Whether a sentence states about the home only what the evidence shows, and holds no address that could carry data out.
   * @param neighbours checks of the other sentences of the answer
   */
  mayTell(
    sentence: string,
    request: PersonRequest,
    evidence: Evidence,
    neighbours: NeighbourSentences = ALONE,
  ): boolean {
    if (unsaidAddress(sentence, request.said) !== null) return false;
    const clauses = parseClauses(sentence, this.#index);
    // "Okay" after a failed call would claim success.
    if (evidence.failed && this.acknowledges(sentence)) return false;
    if (request.refuses && evidence.outcomes.length === 0) {
      const left = clauses.map((clause) => statesInaction(clause) || this.#staysSo(clause, request, evidence));
      if (left.includes(true) && clauses.every((clause, at) => left[at] || isSmallTalk(clause))) return true;
    }
    const whole = joinClauses(clauses);
    if (whole.some((clause) => deniesPresent(clause, this.#index) || this.#deniesDone(clause, evidence))) return false;
    const past = evidence.causes ? null : checkPastStatement(sentence, whole, request, evidence, this.#index);
    if (past !== null) return past;
    const shown = !evidence.empty && whole.every((clause) => isCovered(clause, evidence, request, this.#index));
    const wished = whole.map((clause) => checkWishStatement(clause, request, evidence, this.#index));
    if (request.kind !== "text" && wished.every((each) => each === true)) return true;
    const planned = evidence.plans.length > 0 && !evidence.called;
    if (planned && isTruePlanStatement(whole, evidence.plans, this.#index)) return true;
    if (planned && (request.ofPlan || asksWhen(request)) && whole.some(statesSchedule)) return false;
    // After a tool call every answer is about the home.
    const named = evidence.outside && this.devicesIn(sentence, evidence).size > 0;
    const ofHome = evidence.called || named || (request.ofPlan && evidence.plans.length > 0);
    const kind = ofHome && request.kind !== "text" ? "home" : request.kind;
    switch (kind) {
      case "text":
        return shown || !(isHomeReport(clauses, kind) || claimsAboutHome(sentence, clauses, request));
      case "general":
        if (!shown && !evidence.empty && whole.some(measuresNow))
          return isPlausible(sentence, whole, request, evidence, this.#index);
        return (
          shown || !(isHomeReport(clauses, kind) || whole.some(isAlarm) || claimsAboutHome(sentence, clauses, request))
        );
      case "talk":
        return (
          shown ||
          // "So when is all that?" may ask about the home.
          (request.asks && isPlausible(sentence, whole, request, evidence, this.#index)) ||
          !(
            clauses.some((clause) => (asserts(clause) || measures(clause)) && !statesAbsence(clause, this.#index)) ||
            claimsAboutHome(sentence, clauses, request)
          )
        );
      case "home": {
        const sure = shown && !whole.some(({ parts }) => parts.some((part) => part.possible && part.predicate));
        const offers = whole.every(({ parts }) => parts.some(({ possible }) => possible));
        if (wished.includes(false)) return false;
        const limits = whole.map((clause) => checkLimit(clause, request, evidence, this.#index));
        if (limits.includes(false)) return false;
        if (
          !sure &&
          !limits.includes(true) &&
          !wished.includes(true) &&
          impliesDeed(whole, request, evidence) &&
          !(offers && neighbours.excused())
        )
          return false;
        if (!shown && reassures(whole, request) && !neighbours.shown()) return false;
        const plausible = !shown && isPlausible(sentence, whole, request, evidence, this.#index);
        return (
          this.#answers(clauses, { request, evidence, shown: shown || plausible, neighboursShown: neighbours.shown }) &&
          (shown || plausible || asksOnly(clauses) || whole.every((clause) => this.#stands(clause, request, evidence)))
        );
      }
      default:
        return kind satisfies never;
    }
  }

  /** Whether a sentence only acknowledges: "okay", "all set". */
  acknowledges(sentence: string): boolean {
    const clauses = parseClauses(sentence, this.#index);
    return clauses.length > 0 && clauses.every(isAcknowledgement);
  }

  /**
   * Whether a sentence says what cannot be done or is not known, and otherwise only what the evidence shows. Plans for later ("so
   * it closes every evening") pass, because the home reads them back itself.
   */
  isCaveat(sentence: string, request: PersonRequest, evidence: Evidence): boolean {
    if (unsaidAddress(sentence, request.said) !== null) return false;
    const clauses = parseClauses(sentence, this.#index);
    if (!clauses.some(({ parts, question }) => !question && parts.some(({ marks }) => marks.has("unable"))))
      return false;
    if (claimSignsOf(sentence).size > 0) return false;
    return clauses.every(
      (clause) => isOpen(clause) || isCovered(clause, evidence, request, this.#index) || !clause.parts.some(isReported),
    );
  }

  /** The devices about which a text denies something; `any`: it denies something of anything. */
  deniedIn(text: string, evidence: Evidence): { readonly devices: ReadonlySet<DeviceId>; readonly any: boolean } {
    const devices = new Set<DeviceId>();
    let any = false;
    for (const sentence of sentencesOf(text)) {
      let last: readonly DeviceId[] = [];
      for (const { parts } of parseClauses(sentence, this.#index)) {
        const mentioned = mentionedDevices(parts, evidence, this.#index) ?? [];
        if (mentioned.length > 0) last = mentioned.map(({ device }) => device.id);
        if (!parts.some(isDenial)) continue;
        any = true;
        for (const id of last) devices.add(id);
      }
    }
    return { devices, any };
  }

  /** Whether a text has all numbers of a sentence of the home, and the sentence has any. */
  repeats(text: string, sentence: string): boolean {
    const numbers = (of: string) => of.match(/\d+/gu) ?? [];
    const said = new Set(numbers(text));
    const wanted = numbers(sentence);
    return wanted.length > 0 && wanted.every((each) => said.has(each));
  }

  /** Whether a clause states nothing, or something true. */
  #stands(clause: StatementClause, request: PersonRequest, evidence: Evidence): boolean {
    if (deniesPresent(clause, this.#index) || this.#isOtherwise(clause, request, evidence)) return false;
    // "I turned it on" is false where it was on before.
    if (!clause.question && evidence.outcomes.length === 0 && clause.parts.some(isOwnDeed)) return false;
    if (isOpen(clause) || statesAbsence(clause, this.#index)) return true;
    return !evidence.empty && isCovered(clause, evidence, request, this.#index);
  }

  /** Whether a clause truly says how something stays: "the fan stays off", 空调就继续关着. */
  #staysSo({ parts, question }: StatementClause, request: PersonRequest, evidence: Evidence): boolean {
    const kept = parts.filter((part) => !isStayWord(part) && !part.marks.has("self"));
    if (question || !parts.some(isStayWord) || evidence.empty) return false;
    return (
      kept.some(({ predicate }) => predicate?.kind === "state") &&
      isCovered({ parts: kept, question }, evidence, request, this.#index)
    );
  }

  /** Whether a possible state contradicts the evidence: "it should be off" where it is on. */
  #isOtherwise({ parts, question }: StatementClause, request: PersonRequest, evidence: Evidence): boolean {
    if (question || !parts.some(({ possible, predicate }) => possible && predicate?.kind === "state")) return false;
    const stated = parts.map((part) => ({ ...part, possible: false }));
    return isCovered({ parts: stated, question }, evidence, request, this.#index, "opposite");
  }

  /** Whether the bare yes or no in a sentence is true. */
  #answers(
    clauses: readonly StatementClause[],
    { request, evidence, shown, neighboursShown }: BareAnswerContext,
  ): boolean {
    const bare = clauses.filter((clause) => isBareAnswer(clause, request));
    if (bare.length === 0) return true;
    const said = bare.length < clauses.length ? shown || clauses.some(({ question }) => question) : neighboursShown();
    const tells = clauses.some(({ parts }) =>
      parts.some(({ measure, predicate, possible }) => !possible && (measure !== null || predicate?.kind === "state")),
    );
    return bare.every((clause) => isTrueAnswer(clause, said, request, evidence, this.#index, tells));
  }

  /** Whether a clause denies an action that was done: "I could not turn on the fan". */
  #deniesDone(clause: StatementClause, evidence: Evidence): boolean {
    if (clause.question || evidence.outcomes.length === 0 || !clause.parts.some(isDenial)) return false;
    return contradictsDone(clause, evidence, this.#index);
  }

  /** The devices that a text makes statements about; questions do not count. */
  devicesIn(text: string, evidence: Evidence): ReadonlySet<DeviceId> {
    const ids = new Set<DeviceId>();
    for (const { parts, question } of parseClauses(text, this.#index)) {
      if (question) continue;
      for (const { device } of mentionedDevices(parts, evidence, this.#index) ?? []) ids.add(device.id);
    }
    return ids;
  }
}

/** Checks of the other sentences of an answer; computed when needed. */
export interface NeighbourSentences {
  /** One of them states something that the evidence shows. */
  readonly shown: () => boolean;
  /** One of them denies something or asks. */
  readonly excused: () => boolean;
}

const ALONE: NeighbourSentences = { shown: () => false, excused: () => false };

interface BareAnswerContext {
  readonly request: PersonRequest;
  readonly evidence: Evidence;
  /** The evidence shows everything in the sentence. */
  readonly shown: boolean;
  readonly neighboursShown: () => boolean;
}
