/** A call is answered after this long, finished or not, in milliseconds: Home Assistant waits for ten seconds. */
export const ANSWER_MS = 8_500;

/**
 * Waits for something, but no longer than a call may take.
 * @returns "late" when it is not over by then; it goes on
 */
export async function inTime<Result>(work: Promise<Result>, ms: number): Promise<Result | "late"> {
  const { promise, resolve } = Promise.withResolvers<"late">();
  const timer = setTimeout(resolve, ms, "late");
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
