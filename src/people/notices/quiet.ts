import type { Channel, QuietHours } from "./channel.ts";

/** What decides when something may be sent by a channel. */
export interface QuietAround {
  /** IANA zone of the home. */
  readonly timezone: string;
  /** Until when the person of the channel, or everybody, wants nothing but alarms; milliseconds since the epoch, 0 for nothing. */
  readonly quietUntil: number;
}

/** A time of day: `07:30`. */
export const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Hours of a day as one text, `22:00-07:00`; null for what is none. */
export function quietHours(hours: string): { readonly from: string; readonly to: string } | null {
  const [, from = "", to = ""] = /^(\d\d:\d\d)\s*-\s*(\d\d:\d\d)$/.exec(hours.trim()) ?? [];
  return TIME_OF_DAY.test(from) && TIME_OF_DAY.test(to) ? { from, to } : null;
}

/**
 * When something may be sent by a channel at the earliest, in milliseconds since the epoch: `now`, or the end of its silence.
 * An alarm is only kept waiting by hours that say so.
 */
export function sendableFrom(
  { quiet }: Pick<Channel, "quiet">,
  alarm: boolean,
  now: number,
  { timezone, quietUntil }: QuietAround,
): number {
  const hours = quiet && (!alarm || quiet.alarms) ? quiet : null;
  // What ends one silence may be in the middle of the other.
  const after = alarm ? now : Math.max(now, quietUntil);
  return hours ? endOfQuiet(hours, after, timezone) : after;
}

/** The end of the quiet hours that a moment is in; the moment itself outside of them. */
export function endOfQuiet({ from, to }: QuietHours, at: number, timezone: string): number {
  if (from === to) return at;
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const time = moment.toPlainTime();
  const [start, end] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const reached = Temporal.PlainTime.compare(time, start) >= 0;
  const before = Temporal.PlainTime.compare(time, end) < 0;
  const overnight = Temporal.PlainTime.compare(start, end) > 0;
  if (overnight ? !reached && !before : !(reached && before)) return at;
  const day = overnight && reached ? moment.toPlainDate().add({ days: 1 }) : moment.toPlainDate();
  return day.toZonedDateTime({ timeZone: timezone, plainTime: end }).epochMilliseconds;
}
