import type { Clock } from "../clock.ts";
import type { Command } from "../commands.ts";
import { JiaError } from "../errors.ts";
import { dropOldest } from "../keep-newest.ts";
import type { PolicyRule } from "../policy/policy.ts";

/** How long a confirmation waits for its yes, in milliseconds. */
export const CONFIRMATION_MS = 60_000;
/** More than this many open confirmations push out the oldest. */
const MAX_OPEN = 100;

/** Commands that wait for a yes of a person, or for a PIN. */
export interface Confirmation {
  readonly id: string;
  /** The exact commands that will run. */
  readonly commands: readonly Command[];
  /** Why the policy asks, one rule per reason. */
  readonly rules: readonly PolicyRule[];
  /** A PIN is wanted: a yes alone is not enough. */
  readonly pin: boolean;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Commands that wait for a yes: each bound to its exact commands, usable once, for a minute. */
export class Confirmations {
  readonly #clock: Clock;
  /** Keyed by confirmation id, oldest first. */
  readonly #open = new Map<string, Confirmation>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps commands until they are confirmed. @param pin whether a PIN is required, and a yes alone is not enough */
  hold(commands: readonly Command[], rules: readonly PolicyRule[], pin: boolean): Confirmation {
    const id = crypto.randomUUID();
    const confirmation = { id, commands, rules, pin, expiresAt: this.#clock.now() + CONFIRMATION_MS };
    this.#open.set(id, confirmation);
    dropOldest(this.#open, MAX_OPEN);
    return confirmation;
  }

  /** The confirmation with this id, which stays open. @throws JiaError as `take` */
  find(id: string): Confirmation {
    const found = this.#open.get(id);
    if (!found || found.expiresAt < this.#clock.now()) throw new JiaError("unknown-confirmation");
    return found;
  }

  /** Takes the commands of a confirmation: it can be used once. @throws JiaError `unknown-confirmation` when it was used, is too old or never was */
  take(id: string): readonly Command[] {
    const { commands } = this.find(id);
    this.#open.delete(id);
    return commands;
  }

  /** Removes a confirmation that was answered with no; a later yes then throws `unknown-confirmation`. */
  drop(id: string): void {
    this.#open.delete(id);
  }
}
