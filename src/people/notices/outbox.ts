import type { OutboxEntry } from "./channel.ts";
import { ALARM_PACE, PACE, Pacer } from "./pace.ts";

/** Alarms that wait at the same time are sent one by one as long as they are no more than this. */
const SINGLE_ALARMS = 3;

/** What is sent together now, or when to look again. */
export type Next =
  | { readonly kind: "send"; readonly entries: readonly OutboxEntry[]; readonly message: string | null }
  | { readonly kind: "wait"; readonly at: number }
  | { readonly kind: "nothing" };

/** What decides about one channel, besides what waits for it: how fast it is sent to, and when it failed. */
export class ChannelPace {
  readonly #alarms: Pacer;
  readonly #others: Pacer;
  /** After a failure what is no alarm waits until then, in milliseconds since the epoch. */
  holdUntil = 0;

  constructor(now: number) {
    this.#alarms = new Pacer(ALARM_PACE, now);
    this.#others = new Pacer(PACE, now);
  }

  /** What to send next of what waits: repetitions, then alarms, then everything else together. */
  next(waiting: readonly OutboxEntry[], now: number): Next {
    const due = waiting.filter(({ dueAt }) => dueAt <= now);
    const again = due.find(({ message }) => message !== null);
    // What may have arrived is sent again as it was, so that the receiver knows it.
    if (again)
      return sent(
        due.filter(({ message }) => message === again.message),
        again.message,
      );
    const alarms = due.filter(({ level }) => level === "alarm");
    if (alarms.length > 0) {
      const from = this.#alarms.nextAt(now);
      if (from > now) return earliest(from, waiting, now);
      this.#alarms.use(now);
      return sent(alarms.length > SINGLE_ALARMS ? alarms : alarms.slice(0, 1), null);
    }
    if (due.length > 0) {
      const from = Math.max(this.#others.nextAt(now), this.holdUntil);
      if (from > now) return earliest(from, waiting, now);
      this.#others.use(now);
      return sent(due, null);
    }
    return earliest(null, waiting, now);
  }
}

function sent(entries: readonly OutboxEntry[], message: string | null): Next {
  return { kind: "send", entries, message };
}

/** The first of a moment and of what is not due yet. */
function earliest(at: number | null, waiting: readonly OutboxEntry[], now: number): Next {
  const later = waiting.flatMap(({ dueAt }) => (dueAt > now ? [dueAt] : []));
  const first = Math.min(...later, at ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? { kind: "wait", at: first } : { kind: "nothing" };
}
