import { createHash } from "node:crypto";
import type { Consent, Timer } from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import { clockWords, durationWords, type Language, message, messages, packOf, textOf } from "../../language/index.ts";
import { durationChangeIn, durationMsIn, isClockForm, isUnitless } from "./forms/durations.ts";
import { instantIn, isDayAlone, sunIn, timeOfDayIn } from "./forms/times.ts";
import { approvalNeeded, changedResult, NOT_CHANGED_YET, type PlanChangeContext } from "./plans/changing.ts";
import { approvalFor, isConfirmed } from "./plans/consent.ts";
import { invalidChangeError } from "./plans/definition-parts.ts";
import type { Plan } from "./plans/find-plan.ts";
import { type PlanWordsContext, timerName } from "./plans/plan-words.ts";
import type { ToolResult } from "./tool.ts";

/** The arguments of `change_plan` that apply to a timer, an alarm or a reminder. */
export const TIMER_CHANGES = ["at", "duration", "add", "enabled", "name"] as const;

export interface TimerChange {
  readonly at?: string | undefined;
  readonly duration?: string | undefined;
  readonly add?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly name?: string | undefined;
}

/**
 * Moves, renames, pauses or resumes a timer, an alarm or a reminder, or several of these at once.
 * @throws JiaError `invalid-tool-arguments` for a text that is no time, or a time in the past
 */
export async function changeTimer(
  plan: Extract<Plan, { kind: "timer" }>,
  change: TimerChange,
  around: PlanChangeContext,
): Promise<ToolResult> {
  const { home, planner, context } = around;
  const { language, now, origin } = context;
  const { timers } = planner;
  const { id } = plan;
  const { enabled, name } = change;
  const { plans } = messages(language);
  const telling = { home, planner, language, now };
  const to = movedTo(plan.timer, change, home, now);
  if (to !== null) {
    const beside = { ...(name !== undefined && { name }), ...(enabled !== undefined && { enabled }) };
    const held = approvalNeeded(
      plan,
      { kind: "move", id, at: to },
      { at: isoOf(to, home.timezone), ...beside },
      around,
    );
    if (held) return held;
  } else if (origin.outside === true) {
    const consent = changeConsent(timerName(plan.timer, telling), id, { name, enabled }, language);
    if (!isConfirmed(context, consent, [])) {
      const again = { id, ...(name !== undefined && { name }), ...(enabled !== undefined && { enabled }) };
      return { ...NOT_CHANGED_YET, approval: approvalFor(plan.name, consent, [], again) };
    }
  }
  const told: string[] = [];
  let { timer } = plan;
  let later = 0;
  if (name !== undefined) {
    const before = timerName(timer, telling);
    timer = await timers.rename(id, name, origin);
    told.push(plans.renamed(before, timer.name));
  }
  if (to !== null) {
    const sentence = movedWords(timer, to, telling);
    later = to - dueOf(timer, now);
    timer = await timers.add(id, later, origin);
    told.push(sentence);
  }
  // A paused timer has no moment: a new moment also resumes it.
  const revived = enabled === undefined && timer.state.kind === "paused" && isForMoment(timer, change);
  if (revived) timer = await timers.resume(id, origin);
  // For one that stays paused, the new length alone would mislead.
  if (enabled === false && timer.state.kind === "paused" && to !== null)
    told.push(plans.paused(timerName(timer, telling)));
  // Skip what already holds, unless it is the only change.
  if (enabled !== undefined && (told.length === 0 || enabled !== (timer.state.kind === "running"))) {
    const called = timerName(timer, telling);
    timer = enabled ? await timers.resume(id, origin) : await timers.pause(id, origin);
    told.push(enabled ? plans.resumed(called) : plans.paused(called));
  }
  const changed = {
    id,
    ...(name !== undefined && { name: timer.name }),
    ...(enabled !== undefined && { enabled }),
    ...(to !== null && { due: isoOf(to, home.timezone) }),
  };
  const sentence = packOf(language).grammar.sentences(told);
  // An undo that only moves a resumed timer back would let it ring.
  if (to === null || revived) return changedResult(changed, sentence);
  return changedResult(changed, sentence, {
    plan: { kind: "timer", id },
    before: { kind: "timer", milliseconds: later },
  });
}

