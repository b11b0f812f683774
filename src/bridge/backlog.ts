import { keepNewest } from "./keep-newest.ts";

/** Work that is done piece by piece: each call does one and returns the next; null when there is none. */
export type Step = () => Step | null;

/** Topics with work to do. */
const MAX_WORKS = 2000;
/** Topics that are remembered because their messages caused much work. */
const MAX_HEAVY = 2000;

interface Work {
  step: Step;
  /** What the newest message since then wants. */
  next: Step | null;
}

/**
 * Work that would hold the process too long, done in pieces in turn with everything else. A topic whose messages cause
 * much work is known by it: its next message waits here from the beginning, and of those that wait the newest counts.
 */
export class Backlog {
  /** Keyed by what the work belongs to, next first. */
  readonly #works = new Map<string, Work>();
  readonly #heavy = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  get size(): number {
    return this.#works.size;
  }

  /** Whether work of this key waits, or is better done here. */
  wants(key: string): boolean {
    return this.#works.has(key) || this.#heavy.has(key);
  }

  /** Takes work. Returns false when there is too much already. */
  add(key: string, step: Step): boolean {
    this.#heavy.delete(key);
    this.#heavy.add(key);
    keepNewest(this.#heavy, MAX_HEAVY);
    const work = this.#works.get(key);
    if (work) work.next = step;
    else if (this.#works.size >= MAX_WORKS) return false;
    else this.#works.set(key, { step, next: null });
    this.#timer ??= setTimeout(this.#work, 1);
    return true;
  }

  clear(): void {
    this.#works.clear();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  readonly #work = (): void => {
    this.#timer = null;
    const [first] = this.#works;
    if (!first) return;
    const [key, work] = first;
    this.#works.delete(key);
    const began = performance.now();
    const step = work.step();
    if (step) this.#works.set(key, { step, next: work.next });
    else if (work.next) this.#works.set(key, { step: work.next, next: null });
    // As long as it took: what is not heavy gets half of the time at least.
    const pause = Math.max(1, Math.round(performance.now() - began));
    if (this.#works.size > 0) this.#timer = setTimeout(this.#work, pause);
  };
}
