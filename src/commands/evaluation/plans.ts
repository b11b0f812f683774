import { type Automation, isSchedule, resolveTarget, WEEKDAYS, type Weekday } from "../../automation/index.ts";
import type { EvaluatedPlanKind } from "./plan-kinds.ts";
import type { EvaluationWorld, StateChanges } from "./world.ts";
import { fileId } from "./world.ts";

/** A plan at one moment. */
export interface ObservedPlan {
  /**
   * All kinds that it may count as: a plan that only rings is a timer, an alarm or a reminder, depending on the words
   * of the sentence.
   */
  readonly kinds: readonly EvaluatedPlanKind[];
  readonly name: string;
  /** Room id. */
  readonly room: string | null;
  /** The length of a timer; seconds to the next due time of others; null when no moment is known. */
  readonly seconds: number | null;
  /** When it is due next, in milliseconds since the epoch; null when it is paused, or only an event starts it. */
  readonly dueAt: number | null;
  /** The due time in the home's zone: `07:00`, `2026-06-04`, and days from today. */
  readonly due: { readonly at: string; readonly date: string; readonly day: number } | null;
  /** Whether it is due only once. */
  readonly once: boolean;
  /** The days that it recurs on; null when it does not recur by days. */
  readonly weekdays: readonly Weekday[] | null;
  /** Ids (of the home file) of the devices that it commands; none for notices and speech. */
  readonly devices: readonly string[];
}

/** The history of one plan during a case. */
export interface PlanHistory {
  /** `timer <id>`, `automation <id>`, `scene <id>`. */
  readonly key: string;
  readonly made: ObservedPlan;
  /** Its last state: at the end, or before it was deleted. */
  readonly last: ObservedPlan;
  readonly changed: boolean;
  readonly deleted: boolean;
  /** What it changes when it is due; null when that was not examined. */
  readonly does: StateChanges | null;
}

/** Records the plans after each sentence. */
export class PlanLog {
  readonly #world: EvaluationWorld;
  /** Keyed by plan; `form` is the whole plan as text, to detect changes. */
  readonly #seen = new Map<string, { history: PlanHistory; form: string }>();

  constructor(world: EvaluationWorld) {
    this.#world = world;
  }

  get histories(): PlanHistory[] {
    return [...this.#seen.values()].map(({ history }) => history);
  }

  /** Must be called after each sentence. */
  note(): void {
    const present = new Set<string>();
    for (const { key, form, seen } of plansOf(this.#world)) {
      present.add(key);
      const known = this.#seen.get(key);
      const history: PlanHistory = known
        ? { ...known.history, last: seen, changed: known.history.changed || known.form !== form }
        : { key, made: seen, last: seen, changed: false, deleted: false, does: null };
      this.#seen.set(key, { history, form });
    }
    for (const [key, { history, form }] of this.#seen) {
      if (!present.has(key)) this.#seen.set(key, { history: { ...history, deleted: true }, form });
    }
  }
}

interface PresentPlan {
  readonly key: string;
  readonly form: string;
  readonly seen: ObservedPlan;
}

/** All present plans. */
function plansOf(world: EvaluationWorld): PresentPlan[] {
  const { timers, automations, scenes } = world.planner;
  return [
    ...timers.list().map((timer): PresentPlan => {
      const { id, name, room, state, durationMs, commands } = timer;
      const seen: ObservedPlan = {
        kinds: commands.length > 0 ? ["delayed"] : ["timer", "alarm", "reminder"],
        name,
        room,
        seconds: durationMs / 1000,
        ...dueIn(world, state.kind === "running" ? state.dueAt : null),
        once: true,
        weekdays: null,
        devices: unique(commands.map(({ device }) => fileId(device))),
      };
      return { key: `timer ${id}`, form: JSON.stringify(timer), seen };
    }),
    ...automations.list().map(({ definition, nextRun }): PresentPlan => {
      const seen = automationSeen(definition, nextRun, world);
      return { key: `automation ${definition.id}`, form: JSON.stringify(definition), seen };
    }),
    ...scenes.list().map(({ definition }): PresentPlan => {
      const targets = definition.steps.flatMap(({ target }) => resolveTarget(target, world.home));
      const seen: ObservedPlan = {
        kinds: ["scene"],
        name: definition.name,
        room: null,
        seconds: null,
        ...dueIn(world, null),
        once: false,
        weekdays: null,
        devices: unique(targets.map(({ id }) => fileId(id))),
      };
      return { key: `scene ${definition.id}`, form: JSON.stringify(definition), seen };
    }),
  ];
}

function automationSeen(definition: Automation, nextRun: number | null, world: EvaluationWorld): ObservedPlan {
  const { home, planner, time } = world;
  const { id, name, triggers } = definition;
  const commanded = home.devices.filter((device) =>
    planner.automations.commanding([device.id]).some((each) => each.definition.id === id),
  );
  const once = triggers.every(({ type }) => type === "once");
  const kinds: EvaluatedPlanKind[] =
    commanded.length === 0 ? ["alarm", "reminder", "automation"] : once ? ["delayed", "automation"] : ["automation"];
  return {
    kinds,
    name,
    room: null,
    seconds: nextRun === null ? null : (nextRun - time.now()) / 1000,
    ...dueIn(world, nextRun),
    once,
    weekdays: weekdaysOf(definition),
    devices: commanded.map((device) => fileId(device.id)),
  };
}

/** The days of the first schedule that recurs by days; all days when it names none. */
function weekdaysOf({ triggers }: Automation): readonly Weekday[] | null {
  for (const trigger of triggers) {
    if (isSchedule(trigger) && (trigger.type === "time" || trigger.type === "sun")) return trigger.weekdays ?? WEEKDAYS;
  }
  return null;
}

function dueIn({ home, time }: EvaluationWorld, dueAt: number | null): Pick<ObservedPlan, "dueAt" | "due"> {
  if (dueAt === null) return { dueAt, due: null };
  const [due, now] = [dueAt, time.now()].map((at) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(home.timezone).toPlainDateTime(),
  ) as [Temporal.PlainDateTime, Temporal.PlainDateTime];
  const date = due.toPlainDate();
  const at = due.toPlainTime().toString({ smallestUnit: "minute" });
  return { dueAt, due: { at, date: date.toString(), day: now.toPlainDate().until(date).days } };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
