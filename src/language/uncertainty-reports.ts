import type { LAPSE_REASONS, UnknownReason } from "../home/index.ts";

/** An unknown value for a message. `since` in words; null when the moment is not known. */
export interface UnknownValueReport {
  readonly reason: UnknownReason;
  readonly since: string | null;
}

/** A value that may not hold any more, for a message. `since` as above. */
export interface StaleValueReport {
  readonly reason: (typeof LAPSE_REASONS)[number];
  readonly since: string | null;
}

/** The sensors behind an answer to who is there. */
export interface OccupancySensors {
  readonly names: readonly string[];
  /** Their rooms; null when one of them is in no room. */
  readonly rooms: readonly string[] | null;
  /** Whether they sense movement and not people. */
  readonly moving: boolean;
}
