/** Hours of a day: from one time to another, also across midnight. */
export interface DayHours {
  /** `21:30`, inclusive. */
  readonly from: string;
  /** `06:00`, exclusive; as `from`: the whole day. */
  readonly to: string;
}

/** A time of day, 24 hours, `00:00` to `24:00`. */
export const TIME_OF_DAY = /^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Whether a minute of the day lies within the hours. @param minute since midnight */
export function isWithin({ from, to }: DayHours, minute: number): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Whether this is an IANA time zone that the process knows, such as Asia/Shanghai. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
