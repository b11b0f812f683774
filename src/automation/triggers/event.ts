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
    react: (trigger, told) => (told.type === "event-occurred" && argumentsFit(trigger, told) ? "fire" : "nothing"),
    stillSo: () => true,
    detail: (trigger, device) => eventDetail(device, trigger.event),
  },
  happens: {
    schema,
    isSo: () => null,
    hear(happening, told, home) {
      if (told.type !== "event-occurred" || told.event !== happening.event) return "nothing";
      return isInTarget(happening.target, told.device, home) && argumentsFit(happening, told) ? "happened" : "nothing";
    },
  },
});

/** Whether an event has the arguments that the trigger names. */
function argumentsFit(trigger: z.infer<typeof schema>, told: HomeEventOf<"event-occurred">): boolean {
  return Object.entries(trigger.arguments ?? {}).every(([address, wanted]) => {
    const given = told.arguments.find((argument) => argument.address === address);
    return given !== undefined && (given.value === wanted || matchesValue(told.device, address, given.value, [wanted]));
  });
}
