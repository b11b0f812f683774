import { z } from "zod";
import { message } from "../../language/index.ts";
import { Target } from "../definition/basics.ts";
import { subjectWords } from "../describe/words.ts";
import { withTarget } from "../references/changes.ts";
import { defineCondition, PLAIN } from "./kind.ts";
import { match, matchDevices } from "./match.ts";

const schema = z.strictObject({
  type: z.literal("availability"),
  target: Target,
  online: z.boolean(),
  match,
});

/** A device is online, or offline. */
export const availabilityCondition = defineCondition({
  ...PLAIN,
  type: "availability",
  schema,
  example: { type: "availability", target: "front-door", online: true },
  check({ target }, field, { devices }) {
    devices.target(target, `${field}.target`);
  },
  words(condition, home) {
    const values = { ...subjectWords(condition.target, condition.match ?? "all", home), lasts: "" };
    return condition.online ? message("states.online", values) : message("states.offline", values);
  },
  evaluate: (condition, context) =>
    matchDevices(condition, context, (device) => (device.online !== false) === condition.online),
  withTargets: withTarget,
});
