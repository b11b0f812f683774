/** A piece of work; it adds what follows from it itself. */
export type WorkStep = () => void;

/** How long everything else has the process for itself after each piece, in times of what that took. */
const REST = { first: 1, last: 4 };

/**
 * Work that would hold the process too long, done in pieces in turn with everything else. What is known to be slow comes
 * last: nothing waits for it.
 */
export class Backlog {
  /** First to be done first. */
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
