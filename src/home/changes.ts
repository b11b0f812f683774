import type { Availability, DeviceDescription, DeviceId, Floor, Room } from "./device.ts";
import type { EventAddress, PropertyAddress, Value } from "./spec/index.ts";

/**
 * How a value came to be known: `report`: the device said so now · `retained`: the broker kept it from before (true, but
 * nothing happened now) · `reply`: the device answered a command or a read.
 */
export type ReportCause = "report" | "retained" | "reply";

/** A reported value of a property; null when the device reports that it does not know it (any more). */
export interface ReportedValue {
  readonly address: PropertyAddress;
  readonly value: Value | null;
}

/** A change of the home that a dialect translates from a message. Only these change what is known of devices and rooms. */
export type HomeChange =
  /** A gateway describes a room and its floor. A description in the home file wins. */
  | { readonly kind: "room"; readonly room: Room; readonly floor: Floor | null }
  | { readonly kind: "device"; readonly device: DeviceDescription }
  | { readonly kind: "removed"; readonly id: DeviceId }
  | { readonly kind: "availability"; readonly id: DeviceId; readonly online: Availability }
  /** The connection to the device's broker was lost, or is back. It says nothing about the device itself. */
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
