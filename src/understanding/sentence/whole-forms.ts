import type { SentenceDecision } from "../decision/decide.ts";
import type { DialogueContext } from "../ground/context.ts";
import { isRecurring } from "../parse/time/time-expression.ts";
import { boundedSentences, mayBound } from "../plans/bounded-sentences.ts";
import { slowScene } from "./slow-scene.ts";
import { whenDone } from "./when-done.ts";

/**
 * Decides sentences by their form as a whole, before their parts are read: a rule with bounds, a command that waits for
 * another to finish, a scene with a duration. Null for other sentences.
 * @param on decides a part of the sentence
 */
export function wholeForm(
  said: string,
  on: (part: string) => SentenceDecision,
  context: DialogueContext,
): SentenceDecision | null {
  const bounded = mayBound(said) ? withBounds(said, context, on, MOST_BOUNDS) : null;
  return bounded ?? whenDone(said, on, context) ?? slowScene(said, on, context);
}

/** A rule has at most this many bounds in one sentence. */
const MOST_BOUNDS = 2;

/** Reads a rule and adds its bounds: "every day at seven open the curtain, but not in summer". */
function withBounds(
  said: string,
  context: DialogueContext,
  on: (part: string) => SentenceDecision,
  most: number,
): SentenceDecision | null {
  for (const { rest, bound } of boundedSentences(said, context)) {
    const more = most > 1 && mayBound(rest) ? withBounds(rest, context, on, most - 1) : null;
    const decision = more ?? on(rest);
    if (decision.kind === "hand-on" || decision.understanding.kind !== "plan") continue;
    const { understanding } = decision;
    const [step, ...others] = understanding.steps;
    if (step === undefined || others.length > 0) continue;
    const rings = step.kind === "timer" && step.intent.op === "ring" && isRecurring(step.intent.when);
    if (rings || step.kind === "whenever" || (step.kind === "later" && isRecurring(step.when))) {
      const steps = [{ ...step, bounds: [bound, ...(step.bounds ?? [])] }];
      return { ...decision, understanding: { ...understanding, steps } };
    }
  }
  return null;
}
