import { keepNewest } from "../home/index.ts";

/** Commands that wait for the broker's word at the same time, at most: a broker may take only twenty (receive maximum). */
const MOST_OPEN = 8;
/** Topics that are remembered at most, the newest. */
const MOST_TOPICS = 10_000;

/** What the broker has acknowledged of this user's commands. */
export interface CommandRights {
  /** Topics of commands that the broker refused last, newest last. */
  readonly refused: readonly string[];
  /** Whether it ever took a command. */
  readonly taken: boolean;
}

/**
 * Finds out whether the broker lets this user send commands. Many brokers drop a forbidden message silently, except if
 * the client asks for an acknowledgement and uses MQTT 5. So the first command to each topic of a connection asks for
 * one.
 */
export class WriteRights {
  /** Topics of this connection that the broker has taken. */
  readonly #known = new Set<string>();
  readonly #refused = new Set<string>();
  #taken = false;
  #open = 0;

  /** A connection began; its rights are not known yet. */
  began(): void {
    this.#known.clear();
    this.#open = 0;
  }

  /** Whether a command to this topic is to ask for an acknowledgement. */
  asks(topic: string): boolean {
    return !this.#known.has(topic) && this.#open < MOST_OPEN;
  }

  asked(): void {
    this.#open += 1;
  }

  /** Takes the broker's answer; `none` when the connection ended before it. */
  answered(topic: string, word: "taken" | "refused" | "none"): void {
    this.#open = Math.max(0, this.#open - 1);
    if (word === "none") return;
    this.#refused.delete(topic);
    if (word === "refused") {
      this.#refused.add(topic);
      keepNewest(this.#refused, MOST_TOPICS);
      return;
    }
    this.#taken = true;
    this.#known.add(topic);
    keepNewest(this.#known, MOST_TOPICS);
  }

  get told(): CommandRights {
    return { refused: [...this.#refused], taken: this.#taken };
  }
}
