import type { JiaError } from "../home/index.ts";
import { isTrouble } from "./trouble.ts";

/** How long a write waits for another process's lock, in milliseconds. */
const LOCK_PATIENCE_MS = 1_000;

/** Whether the store can be written, by the result of the last write. */
export class StoreState {
  readonly #translate: (error: unknown) => unknown;
  readonly #recovered = new Set<() => void>();
  #trouble: JiaError | null = null;

  /** @param translate turns an error of the database into one of our own table when the store cannot be used */
  constructor(translate: (error: unknown) => unknown) {
    this.#translate = translate;
  }

  /** Why the store cannot be written; null when the last write worked. */
  get trouble(): JiaError | null {
    return this.#trouble;
  }

  /** How long a write may wait for a lock, in milliseconds; 0 after one waited in vain. */
  get patience(): number {
    return this.#trouble ? 0 : LOCK_PATIENCE_MS;
  }

  translated(error: unknown): unknown {
    return this.#translate(error);
  }

  /** The error to throw; trouble of the store is remembered. */
  failed(error: unknown): unknown {
    const known = this.#translate(error);
    if (isTrouble(known)) this.#trouble = known;
    return known;
  }

  /** Records a successful write. */
  worked(): void {
    if (!this.#trouble) return;
    this.#trouble = null;
    for (const listener of this.#recovered) listener();
  }

  /** Calls `listener` whenever the store can be written again. */
  onRecovered(listener: () => void): void {
    this.#recovered.add(listener);
  }

  /** Records the result of a write, and returns it. */
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
