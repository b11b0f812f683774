import { doStep } from "../ground/commands.ts";
import { type DeviceTarget, isSameTarget } from "../ground/target.ts";
import type { Frame } from "../parse/frame.ts";
import type { SentenceStep } from "../plan.ts";
import { timedStep } from "./timing.ts";

/**
 * Settles a choice by other steps about the same words: in "set the lamp to 50 percent and the colour to blue" the lamp is
 * the one that can do both.
 */
export function disambiguateBySameWords(steps: readonly SentenceStep[]): readonly SentenceStep[] {
  if (steps.length < 2 || !steps.some(({ kind }) => kind === "ask")) return steps;
  return steps.map((step, at) => {
    if (step.kind !== "ask") return step;
    const others = steps.filter((other, place) => place !== at && isAboutSame(other, step.frame));
    const able = step.options.filter((target) => others.every((other) => mayBe(other, target)));
    const [only, ...more] = able;
    if (others.length === 0 || !only) return step;
    if (more.length > 0) return { ...step, options: able };
    const done = doStep(step.frame, [only]);
    return (step.later ? timedStep(done, step.later.when, step.later.lasting) : done) ?? step;
  });
}

/** Whether a step is about the same words. */
function isAboutSame(step: SentenceStep, { heads, places }: Frame): boolean {
  if (step.kind !== "ask" && step.kind !== "do") return false;
  const { frame } = step;
  const same = frame.heads.length === heads.length && frame.heads.every(({ text }, at) => text === heads[at]?.text);
  const named = heads.length > 0 && heads.every(({ type }) => type === "kind" || type === "devices");
  return named && same && frame.places.length === places.length;
}

function mayBe(step: SentenceStep, target: DeviceTarget): boolean {
  const targets = step.kind === "ask" ? step.options : step.kind === "do" ? step.doings.map((each) => each.target) : [];
  return targets.some((each) => isSameTarget(each, target));
}
