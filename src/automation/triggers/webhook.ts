import { z } from "zod";
import { type MessageKey, message } from "../../language/index.ts";
import { SILENT } from "../runs/run.ts";
import { defineTrigger, NO_REFERENCES } from "./kind.ts";

/** A call from outside: POST /api/webhooks/<key>. */
export const webhookTrigger = defineTrigger({
  type: "webhook",
  schema: z.strictObject({
    type: z.literal("webhook"),
    /** The secret part of the address: POST /api/webhooks/<key>. */
    key: z.string().regex(/^[\w-]{8,100}$/, "definition.key" satisfies MessageKey),
  }),
  example: { type: "webhook", key: "8-to-100-letters" },
  check: () => undefined,
  completed: (trigger) => trigger,
  words: () => message("triggers.webhook"),
  goneWords: message("causes.webhook"),
  references: NO_REFERENCES,
  watch: {
    by: "signal",
    signal: "webhook",
    keys: ({ key }) => [key],
    fits: (trigger, signal) => signal.kind === "webhook" && signal.key === trigger.key,
    detail: () => SILENT,
  },
});
