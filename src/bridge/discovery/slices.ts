import type { DialectOutput } from "../dialect.ts";
import { problem } from "../json.ts";

/** How long one slice of work holds the process, in milliseconds; what is begun (one rendering) is finished. */
const SLICE_MS = 4;
/** How long all that one message causes may take together, in milliseconds. */
const MESSAGE_MS = 500;

/** Knows when what is done in one piece has taken a slice of time. */
export class SliceClock {
  #began = performance.now();

  /** True once for each slice. */
  get over(): boolean {
    const now = performance.now();
    if (now - this.#began < SLICE_MS) return false;
    this.#began = now;
    return true;
  }
}

/** Work in small pieces, each with what it has to say. */
export type Pieces = Iterator<readonly DialectOutput[]>;

/**
 * Does work until a slice is over; what is left comes with `more`. Anybody may announce a thousand components that listen
 * to one topic, so what a message causes is bounded: the rest is left out and told.
 * @param most milliseconds that it may take altogether
 */
export function inSlices(pieces: Pieces, about: { readonly topic: string }, most = MESSAGE_MS): DialectOutput[] {
  let spent = 0;
  const slice = (): DialectOutput[] => {
    const outputs: DialectOutput[] = [];
    const began = performance.now();
    for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) {
      for (const output of piece.value) outputs.push(output);
      const elapsed = performance.now() - began;
      if (elapsed < SLICE_MS) continue;
      spent += elapsed;
      if (spent > most) return [...outputs, problem("too-much-work", about, `more than ${most} ms`)];
      return [...outputs, { kind: "more", go: slice }];
    }
    return outputs;
  };
  return slice();
}
