/** How wrong PINs in a row are slowed and locked. Pure: times are milliseconds since the epoch. */

/** Wrong tries under one key. */
export interface Tries {
  /** In a row since the last right one or the last lock. */
  readonly wrong: number;
  /** How often it was locked in a row. */
  readonly locks: number;
  /** No try is looked at before this. */
  readonly notBefore: number;
  readonly at: number;
}

/** So many wrong ones in a row lock. */
export const MOST_WRONG = 5;
/** The first lock; each after it is twice as long. */
const LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 24 * 3_600_000;
/** The wait after the first wrong one; each after it is twice as long. */
const DELAY_MS = 1_000;
/** After so long without a try all is forgotten. */
const FORGET_MS = 7 * 86_400_000;

export const NO_TRIES: Tries = { wrong: 0, locks: 0, notBefore: 0, at: 0 };

/** How long nothing is looked at, in milliseconds; 0: a try may be made now. */
export function waitOf({ notBefore }: Tries, now: number): number {
  return Math.max(0, notBefore - now);
}

/** The same by a clock that was set back behind them: what was left to wait when they were made is waited from now on. */
export function asOf(tries: Tries, now: number): Tries {
  return tries.at <= now ? tries : { ...tries, notBefore: now + Math.max(0, tries.notBefore - tries.at), at: now };
}

/** One more wrong try. */
export function afterWrong(tries: Tries, now: number): Tries {
  const { wrong, locks } = now - tries.at > FORGET_MS ? NO_TRIES : tries;
  if (wrong + 1 >= MOST_WRONG) {
    const lock = Math.min(LONGEST_LOCK_MS, LOCK_MS * 2 ** locks);
    return { wrong: 0, locks: locks + 1, notBefore: now + lock, at: now };
  }
  return { wrong: wrong + 1, locks, notBefore: now + DELAY_MS * 2 ** wrong, at: now };
}

/** Whether this try was the one that locked. */
export function isLock({ wrong, locks }: Tries): boolean {
  return wrong === 0 && locks > 0;
}
