import { z } from "zod";
import { AutomationDraft, type Planner } from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import type { Prompts } from "../prompts.ts";
import { isPlainObject, type KeyAliases, parsedIfJson } from "./forms/argument-shape.ts";
import { automationDraftIn } from "./forms/draft.ts";
import { defineSavingTool, NAME_ARGUMENTS } from "./plans/saving.ts";
import { WRITE_EXAMPLE } from "./set-properties.ts";
import type { Tool } from "./tool.ts";

/** Parts have too many forms for a schema in the prompt: prompts/ describes them, and the check before saving is strict. */
const parts = z.array(z.record(z.string(), z.unknown())).max(100);

const Arguments = z.strictObject({
  ...NAME_ARGUMENTS,
  triggers: parts,
  conditions: parts.optional(),
  actions: parts,
  mode: z.enum(["single", "restart", "queued", "parallel"]).optional(),
  cooldown: z.union([z.number(), z.string().max(40)]).optional(),
  enabled: z.boolean().optional(),
  until: z.string().max(60).optional(),
  times: z.int().min(1).max(1000).optional(),
  pausedUntil: z.string().max(60).optional(),
  replace: z.boolean().optional(),
});

const NAMES: KeyAliases = {
  name: ["title", "alias"],
  triggers: ["trigger", "when", "schedule"],
  conditions: ["condition", "if"],
  actions: ["action", "do", "then", "writes", "steps"],
};

/** The tool that saves an automation: triggers, conditions and actions. */
export function saveAutomationTool(home: HomeView, planner: Planner, prompts: Prompts): Tool {
  return defineSavingTool<typeof Arguments, AutomationDraft>(home, planner, prompts, {
    name: "save_automation",
    kind: "automation",
    schema: Arguments,
    examples: [{ name: "NAME", triggers: [{ time: "07:00" }], actions: [WRITE_EXAMPLE] }],
    names: NAMES,
    reform: spokenTriggers,
    store: planner.automations,
    draftOf: ({ replace, ...draft }, reading) => {
      const before =
        replace === true && draft.id !== undefined ? planner.automations.get(draft.id)?.definition : undefined;
      // Replacing a paused automation keeps it paused.
      const { enabled, pausedUntil } = before ?? {};
      const paused = { ...(enabled === false && { enabled }), ...(pausedUntil !== undefined && { pausedUntil }) };
      return automationDraftIn({ ...(draft.enabled === undefined && paused), ...draft }, reading);
    },
    // "In 40 minutes" counts from the yes.
    proposal: (definition, replace, draft) => ({
      kind: "save-automation",
      draft: { ...definition, triggers: AutomationDraft.parse(draft).triggers },
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

/** Turns a trigger that is only a text into one with that time. */
function spokenTriggers(given: unknown): unknown {
  if (!isPlainObject(given) || given["triggers"] === undefined) return given;
  const triggers = parsedIfJson(given["triggers"]);
  const list: unknown[] = Array.isArray(triggers) ? triggers : [triggers];
  return {
    ...given,
    triggers: list.map((each) =>
      typeof each === "string" && parsedIfJson(each) === each ? { at: each } : parsedIfJson(each),
    ),
  };
}
