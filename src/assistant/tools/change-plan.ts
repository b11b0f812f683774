import { z } from "zod";
import { type Check, type Planner, type Proposal, wantsApproval } from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import { clockWords, datePhrase, type Language, message, messages, packOf, textOf } from "../../language/index.ts";
import { isRecurring } from "../../understanding/parse/time/time-expression.ts";
import type { HiddenFilter } from "../hidden/hidden-filter.ts";
import type { MovedPlan } from "../plan-changes.ts";
import type { Prompts } from "../prompts.ts";
import { namesClockTime, namesTimeShift } from "../wishes/bounds.ts";
import { wantsPlanChanged } from "../wishes/mentions.ts";
import { changeTimer, TIMER_CHANGES } from "./change-timer.ts";
import { isPlainObject, type KeyAliases, parsedIfJson, type UnknownFields } from "./forms/argument-shape.ts";
import { automationDraftIn, draftProblems, sceneDraftIn } from "./forms/draft.ts";
import type { DraftContext, DraftFault } from "./forms/resolve-parts.ts";
import { dayOrMomentIn, instantIn, whenIn } from "./forms/times.ts";
import { approvalNeeded, changedResult, NOT_CHANGED_YET, type PlanChangeContext } from "./plans/changing.ts";
import { approvalFor, isConfirmed } from "./plans/consent.ts";
import { CHANGE_EXAMPLES, invalidChangeError, replaceParts, withTriggerTime } from "./plans/definition-parts.ts";
import type { PlanDefinition } from "./plans/definition-targets.ts";
import { findPlan, type Plan } from "./plans/find-plan.ts";
import { whyNotSaved } from "./plans/saved-plans.ts";
import { namesChange } from "./plans/wishes.ts";
import { defineTool, SAY_AND_MORE, type Tool, type ToolResult } from "./tool.ts";

const Arguments = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(120).optional(),
  enabled: z.boolean().optional(),
  paused_until: z.string().max(60).optional(),
  at: z.string().max(60).optional(),
  weekdays: z.array(z.string().max(60)).max(7).optional(),
  add: z.string().max(40).optional(),
  duration: z.string().max(60).optional(),
  until: z.string().max(60).optional(),
  parts: z.record(z.string(), z.unknown()).optional(),
  ...SAY_AND_MORE,
});
type Arguments = Omit<z.output<typeof Arguments>, "say" | "more">;

const NAMES: KeyAliases = {
  id: ["plan", "planid", "automation", "rule", "scene", "timer", "alarm", "reminder"],
  name: ["newname", "rename", "title"],
  enabled: ["active", "on"],
  paused_until: ["pause", "pauseuntil", "resumeat"],
  at: ["time", "newtime", "when", "due"],
  weekdays: ["days"],
  add: ["extend", "by", "delay", "change", "longer"],
  duration: ["length", "newduration", "lasts"],
  parts: ["changes", "replace", "set", "definition"],
};
const LISTS = ["triggers", "conditions", "actions", "steps"] as const;

/** The tool that changes one plan: its time, whether it is enabled, its name, or a part of it. */
export function changePlanTool(home: HomeView, planner: Planner, prompts: Prompts, hidden: HiddenFilter): Tool {
  return defineTool(prompts, {
    name: "change_plan",
    kind: "write",
    schema: Arguments,
    examples: CHANGE_EXAMPLES,
    names: NAMES,
    nulls: true,
    reform: withLists,
    run: async ({ say: _, more: __, ...args }, context) => {
      const plan = findPlan(args.id, planner, hidden, context);
      const around = { home, planner, context };
      const given = Object.keys(args).filter((key) => key !== "id");
      if (given.length === 0) throw invalidChangeError(message("tools.changeNothing"));
      switch (plan.kind) {
        case "timer":
          refuse(given, TIMER_CHANGES, "timer");
          return await changeTimer(plan, args, around);
        case "scene":
          refuse(given, ["name", "parts"], "scene");
          return await changeDefinition(plan, args, around);
        case "automation":
          refuse(
            given,
            given.filter((key) => key !== "add" && key !== "duration"),
            "automation",
          );
          return isSwitch(given) ? await switchRule(plan, args, around) : await changeDefinition(plan, args, around);
        default:
          return plan satisfies never;
      }
    },
  });
}

