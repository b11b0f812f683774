import type { DeviceId } from "./device.ts";
import type { ErrorCode, ErrorDetails } from "./errors.ts";
import type { ActionAddress, PropertyAddress, Value } from "./spec/index.ts";

export interface PropertyWrite {
  readonly address: PropertyAddress;
  readonly value: Value;
}

/** What one device is asked to do. Values are coerced and checked against the spec by `home.execute`. */
export type Command =
  | { readonly kind: "set"; readonly device: DeviceId; readonly properties: readonly PropertyWrite[] }
  | {
      readonly kind: "invoke";
      readonly device: DeviceId;
      readonly action: ActionAddress;
      readonly in: readonly Value[];
    };

/** What somebody may do: `adult` all that the policy allows · `child`, `guest`: less, as the policy says. */
export const ROLES = ["adult", "child", "guest"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Which person stands behind a command, as far as it is known. With neither field it is somebody on a door of the home that is
 * trusted: all that the policy lets its people do.
 */
export interface Asker {
  /** Id of a person of the home: who said it, whose token it came with, who set the timer or started the scene. */
  readonly person?: string;
  /** Certainly none of the people: a voice or a guest's device that nobody stands for. */
  readonly stranger?: true;
  /** The PIN came with it and was right. Only the home sets it. */
  readonly pin?: true;
}

/** Who asked. Every command carries it; the audit keeps it. */
export type Origin = Asker &
  (
    | { readonly kind: "person"; readonly name?: string }
    | { readonly kind: "conversation"; readonly conversation: string; readonly text?: string }
    | { readonly kind: "schedule"; readonly id: string; readonly approved: boolean }
    | { readonly kind: "scene"; readonly id: string; readonly approved: boolean }
    /** `client` is what the program calls itself: "command-line". */
    | { readonly kind: "api"; readonly token?: string; readonly client?: string }
    | { readonly kind: "mcp"; readonly client?: string }
  );

/** The people behind an origin alone, to be handed on to what it starts. */
export function askerOf({ person, stranger, pin }: Origin): Asker {
  return {
    ...(person !== undefined && { person }),
    ...(stranger && { stranger }),
    ...(pin && { pin }),
  };
}

/** What stands in a text in place of a PIN. */
export const PIN_MASK = "••••";

/** What Jia's own command line calls itself at the API. */
export const COMMAND_LINE = "command-line";

/**
 * What came of one write or action:
 * confirmed: the device reported the value (or answered the action) · unchanged: it was so already ·
 * accepted: sent, and this device reports nothing back · timeout: no answer in time · offline: not reachable ·
 * rejected: refused by the device (`code`) or because it does not fit the spec (`error`) · denied: by policy ·
 * needs-confirmation: policy wants a yes first.
 */
export const OUTCOME_STATUSES = [
  "confirmed",
  "unchanged",
  "accepted",
  "timeout",
  "offline",
  "rejected",
  "denied",
  "needs-confirmation",
] as const;
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

/** What an outcome is about: one property or one action of a device. */
export type OutcomeTarget =
  | { readonly property: PropertyAddress; readonly value: Value }
  | { readonly action: ActionAddress; readonly in: readonly Value[]; readonly out?: readonly Value[] };

export type OutcomeOf<Status extends string> = OutcomeTarget & {
  readonly device: DeviceId;
  readonly status: Status;
  /** The value before, for a property that was known: what an undo restores. */
  readonly before?: Value;
  /** Of what a motor moves: what brings it back to the position that it reported before. */
  readonly position?: PropertyWrite;
  /** The device's or the spec's own code: negative, as in MIoT (-704220043: value not allowed). */
  readonly code?: number;
  /** Why it was rejected or denied, or what is wrong when it is not the device, from the table of errors. */
  readonly error?: { readonly code: ErrorCode; readonly details?: ErrorDetails };
};

export type Outcome = OutcomeOf<OutcomeStatus>;

/** What the audit knows: `unknown` while a command is under way, for ever when Jia ended before its outcome was noted. */
export const NOTED_STATUSES = [...OUTCOME_STATUSES, "unknown"] as const;
export type NotedOutcome = OutcomeOf<(typeof NOTED_STATUSES)[number]>;

/** Whether the outcome may be called done. */
export function succeeded(outcome: Pick<NotedOutcome, "status">): boolean {
  return outcome.status === "confirmed" || outcome.status === "unchanged" || outcome.status === "accepted";
}
