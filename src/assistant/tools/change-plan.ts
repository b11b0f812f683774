import { z } from "zod";
import { type Check, type Planner, type Proposal, wantsApproval } from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import { clockWords, datePhrase, type Language, message, messages, packOf, textOf } from "../../language/index.ts";
import { isRecurring } from "../../understanding/parse/when.ts";
import { saysClock, saysMove } from "../bounds.ts";
import type { Hidden } from "../hidden/hidden.ts";
import { namesPlan } from "../named.ts";
import type { MovedPlan } from "../plan-changes.ts";
import type { Prompts } from "../prompts.ts";
import { changeTimer, TIMER_CHANGES } from "./change-timer.ts";
import { type Around, asked, done, HELD } from "./changing.ts";
import { approvalFor, hasYes } from "./consent.ts";
import type { Definition } from "./definition.ts";
import { findPlan, type Plan } from "./find-plan.ts";
import { automationIn, draftProblems, sceneIn } from "./forms/draft.ts";
import type { Fault, Reading } from "./forms/reading.ts";
import { isLoose, type KeyNames, type Loose, unfolded } from "./forms/shape.ts";
import { dayOrMomentIn, instantIn, whenIn } from "./forms/times.ts";
import { CHANGE_FORM, withParts, withTime, wrongChange } from "./parts.ts";
import { reasonOf } from "./plans.ts";
import { BESIDE, defineTool, type Tool, type ToolResult } from "./tool.ts";
import { staysWithin } from "./wanted.ts";

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
  ...BESIDE,
});
type Arguments = Omit<z.output<typeof Arguments>, "say" | "more">;

const NAMES: KeyNames = {
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
export function changePlanTool(home: HomeView, planner: Planner, prompts: Prompts, hidden: Hidden): Tool {
  return defineTool(prompts, {
    name: "change_plan",
    kind: "write",
    schema: Arguments,
    form: CHANGE_FORM,
    names: NAMES,
    nulls: true,
    reform: withLists,
    run: async ({ say: _, more: __, ...args }, context) => {
      const plan = findPlan(args.id, planner, hidden, context);
      const around = { home, planner, context };
      const given = Object.keys(args).filter((key) => key !== "id");
      if (given.length === 0) throw wrongChange(message("tools.changeNothing"));
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
  if (!isLoose(given)) return given;
  const lists = LISTS.filter((key) => given[key] !== undefined && given[key] !== null);
  const parts = unfolded(given["parts"]);
  const own = Object.entries(given).filter(
    ([key, value]) => value !== null && key !== "parts" && !(LISTS as readonly string[]).includes(key),
  );
  const all = { ...(isLoose(parts) && parts), ...Object.fromEntries(lists.map((key) => [key, given[key]])) };
  return { ...Object.fromEntries(own), ...(Object.keys(all).length > 0 && { parts: all }) };
}

/** @throws JiaError `invalid-tool-arguments` for a key that this kind of plan does not have */
function refuse(given: readonly string[], known: readonly string[], kind: Plan["kind"]): void {
  const other = given.find((key) => !known.includes(key));
  if (other !== undefined) throw wrongChange(message("tools.notOfKind", { key: other, kind }));
}

/** Whether a change only enables or pauses. */
function isSwitch(given: readonly string[]): boolean {
  return given.every((key) => key === "enabled" || key === "paused_until");
}

async function switchRule(
  plan: Extract<Plan, { kind: "automation" }>,
  { enabled, paused_until: until }: Arguments,
  { home, planner, context }: Around,
): Promise<ToolResult> {
  const { id, name, saved } = plan;
  const { language, now, origin } = context;
  const day = until === undefined ? null : dayOrMomentIn(until, now, home.timezone);
  if (until !== undefined && day === null) throw wrongChange(message("definition.dayOrMoment"));
  const on = day === null && enabled === true;
  const proposal: Proposal = on ? { kind: "resume", id } : { kind: "pause", id, until: day };
  const held = asked(
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
  return done({ id, name, enabled: on, ...(day !== null && { paused_until: day }) }, sentence, moved);
}

/** The day or the moment of the resumption, in words. */
function pauseWords(day: string, { timezone }: HomeView, now: number, language: Language): string {
  if (!day.includes("T")) return textOf(datePhrase(day, { at: now, timezone }), language);
  return clockWords(instantIn(day, now, timezone) ?? now, now, timezone, language);
}

async function changeDefinition(
  plan: Extract<Plan, { kind: "automation" | "scene" }>,
  args: Arguments,
  around: Around,
): Promise<ToolResult> {
  const { home, planner, context } = around;
  const { language, origin, room, now } = context;
  const { name, parts, at, weekdays, enabled, paused_until: pausedUntil, until } = args;
  const { saved } = plan;
  if (Object.keys(args).length === 2 && name !== undefined) {
    const held = asked(plan, { kind: "rename", of: plan.kind, id: plan.id, to: name }, { name }, around);
    if (held) return held;
  }
  const faults: Fault[] = [];
  const reading: Reading = { home, scenes: planner.scenes, room, now, faults };
  const before: Loose = saved.definition;
  const timed = at === undefined && weekdays === undefined ? before : withTime(before, at, weekdays ?? daysSaid(at));
  const { enabled: wasEnabled, ...kept } = withParts(timed, parts ?? {});
  const wanted = {
    ...kept,
    ...((enabled ?? wasEnabled) === false && { enabled: false }),
    ...(name !== undefined && { name }),
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(until !== undefined && { until }),
  };
  const draft = plan.kind === "scene" ? sceneIn(wanted, reading) : automationIn(wanted, reading);
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
    if (!hasYes(context, consent, check.approvals) && !isWanted(plan, args, check, around)) {
      const again = { ...args, id: plan.id };
      return { ...HELD, approval: approvalFor(plan.name, consent, check.approvals, again) };
    }
  }
  const moved = wasBefore(plan);
  const sentence = await save(check.definition);
  return done(
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
  check: Check<Definition>,
  { home, context: { named } }: Around,
): boolean {
  if (!named || !check.definition || wantsApproval(check)) return false;
  if (enabled !== undefined || pausedUntil !== undefined) return false;
  const { bounds } = named.wishes;
  const told = (to: string) => saysClock(bounds, to) || timesOf(plan).some((from) => saysMove(bounds, from, to));
  if (at !== undefined && /^\d{1,2}:\d{2}$/u.test(at) && !told(at)) return false;
  const wanted = namesPlan(named, plan, ({ change }) => change);
  return wanted && staysWithin(named, plan.saved.definition, check.definition, home);
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
  faults: readonly Fault[],
  check: Check<unknown>,
  language: Language,
): ToolResult {
  const content = { saved: false, problems: draftProblems(draft, faults, check, language) };
  return { content, outcomes: [], unsaved: name, failures: [reasonOf(check, faults, language)] };
}
