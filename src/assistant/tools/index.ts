/** What a model or an MCP client can do in the home: one file a tool. */
import type { Planner } from "../../automation/index.ts";
import type { Home } from "../../home/index.ts";
import type { Prompts } from "../prompts.ts";
import { activateSceneTool } from "./activate-scene.ts";
import { deleteAutomationTool } from "./delete-automation.ts";
import { explainTool } from "./explain.ts";
import { findDevicesTool } from "./find-devices.ts";
import { getStateTool } from "./get-state.ts";
import { invokeActionTool } from "./invoke-action.ts";
import { listAutomationsTool } from "./list-automations.ts";
import { saveAutomationTool } from "./save-automation.ts";
import { saveSceneTool } from "./save-scene.ts";
import { setPropertiesTool } from "./set-properties.ts";
import { setTimerTool } from "./set-timer.ts";
import type { Tool } from "./tool.ts";

export type { JsonSchema } from "./schema.ts";
export type { Approval, Behind, PreparedCall, Tool, ToolContext, ToolRead, ToolResult } from "./tool.ts";

/** The tools of this home, in the order that a model is shown them; those for plans only with a planner. */
export function createTools(home: Home, prompts: Prompts, planner: Planner | null = null): readonly Tool[] {
  const devices = [
    findDevicesTool(home, prompts),
    getStateTool(home, prompts),
    setPropertiesTool(home, prompts),
    invokeActionTool(home, prompts),
  ];
  if (!planner) return devices;
  return [
    ...devices,
    activateSceneTool(home, planner, prompts),
    saveSceneTool(planner, prompts),
    saveAutomationTool(home, planner, prompts),
    listAutomationsTool(home, planner, prompts),
    deleteAutomationTool(planner, prompts),
    setTimerTool(home, planner, prompts),
    explainTool(home, planner, prompts),
  ];
}
