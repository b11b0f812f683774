import { z } from "zod";
import type { Planner } from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import { message, textOf } from "../../language/index.ts";
import type { HiddenFilter } from "../hidden/hidden-filter.ts";
import type { Prompts } from "../prompts.ts";
import { wantsPlanDeleted, wantsTimerDeleted } from "../wishes/mentions.ts";
import type { KeyAliases } from "./forms/argument-shape.ts";
import { approvalFor, isConfirmed } from "./plans/consent.ts";
import { findPlan, PLAN_REF_KINDS, type Plan } from "./plans/find-plan.ts";
import { timerName } from "./plans/plan-words.ts";
import { otherNames } from "./plans/wishes.ts";
import { defineTool, SAY_AND_MORE, type Tool, type ToolContext } from "./tool.ts";

const Arguments = z.strictObject({
  id: z.string().min(1).max(200),
  /** The kind of the plan; any kind when it is left out. */
  kind: z.enum(PLAN_REF_KINDS).optional(),
  ...SAY_AND_MORE,
});

const NAMES: KeyAliases = {
  id: ["name", "plan", "planid", "automation", "rule", "scene", "timer", "alarm", "reminder"],
  kind: ["type"],
};

/** The tool that deletes an automation or a scene, or cancels a timer. */
export function deletePlanTool(home: HomeView, planner: Planner, prompts: Prompts, hidden: HiddenFilter): Tool {
  return defineTool(prompts, {
    name: "delete_plan",
    kind: "write",
    schema: Arguments,
    examples: [{ id: "ID" }],
    names: NAMES,
    run: async ({ kind: given, id: words }, context) => {
      const { origin, language, now } = context;
      const plan = findPlan(words, planner, hidden, context, given === undefined ? PLAN_REF_KINDS : [given]);
      const { kind, id } = plan;
      const name =
        plan.kind === "timer" && plan.name === "" ? timerName(plan.timer, { home, planner, language, now }) : plan.name;
      const consent = planner.consent({ kind: "remove", of: kind, id }, language);
      if (!isNamed(plan, planner, context) && !isConfirmed(context, consent, [])) {
        return { ...HELD, approval: approvalFor(name, consent, [], { kind, id }) };
      }
      if (kind === "timer") await planner.timers.cancel(id, origin);
      else await (kind === "scene" ? planner.scenes : planner.automations).remove(id, origin);
      const deleted = { id, name };
      return {
        content: { deleted },
        outcomes: [],
        failures: [],
        sentence: textOf(message("tools.deleted", deleted), language),
      };
    },
  });
}

/** The result of a call that waits for a yes. */
const HELD = { content: { deleted: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;

/** Whether the person's own words ask to end this plan. Automations and scenes need a word for deleting. */
function isNamed(plan: Plan, planner: Planner, { named }: ToolContext): boolean {
  if (plan.kind !== "timer") {
    const { name, aliases = [] } = plan.saved.definition;
    return wantsPlanDeleted(
      named,
      { kind: plan.kind, id: plan.id, names: [name, ...aliases] },
      otherNames(planner, plan.id),
    );
  }
  const devices = plan.timer.commands.map(({ device }) => device);
  return wantsTimerDeleted(named, { id: plan.id, name: plan.name, devices }, otherNames(planner, plan.id));
}
