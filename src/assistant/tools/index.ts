/** What a model or an MCP client can do in the home: one file a tool. */
import type { Home } from "../../home/index.ts";
import type { Prompts } from "../prompts.ts";
import { findDevicesTool } from "./find-devices.ts";
import { getStateTool } from "./get-state.ts";
import { invokeActionTool } from "./invoke-action.ts";
import { setPropertiesTool } from "./set-properties.ts";
import type { Tool } from "./tool.ts";

export type { JsonSchema } from "./schema.ts";
export type { Approval, PreparedCall, Tool, ToolContext, ToolResult } from "./tool.ts";

/** The tools of this home, in the order that a model is shown them. */
export function createTools(home: Home, prompts: Prompts): readonly Tool[] {
  return [
    findDevicesTool(home, prompts),
    getStateTool(home, prompts),
    setPropertiesTool(home, prompts),
    invokeActionTool(home, prompts),
  ];
}
