import type { Availability, DeviceDescription, DeviceId, Floor, Room } from "./device.ts";
import type { EventAddress, PropertyAddress, Value } from "./spec/index.ts";

/**
 * How a value came to be known: `report`: the device said so now · `retained`: the broker kept it from before (true, but
 * nothing happened now) · `reply`: the device answered a command or a read.
 */
export type ReportCause = "report" | "retained" | "reply";

/** A value that a device told; null when it told that the value is not known (any more). */
export interface ReportedValue {
  readonly address: PropertyAddress;
  readonly value: Value | null;
}

/** What a dialect makes of a message: the only way that anything in a home changes. */
export type HomeChange =
  /** A gateway tells about a room, and the floor that it is on; rooms of the home file keep what the file says. */
  | { readonly kind: "room"; readonly room: Room; readonly floor: Floor | null }
  | { readonly kind: "device"; readonly device: DeviceDescription }
  | { readonly kind: "removed"; readonly id: DeviceId }
  | { readonly kind: "availability"; readonly id: DeviceId; readonly online: Availability }
  /** The way to the device (its broker) was lost, or is there again: of the device itself that says nothing. */
  | { readonly kind: "contact"; readonly id: DeviceId; readonly lost: boolean }
  | {
      readonly kind: "values";
      readonly id: DeviceId;
      readonly values: readonly ReportedValue[];
      readonly cause: ReportCause;
      /** When the values were true, milliseconds since the epoch; now when it is left out. */
      readonly at?: number;
    }
  | {
      readonly kind: "event";
      readonly id: DeviceId;
      readonly event: EventAddress;
      readonly arguments: readonly { readonly address: PropertyAddress; readonly value: Value }[];
    };
