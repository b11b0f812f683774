import { at, type DeviceReading, LIVED_ZONE, type LivedHome } from "./lived-home.ts";

const MINUTE = 60_000;

/** A stretch of time; `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What devices have told, looked through without the history: what an answer about the past has to say. */
export class PastOracle {
  readonly #told: readonly DeviceReading[];

  constructor(home: LivedHome) {
    this.#told = home.told;
  }

  /** From one moment to another: `between("03-04 00:00", "03-04 20:30")`. */
  static between(from: string, to: string): Stretch {
    return { from: at(from), to: at(to) };
  }

  #of(device: string, address: string): readonly DeviceReading[] {
    return this.#told.filter((each) => each.device === device && each.address === address);
  }

  valueAt(device: string, address: string, moment: number): unknown {
    return this.#of(device, address).findLast((each) => each.at <= moment)?.value;
  }

  /** Moments at which it became one of these values and was none of them before. */
  became(device: string, address: string, test: (value: unknown) => boolean, { from, to }: Stretch): number[] {
    const all = this.#of(device, address);
    return all.flatMap((each, place) => {
      const before = all[place - 1];
      const turns = before !== undefined && test(each.value) && !test(before.value);
      return turns && each.at >= from && each.at < to ? [each.at] : [];
    });
  }

  /** Stretches in which it was so. */
  stretches(device: string, address: string, test: (value: unknown) => boolean, { from, to }: Stretch): Stretch[] {
    const all = this.#of(device, address);
    const found: Stretch[] = [];
    for (const [place, each] of all.entries()) {
      const [begins, ends] = [Math.max(each.at, from), Math.min(all[place + 1]?.at ?? to, to)];
      if (!test(each.value) || begins >= ends) continue;
      const last = found.at(-1);
      if (last?.to === begins) found[found.length - 1] = { from: last.from, to: ends };
      else found.push({ from: begins, to: ends });
    }
    return found;
  }

  /** How long it was so, in milliseconds. */
  lasted(device: string, address: string, test: (value: unknown) => boolean, span: Stretch): number {
    return this.stretches(device, address, test, span).reduce((sum, { from, to }) => sum + to - from, 0);
  }

  #numbers(device: string, address: string, { from, to }: Stretch): { value: number; at: number; ms: number }[] {
    const all = this.#of(device, address);
    return all.flatMap(({ value, at: moment }, place) => {
      const [begins, ends] = [Math.max(moment, from), Math.min(all[place + 1]?.at ?? to, to)];
      return typeof value === "number" && begins < ends ? [{ value, at: begins, ms: ends - begins }] : [];
    });
  }

  lowest(device: string, address: string, span: Stretch): { value: number; at: number } {
    return this.#numbers(device, address, span).reduce((best, each) => (each.value < best.value ? each : best));
  }

  highest(device: string, address: string, span: Stretch): { value: number; at: number } {
    return this.#numbers(device, address, span).reduce((best, each) => (each.value > best.value ? each : best));
  }

  mean(device: string, address: string, span: Stretch): number {
    const all = this.#numbers(device, address, span);
    return all.reduce((sum, { value, ms }) => sum + value * ms, 0) / all.reduce((sum, { ms }) => sum + ms, 0);
  }

  /** Kilowatt hours by what a counter has grown. */
  counted(device: string, address: string, { from, to }: Stretch): number {
    const [first, last] = [from, to].map((moment) => this.valueAt(device, address, moment));
    return Number(last) - Number(first);
  }

  /** Kilowatt hours by what was drawn, in watts. */
  drawn(device: string, address: string, span: Stretch): number {
    const all = this.#numbers(device, address, span);
    return all.reduce((sum, { value, ms }) => sum + (value / 1000) * (ms / 3_600_000), 0);
  }
}

/** "7:42" of a moment, as a clock of the home shows it. */
export function clock(moment: number): string {
  const { hour, minute } = zoned(moment);
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

/** 早上7点42分 of a moment. */
export function clockChinese(moment: number): string {
  const { hour, minute } = zoned(moment);
  const part =
    hour < 5 ? "凌晨" : hour < 9 ? "早上" : hour < 12 ? "上午" : hour === 12 ? "中午" : hour < 18 ? "下午" : "晚上";
  const rest = minute === 0 ? "" : minute === 30 ? "半" : `${String(minute).padStart(2, "0")}分`;
  return `${part}${hour > 12 ? hour - 12 : hour}点${rest}`;
}

function zoned(moment: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(LIVED_ZONE);
}

/** "2 hours 30 minutes". */
export function length(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const part = (count: number, unit: string): string =>
    count === 0 ? "" : `${count} ${unit}${count === 1 ? "" : "s"}`;
  return [part(hours, "hour"), part(rest, "minute")].filter((each) => each !== "").join(" ");
}

/** 2小时30分钟. */
export function lengthChinese(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours === 0 ? "" : `${hours}小时`}${rest === 0 ? "" : `${rest}分钟`}`;
}

/** A number as it is told: at most so many decimals, and no zeros behind them. */
export function roundedText(value: number, digits: number): string {
  return String(Math.round(value * 10 ** digits) / 10 ** digits);
}
