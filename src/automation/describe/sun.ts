import type { Phrase } from "../../home/index.ts";
import { durationPhrase } from "../../language/index.ts";
import type { SunEvent } from "../definition/basics.ts";

/** What the texts about the sun take. @param offset milliseconds, negative before it */
export function sunPoint(event: SunEvent, offset: number) {
  const duration: Phrase = offset === 0 ? "" : durationPhrase(Math.abs(offset));
  return { event, offset: duration, before: offset < 0 };
}
