import type { LAPSE_REASONS, UnknownReason } from "../home/index.ts";

/** Why something is not known, as it is told: times are in words; null where nobody saw the moment. */
export interface ToldGap {
  readonly reason: UnknownReason;
  readonly since: string | null;
}

/** Why a value may not be so any more, as it is told. */
export interface ToldLapse {
  readonly reason: (typeof LAPSE_REASONS)[number];
  readonly since: string | null;
}

/** Sensors that were asked who is there. */
export interface Sensing {
  readonly names: readonly string[];
  /** Where they are; null where one of them is in no room. */
  readonly rooms: readonly string[] | null;
  /** They see movement, and not people. */
  readonly moving: boolean;
}
