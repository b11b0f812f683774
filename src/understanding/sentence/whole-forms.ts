import type { SentenceDecision } from "../decision/decide.ts";
import { boundsBeside, mayBound } from "../existing/beside.ts";
import type { Situation } from "../ground/situation.ts";
import { isRecurring } from "../parse/times.ts";
import { slowScene } from "./slowly.ts";
import { whenDone } from "./when-done.ts";

/**
 * What a sentence means by its form as a whole, before its parts are read: a rule with how it is bounded, something that
 * waits until another thing has finished, a scene that takes its time. Null where it has none of these forms.
 *
 * @param on decides what a part of it means
 */
export function wholeForm(
  said: string,
  on: (part: string) => SentenceDecision,
  situation: Situation,
): SentenceDecision | null {
  const bounded = mayBound(said) ? withBounds(said, situation, on, MOST_BOUNDS) : null;
  return bounded ?? whenDone(said, on, situation) ?? slowScene(said, on, situation);
}

/** Bounds that one sentence gives a rule. */
const MOST_BOUNDS = 2;

/** "Every day at seven open the curtain, but not in summer": a rule that is understood without how it is bounded. */
function withBounds(
  said: string,
  situation: Situation,
  on: (part: string) => SentenceDecision,
  most: number,
): SentenceDecision | null {
  for (const { rest, bound } of boundsBeside(said, situation)) {
    const more = most > 1 && mayBound(rest) ? withBounds(rest, situation, on, most - 1) : null;
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
