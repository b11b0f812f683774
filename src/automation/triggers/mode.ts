import { z } from "zod";
import { message } from "../../language/index.ts";
import { checkModes } from "../check/household.ts";
import { asList, Id } from "../definition/basics.ts";
import { SILENT } from "../runs/run.ts";
import { defineTrigger, NO_REFERENCES } from "./kind.ts";

/** The home comes into a mode. */
export const modeTrigger = defineTrigger({
  type: "mode",
  schema: z.strictObject({
    type: z.literal("mode"),
    /** Ids of modes: one of these begins; any when it is left out. */
    to: z.union([Id, z.array(Id).min(1).max(50)]).optional(),
    /** Only out of one of these. */
    from: z.union([Id, z.array(Id).min(1).max(50)]).optional(),
  }),
  example: { type: "mode", to: "away" },
  check(trigger, field, { modes, problems }) {
    checkModes(asList(trigger.to), modes, `${field}.to`, problems);
    checkModes(asList(trigger.from), modes, `${field}.from`, problems);
  },
  completed: (trigger) => trigger,
  words: (trigger) => message("triggers.mode", { to: asList(trigger.to), from: asList(trigger.from) }),
  goneWords: message("causes.mode"),
  references: NO_REFERENCES,
  watch: {
    by: "signal",
    signal: "mode",
    keys: ({ to }) => (to === undefined ? null : asList(to)),
    fits({ to, from }, signal) {
      if (signal.kind !== "mode") return false;
      const { mode, before } = signal;
      return (to === undefined || asList(to).includes(mode)) && (from === undefined || asList(from).includes(before));
    },
    detail: (_trigger, signal) =>
      signal.kind === "mode" ? message("conditions.mode", { modes: [signal.mode] }) : SILENT,
  },
});
