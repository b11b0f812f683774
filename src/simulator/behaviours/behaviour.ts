import type { Action, Property, Service, Value } from "../../home/index.ts";
import type { SimulatedDevice } from "../device.ts";
import type { SimulatedWorld } from "../world.ts";

/** What a kind of device does. Changes go through `device.set`; they are reported together when the step is over. */
export interface Behaviour {
  /** A write that was found valid. true: the behaviour takes care of the property itself (it gets there over time). */
  written?(property: Property, value: Value): boolean;
  /** An action that was found valid. */
  invoked?(action: Action, given: readonly Value[]): void;
  /** `seconds` of simulated time passed. */
  tick?(seconds: number): void;
}

/** Looks at a device's spec and gives the behaviour for it; null where it does not apply. */
export type BehaviourFactory = (device: SimulatedDevice, world: SimulatedWorld) => Behaviour | null;

/** The property of a service with this short name. */
export function propertyOf(service: Service, type: string): Property | undefined {
  return service.properties.find((property) => property.type === type);
}

/** The number of the list value with one of these descriptions, in the order of `names`; case does not matter. */
export function listedValue(property: Property | undefined, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const found = property?.values.find((listed) => listed.description.toLowerCase() === name.toLowerCase());
    if (found) return found.value;
  }
  return undefined;
}

/** The description of a list value in lower case, "" when it is not in the list. */
export function describedAs(property: Property, value: Value | undefined): string {
  return property.values.find((listed) => listed.value === value)?.description.toLowerCase() ?? "";
}
