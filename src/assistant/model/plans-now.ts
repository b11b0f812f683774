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
/** Where a home has thousands of plans, more than these of a kind are not looked through for each message. */
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
  const shown = (plan: Plan) => isShown(plan, planner, hidden);
  const of = <Kind extends Plan["kind"]>(kind: Kind) =>
    found.filter((plan): plan is Extract<Plan, { kind: Kind }> => plan.kind === kind);
  const telling = { home, planner, language, now };
  const timers = of("timer").toSorted((a, b) => dueOf(a) - dueOf(b));
  const spoken = found.filter(
    (plan) => last.some(({ kind, id }) => kind === plan.kind && id === plan.id) && shown(plan),
  );
  /** The first of a kind as a list, with how many more there are. */
  const listed = <Of extends Plan>(plans: readonly Of[], budget: number, told: (plan: Of) => string): string => {
    const looked = plans.slice(0, MOST_LOOKED_AT).filter(shown).map(told);
    const beyond = Math.max(0, plans.length - MOST_LOOKED_AT);
    return budgeted(looked, budget, (count) => around.more(count + beyond), "; ").text;
  };
  return {
    timers: listed(timers, BUDGETS.timers, ({ id, timer }) => `${id}: ${timerItem(timer, telling)}`),
    rules: listed(of("automation"), BUDGETS.rules, ({ id, name, saved: { definition } }) => {
      return `${id}${called(id, name)}${isPaused(definition) ? " (paused)" : ""}`;
    }),
    scenes: listed(of("scene"), BUDGETS.scenes, ({ id, name }) => `${id}${called(id, name)}`),
    spoken: budgeted(
      spoken.flatMap((plan) => {
        const does = describe(plan, planner, language);
        return does === "" ? [] : [`${plan.id}: ${quote(cleanText(does, MAX_WORDS))}`];
      }),
      BUDGETS.spoken,
      around.more,
      "; ",
    ).text,
  };
}

/** The same plans, with what each does: timers, and what was spoken of last. */
export function plansShown(around: PlansAround): PlanShown[] {
  const { planner, hidden, home, language, now, last } = around;
  const found = plansFound(undefined, planner);
  const isSpoken = ({ kind, id }: Plan) => last.some((each) => each.kind === kind && each.id === id);
  const timers = found.filter(({ kind }) => kind === "timer").slice(0, MOST_LOOKED_AT);
  const spoken = found.filter((plan) => plan.kind !== "timer" && isSpoken(plan));
  return [...timers, ...spoken]
    .filter((plan) => isShown(plan, planner, hidden))
    .map((plan) => {
      if (plan.kind === "timer")
        return { text: timerItem(plan.timer, { home, planner, language, now }), paused: false };
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
