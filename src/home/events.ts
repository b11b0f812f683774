import type { ReportCause } from "./changes.ts";
import type { Origin, Outcome } from "./commands.ts";
import type { Availability, Device, PropertyGap } from "./device.ts";
import type { EventAddress, PropertyAddress, Value } from "./spec/index.ts";

/** What happened in the home. `at` is milliseconds since the epoch. */
export type HomeEvent =
  | { readonly type: "device-added"; readonly device: Device; readonly at: number }
  | { readonly type: "device-updated"; readonly device: Device; readonly before: Device; readonly at: number }
  | { readonly type: "device-removed"; readonly device: Device; readonly at: number }
  | { readonly type: "layout-changed"; readonly at: number }
  | {
      readonly type: "availability-changed";
      readonly device: Device;
      readonly online: Availability;
      readonly before: Availability;
      readonly at: number;
    }
  | {
      /** A property became another value. `before` is undefined for the first value that was ever known. */
      readonly type: "property-changed";
      readonly device: Device;
      readonly address: PropertyAddress;
      readonly value: Value;
      readonly before: Value | undefined;
      readonly cause: ReportCause;
      readonly at: number;
    }
  | {
      /** A property's value is no longer known: the device cleared it, or reported an impossible one. */
      readonly type: "property-cleared";
      readonly device: Device;
      readonly address: PropertyAddress;
      readonly reason: PropertyGap["reason"];
      readonly before: Value;
      readonly cause: ReportCause;
      readonly at: number;
    }
  | {
      /** A device's event (a button press, motion): never from a retained or repeated message. */
      readonly type: "event-occurred";
      readonly device: Device;
      readonly event: EventAddress;
      readonly arguments: readonly { readonly address: PropertyAddress; readonly value: Value }[];
      readonly at: number;
    }
  | {
      readonly type: "executed";
      readonly origin: Origin;
      readonly outcomes: readonly Outcome[];
      readonly at: number;
    };

export type HomeEventOf<Type extends HomeEvent["type"]> = Extract<HomeEvent, { type: Type }>;
export type HomeListener = (event: HomeEvent) => void;
