import { z } from "zod";
import { AutomationDraft, type Planner } from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import type { Prompts } from "../prompts.ts";
import { NAMED, savingTool } from "./saving.ts";
import type { Tool } from "./tool.ts";

/** The parts have too many forms for a schema that a model reads: prompts/ describes them, and the check is strict. */
const parts = z.array(z.record(z.string(), z.unknown())).max(100);

const Arguments = z.strictObject({
  ...NAMED,
  triggers: parts,
  conditions: parts.optional(),
  actions: parts,
  mode: z.enum(["single", "restart", "queued", "parallel"]).optional(),
  cooldown: z.union([z.number(), z.string().max(40)]).optional(),
  enabled: z.boolean().optional(),
  replace: z.boolean().optional(),
});

/** Saves an automation: when something happens, and something holds, do something. */
export function saveAutomationTool(home: HomeView, planner: Planner, prompts: Prompts): Tool {
  return savingTool<typeof Arguments, AutomationDraft>(planner, prompts, {
    name: "save_automation",
    kind: "automation",
    schema: Arguments,
    store: planner.automations,
    draftOf: ({ replace: _, ...draft }) => draft,
    // "In 40 minutes" counts from the yes.
    proposal: (definition, { triggers }, replace) => ({
      kind: "save-automation",
      draft: { ...definition, triggers: AutomationDraft.shape.triggers.parse(triggers) },
      replace,
    }),
    later: ({ triggers, actions }) =>
      triggers.every(({ type }) => type === "once")
        ? actions.flatMap((action) =>
            "target" in action && typeof action.target === "string" ? (home.device(action.target)?.id ?? []) : [],
          )
        : [],
  });
}
