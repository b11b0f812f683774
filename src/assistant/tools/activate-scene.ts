import { z } from "zod";
import type { Planner } from "../../automation/index.ts";
import type { Home, Outcome } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { namesScene } from "../named.ts";
import type { Prompts } from "../prompts.ts";
import { commandPhrases, sureQuestion } from "../replies/outcomes.ts";
import { approvalFor, hasYes } from "./consent.ts";
import { shownOutcome } from "./outline.ts";
import { oneOf } from "./plans.ts";
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
      const consent = planner.consent(
        { kind: "activate-scene", scene: id, parameters: parameters ?? {} },
        context.language,
      );
      const approvals = planner.scenes.approvals(id, parameters ?? {});
      const approved = hasYes(context, consent, approvals);
      const again = { scene: id, ...(parameters && { parameters }) };
      // The yes of when it was saved was for activations that the person asks for.
      const { named } = context;
      const saidYes = planner.scenes.get(id)?.approved === true && named?.asking === false;
      const asked = namesScene(named, id) && (approvals.length === 0 || saidYes);
      if (!approved && !asked) return { ...HELD, approval: approvalFor(name, consent, approvals, again) };
      const options = { origin, signal, approved, ...(parameters && { parameters }) };
      const result = resultOf(home, (await planner.scenes.activate(id, options)).outcomes, context.language);
      const held = result.outcomes.filter(({ status }) => status === "needs-confirmation");
      if (held.length === 0) return result;
      const question = sureQuestion(phrases(home, held, context), [], context.language);
      return { ...result, approval: { ...approvalFor(name, consent, approvals, again), question } };
    },
  });
}

/** Nothing is activated yet. */
const HELD = { content: { activated: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;

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
