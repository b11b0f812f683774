import { z } from "zod";
import { message } from "../../language/index.ts";
import { checkModes } from "../check/household.ts";
import { asList, Id } from "../definition/basics.ts";
import { defineCondition, PLAIN } from "./kind.ts";

/** The home is in a mode. */
export const modeCondition = defineCondition({
  ...PLAIN,
  type: "mode",
  schema: z.strictObject({
    type: z.literal("mode"),
    /** Ids of modes; the home is in one of them. */
    is: z.union([Id, z.array(Id).min(1).max(50)]),
  }),
  example: { type: "mode", is: "away" },
  check: ({ is }, field, { modes, problems }) => checkModes(is, modes, `${field}.is`, problems),
  words: ({ is }) => message("conditions.mode", { modes: asList(is) }),
  evaluate({ is }, { mode }) {
    if (mode === null) return { holds: null, detail: message("traces.noModes") };
    return { holds: asList(is).includes(mode), detail: message("conditions.mode", { modes: [mode] }) };
  },
});
