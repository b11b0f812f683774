import { durationMs } from "../../../automation/index.ts";
import { JiaError } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import { pastMoment } from "./past.ts";

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/**
 * Parses the start of a span to milliseconds since the epoch: `07:00` is the last seven o'clock, `2h` two hours ago, "yesterday" its
 * beginning, `2026-11-24T18:00` a local time.
 * @throws JiaError `invalid-tool-arguments`
 */
export function sinceMoment(given: string, now: number, timezone: string): number {
  const text = given.trim();
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const [, hour, minute] = CLOCK.exec(text) ?? [];
  if (hour !== undefined && minute !== undefined) {
    const today = zoned.withPlainTime({ hour: Number(hour), minute: Number(minute) });
    const last = today.epochMilliseconds <= now ? today : today.subtract({ days: 1 });
    return last.epochMilliseconds;
  }
  const ago = durationMs(text);
  if (ago !== null) return now - ago;
  const at = pastMoment(text, now, timezone, "start");
  if (at !== null) return at;
  throw new JiaError("invalid-tool-arguments", { tool: "get_state", detail: message("tools.sinceForm") });
}

/** A moment as `21:30`, with the date where it is more than a day away. */
export function whenText(at: number, now: number, timezone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const time = zoned.toPlainTime().toString({ smallestUnit: "minute" });
  return Math.abs(at - now) < 86_400_000 ? time : `${zoned.toPlainDate().toString().slice(5)} ${time}`;
}
