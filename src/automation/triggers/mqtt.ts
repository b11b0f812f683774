import { z } from "zod";
import { isTopicFilter } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { defineTrigger, NO_REFERENCES } from "./kind.ts";

/** A message of the broker. */
export const mqttTrigger = defineTrigger({
  type: "mqtt",
  schema: z.strictObject({
    type: z.literal("mqtt"),
    /** A topic filter; + and # as in MQTT. */
    topic: z.string().min(1).max(500),
    /** Only when the payload is exactly this text. */
    payload: z.string().max(1000).optional(),
  }),
  example: { type: "mqtt", topic: "a/b", payload: "on" },
  check({ topic }, field, { problems }) {
    if (isTopicFilter(topic)) return;
    problems.add(`${field}.topic`, topic, message("problems.noTopicFilter"), message("problems.topicFilter"));
  },
  completed: (trigger) => trigger,
  words: ({ topic, payload }) =>
    payload === undefined ? message("triggers.anyMessage", { topic }) : message("triggers.message", { topic, payload }),
  goneWords: message("causes.message"),
  references: NO_REFERENCES,
  watch: {
    by: "broker",
    filter: ({ topic }) => topic,
    fits: (trigger, payload) => trigger.payload === undefined || payload === trigger.payload,
  },
});
