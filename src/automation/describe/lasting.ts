import type { Phrase } from "../../home/index.ts";
import { durationPhrase } from "../../language/index.ts";
import { toMs } from "../definition/durations.ts";

/** How long something must be so, or has been; empty without a time. */
export function lastingWords(duration: string | number | undefined): Phrase {
  return duration === undefined || toMs(duration) === 0 ? "" : durationPhrase(toMs(duration));
}
