import type { HeldBack } from "../../../automation/index.ts";
import { type Command, JiaError } from "../../../home/index.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import type { PlanRef } from "../../plan-changes.ts";
import { joinSentences } from "../execution/undo.ts";
import { changeOrAsk, changePlan } from "./change-plans.ts";
import type { PlanContext, PlanningResult } from "./context.ts";
import { endTemporary, revertingCommands } from "./temporary.ts";

/** At most so many plans are told. */
const MOST_TOLD = 10;

/**
 * Tells what is planned for a day or some hours of it, or for the coming week.
 * @param devices only plans that command one of these; empty for all
 */
export async function tellPlanned(
  { day, hours }: Pick<Extract<SentenceStep, { kind: "planned" }>, "day" | "hours">,
  devices: readonly string[],
  context: PlanContext,
): Promise<PlanningResult> {
  const { clock, home, planner, phrases } = context;
  const now = clock.now();
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(home.timezone).startOfDay();
  const begin = today.add({ days: day ?? 0 });
  const [first, last] = hours ?? [0, day === null ? 7 * 24 : 24];
  const from = Math.max(now, begin.add({ hours: first }).epochMilliseconds);
  const to = begin.add({ hours: last }).epochMilliseconds;
  const about = devices.length === 0 ? null : new Set(context.commanding(devices).map(({ id }) => id));
  const planned = await planner.planned(from, to);
  const due = planned.filter(({ id }) => about === null || about.has(id));
  context.tells(due.slice(0, MOST_TOLD));
  if (due.length === 0) return { text: phrases.nothingPlanned };
  const items = due.slice(0, MOST_TOLD).map(({ at, kind, id, name }) => {
    const timer = kind === "timer" ? planner.timers.list().find((each) => each.id === id) : undefined;
    const does = timer && name === "" && timer.commands.length > 0;
    const what = does ? planner.timers.describe(timer.commands, context.language) : null;
    const said = what ?? (timer ? context.calledWhenever(timer) : context.quoted(name));
    return phrases.upcoming(
      context.time(at),
      kind === "automation" ? withHeldBackMark(said, planner.automations.heldBack(id), context) : said,
      what !== null,
    );
  });
  return { text: phrases.planned(items, due.length - items.length) };
}

/** A name with a mark, where the plan waits for a yes or is refused in part. */
function withHeldBackMark(said: string, held: HeldBack | null, { phrases }: PlanContext): string {
  if (held === null) return said;
  return held.waits.length > 0 ? phrases.waits(said) : phrases.refused(said);
}

/** Lists the scenes or the automations by name. */
export function tellInventory(of: "scenes" | "automations", context: PlanContext): PlanningResult {
  const { planner, phrases } = context;
  const all = planner[of].list();
  const kind = of === "scenes" ? "scene" : "automation";
  context.tells(all.slice(0, MOST_TOLD).map(({ definition: { id } }) => ({ kind, id })));
  // Only the listed ones are looked at: there may be thousands.
  const names = all.slice(0, MOST_TOLD).map(({ definition: { id, name } }) => {
    const twice = all.some(({ definition: other }) => other.id !== id && other.name === name);
    const called = context.quoted(name);
    return withHeldBackMark(twice ? context.apart({ kind, id }, called) : called, planner[of].heldBack(id), context);
  });
  return { text: phrases.inventory(of, names, all.length) };
}

/** Cancels the plans that command these devices; asks which one where there are several and `all` is false. */
export async function cancelPlansFor(
  devices: readonly string[],
  all: boolean,
  context: PlanContext,
): Promise<PlanningResult> {
  const plans = context.commanding(devices);
  if (plans.length === 0) return { text: context.phrases.nothingPlanned };
  return await changeOrAsk({ op: "cancel" }, plans, all, context);
}

/**
 * Cancels plans; those that have run or were deleted meanwhile are skipped. A temporary command is reverted now, unless it `stays`.
 * @throws JiaError what the planner refuses
 */
export async function cancelPlans(
  plans: readonly PlanRef[],
  context: PlanContext,
  { stays = false }: { readonly stays?: boolean } = {},
): Promise<PlanningResult> {
  const names: string[] = [];
  const ending: Command[] = [];
  for (const plan of plans) {
    const ends = stays ? [] : revertingCommands(plan, context);
    try {
      names.push(await changePlan({ op: "cancel" }, plan, context));
      ending.push(...ends);
    } catch (error) {
      if (!(error instanceof JiaError && error.code === "not-found")) throw error;
    }
  }
  const { phrases } = context;
  const ended = await endTemporary(ending, context);
  const text = names.length > 0 ? phrases.cancelled(names) : phrases.nothingPlanned;
  return { ...ended, text: ended ? joinSentences([text, ended.text], context) : text };
}
