import { z } from "zod";
import { findPlan } from "../../../assistant/index.ts";
import type { Planner } from "../../../automation/index.ts";
import { JiaError } from "../../../home/index.ts";
import { message, textOf } from "../../../language/index.ts";
import { writeWith } from "../assistant-tools.ts";
import { defineMcpTool, type McpTool } from "../tool.ts";
import { CHANGES } from "./changes.ts";

/** Starts or cancels a timer, an alarm, a reminder, or changes for later. */
export function timerTool(planner: Planner): McpTool {
  return defineMcpTool({
    name: "set_timer",
    title: "Set or cancel a timer",
    description: "Timer, alarm or reminder; with changes it does them then. Or cancels one.",
    input: z.strictObject({
      duration: z.string().max(60).optional().describe("10m, 1h30m"),
      at: z.string().max(60).optional().describe("Instead: 07:30, tomorrow 18:00"),
      name: z.string().max(120).optional(),
      changes: CHANGES.optional().describe("As in set_devices"),
      cancel: z.string().max(200).optional().describe("Id or name of a timer to end"),
    }),
    output: {
      started: "boolean",
      id: "string",
      cancelled: "string",
      told: "string",
      errors: "array",
      confirm: "object",
    },
    effect: "act",
    run: async ({ cancel, changes, ...rest }, call) => {
      if (cancel === undefined) {
        return await writeWith("set_timer", { ...rest, ...(changes && { writes: changes }) }, call);
      }
      if (rest.duration !== undefined || rest.at !== undefined || changes !== undefined) {
        throw new JiaError("invalid-tool-arguments", { tool: "set_timer", detail: message("mcp.cancelAlone") });
      }
      const plan = findPlan(cancel, planner, call.view.hidden, {}, ["timer"]);
      await planner.timers.cancel(plan.id, call.origin);
      const told = textOf(message("tools.deleted", { id: plan.id, name: plan.name || plan.id }), call.language);
      return { data: { cancelled: plan.id, told } };
    },
  });
}
