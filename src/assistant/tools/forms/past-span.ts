import { durationMs } from "../../../automation/index.ts";
import { JiaError } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import { pastSpansIn } from "../../../understanding/parse/time/past-spans.ts";
import { resolveSpan } from "../../../understanding/past/span.ts";
import { pastMoment } from "./past.ts";

/** A span of the past, in milliseconds since the epoch. */
export interface RequestedSpan {
  readonly from: number;
  readonly to: number;
}

/** The length of the span where the call gives none, in milliseconds. */
const USUAL = 24 * 60 * 60_000;
const DAY = 24 * 60 * 60_000;

/**
 * Parses a span: two ends as "07:00", "2h ago", "yesterday 22:00" or a local time, or one phrase for both: "last night", 上周, "the
 * last 3 hours", "between 2 and 4". Without arguments the last 24 hours.
 * @throws JiaError `invalid-tool-arguments`
 */
export function requestedSpan(
  from: string | undefined,
  to: string | undefined,
  now: number,
  timezone: string,
): RequestedSpan {
  const first = from === undefined ? null : endsOf(from, now, timezone, "start");
  const last = to === undefined ? null : endsOf(to, now, timezone, "end");
  if (first === null || last === null) {
    const end = last ? ends(last) : first?.moment === false ? first.to : now;
    return span(first?.from ?? end - USUAL, end, now);
  }
  // A bare end time is the next one after the start: "22:00" to "06:00", "2026-11-24T18:00" to "06:00".
  const time = timeOf(to, timezone);
  if (time === null) return span(first.from, ends(last), now);
  const begins = timeOf(from, timezone) !== null && first.from >= ends(last) ? first.from - DAY : first.from;
  return span(begins, time(begins), now);
}

function ends({ from, to, moment }: Ends): number {
  return moment ? from : to;
}

function span(from: number, to: number, now: number): RequestedSpan {
  if (from >= to) throw wrong("tools.historyOrder");
  return { from, to: Math.min(to, now) };
}

/** A function from a moment to the next moment with this time of day; null for a text that is no bare time of day. */
function timeOf(given: string | undefined, timezone: string): ((after: number) => number) | null {
  const [, hour, minute] = /^\s*([01]?\d|2[0-3]):([0-5]\d)\s*$/.exec(given ?? "") ?? [];
  if (hour === undefined || minute === undefined) return null;
  return (after) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timezone);
    const today = zoned.withPlainTime({ hour: Number(hour), minute: Number(minute) });
    return (today.epochMilliseconds > after ? today : today.add({ days: 1 })).epochMilliseconds;
  };
}

interface Ends extends RequestedSpan {
  /** The text gives one moment and no span. */
  readonly moment: boolean;
}

function endsOf(given: string, now: number, timezone: string, edge: "start" | "end"): Ends {
  const text = given.trim().toLowerCase();
  const time = timeOf(given, timezone);
  if (time) {
    const last = time(now - DAY);
    return { from: last, to: last, moment: true };
  }
  const [said, ...others] = pastSpansIn(text);
  const whole =
    said?.span && others.length === 0 && text.slice(0, said.start).trim() + text.slice(said.end).trim() === "";
  const place = whole && said.span ? resolveSpan(said.span, now, timezone) : null;
  if (place) return { from: place.from, to: place.moment ? place.from : place.to, moment: place.moment };
  const ago = durationMs(text);
  const at = ago === null ? pastMoment(given, now, timezone, edge) : now - ago;
  if (at === null) throw wrong("tools.historySpan");
  return { from: at, to: at, moment: true };
}

function wrong(key: "tools.historySpan" | "tools.historyOrder"): JiaError {
  return new JiaError("invalid-tool-arguments", { tool: "get_history", detail: message(key) });
}
