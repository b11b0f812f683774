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

  /** Something could not be written: the store is in trouble until it answers again. */
  failed(error: unknown): void {
    this.#problem = "a command could not be noted in the audit";
    this.#log.error({ err: error }, this.#problem);
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
