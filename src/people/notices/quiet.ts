import type { Channel, QuietHours } from "./channel.ts";

/** What the earliest time of sending depends on beside the channel. */
export interface QuietContext {
  /** IANA zone of the home. */
  readonly timezone: string;
  /** Until when only alarms are sent, by the person's wish or everybody's; milliseconds since the epoch, 0: not set. */
  readonly quietUntil: number;
}

/** A time of day, `00:00` to `23:59`. */
export const QUIET_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Parses hours of a day, `22:00-07:00`; null for any other text. */
export function quietHours(hours: string): { readonly from: string; readonly to: string } | null {
  const [, from = "", to = ""] = /^(\d\d:\d\d)\s*-\s*(\d\d:\d\d)$/.exec(hours.trim()) ?? [];
  return QUIET_TIME.test(from) && QUIET_TIME.test(to) ? { from, to } : null;
}

/**
 * The earliest time at which a channel may send, in milliseconds since the epoch: `now`, or the end of its silence. Quiet hours
 * hold an alarm back only if they say so.
 */
export function earliestSendTime(
  { quiet }: Pick<Channel, "quiet">,
  alarm: boolean,
  now: number,
  { timezone, quietUntil }: QuietContext,
): number {
  const hours = quiet && (!alarm || quiet.alarms) ? quiet : null;
  // The end of one silence may lie within the other.
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
