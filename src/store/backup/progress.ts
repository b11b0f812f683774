/** What a backup or a restore is told while it is at work, and how it is stopped. */
export interface Work {
  /** Told of the part that is done, from 0 to 1. */
  readonly progress: (part: number) => void;
  /** Ends the work: what was written by then is taken away. */
  readonly signal: AbortSignal;
}
