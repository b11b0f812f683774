import type { Confirmation, DeviceId, Home, Outcome } from "../../home/index.ts";
import { succeeded } from "../../home/index.ts";
import { type Language, messages, packOf, textOf, turnText } from "../../language/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { lastOutcomes, outcomeSentences, questionFor } from "../replies/outcomes.ts";
import { readSentences } from "../replies/reads.ts";
import type { UntriedPart } from "../replies/untried-parts.ts";
import { unsaidAddress } from "../statements/addresses.ts";
import type { Evidence } from "../statements/evidence.ts";
import type { StatementJudge } from "../statements/judge.ts";
import type { PersonRequest } from "../statements/request.ts";
import { saysName } from "../wishes/mentions.ts";
import type { LoopResult, PrematureEnd } from "./loop-contract.ts";

/** The result of a turn and its inputs, for the reply. */
export interface FinishedTurn {
  readonly result: LoopResult;
  readonly request: PersonRequest;
  readonly evidence: Evidence;
  readonly language: Language;
}

/** What the composition of a reply needs. */
export interface ReplyParts {
  readonly home: Home;
  readonly index: HomeIndex;
  readonly judge: StatementJudge;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Most failures in a reply. */
const MOST_FAILURES = 5;

/**
 * Composes the reply: the model's own words where the evidence shows what they state, with all effects that they leave out;
 * otherwise sentences about the outcomes and reads, and the reason of the end.
 */
export function replyOf(turn: FinishedTurn, confirmation: Confirmation | null, parts: ReplyParts): string {
  const { home, judge } = parts;
  const { result, language } = turn;
  const { end, outcomes, sentences, failures, caveats } = result;
  const { grammar, messages: words } = packOf(language);
  const happened = grammar.sentences([...inTurn(outcomes, sentences, home, language)]);
  const told = failures.slice(0, MOST_FAILURES).map((each) => each.sentence);
  switch (end.kind) {
    case "said":
    case "answered": {
      const own = ownWords(turn, end, happened);
      if (own === "") {
        if (happened !== "" || told.length > 0) return grammar.sentences([...caveats, happened, ...told]);
        return shown(turn, parts) || words.turn[nothing(turn, end)];
      }
      const beside = untold(own, turn, judge);
      const rest = [outcomeSentences(home, beside.outcomes, language), ...beside.sentences, ...beside.failures];
      // "Done." before a list of effects is redundant.
      const mine = judge.acknowledges(own) && rest.some((each) => each !== "") ? "" : own;
      return grammar.sentences([...caveats.filter((each) => !own.includes(each)), mine, ...rest]);
    }
    case "asking": {
      const questions = [
        ...(confirmation ? [questionFor(home, confirmation, language)] : []),
        ...end.approvals.map(({ question }) => question),
      ];
      const read = readSentences(home, parts.index, end.reads, language, parts.now);
      const broken = end.broken ? brokenText(end.broken, true, language) : "";
      return grammar.sentences([...caveats, happened, read, ...told, broken, ...questions, ...end.alongside]);
    }
    case "cancelled":
      return grammar.sentences([happened, ...told, words.turn.cancelled]);
    case "spent":
    case "late":
      return grammar.sentences([happened, ...told, brokenText(end, true, language)]);
    case "failed": {
      // An empty answer after success is no failure: the outcomes are the answer.
      if (end.failure.kind === "empty" && happened !== "") return grammar.sentences([...caveats, happened, ...told]);
      return grammar.sentences([happened, ...told, brokenText(end, happened !== "", language)]);
    }
    default:
      return end satisfies never;
  }
}

/** The effects of a turn: sentences about outcomes, and those of tools. */
function inTurn(outcomes: readonly Outcome[], sentences: readonly string[], home: Home, language: Language): string[] {
  return [outcomeSentences(home, outcomes, language), ...sentences];
}

type Said = Extract<LoopResult["end"], { kind: "said" | "answered" }>;

/** The part of the model's words that may be told; an answer about the home is told whole or not at all. */
function ownWords({ request, result }: FinishedTurn, end: Said, happened: string): string {
  if (end.unshown.length === 0) return end.text;
  // Only sentences with addresses are left out.
  if (end.unshown.every((sentence) => unsaidAddress(sentence, request.said) !== null)) return end.told.trim();
  const { kind } = request;
  const whole = kind === "home" || (kind === "talk" && (happened !== "" || result.reads.length > 0));
  return whole ? "" : end.told.trim();
}

/** The key of the reply where no words of the model may be told and nothing was done or read. */
function nothing({ request }: FinishedTurn, { unshown }: Said) {
  if (request.deed) return "unfounded";
  return unshown.every((sentence) => unsaidAddress(sentence, request.said) !== null) ? "address" : "unsure";
}

interface Untold {
  readonly outcomes: readonly Outcome[];
  readonly sentences: readonly string[];
  readonly failures: readonly string[];
}

/** The effects and failures that the model's words leave out. */
function untold(own: string, { result, evidence }: FinishedTurn, judge: StatementJudge): Untold {
  const { outcomes: all, sentences, failures } = result;
  const outcomes = lastOutcomes(all);
  const named = judge.devicesIn(own, evidence);
  const denied = judge.deniedIn(own, evidence);
  const devices = new Set<DeviceId>([
    ...outcomes.map(({ device }) => device),
    ...failures.flatMap(({ device }) => device ?? []),
  ]);
  // With one device, words without a name can only mean it: "it is on".
  const only = devices.size === 1 && named.size === 0;
  const tells = (outcome: Outcome): boolean => {
    if (!succeeded(outcome)) return denied.devices.has(outcome.device) || (only && denied.any);
    return named.has(outcome.device) || only;
  };
  const isTold = ({ device, name }: UntriedPart) =>
    (device === null ? denied.any && saysWords(own, name) : denied.devices.has(device)) || (only && denied.any);
  return {
    outcomes: outcomes.filter((outcome) => !tells(outcome)),
    sentences: sentences.filter((sentence) => !judge.repeats(own, sentence)),
    failures: failures.filter((miss) => !isTold(miss)).map(({ sentence }) => sentence),
  };
}

/** The reads of the turn in the home's own words. */
function shown({ result, language }: FinishedTurn, { home, index, now }: ReplyParts): string {
  return readSentences(home, index, result.reads, language, now);
}

/** Whether a text contains all words of a name, in any place; true without a name. */
function saysWords(text: string, name = ""): boolean {
  return name.split(/[^\p{L}\p{N}]+/u).every((word) => saysName(text, word) || word === "");
}

/** The sentence about a premature end. @param some something was done before, or is asked */
function brokenText(end: PrematureEnd, some: boolean, language: Language): string {
  const { turn } = messages(language);
  if (end.kind !== "failed") return turn[end.kind];
  // A useless answer and an unreachable model need different words.
  const { ofAnswer, why } = end.failure;
  const key = some ? (ofAnswer ? "noFurtherHelp" : "modelFailed") : ofAnswer ? "noHelp" : "noModel";
  return turnText(key, language, { why: textOf(why, language) });
}
