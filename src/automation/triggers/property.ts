import { z } from "zod";
import type { Device, Home, HomeEventOf, Phrase, Value } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { Address, asList, PropertyValues, Target } from "../definition/basics.ts";
import { Duration } from "../definition/durations.ts";
import { valueDetail } from "../describe/findings.ts";
import { propertyOfWords, stateWords } from "../describe/states.ts";
import { targetValueWords } from "../describe/words.ts";
import { isInTarget } from "../references/targets.ts";
import { matchesValue, reliableValue } from "../references/value-of.ts";
import { defineDeviceTrigger } from "./device-kind.ts";

const schema = z.strictObject({
  type: z.literal("property"),
  target: Target,
  property: Address,
  /** Only when it becomes this value (any of several). */
  to: PropertyValues.optional(),
  /** Only when it was this value before. */
  from: PropertyValues.optional(),
  /** Only when it stays so for this long; needs `to`. */
  for: Duration.optional(),
});
type PropertyTrigger = z.infer<typeof schema>;
type Becoming = Omit<PropertyTrigger, "for">;

/** A property of a device changes, or becomes a value. */
export const propertyTrigger = defineDeviceTrigger({
  type: "property",
  schema,
  example: { type: "property", target: "front-door", property: "contact-sensor.contact-state", to: true, for: "5m" },
  check(trigger, field, { devices, problems, warnings }) {
    const { target, property: address, to, from, for: lasting } = trigger;
    devices.notified(target, address, field, warnings);
    devices.compared(target, address, asList(to), field, "to");
    devices.compared(target, address, asList(from), field, "from");
    if (lasting !== undefined && to === undefined) {
      problems.add(`${field}.for`, lasting, message("problems.forNeedsTo"), message("problems.addTo"));
    }
  },
  words: (trigger, { home }) => becomesWords(trigger, home),
  watch: {
    listensTo: ({ property: address }) => ({ kind: "property", address }),
    follows: () => [],
    lasts: (trigger) => trigger.for,
    begin: () => undefined,
    react(trigger, event, { held }) {
      if (event.type !== "property-changed") return "nothing";
      const { device, address, value, before } = event;
      if (!isWanted(trigger, device, value)) return "end";
      // Its `for` ran when the process stopped, and this is the first report since.
      if (held) return before === undefined ? "look" : "nothing";
      // The first known value is no change.
      if (before === undefined) return "nothing";
      return wasWanted(trigger, device, address, before) ? "fire" : "nothing";
    },
    stillSo(trigger, device) {
      const value = device.state.get(trigger.property)?.value;
      return value === undefined ? null : isWanted(trigger, device, value);
    },
    detail: (trigger, device, value, lasted, home) => valueDetail(device, trigger.property, value, lasted, home),
  },
  happens: {
    schema: schema.omit({ for: true }),
    isSo(trigger, device, _home, now) {
      const value = reliableValue(device, trigger.property, now);
      return value === null || trigger.to === undefined ? null : isWanted(trigger, device, value);
    },
    hear(trigger, event, home) {
      if (event.type === "event-occurred") return "nothing";
      return event.type === "property-changed" ? hearChange(trigger, event, home) : "look";
    },
  },
});

function hearChange(trigger: Becoming, event: HomeEventOf<"property-changed">, home: Home) {
  const { device, address, before } = event;
  if (address !== trigger.property || !isInTarget(trigger.target, device, home)) return "nothing";
  if (before === undefined) return "look";
  const from = wasWanted(trigger, device, address, before);
  if (trigger.to === undefined) return from ? "happened" : "look";
  return from ? "look" : "note";
}

function isWanted({ property: address, to }: Becoming, device: Device, value: Value): boolean {
  return to === undefined || matchesValue(device, address, value, asList(to));
}

function wasWanted({ from }: Becoming, device: Device, address: string, before: Value): boolean {
  return from === undefined || matchesValue(device, address, before, asList(from));
}

function becomesWords(trigger: PropertyTrigger, home: Home): Phrase {
  const { target, property: address, to } = trigger;
  const values = asList(trigger.from);
  const from = values.map((value) => targetValueWords(target, address, value, home));
  if (to === undefined) {
    return message("triggers.changes", { what: propertyOfWords(target, address, "any", home), from });
  }
  const sentence = {
    target,
    property: address,
    values: asList(to),
    from: typeof to === "boolean" ? [] : values,
    held: trigger.for,
    subject: "any",
    way: "becomes",
  } as const;
  // "is turned on" implies the value before.
  return message("triggers.becomes", { state: stateWords(sentence, home), from: [] });
}
