/**
 * Local time and instants of one time zone, in milliseconds. A "local" number counts milliseconds of the wall clock since
 * 1970-01-01T00:00 as if it were UTC, so that dates can be taken apart with integer arithmetic.
 */

/** A stretch of time with one offset from UTC: from one change of the clocks to the next. */
export interface Stretch {
  /** Instant it begins, -Infinity when there was no change before. */
  readonly from: number;
  /** Instant of the next change, Infinity when none is known. */
  readonly to: number;
  /** Local minus UTC. */
  readonly offset: number;
}

/** The most stretches that a zone keeps; schedules ask for the same ones again and again. */
const MAX_STRETCHES = 32;

/** One time zone's clock. */
export class ZoneClock {
  readonly zone: string;
  #stretches: Stretch[] = [];

  constructor(zone: string) {
    this.zone = zone;
  }

  /** The stretch that an instant lies in. */
  stretchAt(instant: number): Stretch {
    for (const stretch of this.#stretches) if (stretch.from <= instant && instant < stretch.to) return stretch;
    const moment = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.zone);
    // `previous` looks strictly before its moment: one nanosecond on finds a change at the moment itself.
    const before = moment.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
    const after = moment.getTimeZoneTransition("next");
    const stretch = {
      from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
      to: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      offset: moment.offsetNanoseconds / 1e6,
    };
    this.#stretches.unshift(stretch);
    this.#stretches.length = Math.min(this.#stretches.length, MAX_STRETCHES);
    return stretch;
  }

  /** The local number of an instant. */
  toLocal(instant: number): number {
    return instant + this.stretchAt(instant).offset;
  }

  /**
   * The instant of a local time. One that is skipped when the clocks go forward is the end of the gap; one that comes twice
   * when they go back is the first.
   */
  toInstant(local: number): number {
    // No offset is more than 15 hours: start a day early and walk on over the changes.
    let stretch = this.stretchAt(local - DAY_MS);
    for (;;) {
      const instant = local - stretch.offset;
      if (instant < stretch.from) return stretch.from;
      if (instant < stretch.to) return instant;
      stretch = this.stretchAt(stretch.to);
    }
  }
}

export const DAY_MS = 86_400_000;

/** Clocks of the zones that are in use, keyed by zone name. Schedules of one zone share its clock and its stretches. */
const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA zone. */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new ZoneClock(zone);
  clocks.set(zone, clock);
  return clock;
}

/** Milliseconds since local midnight of `HH:MM` or `HH:MM:SS`. */
export function timeOfDayMs(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Midnight (as a local number) of the day that a local time lies in. */
export function startOfDay(local: number): number {
  return Math.floor(local / DAY_MS) * DAY_MS;
}

/** 0 is Sunday. */
export function weekdayOf(local: number): number {
  return (((Math.floor(local / DAY_MS) + 4) % 7) + 7) % 7;
}
