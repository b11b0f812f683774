import { z } from "zod";
import { message } from "../../language/index.ts";
import { Text } from "../definition/basics.ts";
import { defineAction, PLAIN_ACTION } from "./kind.ts";

/** The run ends. */
export const stopAction = defineAction({
  ...PLAIN_ACTION,
  type: "stop",
  schema: z.strictObject({ type: z.literal("stop"), reason: Text.optional() }),
  example: { type: "stop" },
  words: ({ reason }) => (reason === undefined ? message("actions.stop") : message("actions.stopBecause", { reason })),
});
