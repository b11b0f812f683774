import { notTaken, type SentenceDecision } from "../decision/decide.ts";
import { boundsBeside, mayBound } from "../existing/beside.ts";
import type { Situation } from "../ground/situation.ts";
import { ofLanguages } from "../languages.ts";
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

const compares: () => readonly RegExp[] = ofLanguages((languages) => languages.flatMap((each) => each.compares ?? []));

/** "The same temperature as the study": that there is no such setting is no answer to it. */
export function comparing(said: string, decision: SentenceDecision): SentenceDecision {
  const { understanding } = decision;
  if (understanding.kind !== "plan" || !compares().some((pattern) => pattern.test(said.toLowerCase()))) return decision;
  const refused = understanding.steps.some(
    (step) => step.kind === "refuse" || (step.kind === "do" && step.refusals.length > 0),
  );
  return refused ? notTaken("not understood") : decision;
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
