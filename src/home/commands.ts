import type { DeviceId } from "./device.ts";
import type { ErrorCode, ErrorDetails } from "./errors.ts";
import type { ActionAddress, PropertyAddress, Value } from "./spec/index.ts";

export interface PropertyWrite {
  readonly address: PropertyAddress;
  readonly value: Value;
}

/** A command for one device. `home.execute` coerces its values and checks them against the spec. */
export type Command =
  | { readonly kind: "set"; readonly device: DeviceId; readonly properties: readonly PropertyWrite[] }
  | {
      readonly kind: "invoke";
      readonly device: DeviceId;
      readonly action: ActionAddress;
      readonly in: readonly Value[];
    };

/** The roles of people. `adult`: everything that the policy allows · `child`, `guest`: less, by the rules for these roles. */
export const ROLES = ["adult", "child", "guest"] as const;
export type Role = (typeof ROLES)[number];

/**
 * The person behind a command, as far as it is known. Without `person` and `stranger` it came in on a way that
 * the home trusts, and may do what the policy allows to everybody.
 */
export interface Actor {
  /** Id of a person of the home: who said it, whose token it came with, who set the timer or started the scene. */
  readonly person?: string;
  /** Certainly none of the home's people: an unknown voice, a device that belongs to nobody. */
  readonly stranger?: true;
  /** A right PIN came with the command. Only the home sets this. */
  readonly pin?: true;
  /**
   * A model had read text of an outside server before, which may have told it what to do: every command needs a yes.
   */
  readonly outside?: true;
  /** Ids of the only rooms whose devices may be commanded; all when left out. */
  readonly rooms?: readonly string[];
}

/** Who asked. Every command carries it; the audit keeps it. */
export type Origin = Actor &
  (
    | { readonly kind: "person"; readonly name?: string }
    /** `client` as for `api`. */
    | { readonly kind: "conversation"; readonly conversation: string; readonly text?: string; readonly client?: string }
    | { readonly kind: "schedule"; readonly id: string; readonly approved: boolean }
    | { readonly kind: "scene"; readonly id: string; readonly approved: boolean }
    /** `client` is what the program calls itself: "command-line". */
    | { readonly kind: "api"; readonly token?: string; readonly client?: string }
    | { readonly kind: "mcp"; readonly client?: string }
  );

/** The person of an origin without the rest of it, for what the origin starts: a timer, a scene. */
export function actorOf({ person, stranger, pin, rooms }: Origin): Actor {
  return {
    ...(person !== undefined && { person }),
    ...(stranger && { stranger }),
    ...(pin && { pin }),
    ...(rooms && { rooms }),
  };
}

/** Replaces a PIN in texts that are stored or shown. */
export const PIN_MASK = "••••";

/** The `client` of Jia's own command line at the API. */
export const COMMAND_LINE = "command-line";

/**
 * The status of one write or action:
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

/** The statuses in the audit. `unknown`: the command is under way; it stays so when Jia ends before the outcome is written. */
export const AUDITED_STATUSES = [...OUTCOME_STATUSES, "unknown"] as const;
export type AuditedOutcome = OutcomeOf<(typeof AUDITED_STATUSES)[number]>;

/** Whether the outcome may be called done. */
export function succeeded(outcome: Pick<AuditedOutcome, "status">): boolean {
  return outcome.status === "confirmed" || outcome.status === "unchanged" || outcome.status === "accepted";
}
