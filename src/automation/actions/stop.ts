import { z } from "zod";
import { message } from "../../language/index.ts";
import { Text } from "../definition/basics.ts";
import { RunEnd } from "../runs/run-end.ts";
import { defineAction, PLAIN_ACTION } from "./kind.ts";

/** The run ends. */
export const stopAction = defineAction({
  ...PLAIN_ACTION,
  type: "stop",
  schema: z.strictObject({ type: z.literal("stop"), reason: Text.optional() }),
  example: { type: "stop" },
  words: ({ reason }) => (reason === undefined ? message("actions.stop") : message("actions.stopBecause", { reason })),
  run({ reason }, step) {
    step.note(step.now(), "stopped");
    throw new RunEnd("stopped", reason ?? message("traces.stopStep"));
  },
  dryRun(_, step) {
    step.note();
    return false;
  },
});
