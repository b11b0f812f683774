import type { OutboxEntry } from "./channel.ts";
import { ALARM_RATE, NORMAL_RATE, RateLimiter } from "./rate-limit.ts";

/** Up to this many waiting alarms are sent one by one; more are sent together. */
const SINGLE_ALARMS = 3;

/** The entries to send together now, or when to look again. */
export type NextSend =
  | { readonly kind: "send"; readonly entries: readonly OutboxEntry[]; readonly message: string | null }
  | { readonly kind: "wait"; readonly at: number }
  | { readonly kind: "nothing" };

/** Decides what one channel sends next, within its rate limits and pauses after failures. */
export class ChannelQueue {
  readonly #alarms: RateLimiter;
  readonly #others: RateLimiter;
  /** After a failure everything but alarms waits until then, in milliseconds since the epoch. */
  holdUntil = 0;

  constructor(now: number) {
    this.#alarms = new RateLimiter(ALARM_RATE, now);
    this.#others = new RateLimiter(NORMAL_RATE, now);
  }

  /** The entries to send next: repetitions first, then alarms, then everything else together. */
  next(waiting: readonly OutboxEntry[], now: number): NextSend {
    const due = waiting.filter(({ dueAt }) => dueAt <= now);
    const again = due.find(({ message }) => message !== null);
    // A message that may have arrived is repeated unchanged, so that the receiver recognizes it.
    if (again)
      return sendNow(
        due.filter(({ message }) => message === again.message),
        again.message,
      );
    const alarms = due.filter(({ level }) => level === "alarm");
    if (alarms.length > 0) {
      const from = this.#alarms.nextAt(now);
      if (from > now) return earliest(from, waiting, now);
      this.#alarms.use(now);
      return sendNow(alarms.length > SINGLE_ALARMS ? alarms : alarms.slice(0, 1), null);
    }
    if (due.length > 0) {
      const from = Math.max(this.#others.nextAt(now), this.holdUntil);
      if (from > now) return earliest(from, waiting, now);
      this.#others.use(now);
      return sendNow(due, null);
    }
    return earliest(null, waiting, now);
  }
}

function sendNow(entries: readonly OutboxEntry[], message: string | null): NextSend {
  return { kind: "send", entries, message };
}

/** When to look again: at `at`, or when the next entry is due, whichever is first. */
function earliest(at: number | null, waiting: readonly OutboxEntry[], now: number): NextSend {
  const later = waiting.flatMap(({ dueAt }) => (dueAt > now ? [dueAt] : []));
  const first = Math.min(...later, at ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? { kind: "wait", at: first } : { kind: "nothing" };
}
