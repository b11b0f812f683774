/** Questions why something happened, and their answers. */
import type { DeviceId, NotedOutcome, Origin } from "../../home/index.ts";
import type { Run } from "../runs/run.ts";

export interface WhyQuestion {
  readonly device: DeviceId;
  /** Any property or action when left out. */
  readonly address?: string;
  /** Only changes of the property to this value: who switched it on, and not who switched it off since. */
  readonly value?: boolean;
  /** Only deeds of this kind: who locked it, and not who unlocked it since. For a lock, opening includes unlocking. */
  readonly deed?: WhyDeed;
  /** The last change at or before this moment; now when left out. */
  readonly at?: number;
  /** Id of the conversation that asks: commands that were given in it were given by the asker ("you"). */
  readonly conversation?: string;
}

/** Deeds on a lock, or on a door, window or cover. */
export type WhyDeed = "lock" | "unlock" | "open" | "close";

/** Why something happened. `text` is ready to be said. */
export interface Explanation {
  readonly text: string;
  /**
   * The command that explains it; null when nothing Jia did explains it: by hand, by another app, or before the audit
   * begins.
   */
  readonly cause: {
    readonly at: number;
    readonly origin: Origin;
    /** `unknown` when Jia ended before the device answered. */
    readonly outcomes: readonly NotedOutcome[];
    readonly run: Run | null;
  } | null;
  /** The last changes in question, newest first. An outcome has the value before it, where that was known. */
  readonly changes: readonly PastChange[];
}

/** A change that Jia made. */
export interface PastChange {
  readonly at: number;
  readonly origin: Origin;
  readonly outcome: NotedOutcome;
}
