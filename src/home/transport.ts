import type { Command, Origin, Outcome } from "./commands.ts";
import type { Device } from "./device.ts";
import type { Action, Property, Value } from "./spec/index.ts";

/** A command after validation: with the spec's own properties and values on the wire. */
export type WireCommand =
  | { readonly kind: "set"; readonly writes: readonly { readonly property: Property; readonly value: Value }[] }
  | { readonly kind: "invoke"; readonly action: Action; readonly in: readonly Value[] };

/** What came back for one write (in the order of `writes`) or for the action. */
export type Delivery =
  | { readonly status: "confirmed"; readonly value?: Value; readonly out?: readonly Value[] }
  | { readonly status: "accepted" }
  | { readonly status: "timeout" }
  /** `error` when it is not the device that cannot be reached. */
  | { readonly status: "offline"; readonly error?: NonNullable<Outcome["error"]> }
  | { readonly status: "rejected"; readonly code: number };

/** How commands reach devices: the bridge. One Delivery per write, one for an action; never throws for a device's failure. */
export interface Transport {
  deliver(device: Device, command: WireCommand, signal: AbortSignal): Promise<readonly Delivery[]>;
}

/** Where `home.execute` notes every command before it answers. */
export interface AuditSink {
  record(entry: AuditEntry): Promise<void>;
}

export interface AuditEntry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly origin: Origin;
  readonly command: Command;
  readonly outcomes: readonly Outcome[];
  /** Milliseconds from the request to the last outcome. */
  readonly ms: number;
}
