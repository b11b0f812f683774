import type { DeviceId } from "../../home/index.ts";
import type { HomeIndex } from "../local/index/home-index.ts";
import { is } from "../local/parse/items.ts";
import { unsaidAddress } from "./addresses.ts";
import { type Clause, clausesOf, type Part } from "./clauses.ts";
import { isCovered, mentionedBy } from "./covered.ts";
import type { Evidence } from "./evidence.ts";
import { isAsking, isOfHome, type Request, requestOf } from "./request.ts";
import { sentencesOf } from "./sentences.ts";

/** Decides of each sentence of a model whether a person may be told it. */
export class Judge {
  readonly #index: HomeIndex;

  /** @param index the names of the home, kept up to date by whoever owns it */
  constructor(index: HomeIndex) {
    this.#index = index;
  }

  requestOf(text: string, earlier: readonly string[] = []): Request {
    return requestOf(text, this.#index, earlier);
  }

  /** The sentences of a text that may be told, and those that state what nothing shows. */
  judge(text: string, request: Request, evidence: Evidence): { readonly told: string; readonly unshown: string[] } {
    const told: string[] = [];
    const unshown: string[] = [];
    const sentences = sentencesOf(text);
    const hollow = sentences.filter((sentence) => this.#isHollow(sentence));
    const answers = hollow.length > 0 && this.#answersUnshown(hollow, sentences, request, evidence) ? hollow : [];
    for (const sentence of sentences) {
      const tells = !answers.includes(sentence) && this.mayTell(sentence, request, evidence);
      (tells ? told : unshown).push(sentence);
    }
    return { told: told.join(""), unshown };
  }

  /** Whether a sentence states nothing of the home but what the turn has shown, and carries nothing of it away. */
  mayTell(sentence: string, request: Request, evidence: Evidence): boolean {
    if (unsaidAddress(sentence, request.said) !== null) return false;
    const clauses = clausesOf(sentence, this.#index);
    const shown = !evidence.empty && clauses.every((clause) => isCovered(clause, evidence, request, this.#index));
    // Whoever looks something up in the home, or does something with it, speaks of the home.
    const kind = evidence.called && request.kind !== "text" ? "home" : request.kind;
    switch (kind) {
      case "text":
      case "general":
        return shown || !isReport(clauses, kind);
      case "talk":
        return shown || !clauses.some(asserts);
      case "home":
        return shown || asksOnly(clauses) || clauses.every(isOpen);
      default:
        return kind satisfies never;
    }
  }

  /** Words that mean something only as an answer: "Yes, it is.", 好的。 */
  #isHollow(sentence: string): boolean {
    const clauses = clausesOf(sentence, this.#index);
    return clauses.length > 0 && clauses.every((clause) => !clause.question && isHollow(clause));
  }

  /**
   * Whether hollow sentences say of this home what nothing shows: as an answer to a question they state what it asks, and
   * as an answer to a wish that it is done or will be.
   */
  #answersUnshown(
    hollow: readonly string[],
    sentences: readonly string[],
    request: Request,
    evidence: Evidence,
  ): boolean {
    if (request.kind !== "home") return false;
    if (request.asked.length === 0) {
      const done = evidence.outcomes.length > 0 && evidence.allGood;
      return request.deed && !done && sentences.every((each) => each.trim() === "" || hollow.includes(each));
    }
    const stated = sentences.some((each) => !hollow.includes(each) && this.#isShown(each, request, evidence));
    if (stated) return false;
    // What the question brings is no evidence of what it asks.
    const bare = { ...request, words: new Set<string>() };
    const denies = hollow.some((each) => clausesOf(each, this.#index).some(({ parts }) => parts.some(isDenial)));
    return denies || !request.asked.every((clause) => isCovered(clause, evidence, bare, this.#index));
  }

  #isShown(sentence: string, request: Request, evidence: Evidence): boolean {
    const clauses = clausesOf(sentence, this.#index);
    return !evidence.empty && clauses.every((clause) => isCovered(clause, evidence, request, this.#index));
  }

  /** The devices that a text names. */
  devicesIn(text: string, evidence: Evidence): ReadonlySet<DeviceId> {
    const ids = new Set<DeviceId>();
    for (const { parts } of clausesOf(text, this.#index)) {
      for (const { device } of mentionedBy(parts, evidence, this.#index) ?? []) ids.add(device.id);
    }
    return ids;
  }
}

/** A report as a home gives it: said of something, now, in words that a home is spoken of with and no others. */
function isReport(clauses: readonly Clause[], kind: "text" | "general"): boolean {
  const parts = clauses.flatMap((clause) => clause.parts);
  if (clauses.some(({ question }) => question) && clauses.length === 1) return false;
  if (parts.some(({ marks }) => marks.has("narrated"))) return false;
  const mentions = parts.some((part) => isOfHome(part) && part.predicate === null);
  const own = parts.some(({ marks }) => marks.has("yours"));
  // In a joke "your front door" is this one; whoever explains says it of anybody's.
  const names =
    kind === "text" ? mentions : parts.some(({ home }) => home !== null && home.devices.length + home.rooms.length > 0);
  const self = parts.some(({ marks }) => marks.has("self"));
  const states = parts.some((part) => isStating(part, mentions));
  if (own && (names || (self && states))) return true;
  return states && parts.every((part) => isKnown(part));
}

function isKnown({ lex, home, measure, marks, predicate }: Part): boolean {
  return lex !== null || home !== null || measure !== null || predicate !== null || marks.has("small");
}

/** Whether a clause says that something of the home is so, was done or will be. */
function asserts({ parts, question }: Clause): boolean {
  if (question) return false;
  if (parts.some(({ marks, possible }) => marks.has("own") && !possible)) return true;
  const mentions = parts.some((part) => isOfHome(part) && part.predicate === null);
  return parts.some(
    (part) => isStating(part, mentions) || (!part.possible && part.predicate === null && isOfHome(part)),
  );
}

/** @param mentions something of a home is named: then small words count as well, "the lamp is on" */
function isStating({ predicate, possible }: Part, mentions: boolean): boolean {
  return predicate !== null && (mentions || !predicate.weak) && !possible;
}

/** A sentence that is one question. What stands before its last clause is stated all the same: "it is locked, isn't it?". */
function asksOnly(clauses: readonly Clause[]): boolean {
  const last = clauses.at(-1);
  return last?.question === true && clauses.slice(0, -1).every((clause) => isOpen(clause) || isAsking(clause));
}

/** Nothing in it has a meaning of its own. */
function isHollow({ parts }: Clause): boolean {
  return parts.every(({ marks, lex, home, measure, predicate }) => {
    const named = (home?.devices.length ?? 0) + (home?.rooms.length ?? 0) + (lex?.kinds.length ?? 0) > 0;
    return (
      !named && measure === null && predicate === null && !marks.has("unable") && (marks.has("small") || lex !== null)
    );
  });
}

function isDenial(part: Part): boolean {
  return is(part, "no") || is(part, "not");
}

/** "No one", 没有人: small words that say how something is. */
function isSmallState({ marks, lex, predicate, possible }: Part): boolean {
  const listed =
    lex !== null && lex.listed.length > 0 && lex.roles.length === 0 && (marks.has("small") || marks.has("unable"));
  return !possible && (listed || (predicate?.kind === "state" && !predicate.weak));
}

/** It says that something can't be done, or offers or wishes it. */
function isOpen({ parts }: Clause): boolean {
  if (parts.some(isSmallState)) return false;
  if (parts.some(({ marks }) => marks.has("unable")))
    return !parts.some(({ predicate }) => predicate?.kind === "state" && !predicate.weak);
  if (!parts.some(({ possible }) => possible))
    return parts.every(({ marks, lex }) => marks.has("small") || isPlain(lex));
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

function isPlain(lex: Part["lex"]): boolean {
  return lex?.roles.includes("filler") ?? false;
}
