import { setTimeout as wait } from "node:timers/promises";

/** Waits until `look` gives something, and gives that; fails with `what` after `timeout` milliseconds. */
export async function until<Found>(
  what: string,
  look: () => Found | undefined | null | false,
  timeout = 8000,
): Promise<Found> {
  const end = performance.now() + timeout;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited ${timeout} ms in vain for ${what}`);
    await wait(5);
  }
}
