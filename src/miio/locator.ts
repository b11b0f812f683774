import type { Clock } from "../home/index.ts";
import { type DiscoverOptions, discover } from "./discover.ts";

/** A broadcast at most this often, milliseconds. */
const AGAIN_MS = 60_000;

/** Finds devices whose address is not in the file, or that have got another one. One broadcast serves all that ask. */
export class AddressLocator {
  readonly #options: Omit<DiscoverOptions, "signal">;
  readonly #clock: Clock;
  /** Address, keyed by did. */
  readonly #found = new Map<string, string>();
  #searchedAt: number | null = null;
  #search: Promise<void> | null = null;

  constructor(options: Omit<DiscoverOptions, "signal">, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  /** The address of a device; null when it did not answer. Searches when the last search was long ago. */
  async find(did: string, signal: AbortSignal): Promise<string | null> {
    const now = this.#clock.now();
    if (this.#search === null && (this.#searchedAt === null || now - this.#searchedAt >= AGAIN_MS)) {
      this.#searchedAt = now;
      this.#search = this.#run(signal).finally(() => {
        this.#search = null;
      });
    }
    await this.#search;
    return this.#found.get(did) ?? null;
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (const { did, address } of await discover({ ...this.#options, signal })) this.#found.set(did, address);
  }
}
