import type { Logger } from "pino";
import type { Database } from "../store/index.ts";

/** How often the database is asked whether it still answers, in milliseconds. */
const EVERY_MS = 10_000;

/** Knows whether the store answers, without asking it at every look. */
export class StoreHealth {
  readonly #database: Database;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | null = null;
  #problem: string | null = null;

  constructor(database: Database, log: Logger) {
    this.#database = database;
    this.#log = log;
  }

  /** What is wrong, null when it answers. */
  get problem(): string | null {
    return this.#problem;
  }

  start(): void {
    this.#timer = setInterval(() => void this.#look(), EVERY_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    try {
      await this.#database.ping();
      this.#problem = null;
    } catch (error) {
      this.#problem = "the database does not answer";
      this.#log.error({ err: error }, this.#problem);
    }
  }
}
