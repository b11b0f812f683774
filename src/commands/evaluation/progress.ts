import type { Clock } from "../../home/index.ts";
import type { CommandContext } from "../command.ts";

/** Work that ends within this time shows no progress, in milliseconds. */
const PATIENCE_MS = 1_000;
/** How often the line is updated, in milliseconds. */
const EVERY_MS = 100;

/** A line with the progress on a terminal. It appears after a second of work, and is removed at the end. */
export class Progress {
  readonly #stderr: CommandContext["stderr"];
  readonly #clock: Clock;
  readonly #total: number;
  readonly #started: number;
  #done = 0;
  /** When the line was written last, in milliseconds; null while it is not shown. */
  #shownAt: number | null = null;

  constructor(stderr: CommandContext["stderr"], clock: Clock, total: number) {
    this.#stderr = stderr;
    this.#clock = clock;
    this.#total = total;
    this.#started = clock.now();
  }

  /**
   * Counts one more case as done.
   * @param of the name of its set
   */
  step(of: string): void {
    this.#done += 1;
    const now = this.#clock.now();
    if (!this.#stderr.isTTY || now - this.#started < PATIENCE_MS) return;
    if (this.#shownAt !== null && now - this.#shownAt < EVERY_MS) return;
    this.#shownAt = now;
    this.#stderr.write(`\r\u001B[K${this.#done}/${this.#total}  ${of}`);
  }

  /** Removes the line. */
  end(): void {
    if (this.#shownAt !== null) this.#stderr.write("\r\u001B[K");
    this.#shownAt = null;
  }
}