/** Moves whole lists into `parts`. Null counts as left out, except inside `parts`. */
function withLists(given: unknown): unknown {
  if (!isPlainObject(given)) return given;
  const lists = LISTS.filter((key) => given[key] !== undefined && given[key] !== null);
  const parts = parsedIfJson(given["parts"]);
  const own = Object.entries(given).filter(
    ([key, value]) => value !== null && key !== "parts" && !(LISTS as readonly string[]).includes(key),
  );
  const all = { ...(isPlainObject(parts) && parts), ...Object.fromEntries(lists.map((key) => [key, given[key]])) };
  return { ...Object.fromEntries(own), ...(Object.keys(all).length > 0 && { parts: all }) };
}

/** @throws JiaError `invalid-tool-arguments` for a key that this kind of plan does not have */
function refuse(given: readonly string[], known: readonly string[], kind: Plan["kind"]): void {
  const other = given.find((key) => !known.includes(key));
  if (other !== undefined) throw invalidChangeError(message("tools.notOfKind", { key: other, kind }));
}

/** Whether a change only enables or pauses. */
function isSwitch(given: readonly string[]): boolean {
  return given.every((key) => key === "enabled" || key === "paused_until");
}

async function switchRule(
  plan: Extract<Plan, { kind: "automation" }>,
  { enabled, paused_until: until }: Arguments,
  { home, planner, context }: PlanChangeContext,
): Promise<ToolResult> {
  const { id, name, saved } = plan;
  const { language, now, origin } = context;
  const day = until === undefined ? null : dayOrMomentIn(until, now, home.timezone);
  if (until !== undefined && day === null) throw invalidChangeError(message("definition.dayOrMoment"));
  const on = day === null && enabled === true;
  const proposal: Proposal = on ? { kind: "resume", id } : { kind: "pause", id, until: day };
  const held = approvalNeeded(
    plan,
    proposal,
    {
      ...(on && { enabled }),
      ...(!on && day === null && { enabled: false }),
      ...(day !== null && { paused_until: day }),
    },
    { home, planner, context },
    ({ rests, resumes }) => (on ? resumes : rests),
  );
  if (held) return held;
  const moved = wasBefore(plan);
  if (day === null) await planner.automations.setEnabled(id, on, origin);
  else {
    const { enabled: _, ...definition } = saved.definition;
    const options = { origin, replace: true, approved: saved.approved };
    await planner.automations.save({ ...definition, pausedUntil: day }, options);
  }
  const { tools } = messages(language);
  const time = day === null ? "" : pauseWords(day, home, now, language);
  const sentence = on ? textOf(message("tools.resumed", { name }), language) : tools.paused({ name, until: time });
  return changedResult({ id, name, enabled: on, ...(day !== null && { paused_until: day }) }, sentence, moved);
}

/** The day or the moment of the resumption, in words. */
function pauseWords(day: string, { timezone }: HomeView, now: number, language: Language): string {
  if (!day.includes("T")) return textOf(datePhrase(day, { at: now, timezone }), language);
  return clockWords(instantIn(day, now, timezone) ?? now, now, timezone, language);
}

