import { languages, messages } from "../../../language/index.ts";
import { plain } from "../alike.ts";
import { lengthIn } from "./lengths.ts";
import { pastIn, timeOfDayIn } from "./times.ts";

/** Milliseconds since the epoch of what a text says has gone by: "1 hour ago", 半小时前, "yesterday 22:00", 昨天, or as `pastIn` reads it. Null for any other. */
export function pastMoment(given: string, now: number, timezone: string, edge: "start" | "end"): number | null {
  const text = given.trim();
  for (const language of languages()) {
    const { ago, days } = messages(language).times.past;
    for (const word of ago) {
      const ms = text.endsWith(word) ? lengthIn(text.slice(0, -word.length).trim()) : null;
      if (ms !== null) return now - ms;
    }
    for (const [word, back] of days) {
      const at = dayMoment(text, word, back, now, timezone, edge);
      if (at !== null) return at;
    }
  }
  return pastIn(text, now, timezone);
}

/** A day by its word, alone or with a time: alone it is its first moment, or its last. */
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
  if (plain(rest) === "") {
    const start = (edge === "start" ? day : day.add({ days: 1 })).toZonedDateTime(timezone).epochMilliseconds;
    return Math.min(start, now);
  }
  const time = timeOfDayIn(rest.replace(/^[\s,，]+|[\s,，]+$/g, ""));
  if (time === null) return null;
  const at = day.toPlainDateTime(time).toZonedDateTime(timezone).epochMilliseconds;
  return at <= now ? at : null;
}
