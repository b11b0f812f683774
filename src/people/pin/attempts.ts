/** Slows and locks wrong PINs in a row. Pure; times are milliseconds since the epoch. */

/** Wrong tries under one key. */
export interface PinAttempts {
  /** Wrong PINs in a row since the last right one or the last lock. */
  readonly wrong: number;
  /** Locks in a row. */
  readonly locks: number;
  /** No PIN is checked before this. */
  readonly notBefore: number;
  readonly at: number;
}

/** This many wrong PINs in a row lock. */
export const MAX_WRONG_PINS = 5;
/** The first lock; each after it is twice as long. */
const LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 24 * 3_600_000;
/** The wait after the first wrong PIN; each further one is twice as long. */
const DELAY_MS = 1_000;
/** After so long without a try the count starts again. */
const FORGET_MS = 7 * 86_400_000;

export const NO_ATTEMPTS: PinAttempts = { wrong: 0, locks: 0, notBefore: 0, at: 0 };

/** Milliseconds until a PIN is checked again; 0: now. */
export function remainingWait({ notBefore }: PinAttempts, now: number): number {
  return Math.max(0, notBefore - now);
}

/** The tries on a clock that was set back: the wait that was left is counted from now. */
export function atCurrentClock(tries: PinAttempts, now: number): PinAttempts {
  return tries.at <= now ? tries : { ...tries, notBefore: now + Math.max(0, tries.notBefore - tries.at), at: now };
}

/** The tries after one more wrong PIN. */
export function afterWrongPin(tries: PinAttempts, now: number): PinAttempts {
  const { wrong, locks } = now - tries.at > FORGET_MS ? NO_ATTEMPTS : tries;
  if (wrong + 1 >= MAX_WRONG_PINS) {
    const lock = Math.min(LONGEST_LOCK_MS, LOCK_MS * 2 ** locks);
    return { wrong: 0, locks: locks + 1, notBefore: now + lock, at: now };
  }
  return { wrong: wrong + 1, locks, notBefore: now + DELAY_MS * 2 ** wrong, at: now };
}

/** Whether the last wrong PIN locked. */
export function isLockout({ wrong, locks }: PinAttempts): boolean {
  return wrong === 0 && locks > 0;
}
