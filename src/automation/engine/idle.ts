import type { Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { Automation } from "../definition/index.ts";
import type { Run } from "../runs/run.ts";
import { activeSpan } from "../schedule/within.ts";
import { zoneClock } from "../schedule/zone.ts";

/** Why nothing starts an automation now that is not switched off: it is paused, or over. Null when something may. */
export function idleWords(
  automation: Automation,
  { id }: Pick<Run, "id">,
  { home, now }: Pick<ConditionContext, "home" | "now">,
): Phrase | null {
  const { until, pausedUntil, times } = automation;
  if (until === undefined && pausedUntil === undefined && times === undefined) return null;
  const { from, end } = activeSpan(automation, zoneClock(home.timezone));
  // The last run is counted already when a restart begins it.
  if (now >= end || (automation.times === 0 && automation.counted !== id)) return message("traces.isOver");
  return now < from ? message("traces.isPaused") : null;
}
