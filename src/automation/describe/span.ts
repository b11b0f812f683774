/** The end of an automation and of its pause in words. */
import type { Phrase } from "../../home/index.ts";
import { datePhrase, momentPhrase } from "../../language/index.ts";
import { type AutomationDraft, isDated } from "../definition/index.ts";
import { parseMoment } from "../schedule/next.ts";
import { activeSpan, type ScheduleBounds } from "../schedule/within.ts";
import { zoneClock } from "../schedule/zone.ts";
import type { Wording } from "./wording.ts";

/** The last day, or the moment of the end; empty where it has none. */
export function untilWords({ until }: Pick<AutomationDraft, "until">, wording: Wording): Phrase {
  return until === undefined ? "" : pointWords(until, wording);
}

/** The end of a pause; empty where it is not paused. */
export function pausedWords(draft: ScheduleBounds, wording: Wording): Phrase {
  const { home, now } = wording;
  const { from } = activeSpan(draft, zoneClock(home.timezone));
  return draft.pausedUntil === undefined || from <= now ? "" : pointWords(draft.pausedUntil, wording);
}

/** Whether the end of an automation has passed. */
export function isOver(draft: ScheduleBounds, { home, now }: Pick<Wording, "home" | "now">): boolean {
  return draft.times === 0 || now >= activeSpan(draft, zoneClock(home.timezone)).end;
}

function pointWords(text: string, { home, now }: Wording): Phrase {
  if (isDated(text)) return datePhrase(text, { at: now, timezone: home.timezone });
  const at = parseMoment(text, zoneClock(home.timezone));
  return at === null ? text : momentPhrase(at, now, home.timezone);
}
