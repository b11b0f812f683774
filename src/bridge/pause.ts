import { setTimeout as wait } from "node:timers/promises";

/** Waits; ends early when the signal fires. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, { signal });
  } catch {
    // Stopped: the caller looks at the signal.
  }
}
