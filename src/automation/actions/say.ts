import { z } from "zod";
import { message } from "../../language/index.ts";
import { Target, Text } from "../definition/basics.ts";
import { withParts } from "../references/changes.ts";
import { defineAction, PLAIN_ACTION } from "./kind.ts";

/** Something is said aloud. */
export const sayAction = defineAction({
  ...PLAIN_ACTION,
  type: "say",
  schema: z.strictObject({
    type: z.literal("say"),
    message: Text,
    /** Speakers; all ways to speak when left out. */
    target: Target.optional(),
  }),
  example: { type: "say", message: "Dinner is ready" },
  check({ target }, field, { devices }) {
    if (target !== undefined) devices.target(target, `${field}.target`);
  },
  words: (action) => message("actions.say", { message: action.message }),
  run: (action, step) => step.once(async (effects) => ({ outcomes: await effects.say(action) })),
  withTargets: (action, change) =>
    action.target === undefined ? action : withParts(action, { target: change(action.target) }),
});
