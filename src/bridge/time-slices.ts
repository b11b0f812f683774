import type { DialectOutput } from "./dialect.ts";
import { messageProblem } from "./message-json.ts";

/** How long one slice of work holds the process, in milliseconds; what is begun (one rendering) is finished. */
const SLICE_MS = 4;
/** How long all that one message causes may take together, in milliseconds. */
const MESSAGE_MS = 500;
/** Work that is under way or waits. */
const MAX_WORKS = 500;

/** Work in small pieces, each with its outputs. */
export type WorkPieces = Iterator<readonly DialectOutput[]>;

/** Measures whether the work since the start has used up a slice of time. */
export class SliceClock {
  #began = performance.now();

  /** Milliseconds since the beginning, or the last restart. */
  get elapsed(): number {
    return performance.now() - this.#began;
  }

  get over(): boolean {
    return this.elapsed >= SLICE_MS;
  }

  restart(): void {
    this.#began = performance.now();
  }
}

/**
 * Works until a slice of time is over; the rest comes as an output `more`.
 * @param most milliseconds for all slices together; the rest is left out and reported as a problem
 * @param done called at the end, for what follows
 * @param last whether the rest runs only when nothing else is waiting
 */
export function inSlices(
  pieces: WorkPieces,
  about: { readonly topic: string },
  most = Number.POSITIVE_INFINITY,
  done: () => readonly DialectOutput[] = () => [],
  last = false,
): DialectOutput[] {
  let spent = 0;
  const slice = (): DialectOutput[] => {
    const outputs: DialectOutput[] = [];
    const clock = new SliceClock();
    for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) {
      for (const output of piece.value) outputs.push(output);
      if (!clock.over) continue;
      spent += clock.elapsed;
      if (spent <= most) return [...outputs, { kind: "more", last, go: slice }];
      outputs.push(messageProblem("too-much-work", about, `more than ${most} ms`));
      break;
    }
    return [...outputs, ...done()];
  };
  return slice();
}

/**
 * Runs the work that messages cause, in their order on each topic. Anybody may announce a thousand components that
 * listen to one topic, so the work of one message is bounded, and of the waiting messages only the newest counts.
 */
export class OrderedWork {
  /** The next work, keyed by the work under way; null for none. */
  readonly #next = new Map<string, (() => WorkPieces) | null>();
  readonly #most: number;

  /** @param most milliseconds that one message may take */
  constructor(most = MESSAGE_MS) {
    this.#most = most;
  }

  /**
   * @param key what has to keep its order
   * @param later whether it is to be begun after everything else that waits to be done
   */
  run(key: string, make: () => WorkPieces, about: { readonly topic: string }, later = false): DialectOutput[] {
    if (this.#next.has(key)) {
      this.#next.set(key, make);
      return [];
    }
    if (this.#next.size >= MAX_WORKS) return [messageProblem("too-much-work", about, "too much waits already")];
    this.#next.set(key, null);
    const go = () => inSlices(make(), about, this.#most, () => this.#ended(key, about, later), later);
    return later ? [{ kind: "more", last: true, go }] : go();
  }

  #ended(key: string, about: { readonly topic: string }, later: boolean): DialectOutput[] {
    const next = this.#next.get(key);
    this.#next.delete(key);
    if (!next) return [];
    // As a separate piece, because the one before has used up its time.
    return [{ kind: "more", last: later, go: () => this.run(key, next, about, later) }];
  }
}
