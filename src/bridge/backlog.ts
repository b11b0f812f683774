/** Work that is done piece by piece: each call does one and returns the next; null when there is none. */
export type Step = () => Step | null;

/** How long everything else has the process for itself after each piece, in times of what that took. */
const REST = 4;

/** Work that would hold the process too long, done in pieces in turn with everything else. */
export class Backlog {
  /** First to be done first. */
  readonly #steps: Step[] = [];
  #timer: NodeJS.Timeout | null = null;

  get size(): number {
    return this.#steps.length;
  }

  add(step: Step): void {
    this.#steps.push(step);
    this.#timer ??= setTimeout(this.#work, 1);
  }

  clear(): void {
    this.#steps.length = 0;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  readonly #work = (): void => {
    this.#timer = null;
    const began = performance.now();
    const next = this.#steps.shift()?.();
    if (next) this.#steps.push(next);
    const pause = Math.max(1, Math.round((performance.now() - began) * REST));
    if (this.#steps.length > 0) this.#timer = setTimeout(this.#work, pause);
  };
}
