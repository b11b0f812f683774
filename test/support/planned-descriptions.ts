import type { PlanningTalk } from "./speak.ts";

/**
 * What is planned in a talk, in short, in the home's time: "alarm 07:00 in 1 day", "timer 10 min pasta", "delayed 21:00 in 0
 * days", "rule 06:00 every day".
 */
export function planDescriptions({ planner, home, time }: PlanningTalk): string[] {
  const local = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(home.timezone);
  const today = local(time.now()).toPlainDate();
  const timers = planner.timers.list().map(({ rings, name, durationMs, state, commands }) => {
    const kind = commands.length > 0 ? "delayed" : (rings ?? "unknown");
    const label = name === "" || name === kind || name === "闹钟" ? "" : ` ${name}`;
    if (state.kind === "paused") return `${kind} paused${label}`;
    if (kind === "timer") return `timer ${durationMs / 60_000} min${label}`;
    const due = local(state.dueAt);
    const days = today.until(due.toPlainDate()).days;
    return `${kind} ${due.toPlainTime().toString({ smallestUnit: "minute" })} in ${days} ${days === 1 ? "day" : "days"}${label}`;
  });
  const rules = planner.automations.list().map(({ definition }) => {
    const [trigger] = definition.triggers;
    if (trigger?.type !== "time") return `rule ${trigger?.type}`;
    return `rule ${trigger.at} ${trigger.weekdays?.join(" ") ?? "every day"}`;
  });
  return [...timers, ...rules].sort();
}
