import type { HeldBack } from "../../../automation/index.ts";
import { type Command, JiaError } from "../../../home/index.ts";
import type { Step } from "../../../understanding/plan.ts";
import type { PlanRef } from "../../plan-changes.ts";
import { joined } from "../settle.ts";
import { changeOrAsk, changePlan } from "./choice.ts";
import type { PlanContext, Planned } from "./context.ts";
import { endingOf, endNow } from "./passing.ts";

/** Plans that are told at once. */
const MOST_TOLD = 10;

/** What is planned for a day from today or some hours of it, or for the week when none was said; of these devices, when some were. */
export async function tellPlanned(
  { day, hours }: Pick<Extract<Step, { kind: "planned" }>, "day" | "hours">,
  devices: readonly string[],
  context: PlanContext,
): Promise<Planned> {
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
      kind === "automation" ? marked(said, planner.automations.heldBack(id), context) : said,
      what !== null,
    );
  });
  return { text: phrases.planned(items, due.length - items.length) };
}

/** With the mark of what will not do all that it says. */
function marked(said: string, held: HeldBack | null, { phrases }: PlanContext): string {
  if (held === null) return said;
  return held.waits.length > 0 ? phrases.waits(said) : phrases.refused(said);
}

/** The scenes or automations that there are, by name. */
export function tellInventory(of: "scenes" | "automations", context: PlanContext): Planned {
  const { planner, phrases } = context;
  const all = planner[of].list();
  const kind = of === "scenes" ? "scene" : "automation";
  context.tells(all.slice(0, MOST_TOLD).map(({ definition: { id } }) => ({ kind, id })));
  // What is not told is not looked at: there may be thousands.
  const names = all.slice(0, MOST_TOLD).map(({ definition: { id, name } }) => {
    const twice = all.some(({ definition: other }) => other.id !== id && other.name === name);
    const called = context.quoted(name);
    return marked(twice ? context.apart({ kind, id }, called) : called, planner[of].heldBack(id), context);
  });
  return { text: phrases.inventory(of, names, all.length) };
}

/** Cancels what is planned for these devices; asks which when there is more than one and not all are meant. */
export async function unplan(devices: readonly string[], all: boolean, context: PlanContext): Promise<Planned> {
  const plans = context.commanding(devices);
  if (plans.length === 0) return { text: context.phrases.nothingPlanned };
  return await changeOrAsk({ op: "cancel" }, plans, all, context);
}

/**
 * Takes back what was just planned; what has run or was deleted meanwhile is gone already. What was done for a while ends
 * now, unless it `stays`.
 */
export async function takeBack(
  plans: readonly PlanRef[],
  context: PlanContext,
  { stays = false }: { readonly stays?: boolean } = {},
): Promise<Planned> {
  const names: string[] = [];
  const ending: Command[] = [];
  for (const plan of plans) {
    const ends = stays ? [] : endingOf(plan, context);
    try {
      names.push(await changePlan({ op: "cancel" }, plan, context));
      ending.push(...ends);
    } catch (error) {
      if (!(error instanceof JiaError && error.code === "not-found")) throw error;
    }
  }
  const { phrases } = context;
  const ended = await endNow(ending, context);
  const text = names.length > 0 ? phrases.cancelled(names) : phrases.nothingPlanned;
  return { ...ended, text: ended ? joined([text, ended.text], context) : text };
}
