import { decisionLimit, type ScoredInterpretation, type SentenceDecision } from "./decision/decide.ts";
import type { DialogueContext } from "./ground/context.ts";
import type { Frame } from "./parse/frame.ts";
import type { Item } from "./parse/items.ts";
import { segment } from "./parse/segment.ts";
import type { Understanding } from "./plan.ts";
import type { Feature } from "./readings/features.ts";
import { type InterpretationScope, leftAsideItems } from "./readings/interpretation.ts";
import { contributionsOf } from "./readings/score.ts";
import { normalise, tokenise } from "./text/tokens.ts";
import { decideSentence } from "./understand.ts";
import { type UtterancePart, utterancePartsOf } from "./utterance/parts.ts";

/** How a sentence was understood, stage by stage. */
export interface SentenceExplanation {
  readonly parts: readonly UtterancePart[];
  readonly decision: SentenceDecision;
  /** The confidence needed to act; null when there is nothing to decide. */
  readonly needed: number | null;
  /** The readings with a meaning, most probable first. */
  readonly readings: readonly ExplainedReading[];
}

export interface ExplainedReading {
  readonly way: InterpretationScope;
  readonly probability: number;
  /** The phrases that were read, in order. */
  readonly read: readonly string[];
  /** The phrases that were left out. */
  readonly aside: readonly string[];
  readonly understanding: Understanding;
  /** The features behind its probability, in log-odds, largest first. */
  readonly because: readonly { readonly feature: Feature; readonly weight: number }[];
}

/** Decides as `decide` does, and explains each stage. Pure: nothing is changed. */
export function explainSentence(text: string, context: DialogueContext, previous: Frame | null): SentenceExplanation {
  const decision = decideSentence(text, context, previous);
  const source = normalise(text);
  const items = segment(tokenise(source), source, context.index);
  const [best] = decision.readings;
  return {
    parts: utterancePartsOf(items, source),
    decision,
    needed: best ? decisionLimit(best) : null,
    readings: decision.readings.map(explained),
  };
}

function explained(reading: ScoredInterpretation): ExplainedReading {
  const { way, probability, items, understanding, features } = reading;
  return {
    way,
    probability,
    read: items.map(phrase),
    aside: leftAsideItems(reading).map(phrase),
    understanding,
    because: contributionsOf(features),
  };
}

function phrase({ said }: Item): string {
  return said;
}
