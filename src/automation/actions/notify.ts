import { z } from "zod";
import { NOTICE_LEVELS } from "../../home/index.ts";
import { type MessageKey, message } from "../../language/index.ts";
import { checkPersonId } from "../check/household.ts";
import { Text } from "../definition/basics.ts";
import { shownHost } from "../outgoing/verdict.ts";
import { defineAction, PLAIN_ACTION } from "./kind.ts";

/** People are told something. */
export const notifyAction = defineAction({
  ...PLAIN_ACTION,
  type: "notify",
  schema: z.strictObject({
    type: z.literal("notify"),
    message: Text,
    /** The level of the notice; `info` when left out. */
    level: z.enum(NOTICE_LEVELS).optional(),
    /** Ids or names of its receivers; everybody when left out. */
    to: z.array(z.string().trim().min(1).max(200)).min(1).max(50).optional(),
    /** An address that the notice is posted to as JSON, besides the feed. */
    webhook: z
      .url({ protocol: /^https?$/, error: "definition.url" satisfies MessageKey })
      .max(2000)
      .optional(),
  }),
  example: { type: "notify", message: "The washing machine is done" },
  check({ webhook, to }, field, { residents, problems, address }) {
    if (webhook !== undefined) address(webhook, `${field}.webhook`);
    to?.forEach((person, at) => {
      checkPersonId(person, residents, `${field}.to[${at}]`, problems);
    });
  },
  words({ message: text, level = "info", webhook, to = [] }, { home }) {
    const names = to.map((id) => home.personName(id) ?? id);
    return webhook === undefined
      ? message("actions.notify", { message: text, level, to: names })
      : message("actions.notifyTo", { message: text, level, to: names, host: shownHost(webhook) });
  },
  demands: ({ webhook: url }) => (url === undefined ? [] : [{ kind: "address", url }]),
  run: (action, step) =>
    step.once(async (effects) => {
      await effects.notify(action);
      return { outcomes: [] };
    }),
  withPeople: (action, change) =>
    action.to === undefined ? action : { ...action, to: [...new Set(action.to.map(change))] },
});
