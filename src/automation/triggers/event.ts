import { z } from "zod";
import type { HomeEventOf } from "../../home/index.ts";
import { Address, PropertyValue, Target } from "../definition/basics.ts";
import { eventTriggerWords } from "../describe/events.ts";
import { eventDetail } from "../describe/findings.ts";
import { isInTarget } from "../references/targets.ts";
import { matchesValue } from "../references/value-of.ts";
import { defineDeviceTrigger } from "./device-kind.ts";

const schema = z.strictObject({
  type: z.literal("event"),
  target: Target,
  /** The address of the event: `remote.click`. */
  event: Address,
  /** Only with these arguments, keyed by address. */
  arguments: z.record(z.string(), PropertyValue).optional(),
});

/** A device tells of an event. */
export const eventTrigger = defineDeviceTrigger({
  type: "event",
  schema,
  example: { type: "event", target: "bedside-switch", event: "remote.click" },
  check: (trigger, field, { devices }) => devices.event(trigger, field),
  words: (trigger, { home }) => eventTriggerWords(trigger, home),
  watch: {
    listensTo: ({ event: address }) => ({ kind: "event", address }),
    follows: () => [],
    lasts: () => undefined,
    begin: () => undefined,
    react: (trigger, event) => (event.type === "event-occurred" && argumentsFit(trigger, event) ? "fire" : "nothing"),
    stillSo: () => true,
    detail: (trigger, device) => eventDetail(device, trigger.event),
  },
  happens: {
    schema,
    isSo: () => null,
    hear(trigger, event, home) {
      if (event.type !== "event-occurred" || event.event !== trigger.event) return "nothing";
      return isInTarget(trigger.target, event.device, home) && argumentsFit(trigger, event) ? "happened" : "nothing";
    },
  },
});

/** Whether an event has the arguments that the trigger names. */
function argumentsFit(trigger: z.infer<typeof schema>, event: HomeEventOf<"event-occurred">): boolean {
  return Object.entries(trigger.arguments ?? {}).every(([address, wanted]) => {
    const given = event.arguments.find((argument) => argument.address === address);
    return (
      given !== undefined && (given.value === wanted || matchesValue(event.device, address, given.value, [wanted]))
    );
  });
}
