import { type Location, nextSun, sunIsUp } from "./sun.ts";
import { zoneClock } from "./zone.ts";

/** Where the sun is, and when it next rises and sets, in milliseconds since the epoch; null where it does not within a year. */
export interface Sun {
  readonly up: boolean;
  readonly rises: number | null;
  readonly sets: number | null;
}

/** The sun over a place at the moment `at`. */
export function sunAt(at: number, location: Location, timezone: string): Sun {
  const clock = zoneClock(timezone);
  return {
    up: sunIsUp(at, location, clock),
    rises: nextSun("sunrise", 0, null, at, location, clock),
    sets: nextSun("sunset", 0, null, at, location, clock),
  };
}
