import { z } from "zod";
import { Address, asList, PropertyValues, Target } from "../definition/basics.ts";
import { Duration, toMs } from "../definition/durations.ts";
import { stateWords } from "../describe/states.ts";
import { withTarget } from "../references/changes.ts";
import { matchesValue } from "../references/value-of.ts";
import { defineCondition, PLAIN } from "./kind.ts";
import { freshState, match, matchDevices } from "./match.ts";

const schema = z.strictObject({
  type: z.literal("state"),
  target: Target,
  property: Address,
  is: PropertyValues,
  match,
  /** For how long it must have held. */
  for: Duration.optional(),
});
type StateCondition = z.infer<typeof schema>;

/** A property has a value. */
export const stateCondition = defineCondition({
  ...PLAIN,
  type: "state",
  schema,
  example: { type: "state", target: "floor-lamp", property: "light.on", is: true },
  check({ target, property, is }, field, { devices }) {
    devices.compared(target, property, asList(is), field, "is");
  },
  words: isWords,
  notWords(condition, home) {
    const { is, match: subject } = condition;
    if (typeof is !== "boolean" || condition.for !== undefined) return null;
    // Not all are on: any is off.
    return isWords({ ...condition, is: !is, match: subject === "any" ? "all" : "any" }, home);
  },
  evaluate(condition, context) {
    const { property, is, for: lasting } = condition;
    return matchDevices(condition, context, (device) => {
      const state = freshState(device, property, context.now);
      if (state === null || state === "absent") return state === null ? null : false;
      if (!matchesValue(device, property, state.value, asList(is))) return false;
      return lasting === undefined || context.now - state.changedAt >= toMs(lasting);
    });
  },
  dependsOnTime: (condition) => condition.for !== undefined,
  withTargets: withTarget,
});

function isWords(condition: StateCondition, home: Parameters<typeof stateWords>[1]) {
  const { target, property, is, match: subject = "all" } = condition;
  return stateWords({ target, property, values: asList(is), held: condition.for, subject, way: "is" }, home);
}
