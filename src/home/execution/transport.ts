import type { AuditedOutcome, Command, Origin, Outcome } from "../commands.ts";
import type { Device } from "../device.ts";
import type { Action, Property, Value } from "../spec/index.ts";

/** A command after validation: with the spec's own properties and values on the wire. */
export type WireCommand =
  | { readonly kind: "set"; readonly writes: readonly { readonly property: Property; readonly value: Value }[] }
  | { readonly kind: "invoke"; readonly action: Action; readonly in: readonly Value[] };

/** The result of delivering one write (in the order of `writes`) or the action. */
export type Delivery =
  | { readonly status: "confirmed"; readonly value?: Value; readonly out?: readonly Value[] }
  | { readonly status: "accepted" }
  /** `error`: more than that no answer came. */
  | { readonly status: "timeout"; readonly error?: NonNullable<Outcome["error"]> }
  /** `error`: something else than the device cannot be reached. */
  | { readonly status: "offline"; readonly error?: NonNullable<Outcome["error"]> }
  /** `error`: something else than the device refused it. */
  | { readonly status: "rejected"; readonly code: number; readonly error?: NonNullable<Outcome["error"]> };

/** Delivers commands to devices: the bridge. One Delivery per write, one for an action; never throws for a device's failure. */
export interface Transport {
  deliver(device: Device, command: WireCommand, signal: AbortSignal): Promise<readonly Delivery[]>;
}

/** Receives every command of `home.execute`, before it is sent and after. */
export interface AuditSink {
  /**
   * Writes a command that is about to be sent, with outcomes `unknown`. Resolves when it is written: only then the command is
   * sent. Rejects, after a short wait at most, when it cannot be written.
   */
  begin(intent: AuditIntent): Promise<AuditNote>;
  /** Writes a command of which nothing is sent. */
  record(entry: AuditEntry): Promise<void>;
}

/** The audit row of a command that is sent. */
export interface AuditNote {
  /** Writes the outcomes; resolves when they are written. @param ms from the request to the last outcome */
  complete(outcomes: readonly Outcome[], ms: number): Promise<void>;
}

export interface AuditIntent {
  /** When it was asked for, in milliseconds since the epoch. */
  readonly at: number;
  readonly origin: Origin;
  readonly command: Command;
  readonly outcomes: readonly AuditedOutcome[];
}

export interface AuditEntry extends AuditIntent {
  /** Milliseconds from the request to the last outcome; 0 while there is none. */
  readonly ms: number;
}

/** An audit that keeps nothing. */
export const NO_AUDIT: AuditSink = {
  begin: () => Promise.resolve({ complete: () => Promise.resolve() }),
  record: () => Promise.resolve(),
};
