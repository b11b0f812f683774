import type { Device, DeviceId, HomeEventOf } from "../../home/index.ts";
import { inside, matchesValue } from "../conditions.ts";
import { type Trigger, type TriggerOf, toMs } from "../definition/index.ts";
import type { Entry } from "../schedule/agenda.ts";
import type { LiveAutomation } from "./live.ts";

export type DeviceTrigger = TriggerOf<"property" | "numeric" | "event" | "availability">;

/** One trigger on devices. */
export interface Watcher {
  readonly live: LiveAutomation;
  /** Place among the triggers. */
  readonly index: number;
  trigger: DeviceTrigger;
  /** For numeric triggers: whether the value was inside last, keyed by device id. */
  readonly inside: Map<DeviceId, boolean>;
  /** Triggers that wait out their `for`, keyed by device id. */
  readonly holds: Map<DeviceId, { readonly since: number; readonly entry: Entry }>;
}

export function watchersOf(live: LiveAutomation): Watcher[] {
  return live.saved.definition.triggers.flatMap((trigger, index): Watcher[] =>
    isDeviceTrigger(trigger) ? [{ live, index, trigger, inside: new Map(), holds: new Map() }] : [],
  );
}

function isDeviceTrigger(trigger: Trigger): trigger is DeviceTrigger {
  return ["property", "numeric", "event", "availability"].includes(trigger.type);
}

/** How long it must be so before the trigger fires, in milliseconds. */
export function heldFor(trigger: DeviceTrigger): number {
  return trigger.type === "event" || trigger.for === undefined ? 0 : toMs(trigger.for);
}

/** Whether what was held for is still so; null while it is not known. */
export function stillSo({ trigger, inside: within }: Watcher, device: Device): boolean | null {
  switch (trigger.type) {
    case "property": {
      const value = device.state.get(trigger.property)?.value;
      if (value === undefined) return null;
      return trigger.to === undefined || matchesValue(device, trigger.property, value, [trigger.to].flat());
    }
    case "numeric": {
      const value = device.state.get(trigger.property)?.value;
      if (typeof value !== "number") return null;
      // Within the hysteresis it has not left.
      return within.get(device.id) ?? inside(value, trigger);
    }
    case "availability":
      return device.online === null ? null : device.online === trigger.online;
    case "event":
      return true;
    default:
      return trigger satisfies never;
  }
}

/** Whether an event has the arguments that the trigger asks for. */
export function argumentsFit(trigger: DeviceTrigger, event: HomeEventOf<"event-occurred">): boolean {
  if (trigger.type !== "event" || !trigger.arguments) return true;
  return Object.entries(trigger.arguments).every(([address, wanted]) => {
    const given = event.arguments.find((argument) => argument.address === address);
    return (
      given !== undefined && (given.value === wanted || matchesValue(event.device, address, given.value, [wanted]))
    );
  });
}

/** Whether a number is within the bounds; having been inside, it must go back by the hysteresis to be outside. */
export function isInside(value: number, trigger: TriggerOf<"numeric">, was: boolean | undefined): boolean {
  const margin = trigger.hysteresis ?? 0;
  const bounds = was
    ? { above: minus(trigger.above, margin), below: minus(trigger.below, -margin) }
    : { above: trigger.above, below: trigger.below };
  return inside(value, bounds);
}

function minus(bound: number | undefined, margin: number): number | undefined {
  return bound === undefined ? undefined : bound - margin;
}
