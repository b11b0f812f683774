import { isSameUnderstanding } from "../equivalence.ts";
import type { Frame } from "../parse/frame.ts";
import type { SentenceStep, Understanding } from "../plan.ts";
import { type FeatureValues, interpretationFeatures } from "../readings/features.ts";
import type { Interpretation } from "../readings/interpretation.ts";
import { probabilityOf } from "../readings/score.ts";
import { mayBeReport, type Risk, riskOf } from "./risk.ts";

/** A reading with how probably it is what was meant. */
export interface ScoredInterpretation extends Interpretation {
  readonly features: FeatureValues;
  readonly probability: number;
}

/** Why a sentence was decided so. */
export type DecisionReason =
  | "certain"
  | "probable"
  | "not certain"
  | "several meanings"
  | "not understood"
  | "too long";

/** What is made of a sentence: done or answered, asked about first, or handed on. */
export interface SentenceDecision {
  readonly kind: "act" | "ask" | "hand-on";
  /** What is done, or asked about; unknown when it is handed on. */
  readonly understanding: Understanding;
  /** How probably it is what was meant, 0 to 1. */
  readonly confidence: number;
  readonly reason: DecisionReason;
  /** The readings that mean something, the most probable first. */
  readonly readings: readonly ScoredInterpretation[];
}

/** From which probability on something is done, by what a mistake costs, where every word was read. */
const ACT: Readonly<Record<Risk, number>> = { none: 0, small: 0.25, large: 0.25 };
/** The same where words that nothing explains were left aside: never what is dear. */
const ACT_ON_PART: Readonly<Record<Risk, number>> = { none: 0.5, small: 0.8, large: 2 };
/** From which on it is asked about. */
const ASK: Readonly<Record<"whole" | "part", number>> = { whole: 0.15, part: 0.65 };
/** A reading this much less probable than the best does not dispute it. */
const NEAR = 0.25;

/** A sentence of which nothing is made. */
export function handOnDecision(reason: DecisionReason): SentenceDecision {
  return { kind: "hand-on", understanding: { kind: "unknown", frames: [] }, confidence: 0, reason, readings: [] };
}

/** What is said in a fixed form has one reading. */
export function certainDecision(step: SentenceStep): SentenceDecision {
  const understanding: Understanding = { kind: "plan", steps: [step], frames: [] };
  return { kind: "act", understanding, confidence: 1, reason: "certain", readings: [] };
}

/** Decides between readings; `spelled`: how many words were put right. The first is that of all that was said. */
export function decideBetween(readings: readonly Interpretation[], spelled: number): SentenceDecision {
  const [first] = readings;
  const able = readings.filter(({ understanding }) => understanding.kind === "plan");
  if (first === undefined || able.length === 0) return handedOn(first, [], "not understood");
  const scored = able.map((reading) => scoredOf(reading, able, spelled)).sort((a, b) => b.probability - a.probability);
  const [best] = scored;
  if (best === undefined || best.understanding.kind !== "plan") return handedOn(first, scored, "not understood");
  const { understanding, probability } = best;
  const disputed = scored.some(
    (each) => each.probability > probability - NEAR && !isSameUnderstanding(each.understanding, understanding),
  );
  if (disputed) return handedOn(first, scored, "several meanings");
  const decided = { understanding, confidence: probability, readings: scored };
  const part = isPart(best);
  // 吹风机太吵了: what was left aside may be what it is about.
  if (part && understanding.frames.some(isUnnamed)) return handedOn(first, scored, "not certain");
  if (probability >= decisionLimit(best) && !mayBeReport(understanding.steps, best.said)) {
    return { ...decided, kind: "act", reason: part ? "probable" : "certain" };
  }
  if (probability >= ASK[part ? "part" : "whole"] && understanding.steps.every(canBeAsked))
    return { ...decided, kind: "ask", reason: "not certain" };
  return handedOn(first, scored, "not certain");
}

/** From which probability on a reading is carried out: by what a mistake would cost. */
export function decisionLimit(reading: Interpretation): number {
  const { understanding } = reading;
  if (understanding.kind === "unknown") return 2;
  return (isPart(reading) ? ACT_ON_PART : ACT)[riskOf(understanding.steps)];
}

/** Whether a command says neither what it is about nor where, or a question not even what of it. */
function isUnnamed({ heads, places, props, asking }: Frame): boolean {
  return heads.length + places.length + (asking === null ? 0 : props.length) === 0;
}

/** Whether words that nothing explains were left aside. */
function isPart({ way }: Interpretation): boolean {
  return way === "loose" || way === "parts" || way === "command";
}

function scoredOf(reading: Interpretation, all: readonly Interpretation[], spelled: number): ScoredInterpretation {
  const disputed = all.some(
    (other) => other !== reading && !isSameUnderstanding(other.understanding, reading.understanding),
  );
  const features = interpretationFeatures(reading, spelled, disputed);
  return { ...reading, features, probability: probabilityOf(features) };
}

/** What can be told in a question before it is done. */
function canBeAsked(step: SentenceStep): boolean {
  return step.kind === "do" && step.refusals.length === 0;
}

function handedOn(
  first: Interpretation | undefined,
  readings: readonly ScoredInterpretation[],
  reason: DecisionReason,
): SentenceDecision {
  const frames = first?.understanding.frames ?? [];
  const confidence = readings[0]?.probability ?? 0;
  return { kind: "hand-on", understanding: { kind: "unknown", frames }, confidence, reason, readings };
}
