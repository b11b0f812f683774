import { languages, messages } from "../../../language/index.ts";
import { lettersAndDigits } from "../name-likeness.ts";
import { durationMsIn } from "./durations.ts";
import { pastInstantIn, timeOfDayIn } from "./times.ts";

/**
 * Parses a moment in the past to milliseconds since the epoch: "1 hour ago", 半小时前, "yesterday 22:00", 昨天, and the forms of
 * `pastInstantIn`. Null for other texts.
 * @param edge which end of a whole day is meant
 */
export function pastMoment(given: string, now: number, timezone: string, edge: "start" | "end"): number | null {
  const text = given.trim();
  for (const language of languages()) {
    const { ago, days } = messages(language).times.past;
    for (const word of ago) {
      const ms = text.endsWith(word) ? durationMsIn(text.slice(0, -word.length).trim()) : null;
      if (ms !== null) return now - ms;
    }
    for (const [word, back] of days) {
      const at = dayMoment(text, word, back, now, timezone, edge);
      if (at !== null) return at;
    }
  }
  return pastInstantIn(text, now, timezone);
}

/** The moment of a word for a day, with a time, or alone for the start or the end of the day. */
function dayMoment(
  text: string,
  word: string,
  back: number,
  now: number,
  timezone: string,
  edge: "start" | "end",
): number | null {
  const lower = text.toLowerCase();
  if (!lower.startsWith(word) && !lower.endsWith(word)) return null;
  const rest = lower.startsWith(word) ? text.slice(word.length) : text.slice(0, -word.length);
  const day = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .subtract({ days: back });
  if (lettersAndDigits(rest) === "") {
    const start = (edge === "start" ? day : day.add({ days: 1 })).toZonedDateTime(timezone).epochMilliseconds;
    return Math.min(start, now);
  }
  const time = timeOfDayIn(rest.replace(/^[\s,，]+|[\s,，]+$/g, ""));
  if (time === null) return null;
  const at = day.toPlainDateTime(time).toZonedDateTime(timezone).epochMilliseconds;
  return at <= now ? at : null;
}
