import { z } from "zod";
import { message } from "../../language/index.ts";
import { Target } from "../definition/basics.ts";
import { Duration } from "../definition/durations.ts";
import { onlineDetail } from "../describe/findings.ts";
import { lastingWords } from "../describe/times.ts";
import { subjectWords } from "../describe/words.ts";
import { defineDeviceTrigger } from "./device-kind.ts";

const schema = z.strictObject({
  type: z.literal("availability"),
  target: Target,
  online: z.boolean(),
  for: Duration.optional(),
});

/** A device goes offline, or comes back. */
export const availabilityTrigger = defineDeviceTrigger({
  type: "availability",
  schema,
  example: { type: "availability", target: "front-door", online: false, for: "5m" },
  check(trigger, field, { devices }) {
    devices.target(trigger.target, `${field}.target`);
  },
  words(trigger, { home }) {
    const { who } = subjectWords(trigger.target, "any", home);
    const values = { who, lasts: lastingWords(trigger.for) };
    return trigger.online ? message("triggers.online", values) : message("triggers.offline", values);
  },
  watch: {
    listensTo: () => ({ kind: "availability", address: null }),
    follows: () => [],
    lasts: (trigger) => trigger.for,
    begin: () => undefined,
    react(trigger, event, { held }) {
      if (event.type !== "availability-changed") return "nothing";
      if ((event.online !== false) !== trigger.online) return "end";
      // The time of its `for` may be over before the device reports again.
      if (held) return "look";
      // The first known state is no change, except offline.
      return event.before === null && trigger.online ? "nothing" : "fire";
    },
    stillSo: (trigger, device) => (device.online === null ? null : device.online === trigger.online),
    detail: (trigger, device, _value, lasted) => onlineDetail(device, trigger.online, lasted),
  },
  happens: {
    schema: schema.omit({ for: true }),
    isSo: (trigger, device) => (device.online === null ? null : device.online === trigger.online),
    hear: (_happening, event) => (event.type === "event-occurred" ? "nothing" : "look"),
  },
});