/** The question for a yes to another name, a pause or an end of it, and the token of exactly that. */
function changeConsent(
  called: string,
  id: string,
  { name, enabled }: Pick<TimerChange, "name" | "enabled">,
  language: Language,
): Consent {
  const asked = [
    ...(name === undefined ? [] : [message("consent.rename", { name: called, to: name })]),
    ...(enabled === undefined ? [] : [message(enabled ? "tools.askResume" : "tools.askPause", { name: called })]),
  ];
  return {
    question: packOf(language).grammar.sentences(asked.map((each) => textOf(each, language))),
    token: createHash("sha256")
      .update(JSON.stringify(["change-timer", id, name, enabled]))
      .digest("base64url"),
  };
}

function dueOf({ state }: Timer, now: number): number {
  return state.kind === "running" ? state.dueAt : now + state.remainingMs;
}

/** The new end in milliseconds since the epoch; null where the change leaves it. */
function movedTo(timer: Timer, { at, duration, add }: TimerChange, home: HomeView, now: number): number | null {
  const given = [at, duration, add].filter((each) => each !== undefined);
  if (given.length === 0) return null;
  if (given.length > 1) throw invalidChangeError(message("tools.timerWhen"));
  const due = dueOf(timer, now);
  const length = add ?? duration;
  if (length !== undefined && (isUnitless(length) || isClockForm(length)))
    throw invalidChangeError(message("tools.noUnit"));
  const to =
    at !== undefined
      ? momentOf(at, due, home, now)
      : duration !== undefined
        ? plus(lengthFrom(timer, due, now), durationMsIn(duration))
        : plus(due, durationChangeIn(add ?? ""));
  if (at !== undefined && sunIn(at) !== null) throw invalidChangeError(message("tools.timerSun"));
  if (to === null) throw invalidChangeError(message(at === undefined ? "tools.changeLength" : "tools.timerWhen"));
  if (to <= now) throw invalidChangeError(message("tools.timerPassed"));
  return to;
}

/**
 * The moment from which a new length counts. "Make it six minutes" means a whole countdown, so it counts from the start, without
 * pauses. For an alarm and a reminder it counts from now.
 */
function lengthFrom({ rings, durationMs: whole }: Timer, due: number, now: number): number {
  return rings === "alarm" || rings === "reminder" ? now : due - whole;
}

function plus(at: number, ms: number | null): number | null {
  return ms === null ? null : at + ms;
}

/** Whether people think of the remaining time of a timer, and not of its moment. */
function countsDown({ rings, commands }: Timer): boolean {
  return rings === "timer" || (rings === null && commands.length === 0);
}

/** Whether a change sets the moment of the end, rather than the remaining time. */
function isForMoment(timer: Timer, { at, duration, add }: TimerChange): boolean {
  return at !== undefined || (!countsDown(timer) && (duration ?? add) !== undefined);
}

function movedWords(timer: Timer, to: number, telling: PlanWordsContext): string {
  const { home, language, now } = telling;
  const { plans } = messages(language);
  const left = durationWords(Math.round((to - now) / 1000) * 1000, language);
  const called = timerName({ ...timer, state: { kind: "paused", remainingMs: 0 } }, telling);
  return countsDown(timer)
    ? plans.added(called, left)
    : plans.moved(called, clockWords(to, now, home.timezone, language));
}

/** A bare time of day means the day on which the timer is due; any other text gives its own day. */
function momentOf(at: string, due: number, home: HomeView, now: number): number | null {
  const time = timeOfDayIn(at);
  if (isDayAlone(at)) return onDay(at, due, home, now);
  if (time === null) return instantIn(at, now, home.timezone);
  const day = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(home.timezone).toPlainDate();
  const moved = day.toPlainDateTime(time).toZonedDateTime(home.timezone).epochMilliseconds;
  return moved > now ? moved : instantIn(time, now, home.timezone);
}

/** The same time of day on another day. */
function onDay(given: string, due: number, { timezone }: HomeView, now: number): number | null {
  const start = instantIn(given, now, timezone);
  if (start === null) return null;
  const time = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(timezone).toPlainTime();
  return Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timezone).withPlainTime(time)
    .epochMilliseconds;
}

function isoOf(at: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" });
}
