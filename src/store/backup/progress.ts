/** The progress of a backup or restore, and its signal to stop. */
export interface BackupProgress {
  /** Called with the finished share, from 0 to 1. */
  readonly progress: (part: number) => void;
  /** Stops the work; its unfinished files are deleted. */
  readonly signal: AbortSignal;
}
