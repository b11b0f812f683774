import { type Clock, JiaError, keepNewest } from "../../home/index.ts";
import type { Question } from "./tool.ts";

/** How long a question waits for its yes, in milliseconds. */
export const QUESTION_MS = 60_000;
/** More open questions than this push out the oldest. */
const MAX_OPEN = 100;

interface OpenQuestion extends Question {
  readonly owner: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** What waits for a yes: each belongs to who asked, is answered once, and lapses after a minute. */
export class Questions {
  readonly #clock: Clock;
  /** Keyed by id, oldest first. */
  readonly #open = new Map<string, OpenQuestion>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps a question. @returns its id */
  hold(owner: string, question: Question): string {
    const id = crypto.randomUUID();
    this.#open.set(id, { ...question, owner, expiresAt: this.#clock.now() + QUESTION_MS });
    keepNewest(this.#open, MAX_OPEN);
    return id;
  }

  /** Takes a question: it can be answered once. @throws JiaError `unknown-confirmation`, also for another owner's */
  take(owner: string, id: string): Question {
    const found = this.#open.get(id);
    if (found?.owner !== owner) throw new JiaError("unknown-confirmation");
    this.#open.delete(id);
    if (found.expiresAt < this.#clock.now()) throw new JiaError("unknown-confirmation");
    return found;
  }
}
