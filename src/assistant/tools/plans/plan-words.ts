import type { Planner, Timer } from "../../../automation/index.ts";
import type { HomeView } from "../../../home/index.ts";
import { clockWords, durationWords, type Language, messages } from "../../../language/index.ts";
import { isAlarmName } from "../../local/planning/context.ts";

/** What the description of a plan depends on. */
export interface PlanWordsContext {
  readonly home: Pick<HomeView, "timezone">;
  readonly planner: Pick<Planner, "timers">;
  readonly language: Language;
  readonly now: number;
}

/** The name of a timer in a sentence: an alarm by its time, others by their name, their commands or their length. */
export function timerName(timer: Timer, { home, planner, language, now }: PlanWordsContext): string {
  const { plans } = messages(language);
  const { name, rings, state, commands, durationMs } = timer;
  if (rings === "alarm") {
    if (!isAlarmName(name)) return plans.alarmOf(name);
    return state.kind === "running"
      ? plans.alarmFor(clockWords(state.dueAt, now, home.timezone, language))
      : plans.theAlarm;
  }
  if (rings === "reminder") return plans.reminderOf(name);
  if (name !== "") return plans.timerNamed(name);
  if (commands.length > 0) return plans.timerOf(planner.timers.describe(commands, language));
  return plans.timerFor(durationWords(durationMs, language));
}

/** A timer as an item of a list: what it is, and when it ends. */
export function timerItem(timer: Timer, telling: PlanWordsContext): string {
  const { home, planner, language, now } = telling;
  const { plans } = messages(language);
  const { name, rings, state, commands } = timer;
  const left = state.kind === "running" ? Math.max(0, state.dueAt - now) : state.remainingMs;
  const leftWords = durationWords(Math.round(left / 1000) * 1000, language);
  if (state.kind === "paused") return plans.aTimer(name, leftWords);
  const time = clockWords(state.dueAt, now, home.timezone, language);
  if (commands.length > 0) return plans.upcoming(time, planner.timers.describe(commands, language), true);
  if (rings === "alarm") return plans.anAlarm(name, time);
  return rings === "reminder" ? plans.aReminder(name, time) : plans.aTimer(name, leftWords);
}

/** A moment as local ISO 8601 date and time, to the minute: `2026-11-24T18:00`. */
export function localTime(at: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}
