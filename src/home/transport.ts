import type { Command, NotedOutcome, Origin, Outcome } from "./commands.ts";
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
  /** `error` when more is known than that nobody answered. */
  | { readonly status: "timeout"; readonly error?: NonNullable<Outcome["error"]> }
  /** `error` when it is not the device that cannot be reached. */
  | { readonly status: "offline"; readonly error?: NonNullable<Outcome["error"]> }
  /** `error` when it was not the device that refused it. */
  | { readonly status: "rejected"; readonly code: number; readonly error?: NonNullable<Outcome["error"]> };

/** How commands reach devices: the bridge. One Delivery per write, one for an action; never throws for a device's failure. */
export interface Transport {
  deliver(device: Device, command: WireCommand, signal: AbortSignal): Promise<readonly Delivery[]>;
}

/** Where `home.execute` notes every command, from before it is sent. */
export interface AuditSink {
  /**
   * Notes a command that is about to be sent, its outcomes `unknown`. It resolves when that is written: only then is the
   * command sent. It rejects, after a short wait at most, when it cannot be written.
   */
  begin(intent: AuditIntent): Promise<AuditNote>;
  /** Notes a command of which nothing is sent. */
  record(entry: AuditEntry): Promise<void>;
}

/** What is noted of a command that is sent. */
export interface AuditNote {
  /** Notes what came of it; resolves when that is written. */
  complete(outcomes: readonly Outcome[], ms: number): Promise<void>;
}

export interface AuditIntent {
  /** When it was asked for, in milliseconds since the epoch. */
  readonly at: number;
  readonly origin: Origin;
  readonly command: Command;
  readonly outcomes: readonly NotedOutcome[];
}

export interface AuditEntry extends AuditIntent {
  /** Milliseconds from the request to the last outcome; 0 while there is none. */
  readonly ms: number;
}

/** Notes nothing: for a home that nobody asks what it did. */
export const NO_AUDIT: AuditSink = {
  begin: () => Promise.resolve({ complete: () => Promise.resolve() }),
  record: () => Promise.resolve(),
};
