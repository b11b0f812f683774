import type { Automation, SavedAutomation, Timer } from "../../../automation/index.ts";
import { isSchedule, WEEKDAYS } from "../../../automation/index.ts";
import type { Act } from "../../../understanding/lexicon/types.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import type { PlanNoun, RuleDependency } from "../../../understanding/plans/request.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import type { PlanRef } from "../../plan-changes.ts";
import { isAlarmName, type PlanContext } from "./context.ts";

/** When a plan is due, in the home's time. */
export interface DueTime {
  readonly hour: number;
  readonly minute: number;
  /** Days from today; null: again and again. */
  readonly day: number | null;
  /** 1 = Monday: the days that it recurs on, or the one that it is due on. */
  readonly weekdays: readonly number[];
}

/** The features that descriptions of a plan are matched against. */
export interface PlanFeatures {
  readonly plan: PlanRef;
  /** The nouns that people may use for it. */
  readonly nouns: ReadonlySet<PlanNoun>;
  /** Whether no other noun fits it. */
  readonly plain: boolean;
  /** Its names, as normalised text. */
  readonly names: readonly string[];
  /** The acts that its names mention. */
  readonly acts: () => ReadonlySet<Act>;
  readonly times: readonly DueTime[];
  readonly sun: readonly string[];
  /** Modes and presence that start it, or must hold for it. */
  readonly causes: { readonly starts: readonly RuleDependency[]; readonly holds: readonly RuleDependency[] };
  /** The next time, in milliseconds since the epoch. */
  readonly dueAt: number | null;
  /** The length of a timer; null for other plans. */
  readonly durationMs: number | null;
}

/** The features of a plan; null when it is gone. */
export function planFeatures(plan: PlanRef, context: PlanContext): PlanFeatures | null {
  const { planner } = context;
  switch (plan.kind) {
    case "timer": {
      const timer = planner.timers.list().find(({ id }) => id === plan.id);
      return timer ? timerFeatures(timer, context) : null;
    }
    case "automation": {
      const saved = planner.automations.get(plan.id);
      return saved ? automationFeatures(saved, context) : null;
    }
    case "scene": {
      const definition = planner.scenes.get(plan.id)?.definition;
      if (!definition) return null;
      const { name, aliases = [] } = definition;
      const words = wordsOf([name, ...aliases], context);
      return { plan, ...NO_NOUN, ...words, times: [], sun: [], causes: NO_CAUSES, dueAt: null, durationMs: null };
    }
    default:
      return plan.kind satisfies never;
  }
}

const NO_NOUN = { nouns: new Set<PlanNoun>(), plain: true } as const;

export function timerFeatures(timer: Timer, context: PlanContext): PlanFeatures {
  const { id, name, commands, durationMs, state } = timer;
  const does = commands.length > 0 ? context.planner.timers.describe(commands, context.language) : "";
  return {
    plan: { kind: "timer", id },
    ...timerNouns(timer),
    ...wordsOf([name, context.called(timer), does], context),
    times: state.kind === "running" ? [momentOf(state.dueAt, context)] : [],
    sun: [],
    causes: NO_CAUSES,
    dueAt: state.kind === "running" ? state.dueAt : null,
    durationMs,
  };
}

export function automationFeatures({ definition, nextRun }: SavedAutomation, context: PlanContext): PlanFeatures {
  const due = timesOf(definition);
  return {
    plan: { kind: "automation", id: definition.id },
    ...automationNouns(definition),
    ...wordsOf([definition.name, ...(definition.aliases ?? [])], context),
    times: due.length > 0 || nextRun === null ? due : [momentOf(nextRun, context)],
    sun: definition.triggers.flatMap((trigger) => (trigger.type === "sun" ? [trigger.event] : [])),
    causes: causesOf(definition),
    dueAt: nextRun,
    durationMs: null,
  };
}

/** The nouns of a timer: as it was asked for, or by its name where an older version did not store that. */
function timerNouns({ name, commands, rings }: Timer): Pick<PlanFeatures, "nouns" | "plain"> {
  if (commands.length > 0) return { nouns: new Set(["timer", "plan", "rule"]), plain: false };
  if (rings !== null) return { nouns: new Set([rings, "plan"]), plain: true };
  if (name === "") return { nouns: new Set(["timer", "plan"]), plain: true };
  if (isAlarmName(name)) return { nouns: new Set(["alarm", "plan"]), plain: true };
  return { nouns: new Set(["timer", "alarm", "reminder", "plan"]), plain: false };
}

