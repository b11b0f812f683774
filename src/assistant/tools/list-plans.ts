import { z } from "zod";
import { type DefinitionProblem, type HeldBack, heldBackWords, inTurns, type Planner } from "../../automation/index.ts";
import { cleanText, type HomeView } from "../../home/index.ts";
import { durationWords, type Language, messages, packOf } from "../../language/index.ts";
import type { HiddenFilter } from "../hidden/hidden-filter.ts";
import type { Prompts } from "../prompts.ts";
import type { KeyAliases, UnknownFields } from "./forms/argument-shape.ts";
import { findPlan, findPlans, isShown, PLAN_REF_KINDS, type Plan } from "./plans/find-plan.ts";
import { localTime, type PlanWordsContext, timerItem } from "./plans/plan-words.ts";
import { problemTexts } from "./plans/saved-plans.ts";
import { contentResult, defineTool, type Tool } from "./tool.ts";

/** Most entries of a kind that are shown. */
const MAX_SHOWN = 30;
/** Up to this many are shown with the times of creation and of the last run. */
const FEW = 6;
/** Most plans in the sentence for a person. */
const MAX_TOLD = 8;
/** Longest description in a list, in UTF-16 units. */
const MAX_WORDS = 240;

const Arguments = z.strictObject({
  text: z.string().max(200).optional(),
  kind: z.enum(PLAN_REF_KINDS).optional(),
  id: z.string().max(200).optional(),
});

const NAMES: KeyAliases = { text: ["name", "query", "search"], id: ["plan", "planid"], kind: ["type"] };

/** The tool that lists automations, scenes and timers, or shows one of them with its definition. */
export function listPlansTool(home: HomeView, planner: Planner, prompts: Prompts, hidden: HiddenFilter): Tool {
  return defineTool(prompts, {
    name: "list_plans",
    kind: "read",
    schema: Arguments,
    examples: [{}, { text: "NAME" }, { id: "ID" }],
    names: NAMES,
    run: async ({ text, kind, id }, context) => {
      const { language, now, signal } = context;
      const telling = { home, planner, language, now };
      const kinds = kind === undefined ? PLAN_REF_KINDS : [kind];
      if (id !== undefined) {
        const plan = findPlan(id, planner, hidden, context, kinds);
        const [shown] = await described([plan], telling, planner);
        const content = contentResult({ [plan.kind]: { ...shown?.entry, ...definitionOf(plan, home) } });
        return { ...content, read: { devices: [], tell: () => toldOne(plan, telling, planner) } };
      }
      // There may be thousands, so the event loop gets turns in between.
      const all = findPlans(text, planner, kinds);
      const found = (await inTurns(all, signal, (plan) => (isShown(plan, planner, hidden) ? [plan] : []))).flat();
      // Describe only what is shown.
      const shown = PLAN_REF_KINDS.flatMap((each) => found.filter((plan) => plan.kind === each).slice(0, MAX_SHOWN));
      const entries = await described(shown, telling, planner, found.length <= FEW);
      // A search for one plan usually precedes its change, which needs the definition.
      const only = text !== undefined && found.length === 1;
      const lists = kinds.flatMap((each): [string, unknown][] => {
        const all = found.filter((plan) => plan.kind === each).length;
        const list = entries
          .filter(({ plan }) => plan.kind === each)
          .map(({ plan, entry }) => (only ? { ...entry, ...definitionOf(plan, home) } : entry));
        return [
          [`${each}s`, list],
          ...(all > list.length ? [[`more_${each}s`, all - list.length] as [string, unknown]] : []),
        ];
      });
      return {
        ...contentResult(Object.fromEntries(lists)),
        read: { devices: [], tell: () => told(found, telling, planner) },
      };
    },
  });
}

interface Described {
  readonly plan: Plan;
  readonly entry: UnknownFields;
}

/** Plans with their entries. @param history also the times of creation and of the last run */
async function described(
  plans: readonly Plan[],
  telling: PlanWordsContext,
  planner: Planner,
  history = true,
): Promise<readonly Described[]> {
  const entries: Described[] = [];
  for (const plan of plans) {
    const { id } = plan;
    const past = history ? await pastOf(plan, telling, planner) : {};
    entries.push({
      plan,
      entry: { id, ...(plan.name !== "" && { name: plan.name }), ...entryOf(plan, telling, planner), ...past },
    });
  }
  return entries;
}

