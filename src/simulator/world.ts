import type { Clock } from "../home/index.ts";
import { type Random, seededRandom } from "./random.ts";

/** The air of a room. Temperatures in °C, humidity in percent, PM2.5 in µg/m³, CO₂ in ppm. */
export interface Air {
  temperature: number;
  humidity: number;
  pm25: number;
  co2: number;
}

export interface WorldOptions {
  readonly clock: Clock;
  /** IANA name: days and nights of the simulated home. */
  readonly timezone: string;
  /** A run with the same seed, clock and commands repeats exactly. */
  readonly seed: number;
}

/** The environment that all devices of a home share: the time, the weather outside and the air of each room. */
export class SimulatedWorld {
  readonly #options: WorldOptions;
  /** Keyed by room id; "" for devices that stand in no room. */
  readonly #rooms = new Map<string, Air>();

  constructor(options: WorldOptions) {
    this.#options = options;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#options.clock.now();
  }

  /** The sequence of random numbers of one device. */
  random(device: string): Random {
    return seededRandom(this.#options.seed, device);
  }

  /** Local time as hours with a fraction (7.5 is half past seven) and month 1 to 12. */
  local(): { readonly hour: number; readonly month: number } {
    const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(this.now())).toZonedDateTimeISO(
      this.#options.timezone,
    );
    return { hour: local.hour + local.minute / 60, month: local.month };
  }

  /** The air outside: coldest at five in the morning and in January, warmest in the afternoon and in July. */
  outside(): Readonly<Air> {
    const { hour, month } = this.local();
    const season = 14 - 11 * Math.cos(((month - 0.5) / 12) * 2 * Math.PI);
    const temperature = season - 4.5 * Math.cos(((hour - 3) / 24) * 2 * Math.PI);
    return { temperature, humidity: 66 - (temperature - season) * 2.5, pm25: 38, co2: 420 };
  }

  /** The air of a room; devices change it and measure it. */
  air(room: string | null): Air {
    const key = room ?? "";
    let air = this.#rooms.get(key);
    if (!air) {
      air = { temperature: 22, humidity: 48, pm25: 18, co2: 600 };
      this.#rooms.set(key, air);
    }
    return air;
  }

  /** Lets `seconds` pass: every room's air comes slowly nearer to what walls and windows let in. */
  tick(seconds: number): void {
    if (this.#rooms.size === 0) return;
    const outside = this.outside();
    for (const air of this.#rooms.values()) {
      air.temperature += nearer(air.temperature, outside.temperature * 0.35 + 14, seconds, 5 * HOUR);
      air.humidity += nearer(air.humidity, outside.humidity * 0.4 + 22, seconds, 3 * HOUR);
      air.pm25 += nearer(air.pm25, outside.pm25 * 0.7, seconds, 1.5 * HOUR);
      air.co2 += nearer(air.co2, outside.co2 + 180, seconds, HOUR);
    }
  }

  /** The rooms whose air is known, by id. */
  get rooms(): ReadonlyMap<string, Air> {
    return this.#rooms;
  }
}

/** Seconds. */
const HOUR = 3600;

/** How much a value changes in `seconds` when it approaches `goal` and takes `half` seconds for half of the way. */
export function nearer(value: number, goal: number, seconds: number, half: number): number {
  return (goal - value) * (1 - 0.5 ** (seconds / half));
}
