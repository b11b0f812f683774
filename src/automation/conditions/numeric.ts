import { z } from "zod";
import { type MessageKey, message } from "../../language/index.ts";
import { Address, Bound, Target } from "../definition/basics.ts";
import { boundWords } from "../describe/follows.ts";
import { boundsWords, propertyOfWords } from "../describe/states.ts";
import { withFollowedBounds, withTarget } from "../references/changes.ts";
import { currentBounds, isBetween } from "../references/value-of.ts";
import { defineCondition, PLAIN } from "./kind.ts";
import { freshState, match, matchDevices } from "./match.ts";

const schema = z
  .strictObject({
    type: z.literal("numeric"),
    target: Target,
    property: Address,
    above: Bound.optional(),
    below: Bound.optional(),
    match,
  })
  .refine(({ above, below }) => above !== undefined || below !== undefined, "definition.bound" satisfies MessageKey);

/** A number lies above a bound, below one, or between two. */
export const numericCondition = defineCondition({
  ...PLAIN,
  type: "numeric",
  schema,
  example: {
    type: "numeric",
    target: "bedroom-thermometer",
    property: "temperature-humidity-sensor.temperature",
    above: 20,
  },
  check(condition, field, { devices }) {
    devices.numeric(condition.target, condition.property, field);
    devices.bounds(condition, field, false);
  },
  words(condition, home) {
    const { target, property, match: subject = "all" } = condition;
    return message("conditions.bounds", {
      what: propertyOfWords(target, property, subject, home),
      bounds: boundsWords(condition, (value) => boundWords(value, target, property, home), false),
    });
  },
  evaluate(condition, context) {
    return matchDevices(condition, context, (device) => {
      const state = freshState(device, condition.property, context.now);
      if (state === null || state === "absent") return state === null ? null : false;
      const bounds = currentBounds(condition, device, context.home, context.now);
      return bounds && typeof state.value === "number" && isBetween(state.value, bounds);
    });
  },
  withTargets: (condition, change) => withFollowedBounds(withTarget(condition, change), change),
});
