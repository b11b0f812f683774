import type { Action, Property, Value } from "../../home/index.ts";

/** What a kind of device does. Changes go through `device.set`; they are reported together when the step is over. */
export interface Behaviour {
  /** A write that was found valid. true: the behaviour takes care of the property itself (it gets there over time). */
  written?(property: Property, value: Value): boolean;
  /** An action that was found valid. */
  invoked?(action: Action, given: readonly Value[]): void;
  /** `seconds` of simulated time passed. */
  tick?(seconds: number): void;
}
