import type { Clock } from "./clock.ts";
import type { Command } from "./commands.ts";
import { JiaError } from "./errors.ts";
import type { Confirmation } from "./execute.ts";
import { keepNewest } from "./keep-newest.ts";
import type { PolicyRule } from "./policy.ts";

/** How long a confirmation waits for its yes, in milliseconds. */
export const CONFIRMATION_MS = 60_000;
/** More than this many open confirmations push out the oldest. */
const MAX_OPEN = 100;

/** Commands that wait for a yes: each bound to its exact commands, usable once, for a minute. */
export class Confirmations {
  readonly #clock: Clock;
  /** Keyed by confirmation id, oldest first. */
  readonly #open = new Map<string, Confirmation>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  hold(commands: readonly Command[], rules: readonly PolicyRule[]): Confirmation {
    const id = crypto.randomUUID();
    const confirmation = { id, commands, rules, expiresAt: this.#clock.now() + CONFIRMATION_MS };
    this.#open.set(id, confirmation);
    keepNewest(this.#open, MAX_OPEN);
    return confirmation;
  }

  /** @throws JiaError `unknown-confirmation` when it was used, is too old or never was. */
  take(id: string): readonly Command[] {
    const found = this.#open.get(id);
    this.#open.delete(id);
    if (!found || found.expiresAt < this.#clock.now()) throw new JiaError("unknown-confirmation");
    return found.commands;
  }

  /** What has got its no: a yes that comes later finds nothing. */
  drop(id: string): void {
    this.#open.delete(id);
  }
}
