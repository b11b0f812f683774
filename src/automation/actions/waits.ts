/** Actions that wait: for a time, for something to be so, for something to happen. */
import { z } from "zod";
import { durationPhrase, message } from "../../language/index.ts";
import {
  Condition,
  checkCondition,
  conditionWithPeople,
  conditionWithTargets,
  conditionWords,
} from "../conditions/index.ts";
import { Duration, toMs } from "../definition/durations.ts";
import { withParts } from "../references/changes.ts";
import { triggerKindOf, triggerWords, WaitTrigger } from "../triggers/index.ts";
import { defineAction, PLAIN_ACTION } from "./kind.ts";

/** What happens at the timeout: go on with the next step, or stop the run (when left out). */
const otherwise = z.enum(["continue", "stop"]).optional();

/** A time passes. */
export const waitAction = defineAction({
  ...PLAIN_ACTION,
  type: "wait",
  schema: z.strictObject({ type: z.literal("wait"), for: Duration }),
  example: { type: "wait", for: "5m" },
  words: (action) => message("actions.wait", { duration: durationPhrase(toMs(action.for)) }),
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
  withTargets: (action, change) => withParts(action, { condition: conditionWithTargets(action.condition, change) }),
  withPeople: (action, change) => ({ ...action, condition: conditionWithPeople(action.condition, change) }),
});

/** Something happens from then on: that it is so already does not count. */
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
  withTargets(action, change) {
    const trigger = triggerKindOf(action.trigger).references.withTargets(action.trigger, change);
    return withParts(action, { trigger: trigger as typeof action.trigger });
  },
});
