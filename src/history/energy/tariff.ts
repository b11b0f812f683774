import type { Tariff, TimeSpan } from "../port.ts";

/** The configured prices. */
export interface TariffRules {
  /** ISO 4217. */
  readonly currency: string;
  /** Price of a kilowatt hour outside of all periods. */
  readonly price: number;
  /** The first matching period counts. */
  readonly periods?: readonly PricePeriod[] | undefined;
}

export interface PricePeriod {
  readonly price: number;
  /** Local times, "22:00"; `to` may be on the next day. The whole day when left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Days on which it begins, 1 (Monday) to 7; every day when left out. */
  readonly weekdays?: readonly number[] | undefined;
}

const DAY_MINUTES = 1_440;

/** A tariff by the clock of the home's zone. */
export class LocalTariff implements Tariff {
  readonly currency: string;
  readonly #rules: TariffRules;
  readonly #timezone: string;
  /** Minutes of a day at which a price may change, ascending. */
  readonly #minutes: readonly number[];

  constructor(rules: TariffRules, timezone: string) {
    this.currency = rules.currency;
    this.#rules = rules;
    this.#timezone = timezone;
    const given = (rules.periods ?? []).flatMap(({ from, to }) => [
      minutesOf(from ?? "00:00"),
      minutesOf(to ?? "24:00"),
    ]);
    // Periods of weekdays can change at midnight.
    this.#minutes = [...new Set([0, ...given])].filter((minute) => minute < DAY_MINUTES).sort((a, b) => a - b);
  }

  priceAt(at: number): number {
    const moment = this.#local(at);
    const minute = moment.hour * 60 + moment.minute;
    const weekday = moment.dayOfWeek;
    const { periods = [], price } = this.#rules;
    return periods.find((period) => fits(period, minute, weekday))?.price ?? price;
  }

  /** The moments within a span at which the price may change. */
  changes({ from, to }: TimeSpan): readonly number[] {
    if ((this.#rules.periods ?? []).length === 0) return [];
    const moments = new Set<number>();
    let day = this.#local(from).toPlainDate();
    const last = this.#local(to).toPlainDate();
    for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      for (const at of this.#changesOn(day)) if (at > from && at < to) moments.add(at);
    }
    return [...moments].sort((a, b) => a - b);
  }

  /** The moments of a day at which the price may change. When the clocks change, an hour comes twice or not at all. */
  #changesOn(day: Temporal.PlainDate): number[] {
    const set = day.toZonedDateTime(this.#timezone).getTimeZoneTransition("next");
    const moments = set?.toPlainDate().equals(day) ? [set.epochMilliseconds] : [];
    for (const minute of this.#minutes) {
      const local = day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
      for (const disambiguation of ["earlier", "later"] as const) {
        moments.push(local.toZonedDateTime(this.#timezone, { disambiguation }).epochMilliseconds);
      }
    }
    return moments;
  }

  #local(at: number): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.#timezone);
  }
}

function fits({ from = "00:00", to = "24:00", weekdays }: PricePeriod, minute: number, weekday: number): boolean {
  const begin = minutesOf(from);
  const end = minutesOf(to);
  const on = (day: number): boolean => weekdays === undefined || weekdays.includes(day);
  if (begin < end) return begin <= minute && minute < end && on(weekday);
  // After midnight the period belongs to the day before.
  return (minute >= begin && on(weekday)) || (minute < end && on(weekday === 1 ? 7 : weekday - 1));
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
