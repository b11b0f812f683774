import type { Command, Origin } from "../../home/index.ts";

/** How people think of something that rings: a countdown, a ring at a time, a reminder of something. */
export const RING_KINDS = ["timer", "alarm", "reminder"] as const;
export type RingKind = (typeof RING_KINDS)[number];

/**
 * A countdown. With commands it is a delayed command ("turn it off in 20 minutes"); without, it rings. Times are
 * milliseconds since the epoch.
 */
export interface Timer {
  readonly id: string;
  /** "pasta", empty when nobody named it. */
  readonly name: string;
  readonly state:
    | { readonly kind: "running"; readonly dueAt: number }
    | { readonly kind: "paused"; readonly remainingMs: number };
  /** The duration at its start, with what was added since. */
  readonly durationMs: number;
  readonly commands: readonly Command[];
  /** How people think of it; null where it does not ring, or nobody said. */
  readonly rings: RingKind | null;
  /** Whether a person said yes to commands that the policy asks about. */
  readonly approved: boolean;
  readonly origin: Origin;
  /** Id of the room in which it was set, and in which it rings. */
  readonly room: string | null;
  readonly createdAt: number;
}
