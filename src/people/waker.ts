/** Wakes one callback at a moment: the machine's timer, or a simulation's. */
export interface Waker {
  /** Calls `callback` once, at `at` (milliseconds since the epoch) or soon after; early is allowed. @returns what cancels it */
  wake(at: number, callback: () => void): () => void;
}
