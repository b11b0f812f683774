import type { CalendarDate, ClockTime } from "../parse/measure/measures.ts";

/** Parts of a day as people divide it; `small` is after midnight. */
export type PastPart = "small" | "morning" | "noon" | "afternoon" | "evening" | "night";

/** A day in the past, as it was said. */
export type PastDay =
  /** Days before today. */
  | { readonly kind: "back"; readonly days: number }
  /** 1 = Monday; `weeks`: weeks before this one; null: the last such day. */
  | { readonly kind: "weekday"; readonly day: number; readonly weeks: number | null }
  | { readonly kind: "date"; readonly date: CalendarDate };

/** A time of day on a day; without a day, the last time that the clock showed it. */
export interface PastMoment {
  readonly day: PastDay | null;
  readonly part: PastPart | null;
  readonly clock: ClockTime;
}

export type PastPeriod = "week" | "weekend" | "month" | "year";

/** A time in the past as it was said, independent of the current time. */
export type PastSpan =
  | { readonly kind: "at"; readonly moment: PastMoment }
  | { readonly kind: "ago"; readonly seconds: number }
  /** A day or a part of it; without a day the last such part that has begun. `hours` may exceed 24. */
  | {
      readonly kind: "day";
      readonly day: PastDay | null;
      readonly part: PastPart | null;
      readonly hours: readonly [from: number, to: number] | null;
    }
  | { readonly kind: "period"; readonly unit: PastPeriod; readonly back: number }
  /** This long until now. */
  | { readonly kind: "last"; readonly seconds: number }
  /** From a moment until now. */
  | { readonly kind: "since"; readonly from: PastSpan }
  | { readonly kind: "between"; readonly from: PastSpan; readonly to: PastSpan }
  /** The same time of day as now. */
  | { readonly kind: "same-time"; readonly day: PastDay }
  | { readonly kind: "now" };

/** A resolved span. Milliseconds since the epoch; `to` is exclusive and not after now. */
export interface ResolvedSpan {
  readonly from: number;
  readonly to: number;
  /** It is one moment: `from` equals `to`. */
  readonly moment: boolean;
  /** It has not ended yet. */
  readonly open: boolean;
}

/** Resolves a span as seen from `now` (milliseconds since the epoch); null when it has not begun, or does not exist. */
export function resolveSpan(span: PastSpan, now: number, timezone: string): ResolvedSpan | null {
  const found = wholeOf(span, Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone));
  if (found === null || found.from > now || (found.moment && found.from > now)) return null;
  return { ...found, to: Math.min(found.to, now), open: !found.moment && found.to >= now };
}

type Whole = Omit<ResolvedSpan, "open">;
type Zoned = Temporal.ZonedDateTime;

function wholeOf(span: PastSpan, now: Zoned): Whole | null {
  const ms = now.epochMilliseconds;
  switch (span.kind) {
    case "now":
      return moment(ms);
    case "ago":
      return moment(ms - span.seconds * 1000);
    case "last":
      return stretch(ms - span.seconds * 1000, ms);
    case "same-time": {
      const day = dayOf(span.day, now);
      return day && moment(now.with({ year: day.year, month: day.month, day: day.day }).epochMilliseconds);
    }
    case "at":
      return momentOf(span.moment, now);
    case "day":
      return partOf(span, now);
    case "period":
      return periodOf(span.unit, span.back, now);
    case "since": {
      const from = wholeOf(span.from, now);
      return from && stretch(from.from, ms);
    }
    case "between":
      return betweenOf(span.from, span.to, now);
    default:
      return span satisfies never;
  }
}

function moment(at: number): Whole {
  return { from: at, to: at, moment: true };
}

function stretch(from: number, to: number): Whole | null {
  return from < to ? { from, to, moment: false } : null;
}

/** The date of the last such day that has begun; null when there is none. */
function dayOf(day: PastDay, now: Zoned): Temporal.PlainDate | null {
  const today = now.toPlainDate();
  switch (day.kind) {
    case "back":
      return today.subtract({ days: day.days });
    case "weekday": {
      if (day.weeks === null) return today.subtract({ days: (today.dayOfWeek - day.day + 7) % 7 || 7 });
      const monday = today.subtract({ days: today.dayOfWeek - 1 + 7 * day.weeks });
      return monday.add({ days: day.day - 1 });
    }
    case "date":
      return lastDate(day.date, today);
    default:
      return day satisfies never;
  }
}

function lastDate({ month, day }: CalendarDate, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const start = month === null ? today.with({ day: 1 }) : today.with({ day: 1, month });
  for (let back = 0; back <= MOST_BACK; back += 1) {
    const first = month === null ? start.subtract({ months: back }) : start.subtract({ years: back });
    const found = day > first.daysInMonth ? null : first.with({ day });
    if (found && Temporal.PlainDate.compare(found, today) <= 0) return found;
  }
  return null;
}

/** Months or years that are searched for a date. */
const MOST_BACK = 8;

function midnight(day: Temporal.PlainDate, { timeZoneId }: Zoned): Zoned {
  return day.toZonedDateTime(timeZoneId);
}

/** Milliseconds since the epoch of an hour of a day; from 24 on it is on the next day. */
function hourOn(day: Temporal.PlainDate, hour: number, now: Zoned): number {
  const days = Math.floor(hour / 24);
  const time = { hour: Math.floor(hour % 24), minute: Math.round((hour % 1) * 60) };
  return day.add({ days }).toZonedDateTime({ timeZone: now.timeZoneId, plainTime: time }).epochMilliseconds;
}

