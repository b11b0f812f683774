import type { Clock } from "../../home/index.ts";
import type { CommandContext } from "../command.ts";

/** Nothing is shown of what is over by then, in milliseconds. */
const PATIENCE_MS = 1_000;
/** How often the line is written anew, in milliseconds. */
const EVERY_MS = 100;

/** One line on a terminal that says how far the work is. It is shown once the work has taken a second, and taken away in the end. */
export class Progress {
  readonly #stderr: CommandContext["stderr"];
  readonly #clock: Clock;
  readonly #total: number;
  readonly #started: number;
  #done = 0;
  /** When the line was written last; null when it is not there. */
  #shownAt: number | null = null;

  constructor(stderr: CommandContext["stderr"], clock: Clock, total: number) {
    this.#stderr = stderr;
    this.#clock = clock;
    this.#total = total;
    this.#started = clock.now();
  }

  /** One more is done; `of` is where it belongs to. */
  step(of: string): void {
    this.#done += 1;
    const now = this.#clock.now();
    if (!this.#stderr.isTTY || now - this.#started < PATIENCE_MS) return;
    if (this.#shownAt !== null && now - this.#shownAt < EVERY_MS) return;
    this.#shownAt = now;
    this.#stderr.write(`\r\u001B[K${this.#done}/${this.#total}  ${of}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shownAt !== null) this.#stderr.write("\r\u001B[K");
    this.#shownAt = null;
  }
}
