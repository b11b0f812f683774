import type { Planner } from "../../automation/index.ts";
import { cleanText, type HomeView } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { PlanRef } from "../contract.ts";
import type { Hidden } from "../hidden/index.ts";
import type { PlanShown } from "../statements/planned.ts";
import { isShown, type Plan, plansFound } from "../tools/find-plan.ts";
import { quote } from "../tools/outline.ts";
import { timerItem } from "../tools/plan-words.ts";
import { budgeted } from "./budgeted.ts";

/** About how many tokens each list may take. */
const BUDGETS = { timers: 70, rules: 60, scenes: 40, spoken: 110 } as const;
/** Longest description of a plan, in UTF-16 units. */
const MAX_WORDS = 240;
/** Where a home has thousands of plans, more than these are not looked through for each message. */
const MOST_LOOKED_AT = 200;

/** What is planned in the home, for the block of now; empty lists are left out of it. */
export interface PlansNow {
  readonly timers: string;
  readonly rules: string;
  readonly scenes: string;
  /** What was planned or spoken of last, with what it does. */
  readonly spoken: string;
}

export const NO_PLANS: PlansNow = { timers: "", rules: "", scenes: "", spoken: "" };

export interface PlansAround {
  readonly home: HomeView;
  readonly planner: Planner;
  readonly hidden: Hidden;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What was planned last in the conversation. */
  readonly last: readonly PlanRef[];
  readonly more: (count: number) => string;
}

/** Timers by their time, rules and scenes by id and name, and what was spoken of last in full. */
export function plansNow(around: PlansAround): PlansNow {
  const { planner, hidden, home, language, now, last } = around;
  const found = plansFound(undefined, planner);
  const looked = found.slice(0, MOST_LOOKED_AT).filter((plan) => isShown(plan, planner, hidden));
  const of = <Kind extends Plan["kind"]>(kind: Kind) =>
    looked.filter((plan): plan is Extract<Plan, { kind: Kind }> => plan.kind === kind);
  const telling = { home, planner, language, now };
  const timers = of("timer").toSorted((a, b) => dueOf(a) - dueOf(b));
  const spoken = looked.filter((plan) => last.some(({ kind, id }) => kind === plan.kind && id === plan.id));
  return {
    timers: list(
      timers.map(({ id, timer }) => `${id}: ${timerItem(timer, telling)}`),
      BUDGETS.timers,
      around,
    ),
    rules: list(
      of("automation").map(({ id, name, saved: { definition } }) => {
        return `${id}${called(id, name)}${isPaused(definition) ? " (paused)" : ""}`;
      }),
      BUDGETS.rules,
      around,
    ),
    scenes: list(
      of("scene").map(({ id, name }) => `${id}${called(id, name)}`),
      BUDGETS.scenes,
      around,
    ),
    spoken: list(
      spoken.flatMap((plan) => {
        const does = describe(plan, planner, language);
        return does === "" ? [] : [`${plan.id}: ${quote(cleanText(does, MAX_WORDS))}`];
      }),
      BUDGETS.spoken,
      around,
    ),
  };
}

/** The same plans, with what each does: timers, and what was spoken of last. */
export function plansShown(around: PlansAround): PlanShown[] {
  const { planner, hidden, home, language, now, last } = around;
  const looked = plansFound(undefined, planner).slice(0, MOST_LOOKED_AT);
  return looked
    .filter((plan) => isShown(plan, planner, hidden))
    .flatMap((plan) => {
      if (plan.kind === "timer")
        return { text: timerItem(plan.timer, { home, planner, language, now }), paused: false };
      if (!last.some(({ kind, id }) => kind === plan.kind && id === plan.id)) return [];
      const paused = plan.kind === "automation" && isPaused(plan.saved.definition);
      return { text: cleanText(describe(plan, planner, language), MAX_WORDS), paused };
    });
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
    // The list of timers tells all of it.
    case "timer":
      return "";
    default:
      return plan satisfies never;
  }
}

function dueOf({ timer }: Extract<Plan, { kind: "timer" }>): number {
  return timer.state.kind === "running" ? timer.state.dueAt : Number.POSITIVE_INFINITY;
}

/** The name, where the id does not say it. */
function called(id: string, name: string): string {
  return name === "" || name === id ? "" : ` ${quote(cleanText(name, 60))}`;
}

function list(texts: readonly string[], budget: number, { more }: PlansAround): string {
  return budgeted(texts, budget, more, "; ").text;
}
