import { z } from "zod";
import { message } from "../../language/index.ts";
import { SILENT } from "../runs/run.ts";
import { defineTrigger, NO_REFERENCES } from "./kind.ts";

/** The process starts. */
export const startupTrigger = defineTrigger({
  type: "startup",
  schema: z.strictObject({ type: z.literal("startup") }),
  example: { type: "startup" },
  check: () => undefined,
  completed: (trigger) => trigger,
  words: () => message("triggers.startup"),
  goneWords: message("causes.startup"),
  references: NO_REFERENCES,
  watch: {
    by: "signal",
    signal: "startup",
    keys: () => null,
    fits: (_trigger, signal) => signal.kind === "startup",
    detail: () => SILENT,
  },
});
