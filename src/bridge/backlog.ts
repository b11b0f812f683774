/** A piece of work; it adds its follow-up work to the backlog itself. */
export type WorkStep = () => void;

/** How long the backlog rests after each piece, as a multiple of the time that the piece took. */
const REST = { first: 1, last: 4 };

/**
 * Runs long work in pieces and lets the event loop run between them. Work known to be slow goes to a second queue,
 * which runs only while the first is empty.
 */
export class Backlog {
  /** Both queues are first in, first out. */
  readonly #first: WorkStep[] = [];
  readonly #last: WorkStep[] = [];
  #timer: NodeJS.Timeout | null = null;
  #working = false;

  get size(): number {
    return this.#first.length + this.#last.length;
  }

  /** @param last when nothing else waits to be done */
  add(step: WorkStep, last = false): void {
    (last ? this.#last : this.#first).push(step);
    if (!this.#working) this.#timer ??= setTimeout(this.#work, 1);
  }

  clear(): void {
    this.#first.length = 0;
    this.#last.length = 0;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  readonly #work = (): void => {
    this.#timer = null;
    const began = performance.now();
    const kind = this.#first.length > 0 ? "first" : "last";
    const steps = kind === "first" ? this.#first : this.#last;
    this.#working = true;
    steps.shift()?.();
    this.#working = false;
    const pause = Math.max(1, Math.round((performance.now() - began) * REST[kind]));
    if (this.size > 0) this.#timer = setTimeout(this.#work, pause);
  };
}
