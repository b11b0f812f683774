/** Actions that wait: for a time, for a condition, for an event. */
import { z } from "zod";
import { durationPhrase, message } from "../../language/index.ts";
import {
  Condition,
  checkCondition,
  conditionWithPeople,
  conditionWithTargets,
  conditionWords,
  dependsOnTime,
} from "../conditions/index.ts";
import { Duration, toMs } from "../definition/durations.ts";
import { withParts } from "../references/changes.ts";
import { RunEnd } from "../runs/run-end.ts";
import { triggerKindOf, triggerWords, WaitTrigger } from "../triggers/index.ts";
import { TriggerWait } from "../triggers/trigger-wait.ts";
import { defineAction, PLAIN_ACTION } from "./kind.ts";
import type { RunningStep } from "./step.ts";

/** At the timeout: `continue` with the next step, or `stop` the run (when left out). */
const otherwise = z.enum(["continue", "stop"]).optional();
/** How often a wait for a condition that depends on the time checks it, in milliseconds. */
const LOOK_AGAIN_MS = 5_000;

/** A time passes. */
export const waitAction = defineAction({
  ...PLAIN_ACTION,
  type: "wait",
  schema: z.strictObject({ type: z.literal("wait"), for: Duration }),
  example: { type: "wait", for: "5m" },
  words: (action) => message("actions.wait", { duration: durationPhrase(toMs(action.for)) }),
  async run(action, step) {
    const kept = step.takeKept()?.deadline ?? null;
    const deadline = kept ?? step.now() + toMs(action.for);
    // Computed from the deadline, so that the trace has the beginning of the wait also after a restart.
    const at = deadline - toMs(action.for);
    await step.keep({ begun: false, deadline });
    await step.waits.until(deadline, kept !== null);
    step.note(at, "done");
  },
});

/** A condition holds, or comes to hold. */
export const waitUntilAction = defineAction({
  ...PLAIN_ACTION,
  type: "wait-until",
  schema: z.strictObject({ type: z.literal("wait-until"), condition: Condition, timeout: Duration, otherwise }),
  example: { type: "wait-until", condition: { type: "sun", is: "down" }, timeout: "10m" },
  check: ({ condition }, field, check) => checkCondition(condition, `${field}.condition`, check),
  words: (action, { home }) =>
    message("actions.waitUntil", {
      condition: conditionWords(action.condition, home),
      timeout: durationPhrase(toMs(action.timeout)),
      goesOn: action.otherwise === "continue",
    }),
  async run(action, step) {
    const kept = step.takeKept()?.deadline ?? null;
    const first = kept ?? step.now() + toMs(action.timeout);
    const deadline = step.waits.deadline(first, kept !== null);
    const at = first - toMs(action.timeout);
    await step.keep({ begun: false, deadline: first });
    const lookAgain = dependsOnTime(action.condition);
    while (!step.holds(action.condition, "condition")) {
      if (step.now() >= deadline()) return inVain(action, step, at);
      const wake = lookAgain ? Math.min(deadline(), step.now() + LOOK_AGAIN_MS) : deadline();
      await step.waits.untilChange(wake, kept !== null);
    }
    step.note(at, "done");
  },
  dryRun({ condition }, step) {
    step.note(step.holds(condition, "condition") ? message("traces.soAlready") : message("traces.wouldWait"));
    return true;
  },
  withTargets: (action, change) => withParts(action, { condition: conditionWithTargets(action.condition, change) }),
  withPeople: (action, change) => ({ ...action, condition: conditionWithPeople(action.condition, change) }),
});

/** Waits for an event or a change from then on; a state that holds already does not count. */
export const waitForAction = defineAction({
  ...PLAIN_ACTION,
  type: "wait-for",
  schema: z.strictObject({ type: z.literal("wait-for"), trigger: WaitTrigger, timeout: Duration, otherwise }),
  example: {
    type: "wait-for",
    trigger: { type: "event", target: "bedside-switch", event: "remote.click" },
    timeout: "10m",
  },
  check: ({ trigger }, field, check) => triggerKindOf(trigger).check(trigger, `${field}.trigger`, check),
  words: (action, wording) =>
    message("actions.waitFor", {
      happening: triggerWords(action.trigger, wording),
      timeout: durationPhrase(toMs(action.timeout)),
      goesOn: action.otherwise === "continue",
    }),
  async run(action, step) {
    const resume = step.takeKept();
    const kept = resume?.deadline ?? null;
    const first = kept ?? step.now() + toMs(action.timeout);
    const deadline = step.waits.deadline(first, kept !== null);
    const at = first - toMs(action.timeout);
    const awaited = new TriggerWait(action.trigger, () => step.situation(), resume?.begun === true);
    const stop = step.waits.onEvent((event) => awaited.note(event));
    try {
      let known: boolean | null = null;
      while (!awaited.happened) {
        if (step.now() >= deadline()) return inVain(action, step, at);
        // After a restart it must be known whether the state did not hold before.
        const { armed } = awaited;
        if (armed === known) await step.waits.untilChange(deadline(), kept !== null);
        else await step.keep({ begun: armed, deadline: first });
        known = armed;
      }
    } finally {
      stop();
    }
    step.note(at, "done");
  },
  dryRun(_, step) {
    step.note(message("traces.wouldWait"));
    return true;
  },
  withTargets(action, change) {
    const trigger = triggerKindOf(action.trigger).references.withTargets(action.trigger, change);
    return withParts(action, { trigger: trigger as typeof action.trigger });
  },
});

/**
 * Ends a wait at its timeout.
 * @throws RunEnd where the run shall not go on then
 */
function inVain(action: { readonly otherwise?: "continue" | "stop" | undefined }, step: RunningStep, at: number): void {
  step.note(at, "timeout");
  if (action.otherwise !== "continue") throw new RunEnd("stopped", message("traces.inVain"));
}
