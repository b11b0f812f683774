import type { Confirmation, DeviceId, Home, Outcome } from "../../home/index.ts";
import { succeeded } from "../../home/index.ts";
import { type Language, messages, packOf, textOf, turnText } from "../../language/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { saysName } from "../named.ts";
import type { Miss } from "../replies/not-done.ts";
import { outcomeSentences, questionFor, settled } from "../replies/outcomes.ts";
import { readSentences } from "../replies/reads.ts";
import { unsaidAddress } from "../statements/addresses.ts";
import type { Evidence } from "../statements/evidence.ts";
import type { Judge } from "../statements/judge.ts";
import type { Request } from "../statements/request.ts";
import type { Broken, LoopResult } from "./loop.ts";

/** A turn that has come to its end. */
export interface Ended {
  readonly result: LoopResult;
  readonly request: Request;
  readonly evidence: Evidence;
  readonly language: Language;
}

/** What replies are made with. */
export interface ReplyParts {
  readonly home: Home;
  readonly index: HomeIndex;
  readonly judge: Judge;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** More failures than these are not told one by one. */
const MOST_FAILURES = 5;

/**
 * What a person is told: the model's own words where the turn shows what they state, and beside them all that was done and
 * that they leave out; otherwise what the outcomes and reads show, and why it ended.
 */
export function replyOf(turn: Ended, confirmation: Confirmation | null, parts: ReplyParts): string {
  const { home, judge } = parts;
  const { result, language } = turn;
  const { end, outcomes, sentences, failures, caveats } = result;
  const { grammar, messages: words } = packOf(language);
  const happened = grammar.sentences([...inTurn(outcomes, sentences, home, language)]);
  const told = failures.slice(0, MOST_FAILURES).map((each) => each.told);
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
      // "Done." beside what was done says nothing more.
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
      // Silence after everything worked is no failure: the outcomes are the answer.
      if (end.failure.kind === "empty" && happened !== "") return grammar.sentences([...caveats, happened, ...told]);
      return grammar.sentences([happened, ...told, brokenText(end, happened !== "", language)]);
    }
    default:
      return end satisfies never;
  }
}

/** What tools did, in their own sentences and by the outcomes. */
function inTurn(outcomes: readonly Outcome[], sentences: readonly string[], home: Home, language: Language): string[] {
  return [outcomeSentences(home, outcomes, language), ...sentences];
}

type Said = Extract<LoopResult["end"], { kind: "said" | "answered" }>;

/** What of the model's words may be told; of an answer about the home all of it or nothing. */
function ownWords({ request, result }: Ended, end: Said, happened: string): string {
  if (end.unshown.length === 0) return end.text;
  // Without its addresses all of it is shown.
  if (end.unshown.every((sentence) => unsaidAddress(sentence, request.said) !== null)) return end.told.trim();
  const { kind } = request;
  const whole = kind === "home" || (kind === "talk" && (happened !== "" || result.reads.length > 0));
  return whole ? "" : end.told.trim();
}

/** What is said where nothing of the model's words may be told and nothing was done or read. */
function nothing({ request }: Ended, { unshown }: Said) {
  if (request.deed) return "unfounded";
  return unshown.every((sentence) => unsaidAddress(sentence, request.said) !== null) ? "address" : "unsure";
}

interface Untold {
  readonly outcomes: readonly Outcome[];
  readonly sentences: readonly string[];
  readonly failures: readonly string[];
}

/** What was done, and what came to nothing, that the model's words leave out. */
function untold(own: string, { result, evidence }: Ended, judge: Judge): Untold {
  const { outcomes: all, sentences, failures } = result;
  const outcomes = settled(all);
  const named = judge.devicesIn(own, evidence);
  const denied = judge.deniedIn(own, evidence);
  const devices = new Set<DeviceId>([
    ...outcomes.map(({ device }) => device),
    ...failures.flatMap(({ device }) => device ?? []),
  ]);
  // "It is on": of one device there is nothing else that it could be.
  const only = devices.size === 1 && named.size === 0;
  const tells = (outcome: Outcome): boolean => {
    if (!succeeded(outcome)) return denied.devices.has(outcome.device) || (only && denied.any);
    return named.has(outcome.device) || only;
  };
  const isTold = ({ device, name }: Miss) =>
    (device === null ? denied.any && saysWords(own, name) : denied.devices.has(device)) || (only && denied.any);
  return {
    outcomes: outcomes.filter((outcome) => !tells(outcome)),
    sentences: sentences.filter((sentence) => !judge.repeats(own, sentence)),
    failures: failures.filter((miss) => !isTold(miss)).map(({ told }) => told),
  };
}

/** What was read, as the home tells it. */
function shown({ result, language }: Ended, { home, index, now }: ReplyParts): string {
  return readSentences(home, index, result.reads, language, now);
}

/** Whether a text holds the words of a name, wherever they stand; what has no name is in every text. */
function saysWords(text: string, name = ""): boolean {
  return name.split(/[^\p{L}\p{N}]+/u).every((word) => saysName(text, word) || word === "");
}

/** Why a turn ended before it was through. @param some something was done before, or is asked */
function brokenText(end: Broken, some: boolean, language: Language): string {
  const { turn } = messages(language);
  if (end.kind !== "failed") return turn[end.kind];
  // A model that only gave no usable answer can be used; one that cannot be reached cannot.
  const { ofAnswer, why } = end.failure;
  const key = some ? (ofAnswer ? "noFurtherHelp" : "modelFailed") : ofAnswer ? "noHelp" : "noModel";
  return turnText(key, language, { why: textOf(why, language) });
}