function entryOf(plan: Plan, telling: PlanWordsContext, planner: Planner): UnknownFields {
  const { home, language, now } = telling;
  const { automations, scenes } = planner;
  switch (plan.kind) {
    case "automation": {
      const { saved, id } = plan;
      const { enabled, pausedUntil } = saved.definition;
      return {
        does: cleanText(automations.describe(saved.definition, language), MAX_WORDS),
        ...heldBack(automations.heldBack(id), language),
        ...(enabled === false && { enabled }),
        ...(pausedUntil !== undefined && { paused_until: pausedUntil }),
        ...(saved.nextRun !== null && { next: localTime(saved.nextRun, home.timezone) }),
        ...wrong(automations.problems(saved), language),
      };
    }
    case "scene":
      return {
        does: cleanText(scenes.describe(plan.saved.definition, language), MAX_WORDS),
        ...heldBack(scenes.heldBack(plan.id), language),
        ...wrong(scenes.problems(plan.saved), language),
      };
    case "timer": {
      const { state, rings } = plan.timer;
      const left = state.kind === "running" ? Math.max(0, state.dueAt - now) : state.remainingMs;
      return {
        is: timerItem(plan.timer, telling),
        ...(rings !== null && { kind: rings }),
        ...(state.kind === "running" ? { due: localTime(state.dueAt, home.timezone) } : { paused: true }),
        left: durationWords(Math.round(left / 1000) * 1000, language),
      };
    }
    default:
      return plan satisfies never;
  }
}

/** The times of creation and of the last run. */
async function pastOf(plan: Plan, { home }: PlanWordsContext, planner: Planner): Promise<UnknownFields> {
  const createdAt = plan.kind === "timer" ? plan.timer.createdAt : plan.saved.createdAt;
  const [last] = plan.kind === "timer" ? [] : await planner.runs.list({ of: plan.id, begun: true, limit: 1 });
  return {
    created: localTime(createdAt, home.timezone),
    ...(plan.kind !== "timer" && { last_run: last ? localTime(last.startedAt, home.timezone) : "never" }),
  };
}

/** The definition with its parts, which `change_plan` can change; devices by handle. */
function definitionOf(plan: Plan, home: HomeView): UnknownFields {
  if (plan.kind === "timer") return {};
  const { id: _, name: _name, ...definition } = plan.saved.definition;
  return { definition: withHandles(definition, home) };
}

function withHandles(value: unknown, home: HomeView): unknown {
  if (typeof value === "string") return value.includes(":") ? (home.device(value)?.handle ?? value) : value;
  if (Array.isArray(value)) return value.map((each) => withHandles(each, home));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withHandles(each, home)]));
}

/** The problems of a saved plan. */
function wrong(problems: readonly DefinitionProblem[], language: Language): UnknownFields {
  return problems.length === 0 ? {} : { problems: problemTexts({ problems }, language) };
}

/** The actions that a run leaves out. */
function heldBack(held: HeldBack | null, language: Language): { readonly held_back?: string } {
  return held === null ? {} : { held_back: heldBackWords(held, language) };
}

/** One plan in words for a person. */
function toldOne(plan: Plan, telling: PlanWordsContext, planner: Planner): string {
  return plan.kind === "scene"
    ? planner.scenes.describe(plan.saved.definition, telling.language)
    : told([plan], telling, planner);
}

/** Plans in words for a person. */
function told(found: readonly Plan[], telling: PlanWordsContext, planner: Planner): string {
  const { language } = telling;
  const { plans } = messages(language);
  const { grammar } = packOf(language);
  const planned = found.filter(({ kind }) => kind !== "scene");
  const scenes = found.filter(({ kind }) => kind === "scene");
  const items = planned.slice(0, MAX_TOLD).map((plan) => {
    if (plan.kind === "timer") return timerItem(plan.timer, telling);
    if (plan.kind === "scene") return plan.name;
    const { held_back: held = "" } = heldBack(planner.automations.heldBack(plan.id), language);
    const does = grammar.sentences([planner.automations.describe(plan.saved.definition, language), held]);
    return does.replace(/[.。]$/u, "");
  });
  const named = scenes.slice(0, MAX_TOLD).map(({ id, name }) => {
    const { held_back: held } = heldBack(planner.scenes.heldBack(id), language);
    return held === undefined ? name : `${name} (${held})`;
  });
  return grammar.sentences([
    items.length === 0 ? plans.nothingPlanned : plans.planned(items, planned.length - items.length),
    named.length === 0 ? "" : plans.inventory("scenes", named, scenes.length),
  ]);
}
