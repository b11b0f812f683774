import type { HomeIndex } from "../names/home-index.ts";
import { isMark } from "../parse/items.ts";
import { nextDate } from "../parse/measure/dates.ts";
import { segmentText } from "../parse/segment.ts";
import { isTimeParticle, partialMomentIn } from "../plans/moments.ts";
import type { PartialMoment } from "../plans/request.ts";
import { normalise } from "../text/tokens.ts";
import { DAY_EVENTS, type DayEvent, type MemoryForms } from "./forms.ts";

/** A time of day with its weekdays. */
export interface DailyTime {
  /** "23:00" */
  readonly clock: string;
  /** 1 is Monday; none: every day. */
  readonly weekdays: readonly number[];
}

/** The time of day in a text; "half" where the half of the day is open; null when it says anything else. */
export function dailyTimeIn(
  text: string,
  event: DayEvent | null,
  index: HomeIndex,
  { about, oclock }: MemoryForms,
): DailyTime | "half" | null {
  const bare = text.replace(about, " ").trim();
  // "One" alone may be a thing; "one o'clock" is a time.
  const found =
    whole(bare, index) ??
    whole(text, index) ??
    whole(
      oclock.replace("{hour}", () => bare),
      index,
    );
  if (found?.hour == null || found.day !== null || found.date !== null || found.sun !== null) return null;
  const { hour, exact, part, weekdays } = found;
  const minute = found.minute ?? 0;
  const open = !exact && part === null && hour <= 12;
  const meant = open ? halfOf(hour, event) : hour % 24;
  if (meant === null) return "half";
  const clock = [meant, minute].map((each) => String(each).padStart(2, "0")).join(":");
  return { clock, weekdays: weekdays.length === 7 ? [] : weekdays };
}

/** The moment, if the text says nothing else. */
function whole(text: string, index: HomeIndex): PartialMoment | null {
  const items = segmentText(normalise(text.trim()), index);
  const found = partialMomentIn(items, () => true);
  if (found === null) return null;
  return items.every((item) => found.words.has(item) || isMark(item) || isTimeParticle(item)) ? found.moment : null;
}

/** The hour in the half of the day that the event is in; null where it may be either. */
function halfOf(hour: number, event: DayEvent | null): number | null {
  if (event === null) return null;
  const [from, to] = DAY_EVENTS[event];
  const within = [hour % 12, (hour % 12) + 12].filter((each) =>
    from < to ? each >= from && each < to : each >= from || each < to,
  );
  const [only, ...others] = within;
  return only !== undefined && others.length === 0 ? only : null;
}

/** When something that lasts until then ends, in milliseconds since the epoch; null where that is not clear. */
export function endMomentIn(text: string, index: HomeIndex, now: number, timezone: string): number | null {
  const items = segmentText(normalise(text.trim()), index);
  const [only, ...others] = items.filter((item) => !isTimeParticle(item) && !isMark(item));
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  if (only?.measure?.kind === "duration" && others.length === 0) return now + only.measure.seconds * 1000;
  const moment = whole(text, index);
  if (moment === null || moment.sun !== null) return null;
  const today = local.toPlainDate();
  const { day, date, weekdays, hour, minute } = moment;
  const dated = date === null ? null : nextDate(date, today);
  if (date !== null && dated === null) return null;
  const [weekday, ...more] = weekdays;
  if (more.length > 0) return null;
  const ahead = weekday === undefined ? (day ?? 0) : (weekday - today.dayOfWeek + 7) % 7;
  const on = dated ?? today.add({ days: ahead });
  // Without an hour it lasts to the end of the day.
  const end =
    hour === null
      ? on.add({ days: 1 }).toZonedDateTime(timezone)
      : on.toZonedDateTime({ timeZone: timezone, plainTime: new Temporal.PlainTime(hour % 24, minute ?? 0) });
  const at = end.epochMilliseconds;
  return at > now ? at : null;
}
