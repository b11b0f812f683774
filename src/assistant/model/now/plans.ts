import type { Planner } from "../../../automation/index.ts";
import { cleanText, type HomeView } from "../../../home/index.ts";
import type { Language } from "../../../language/index.ts";
import type { HiddenFilter } from "../../hidden/hidden-filter.ts";
import type { PlanRef } from "../../plan-changes.ts";
import type { ShownPlan } from "../../statements/evidence.ts";
import { quote } from "../../tools/devices/outline.ts";
import { findPlans, isShown, type Plan } from "../../tools/plans/find-plan.ts";
import { timerItem } from "../../tools/plans/plan-words.ts";
import { fitToBudget } from "../token-budget.ts";

/** The budget of each list, in estimated tokens. */
const BUDGETS = { timers: 70, rules: 60, scenes: 40, spoken: 110 } as const;
/** Longest description of a plan, in UTF-16 units. */
const MAX_WORDS = 240;
/** Most plans of a kind that are looked at for a message, in homes with thousands. */
const MOST_LOOKED_AT = 200;

/** The plans for the block of now; empty lists are left out. */
export interface PlansNow {
  readonly timers: string;
  readonly rules: string;
  readonly scenes: string;
  /** The plans made or mentioned last, each with its description. */
  readonly spoken: string;
}

export const NO_PLANS: PlansNow = { timers: "", rules: "", scenes: "", spoken: "" };

export interface PlansNowContext {
  readonly home: HomeView;
  readonly planner: Planner;
  readonly hidden: HiddenFilter;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The plans made last in the conversation. */
  readonly last: readonly PlanRef[];
  readonly more: (count: number) => string;
}

/** The lists of plans for the block, and the plans that it describes: timers, and those mentioned last. */
export interface PlansNowResult {
  readonly lists: PlansNow;
  readonly shown: readonly ShownPlan[];
}

/** Timers by their time, automations and scenes by id and name, and the plans mentioned last in full. */
export function plansNow(context: PlansNowContext): PlansNowResult {
  const { planner, hidden, home, language, now, last, more } = context;
  const found = findPlans(undefined, planner);
  const shown = (plan: Plan) => isShown(plan, planner, hidden);
  const of = <Kind extends Plan["kind"]>(kind: Kind) =>
    found.filter((plan): plan is Extract<Plan, { kind: Kind }> => plan.kind === kind);
  /** The first visible plans of a kind, and a text for the number left out, including those not looked at. */
  const first = <Of extends Plan>(plans: readonly Of[]) => ({
    plans: plans.slice(0, MOST_LOOKED_AT).filter(shown),
    more: (count: number) => more(count + Math.max(0, plans.length - MOST_LOOKED_AT)),
  });
  const list = (texts: readonly string[], budget: number, rest: (count: number) => string): string =>
    fitToBudget(texts, budget, rest, "; ").text;
  const timers = first(of("timer").toSorted((a, b) => dueOf(a) - dueOf(b)));
  const rules = first(of("automation"));
  const scenes = first(of("scene"));
  const due = timers.plans.map(({ id, timer }) => ({ id, text: timerItem(timer, { home, planner, language, now }) }));
  const spoken = found
    .filter((plan) => last.some(({ kind, id }) => kind === plan.kind && id === plan.id) && shown(plan))
    .flatMap((plan) => {
      const text = cleanText(describe(plan, planner, language), MAX_WORDS);
      const paused = plan.kind === "automation" && isPaused(plan.saved.definition);
      return text === "" ? [] : [{ id: plan.id, text, paused }];
    });
  return {
    lists: {
      timers: list(
        due.map(({ id, text }) => `${id}: ${text}`),
        BUDGETS.timers,
        timers.more,
      ),
      rules: list(
        rules.plans.map(({ id, name, saved: { definition } }) => {
          return `${id}${called(id, name)}${isPaused(definition) ? " (paused)" : ""}`;
        }),
        BUDGETS.rules,
        rules.more,
      ),
      scenes: list(
        scenes.plans.map(({ id, name }) => `${id}${called(id, name)}`),
        BUDGETS.scenes,
        scenes.more,
      ),
      spoken: list(
        spoken.map(({ id, text }) => `${id}: ${quote(text)}`),
        BUDGETS.spoken,
        more,
      ),
    },
    shown: [...due.map(({ text }) => ({ text, paused: false })), ...spoken],
  };
}

function isPaused({
  enabled,
  pausedUntil,
}: {
  readonly enabled?: boolean | undefined;
  readonly pausedUntil?: unknown;
}) {
  return enabled === false || pausedUntil !== undefined;
}

function describe(plan: Plan, planner: Planner, language: Language): string {
  switch (plan.kind) {
    case "automation":
      return planner.automations.describe(plan.saved.definition, language);
    case "scene":
      return planner.scenes.describe(plan.saved.definition, language);
    // The list of timers already has it.
    case "timer":
      return "";
    default:
      return plan satisfies never;
  }
}

function dueOf({ timer }: Extract<Plan, { kind: "timer" }>): number {
  return timer.state.kind === "running" ? timer.state.dueAt : Number.POSITIVE_INFINITY;
}

/** The quoted name, where it differs from the id. */
function called(id: string, name: string): string {
  return name === "" || name === id ? "" : ` ${quote(cleanText(name, 60))}`;
}