function partOf({ day, hours }: Extract<PastSpan, { kind: "day" }>, now: Zoned): Whole | null {
  const ms = now.epochMilliseconds;
  if (day === null) {
    const [from, to] = hours ?? [0, 24];
    const today = now.toPlainDate();
    // "At night", said in the morning, is the past night.
    const back = [0, 1].find((days) => hourOn(today.subtract({ days }), from, now) <= ms) ?? 1;
    const began = today.subtract({ days: back });
    return stretch(hourOn(began, from, now), hourOn(began, to, now));
  }
  const on = dayOf(day, now);
  if (on === null) return null;
  if (hours === null)
    return stretch(midnight(on, now).epochMilliseconds, midnight(on.add({ days: 1 }), now).epochMilliseconds);
  return stretch(hourOn(on, hours[0], now), hourOn(on, hours[1], now));
}

function periodOf(unit: PastPeriod, back: number, now: Zoned): Whole | null {
  const today = now.toPlainDate();
  const between = (from: Temporal.PlainDate, to: Temporal.PlainDate): Whole | null =>
    stretch(midnight(from, now).epochMilliseconds, midnight(to, now).epochMilliseconds);
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  switch (unit) {
    case "week": {
      const from = monday.subtract({ weeks: back });
      return between(from, from.add({ weeks: 1 }));
    }
    case "weekend": {
      const saturday = monday.add({ days: 5 });
      // "Last weekend" is that of the week before.
      if (back > 0) {
        const first = saturday.subtract({ weeks: back });
        return between(first, first.add({ days: 2 }));
      }
      // On a Tuesday "the weekend" is the past one.
      const begun = Temporal.PlainDate.compare(saturday, today) <= 0 ? saturday : saturday.subtract({ weeks: 1 });
      return between(begun, begun.add({ days: 2 }));
    }
    case "month": {
      const from = today.with({ day: 1 }).subtract({ months: back });
      return between(from, from.add({ months: 1 }));
    }
    case "year": {
      const from = today.with({ day: 1, month: 1 }).subtract({ years: back });
      return between(from, from.add({ years: 1 }));
    }
    default:
      return unit satisfies never;
  }
}

/** The hours of 24 that a spoken time may mean, in order. */
function hoursOf({ clock: { hour, meridiem }, part }: PastMoment): readonly number[] {
  const half = hour % 12;
  if (meridiem === "am") return [half];
  if (meridiem === "pm") return [half + 12];
  // Midnight of last night begins the next day.
  if (hour === 0 && (part === "evening" || part === "night")) return [24];
  if (hour > 12 || hour === 0) return [hour % 24];
  switch (part) {
    case "small":
    case "morning":
      return [half];
    case "noon":
      return [hour >= 10 ? hour : hour + 12];
    case "afternoon":
      return [half + 12];
    case "evening":
      return [hour === 12 ? 24 : half + 12];
    // "At two last night" is after midnight.
    case "night":
      return [hour === 12 ? 24 : hour < SMALL_HOURS ? hour + 24 : half + 12];
    case null:
      return [half, half + 12];
    default:
      return part satisfies never;
  }
}

/** Before this hour it is still the night of the day before. */
const SMALL_HOURS = 6;
/** Of yesterday's eight o'clocks the morning is meant, of its threes the afternoon: hours from here on are morning. */
const EARLIEST = 7;

function momentOf(said: PastMoment, now: Zoned): Whole | null {
  const hours = hoursOf(said);
  const ms = now.epochMilliseconds;
  const on = (day: Temporal.PlainDate, hour: number): number => hourOn(day, hour + said.clock.minute / 60, now);
  if (said.day === null) {
    const today = now.toPlainDate();
    // The small hours of yesterday's night are today.
    const all = [0, 1].flatMap((days) => hours.map((hour) => on(today.subtract({ days }), hour)));
    const gone = all.filter((at) => at <= ms);
    return gone.length > 0 ? moment(Math.max(...gone)) : null;
  }
  const day = dayOf(said.day, now);
  if (day === null) return null;
  const [first, second] = hours;
  if (first === undefined) return null;
  if (second === undefined) return moment(on(day, first));
  const today = said.day.kind === "back" && said.day.days === 0;
  if (today) {
    const gone = hours.map((hour) => on(day, hour)).filter((at) => at <= ms);
    return gone.length > 0 ? moment(Math.max(...gone)) : null;
  }
  return moment(on(day, first >= EARLIEST ? first : second));
}

function betweenOf(from: PastSpan, to: PastSpan, now: Zoned): Whole | null {
  // "From ten last night to six": the six after that ten.
  if (from.kind === "at" && from.moment.day !== null && to.kind === "at" && to.moment.day === null) {
    const first = momentOf(from.moment, now);
    return first && stretch(first.from, nextOf(to.moment, first.from, now));
  }
  const last = wholeOf(to, now);
  if (!last) return null;
  // 凌晨一点到五点: the five after that one, and not that of the afternoon.
  if (from.kind === "at" && hoursOf(from.moment).length === 1 && to.kind === "at" && to.moment.day === null) {
    const first = momentOf(from.moment, now);
    if (first && hoursOf(to.moment).length > 1) return stretch(first.from, nextOf(to.moment, first.from, now));
  }
  // "From ten to six", said at noon: the ten before that six.
  const open = from.kind === "at" && from.moment.day === null && last.moment;
  const first = wholeOf(from, open ? now.add({ milliseconds: last.to - 1 - now.epochMilliseconds }) : now);
  return first && stretch(first.from, last.to);
}

/** When the clock next shows a time after a moment. */
function nextOf(said: PastMoment, after: number, now: Zoned): number {
  const day = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(now.timeZoneId).toPlainDate();
  const all = [0, 1].flatMap((days) =>
    hoursOf(said).map((hour) => hourOn(day.add({ days }), hour + said.clock.minute / 60, now)),
  );
  return Math.min(...all.filter((at) => at > after));
}
