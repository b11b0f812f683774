import { z } from "zod";
import { type MessageKey, message } from "../../language/index.ts";
import { Address, Bound, Target } from "../definition/basics.ts";
import { Duration } from "../definition/durations.ts";
import { valueDetail } from "../describe/findings.ts";
import { boundWords } from "../describe/follows.ts";
import { boundsWords, propertyOfWords } from "../describe/states.ts";
import { lastingWords } from "../describe/times.ts";
import { currentBounds, isBetween, isValueOf, type NumberBounds, reliableValue } from "../references/value-of.ts";
import { defineDeviceTrigger } from "./device-kind.ts";

const parts = z.strictObject({
  type: z.literal("numeric"),
  target: Target,
  property: Address,
  /** Fires when the value rises above this. */
  above: Bound.optional(),
  /** Fires when the value falls below this. With `above`: when it comes to lie between the two. */
  below: Bound.optional(),
  /** How far the value must go back beyond the bound before the trigger can fire again. */
  hysteresis: z.number().nonnegative().optional(),
  for: Duration.optional(),
});
const hasBound = ({ above, below }: { above?: unknown; below?: unknown }): boolean =>
  above !== undefined || below !== undefined;

/** A number rises above a bound, falls below one, or comes to lie between two. */
export const numericTrigger = defineDeviceTrigger({
  type: "numeric",
  schema: parts.refine(hasBound, "definition.bound" satisfies MessageKey),
  example: {
    type: "numeric",
    target: "bedroom-thermometer",
    property: "temperature-humidity-sensor.temperature",
    above: 28,
  },
  check(trigger, field, { devices, warnings }) {
    devices.notified(trigger.target, trigger.property, field, warnings);
    devices.numeric(trigger.target, trigger.property, field);
    devices.bounds(trigger, field, true);
  },
  words(trigger, { home }) {
    const { target, property } = trigger;
    return message("triggers.passes", {
      what: propertyOfWords(target, property, "any", home),
      bounds: boundsWords(trigger, (bound) => boundWords(bound, target, property, home), true),
      lasts: lastingWords(trigger.for),
    });
  },
  watch: {
    listensTo: ({ property: address }) => ({ kind: "property", address }),
    follows: ({ property, above, below }) =>
      [above, below]
        .filter(isValueOf)
        .map((bound) => ({ device: bound.of ?? null, address: bound.property ?? property })),
    lasts: (trigger) => trigger.for,
    begin(trigger, device, watched) {
      const value = device.state.get(trigger.property)?.value;
      const bounds = currentBounds(trigger, device, watched.home, watched.now);
      if (typeof value === "number" && bounds) watched.inside = isBetween(value, bounds);
    },
    react(trigger, event, watched) {
      if (event.type !== "property-changed") return "nothing";
      const { device, value } = event;
      const bounds = currentBounds(trigger, device, watched.home, watched.now);
      if (typeof value !== "number" || !bounds) return "nothing";
      // A `for` that runs since before a restart began inside.
      const was = watched.inside ?? (watched.held ? true : undefined);
      const is = isInside(value, bounds, trigger.hysteresis, was);
      watched.inside = is;
      if (!is) return "end";
      if (watched.held) return "look";
      return was === false ? "fire" : "nothing";
    },
    stillSo(trigger, device, watched) {
      const value = device.state.get(trigger.property)?.value;
      if (typeof value !== "number") return null;
      // Within the hysteresis the number counts as inside.
      const bounds = currentBounds(trigger, device, watched.home, watched.now);
      return watched.inside ?? (bounds && isBetween(value, bounds));
    },
    detail: (trigger, device, value, lasted, home) => valueDetail(device, trigger.property, value, lasted, home),
  },
  happens: {
    schema: parts.omit({ for: true, hysteresis: true }).refine(hasBound, "definition.bound" satisfies MessageKey),
    isSo(trigger, device, home, now) {
      const value = reliableValue(device, trigger.property, now);
      const bounds = currentBounds(trigger, device, home, now);
      return typeof value === "number" && bounds ? isBetween(value, bounds) : null;
    },
    // A bound may follow a property of any device.
    hear: (_happening, event) => (event.type === "event-occurred" ? "nothing" : "look"),
  },
});

/** Whether a number is within the bounds. After it was inside, it must go back by the hysteresis to be outside. */
function isInside(value: number, { above, below }: NumberBounds, hysteresis = 0, was?: boolean): boolean {
  return isBetween(
    value,
    was ? { above: minus(above, hysteresis), below: minus(below, -hysteresis) } : { above, below },
  );
}

function minus(bound: number | undefined, margin: number): number | undefined {
  return bound === undefined ? undefined : bound - margin;
}
