import type { Action, Property, Value } from "../../home/index.ts";

/** One behaviour of a device. Changes go through `device.set`; they are reported together when the step is over. */
export interface Behaviour {
  /**
   * A valid write.
   * @returns true if the behaviour sets the property itself, over time
   */
  written?(property: Property, value: Value): boolean;
  /** An action that was found valid. */
  invoked?(action: Action, given: readonly Value[]): void;
  /** `seconds` of simulated time passed. */
  tick?(seconds: number): void;
}
