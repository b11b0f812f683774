import type { Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { weekdayOf, zoneClock } from "../schedule/zone.ts";

/** A moment on the wall clock of a zone: "Wed 18:30". */
export function weekdayTimePhrase(at: number, timezone: string): Phrase {
  const local = zoneClock(timezone).toLocal(at);
  const time = new Date(local).toISOString().slice(11, 16);
  return message("times.weekdayTime", { weekday: weekdayOf(local), time });
}
