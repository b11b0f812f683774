import { clockWords } from "../../../language/index.ts";
import type { ClockExpression } from "../../../understanding/parse/time/time-expression.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import type { PlanContext } from "./context.ts";
import { secondsTo } from "./schedules.ts";

/** Before this hour a time of "tonight" is after midnight. */
const MORNING = 5;

/** The question whether tomorrow is meant: "eight tonight", said at eleven. Null where no time of today has passed. */
export function pastTimeQuestion(steps: readonly SentenceStep[], context: PlanContext): string | null {
  const { clock, home, language, phrases } = context;
  const now = clock.now();
  const dayOf = (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(home.timezone).toPlainDate().toString();
  for (const moment of steps.flatMap(momentOf)) {
    if (moment.day !== 0 || moment.date !== null || moment.weekdays.length > 0 || moment.hour < MORNING) continue;
    const due = now + secondsTo(moment, context) * 1000;
    if (dayOf(due) === dayOf(now)) continue;
    // The time without a day, as it is told on the day itself.
    return phrases.goneToday(clockWords(due, due, home.timezone, language));
  }
  return null;
}

function momentOf(step: SentenceStep): readonly ClockExpression[] {
  const when =
    step.kind === "later" ? step.when : step.kind === "timer" && "when" in step.intent ? step.intent.when : null;
  if (when?.kind === "at") return [when];
  return when?.kind === "until" ? [when.end] : [];
}
