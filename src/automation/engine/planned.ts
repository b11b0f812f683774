import type { Timer } from "../definition/index.ts";
import type { Planned } from "../port.ts";
import type { LiveAutomation } from "./live.ts";

/** What comes again sooner than this is listed once: nobody wants to read every one of them. Milliseconds. */
const OFTEN_MS = 30 * 60_000;

/** What is due between two moments, soonest first, at most `limit`. */
export function plannedBetween(
  from: number,
  to: number,
  limit: number,
  timers: readonly Timer[],
  lives: Iterable<LiveAutomation>,
): Planned[] {
  const planned: Planned[] = timers.flatMap(({ id, name, state }) =>
    state.kind === "running" && state.dueAt >= from && state.dueAt <= to
      ? [{ at: state.dueAt, kind: "timer", id, name, often: false }]
      : [],
  );
  for (const { saved, schedules } of lives) {
    const { id, name } = saved.definition;
    for (const { next } of schedules) {
      let at = next(from - 1);
      for (let count = 0; at !== null && at <= to && count < limit; count += 1) {
        const after = next(at);
        const often = after !== null && after <= to && after - at < OFTEN_MS;
        planned.push({ at, kind: "automation", id, name, often });
        if (often) break;
        at = after;
      }
    }
  }
  return planned.sort((a, b) => a.at - b.at).slice(0, limit);
}
