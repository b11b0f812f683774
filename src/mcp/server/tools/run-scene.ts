import { z } from "zod";
import { findPlan } from "../../../assistant/index.ts";
import type { Planner } from "../../../automation/index.ts";
import { outcomesResult, refuseForbidden } from "../assistant-tools.ts";
import { defineMcpTool, type McpCall, type McpResult, type McpTool } from "../tool.ts";

/** Activates a scene. A yes is for the whole scene. */
export function runSceneTool(planner: Planner): McpTool {
  return defineMcpTool({
    name: "run_scene",
    title: "Run a scene",
    description: "Activates a saved scene by name or id.",
    input: z.strictObject({ scene: z.string().min(1).max(200) }),
    output: { scene: "string", outcomes: "array", told: "string", confirm: "object" },
    effect: "act",
    run: async ({ scene }, call) => {
      const { id } = findPlan(scene, planner, call.view.hidden, {}, ["scene"]);
      return await activateOrAsk(planner, id, call, null);
    },
  });
}

/**
 * Activates a scene, or asks where the policy wants a yes.
 * @param agreed the token of what the person said yes to: where the scene does something else by now, it is asked about again
 */
async function activateOrAsk(planner: Planner, id: string, call: McpCall, agreed: string | null): Promise<McpResult> {
  const approvals = planner.scenes.approvals(id, {});
  if (approvals.length === 0 && agreed === null) return await activated(planner, id, call, false);
  refuseForbidden(
    approvals.map(({ command }) => command),
    call,
  );
  const { question, token } = planner.consent({ kind: "activate-scene", scene: id, parameters: {} }, call.language);
  if (token === agreed) return await activated(planner, id, call, true);
  return {
    data: { scene: id, outcomes: [] },
    question: { text: question, yes: (later) => activateOrAsk(planner, id, later, token) },
  };
}

async function activated(planner: Planner, id: string, call: McpCall, approved: boolean): Promise<McpResult> {
  const { origin, signal } = call;
  const { outcomes } = await planner.scenes.activate(id, { origin, signal, approved });
  const result = outcomesResult(outcomes, call);
  return { ...result, data: { scene: id, ...result.data } };
}