async function changeDefinition(
  plan: Extract<Plan, { kind: "automation" | "scene" }>,
  args: Arguments,
  around: PlanChangeContext,
): Promise<ToolResult> {
  const { home, planner, context } = around;
  const { language, origin, room, now } = context;
  const { name, parts, at, weekdays, enabled, paused_until: pausedUntil, until } = args;
  const { saved } = plan;
  if (Object.keys(args).length === 2 && name !== undefined) {
    const held = approvalNeeded(plan, { kind: "rename", of: plan.kind, id: plan.id, to: name }, { name }, around);
    if (held) return held;
  }
  const faults: DraftFault[] = [];
  const reading: DraftContext = { home, scenes: planner.scenes, room, now, faults };
  const before: UnknownFields = saved.definition;
  const timed =
    at === undefined && weekdays === undefined ? before : withTriggerTime(before, at, weekdays ?? daysSaid(at));
  const { enabled: wasEnabled, ...kept } = replaceParts(timed, parts ?? {});
  const wanted = {
    ...kept,
    ...((enabled ?? wasEnabled) === false && { enabled: false }),
    ...(name !== undefined && { name }),
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(until !== undefined && { until }),
  };
  const draft = plan.kind === "scene" ? sceneDraftIn(wanted, reading) : automationDraftIn(wanted, reading);
  const options = { origin, replace: true };
  const say = (described: string): string =>
    packOf(language).grammar.sentences([messages(language).tools.saved, described]);
  const check = plan.kind === "scene" ? planner.scenes.check(draft) : planner.automations.check(draft);
  if (!check.definition || faults.length > 0) return wrongDraft(plan.name, draft, faults, check, language);
  const renamed = Object.keys(args).length === 2 && name !== undefined;
  const approved = renamed ? saved.approved : wantsApproval(check);
  if (!renamed) {
    const proposal = proposalOf(plan.kind, check.definition);
    const consent = planner.consent(proposal, language);
    if (!isConfirmed(context, consent, check.approvals) && !isWanted(plan, args, check, around)) {
      const again = { ...args, id: plan.id };
      return { ...NOT_CHANGED_YET, approval: approvalFor(plan.name, consent, check.approvals, again) };
    }
  }
  const moved = wasBefore(plan);
  const sentence = await save(check.definition);
  return changedResult(
    { id: plan.id, name: name ?? plan.name },
    renamed ? textOf(message("tools.renamed", { name: plan.name, to: name }), language) : say(sentence),
    moved,
  );

  async function save(definition: unknown): Promise<string> {
    if (plan.kind === "scene") {
      const { scenes } = planner;
      const { definition: now } = await scenes.save(definition as Parameters<typeof scenes.save>[0], {
        ...options,
        approved,
      });
      return scenes.describe(now, language);
    }
    const { automations } = planner;
    const { definition: now } = await automations.save(definition as Parameters<typeof automations.save>[0], {
      ...options,
      approved,
    });
    return automations.describe(now, language);
  }
}

/**
 * Whether the person's own words ask to change this plan, and the change brings in nothing that they do not name. Enabling and
 * pausing need words of their own.
 */
function isWanted(
  plan: Extract<Plan, { kind: "automation" | "scene" }>,
  { at, enabled, paused_until: pausedUntil }: Arguments,
  check: Check<PlanDefinition>,
  { home, context: { named } }: PlanChangeContext,
): boolean {
  if (!named || !check.definition || wantsApproval(check)) return false;
  if (enabled !== undefined || pausedUntil !== undefined) return false;
  const { bounds } = named.wishes;
  const told = (to: string) =>
    namesClockTime(bounds, to) || timesOf(plan).some((from) => namesTimeShift(bounds, from, to));
  if (at !== undefined && /^\d{1,2}:\d{2}$/u.test(at) && !told(at)) return false;
  const wanted = wantsPlanChanged(named, plan, ({ change }) => change);
  return wanted && namesChange(named, plan.saved.definition, check.definition, home);
}

/** The times of day at which an automation runs before the change. */
function timesOf(plan: Extract<Plan, { kind: "automation" | "scene" }>): readonly string[] {
  if (plan.kind === "scene") return [];
  return plan.saved.definition.triggers.flatMap((trigger) => (trigger.type === "time" ? [trigger.at] : []));
}

/** The plan before the change, for "undo". */
function wasBefore(plan: Extract<Plan, { kind: "automation" | "scene" }>): MovedPlan {
  const { kind, id } = plan;
  if (plan.kind === "scene")
    return { plan: { kind, id }, before: { kind: "scene", definition: plan.saved.definition } };
  return { plan: { kind, id }, before: { kind: "whole", definition: plan.saved.definition } };
}

/** The weekdays in the text of a time: "every Friday at 8". */
function daysSaid(at: string | undefined): unknown {
  const when = at === undefined ? null : whenIn(at);
  return when?.kind === "at" && isRecurring(when) ? [...when.weekdays] : undefined;
}

function proposalOf(kind: "automation" | "scene", draft: unknown): Proposal {
  return kind === "scene"
    ? ({ kind: "save-scene", draft, replace: true } as Extract<Proposal, { kind: "save-scene" }>)
    : ({ kind: "save-automation", draft, replace: true } as Extract<Proposal, { kind: "save-automation" }>);
}

function wrongDraft(
  name: string,
  draft: unknown,
  faults: readonly DraftFault[],
  check: Check<unknown>,
  language: Language,
): ToolResult {
  const content = { saved: false, problems: draftProblems(draft, faults, check, language) };
  return { content, outcomes: [], unsaved: name, failures: [whyNotSaved(check, faults, language)] };
}