function automationNouns({ name, actions, triggers }: Automation): Pick<PlanFeatures, "nouns" | "plain"> {
  const rings = triggers.every(isSchedule) && actions.every(({ type }) => type === "say" || type === "notify");
  if (!rings) return { nouns: new Set(["rule", "plan"]), plain: true };
  if (isAlarmName(name)) return { nouns: new Set(["alarm", "plan"]), plain: true };
  return { nouns: new Set(["alarm", "reminder", "rule", "plan"]), plain: false };
}

/** The names of a plan; the acts in them are parsed on demand. */
function wordsOf(names: readonly string[], context: PlanContext): Pick<PlanFeatures, "names" | "acts"> {
  const known = names.filter((name) => name !== "").map((name) => normalise(name).toLowerCase());
  return {
    names: known,
    acts: () =>
      new Set(known.flatMap((name) => segmentText(name, context.dialogue.index)).flatMap(({ lex }) => lex?.acts ?? [])),
  };
}

function timesOf({ triggers }: Automation): readonly DueTime[] {
  return triggers.flatMap((trigger) => {
    if (trigger.type !== "time") return [];
    const [hour = 0, minute = 0] = trigger.at.split(":").map(Number);
    const weekdays = (trigger.weekdays ?? WEEKDAYS).map((day) => WEEKDAYS.indexOf(day) + 1);
    return [{ hour, minute, day: null, weekdays }];
  });
}

const NO_CAUSES = { starts: [], holds: [] } as const;

function causesOf({ triggers, conditions = [] }: Automation): PlanFeatures["causes"] {
  const starts = triggers.flatMap((trigger): RuleDependency[] => {
    if (trigger.type === "presence") return [whoCauses(trigger.person, trigger.to, trigger.only)];
    if (trigger.type !== "mode") return [];
    return [trigger.to ?? [], trigger.from ?? []].flat(2).map((mode) => ({ type: "mode", mode }));
  });
  const holds = conditions.flatMap((condition): RuleDependency[] => {
    if (condition.type === "presence") return [whoCauses(condition.person, condition.is)];
    return condition.type === "mode" ? [condition.is].flat().map((mode) => ({ type: "mode", mode })) : [];
  });
  return { starts, holds };
}

/** Normalises a presence cause: "nobody at home", "everyone away" and "the last one leaves" are one. */
function whoCauses(person: string, to: "home" | "away", only?: "first" | "last"): RuleDependency {
  const gone = only === "last" || (person === "nobody" && to === "home");
  return gone ? { type: "presence", person: "everyone", to: "away" } : { type: "presence", person, to };
}

/**
 * Whether one of these causes starts a plan, or must hold for it; null where neither.
 * @param loosely a rule for "anyone" also matches a single person
 */
export function dependsOn(
  by: readonly RuleDependency[],
  { causes }: PlanFeatures,
  loosely: boolean,
): "starts" | "holds" | null {
  const wanted = by.map((cause) => (cause.type === "presence" ? whoCauses(cause.person, cause.to) : cause));
  const fits = (cause: RuleDependency): boolean => wanted.some((each) => isSameCause(each, cause, loosely));
  if (causes.starts.some(fits)) return "starts";
  return causes.holds.some(fits) ? "holds" : null;
}

function isSameCause(wanted: RuleDependency, cause: RuleDependency, loosely: boolean): boolean {
  if (wanted.type === "mode" || cause.type === "mode")
    return wanted.type === "mode" && cause.type === "mode" && wanted.mode === cause.mode;
  if (wanted.to !== cause.to) return false;
  return wanted.person === cause.person || (loosely && cause.person === "anyone" && wanted.person !== "everyone");
}

function momentOf(at: number, { clock, home }: PlanContext): DueTime {
  const local = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(home.timezone);
  const then = local(at);
  const day = local(clock.now()).toPlainDate().until(then.toPlainDate()).days;
  return { hour: then.hour, minute: then.minute, day, weekdays: [then.dayOfWeek] };
}
