import type { Device, DeviceId, HomeEventOf } from "../../home/index.ts";
import { inside, matchesValue } from "../conditions.ts";
import { type Trigger, type TriggerOf, toMs } from "../definition/index.ts";
import type { Entry } from "../schedule/agenda.ts";
import { isValueOf } from "../value-of.ts";
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

/** The numbers that a numeric trigger compares with now; null while one is not known. */
export type BoundsNow = (trigger: TriggerOf<"numeric">, device: Device) => NumberBounds | null;

interface NumberBounds {
  readonly above: number | undefined;
  readonly below: number | undefined;
}

/** Whether what was held for is still so; null while it is not known. */
export function stillSo({ trigger, inside: within }: Watcher, device: Device, boundsNow: BoundsNow): boolean | null {
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
      const bounds = boundsNow(trigger, device);
      return within.get(device.id) ?? (bounds && inside(value, bounds));
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
export function isInside(
  value: number,
  { above, below }: NumberBounds,
  { hysteresis = 0 }: TriggerOf<"numeric">,
  was: boolean | undefined,
): boolean {
  return inside(value, was ? { above: minus(above, hysteresis), below: minus(below, -hysteresis) } : { above, below });
}

/** The devices, with their property, that the bounds of a trigger follow; null for the device itself. */
export function followedBy({ property, above, below }: TriggerOf<"numeric">) {
  return [above, below]
    .filter(isValueOf)
    .map((bound) => ({ device: bound.of ?? null, address: bound.property ?? property }));
}

function minus(bound: number | undefined, margin: number): number | undefined {
  return bound === undefined ? undefined : bound - margin;
}
