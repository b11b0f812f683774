import { type Clock, keepNewest } from "../home/index.ts";
import { hashOfSecret, newSecret } from "./secrets.ts";
import type { GrantFacts } from "./storage.ts";

/** How long a link signs a browser in, in milliseconds. */
export const LINK_MS = 15 * 60_000;
/** More links that wait push out the oldest. */
const MAX_LINKS = 50;

/** Codes of links that sign a browser in: each once, and only for a while. They are forgotten by a restart. */
export class SignInLinks {
  readonly #clock: Clock;
  /** Keyed by the hash of the code, oldest first. */
  readonly #waiting = new Map<string, { readonly facts: GrantFacts; readonly until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A new code for a session with these rights. */
  make(facts: GrantFacts): { readonly code: string; readonly expiresAt: number } {
    const code = newSecret("signIn");
    const until = this.#clock.now() + LINK_MS;
    this.#waiting.set(hashOfSecret(code), { facts, until });
    keepNewest(this.#waiting, MAX_LINKS);
    return { code, expiresAt: until };
  }

  /** The rights of a code, which then counts no more; null when it is none, was used or is too old. */
  take(code: string): GrantFacts | null {
    const hash = hashOfSecret(code);
    const found = this.#waiting.get(hash);
    this.#waiting.delete(hash);
    return found && found.until > this.#clock.now() ? found.facts : null;
  }
}
