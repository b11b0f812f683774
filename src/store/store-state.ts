import type { JiaError } from "../home/index.ts";
import { isTrouble } from "./trouble.ts";

/** How long a write waits for another process's lock, in milliseconds. */
const LOCK_PATIENCE_MS = 1_000;

/** Whether the store can be written: what the last write says of it. */
export class StoreState {
  readonly #translate: (error: unknown) => unknown;
  readonly #recovered = new Set<() => void>();
  #trouble: JiaError | null = null;

  /** @param translate an error of the database as one of our own table, where it keeps the store from being used */
  constructor(translate: (error: unknown) => unknown) {
    this.#translate = translate;
  }

  /** What keeps the store from being written; null when the last write worked. */
  get trouble(): JiaError | null {
    return this.#trouble;
  }

  /** How long a write may wait for a lock, in milliseconds: not at all when another has waited in vain. */
  get patience(): number {
    return this.#trouble ? 0 : LOCK_PATIENCE_MS;
  }

  translated(error: unknown): unknown {
    return this.#translate(error);
  }

  /** What is to be thrown for an error; it is remembered where it is the store's. */
  failed(error: unknown): unknown {
    const known = this.#translate(error);
    if (isTrouble(known)) this.#trouble = known;
    return known;
  }

  /** Something was written. */
  worked(): void {
    if (!this.#trouble) return;
    this.#trouble = null;
    for (const listener of this.#recovered) listener();
  }

  /** Calls `listener` whenever the store can be written again. */
  onRecovered(listener: () => void): void {
    this.#recovered.add(listener);
  }

  /** Learns from a write whether the store can be written. */
  async watch<Result>(write: Promise<Result>): Promise<Result> {
    try {
      const result = await write;
      this.worked();
      return result;
    } catch (error) {
      throw this.failed(error);
    }
  }
}
