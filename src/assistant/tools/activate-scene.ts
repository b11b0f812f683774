import { z } from "zod";
import type { Planner } from "../../automation/index.ts";
import type { Home, Outcome } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { commandPhrases, sureQuestion } from "../replies/outcomes.ts";
import { shownOutcome } from "./outline.ts";
import { commandsAsked, oneOf, wantsYes } from "./plans.ts";
import { defineTool, type Tool, type ToolContext, type ToolResult } from "./tool.ts";

const Arguments = z.strictObject({
  scene: z.string().min(1).max(200),
  parameters: z.record(z.string(), z.union([z.boolean(), z.number(), z.string().max(500)])).optional(),
  say: z.string().max(1000).optional(),
});

/** Activates a saved scene. */
export function activateSceneTool(home: Home, planner: Planner, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "activate_scene",
    kind: "write",
    schema: Arguments,
    run: async ({ scene, parameters }, context) => {
      const all = planner.scenes.list().map(({ definition }) => definition);
      const found = planner.scenes.find(scene).map(({ definition }) => definition);
      const { id, name } = oneOf(scene, found, all, "scene");
      const { origin, signal } = context;
      const { definition } = planner.scenes.get(id) ?? {};
      const approvals = definition ? planner.scenes.check(definition).approvals : [];
      const approved = context.approved !== undefined && !wantsYes(approvals, context.approved);
      const options = { origin, signal, approved, ...(parameters && { parameters }) };
      const result = resultOf(home, (await planner.scenes.activate(id, options)).outcomes, context.language);
      const held = result.outcomes.filter(({ status }) => status === "needs-confirmation");
      if (held.length === 0) return result;
      const question = sureQuestion(phrases(home, held, context), [], context.language);
      const again = { scene: id, ...(parameters && { parameters }) };
      return {
        ...result,
        approval: { subject: name, question, commands: commandsAsked(approvals), arguments: again },
      };
    },
  });
}

function resultOf(home: Home, outcomes: readonly Outcome[], language: Language): ToolResult {
  const shown = outcomes.map((outcome) => shownOutcome(outcome, home.device(outcome.device), language));
  return { content: { outcomes: shown }, outcomes, failures: [] };
}

function phrases(home: Home, outcomes: readonly Outcome[], { language }: ToolContext): string[] {
  const commands = outcomes.map((outcome) =>
    "property" in outcome
      ? {
          kind: "set" as const,
          device: outcome.device,
          properties: [{ address: outcome.property, value: outcome.value }],
        }
      : { kind: "invoke" as const, device: outcome.device, action: outcome.action, in: outcome.in },
  );
  return commandPhrases(home, commands, language);
}
