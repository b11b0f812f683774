import { isSameUnderstanding } from "../equivalence.ts";
import type { Frame } from "../parse/frame.ts";
import type { SentenceStep, Understanding } from "../plan.ts";
import { type FeatureValues, interpretationFeatures } from "../readings/features.ts";
import type { Interpretation } from "../readings/interpretation.ts";
import { probabilityOf } from "../readings/score.ts";
import { mayBeReport, type Risk, riskOf } from "./risk.ts";

/** An interpretation with the probability that it is right. */
export interface ScoredInterpretation extends Interpretation {
  readonly features: FeatureValues;
  readonly probability: number;
}

/** The reason for a decision. */
export type DecisionReason =
  | "certain"
  | "probable"
  | "not certain"
  | "several meanings"
  | "not understood"
  | "too long";

/** The decision on a sentence: act or answer, ask first, or hand it on to the model. */
export interface SentenceDecision {
  readonly kind: "act" | "ask" | "hand-on";
  /** What is done or asked about; unknown if it is handed on. */
  readonly understanding: Understanding;
  /** Probability that it is right, 0 to 1. */
  readonly confidence: number;
  readonly reason: DecisionReason;
  /** The interpretations with a plan, the most probable first. */
  readonly readings: readonly ScoredInterpretation[];
}

/** Least probability for acting, by the cost of a mistake, if every word was read. */
const ACT: Readonly<Record<Risk, number>> = { none: 0, small: 0.25, large: 0.25 };
/** The same if unknown words were left aside; 2: never. */
const ACT_ON_PART: Readonly<Record<Risk, number>> = { none: 0.5, small: 0.8, large: 2 };
/** Least probability for asking first. */
const ASK: Readonly<Record<"whole" | "part", number>> = { whole: 0.15, part: 0.65 };
/** An interpretation that is less probable than the best by this much does not dispute it. */
const NEAR = 0.25;

/** The decision to hand a sentence on without any interpretation. */
export function handOnDecision(reason: DecisionReason): SentenceDecision {
  return { kind: "hand-on", understanding: { kind: "unknown", frames: [] }, confidence: 0, reason, readings: [] };
}

/** The decision on a sentence in a fixed form: one certain step. */
export function certainDecision(step: SentenceStep): SentenceDecision {
  const understanding: Understanding = { kind: "plan", steps: [step], frames: [] };
  return { kind: "act", understanding, confidence: 1, reason: "certain", readings: [] };
}

/** Decides between interpretations; `spelled`: number of corrected words. The first one must be that of the whole utterance. */
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
  // 吹风机太吵了: the words that were left aside may be the topic.
  if (part && understanding.frames.some(isUnnamed)) return handedOn(first, scored, "not certain");
  if (probability >= decisionLimit(best) && !mayBeReport(understanding.steps, best.said)) {
    return { ...decided, kind: "act", reason: part ? "probable" : "certain" };
  }
  if (probability >= ASK[part ? "part" : "whole"] && understanding.steps.every(canBeAsked))
    return { ...decided, kind: "ask", reason: "not certain" };
  return handedOn(first, scored, "not certain");
}

/** Least probability for acting on an interpretation, by the cost of a mistake; 2: never. */
export function decisionLimit(reading: Interpretation): number {
  const { understanding } = reading;
  if (understanding.kind === "unknown") return 2;
  return (isPart(reading) ? ACT_ON_PART : ACT)[riskOf(understanding.steps)];
}

/** Whether a command names neither a target nor a place, or a question not even a property. */
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

/** Whether a step can be described in a question before it is done. */
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
