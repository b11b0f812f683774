import type { Automation } from "../../../automation/index.ts";
import type { Act } from "../../../understanding/lexicon/types.ts";
import { itemsOf } from "../../../understanding/parse/items.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import type { PlanRef } from "../../contract.ts";
import type { PlanContext } from "./context.ts";

/** What a plan is told from others by. */
export interface Features {
  readonly plan: PlanRef;
  /** How it may be called, as normalised text. */
  readonly names: readonly string[];
  readonly acts: ReadonlySet<Act>;
  /** When it is due, in the home's time; `day` from today, null: again and again. */
  readonly times: readonly { readonly hour: number; readonly minute: number; readonly day: number | null }[];
  readonly sun: readonly string[];
  /** Of a timer how long it was set for. */
  readonly durationMs: number | null;
}

/** The features of a plan; null when it is gone. */
export function featuresOf(plan: PlanRef, context: PlanContext): Features | null {
  const { planner, language } = context;
  switch (plan.kind) {
    case "timer": {
      const timer = planner.timers.list().find(({ id }) => id === plan.id);
      if (!timer) return null;
      const { name, commands, durationMs, state } = timer;
      const does = commands.length > 0 ? planner.timers.describe(commands, language) : "";
      return {
        plan,
        ...wordsOf([name, context.called(timer), does], context),
        times: state.kind === "running" ? [momentOf(state.dueAt, context)] : [],
        sun: [],
        durationMs,
      };
    }
    case "automation": {
      const saved = planner.automations.get(plan.id);
      if (!saved) return null;
      const { definition, nextRun } = saved;
      const due = timesOf(definition);
      return {
        plan,
        ...wordsOf([definition.name, ...(definition.aliases ?? [])], context),
        times: due.length > 0 || nextRun === null ? due : [momentOf(nextRun, context)],
        sun: definition.triggers.flatMap((trigger) => (trigger.type === "sun" ? [trigger.event] : [])),
        durationMs: null,
      };
    }
    case "scene": {
      const definition = planner.scenes.get(plan.id)?.definition;
      if (!definition) return null;
      const { name, aliases = [] } = definition;
      return { plan, ...wordsOf([name, ...aliases], context), times: [], sun: [], durationMs: null };
    }
    default:
      return plan.kind satisfies never;
  }
}

function wordsOf(names: readonly string[], context: PlanContext): Pick<Features, "names" | "acts"> {
  const known = names.filter((name) => name !== "").map((name) => normalise(name));
  const items = known.flatMap((name) => itemsOf(name, context.situation.index));
  return { names: known, acts: new Set(items.flatMap(({ lex }) => lex?.acts ?? [])) };
}

function timesOf({ triggers }: Automation): Features["times"] {
  return triggers.flatMap((trigger) => {
    if (trigger.type !== "time") return [];
    const [hour = 0, minute = 0] = trigger.at.split(":").map(Number);
    return [{ hour, minute, day: null }];
  });
}

function momentOf(at: number, { clock, home }: PlanContext): Features["times"][number] {
  const local = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(home.timezone);
  const then = local(at);
  const day = local(clock.now()).toPlainDate().until(then.toPlainDate()).days;
  return { hour: then.hour, minute: then.minute, day };
}
