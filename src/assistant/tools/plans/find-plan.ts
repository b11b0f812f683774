import type { Planner, Saved, SavedAutomation, Scene, Timer } from "../../../automation/index.ts";
import { cleanText, JiaError } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import type { HiddenFilter } from "../../hidden/hidden-filter.ts";
import { likeness } from "../name-likeness.ts";
import { noteOnUnknownName, type UnsavedNames } from "./saved-plans.ts";

export const PLAN_REF_KINDS = ["automation", "scene", "timer"] as const;
export type PlanRefKind = (typeof PLAN_REF_KINDS)[number];

/** A saved automation, a scene or a timer. */
export type Plan =
  | { readonly kind: "automation"; readonly id: string; readonly name: string; readonly saved: SavedAutomation }
  | { readonly kind: "scene"; readonly id: string; readonly name: string; readonly saved: Saved<Scene> }
  | { readonly kind: "timer"; readonly id: string; readonly name: string; readonly timer: Timer };

/** The plans of these kinds that the words find, all when there are no words; hidden ones included. */
export function findPlans(
  words: string | undefined,
  { automations, scenes, timers }: Planner,
  kinds: readonly PlanRefKind[] = PLAN_REF_KINDS,
): readonly Plan[] {
  const of = <Item>(kind: PlanRefKind, part: { list(): readonly Item[]; find(text: string): readonly Item[] }) =>
    !kinds.includes(kind) ? [] : words === undefined ? part.list() : part.find(words);
  return [
    ...of("automation", automations).map((saved): Plan => ({ kind: "automation", ...idOf(saved), saved })),
    ...of("scene", scenes).map((saved): Plan => ({ kind: "scene", ...idOf(saved), saved })),
    ...of("timer", timers).map((timer): Plan => ({ kind: "timer", id: timer.id, name: timer.name, timer })),
  ];
}

/** Whether a plan refers to nothing hidden. */
export function isShown(plan: Plan, planner: Planner, hidden: HiddenFilter): boolean {
  return !hidden.holds(plan.kind === "timer" ? plan.timer : plan.saved, planner);
}

/**
 * Finds one plan of any kind: by its id, by its name, or as the only match of the words. Hidden plans are not found.
 * @throws JiaError `unknown-name` with the nearest ids, or `ambiguous-name`
 */
export function findPlan(
  given: string,
  planner: Planner,
  hidden: HiddenFilter,
  context: UnsavedNames,
  kinds: readonly PlanRefKind[] = PLAN_REF_KINDS,
): Plan {
  const shown = (plans: readonly Plan[]) => plans.filter((plan) => isShown(plan, planner, hidden));
  const all = shown(findPlans(undefined, planner, kinds));
  const exact = all.filter(({ id }) => id === given);
  const named = all.filter(({ name }) => name !== "" && name.toLowerCase() === given.trim().toLowerCase());
  const found = [exact, named, shown(findPlans(given, planner, kinds))].find((each) => each.length > 0) ?? [];
  const [kind = "plan", ...more] = kinds;
  return onlyPlan(given, found, all, more.length > 0 ? "plan" : kind, context);
}

/**
 * The only one of those that the words found.
 * @param what what all of them are
 * @throws JiaError `unknown-name` with the nearest ids of all, or `ambiguous-name`
 */
export function onlyPlan<Item extends { readonly id: string; readonly name: string }>(
  given: string,
  found: readonly Item[],
  all: readonly Item[],
  what: PlanRefKind | "plan",
  context: UnsavedNames,
): Item {
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (only) {
    const known = found.slice(0, 10).map(({ id }) => id);
    throw new JiaError("ambiguous-name", { name: cleanText(given), known: known.join(", ") });
  }
  const near = all
    .map((item) => ({ item, score: Math.max(likeness(given, item.id), likeness(given, item.name)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ item }) => item.id);
  throw new JiaError("unknown-name", {
    what: message(`tools.${what}`),
    name: cleanText(given),
    known: near.join(", "),
    ...noteOnUnknownName(given, near, context),
  });
}

function idOf({ definition: { id, name } }: Saved<{ readonly id: string; readonly name: string }>): {
  readonly id: string;
  readonly name: string;
} {
  return { id, name };
}
