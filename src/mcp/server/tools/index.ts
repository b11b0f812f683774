/** All tools for clients of MCP, in the order in which they are listed. */
import type { Planner } from "../../../automation/index.ts";
import type { Questions } from "../questions.ts";
import type { McpTool } from "../tool.ts";
import type { Turns } from "../turns.ts";
import { confirmTool } from "./confirm.ts";
import { findTool } from "./find-devices.ts";
import { stateTool } from "./get-state.ts";
import { historyTool } from "./history.ts";
import { homeOverviewTool } from "./home-overview.ts";
import { plansTool } from "./list-plans.ts";
import { runActionTool } from "./run-action.ts";
import { runSceneTool } from "./run-scene.ts";
import { sayTool } from "./say.ts";
import { setDevicesTool } from "./set-devices.ts";
import { timerTool } from "./set-timer.ts";
import { whyTool } from "./why.ts";

interface ToolServices {
  readonly planner: Planner;
  readonly turns: Turns;
  readonly questions: Questions;
  /** How long `say` waits for its turn, in milliseconds. */
  readonly answerMs: number;
}

/** Makes the tools. */
export function createMcpTools({ planner, turns, questions, answerMs }: ToolServices): readonly McpTool[] {
  return [
    sayTool(turns, answerMs),
    homeOverviewTool,
    findTool,
    stateTool,
    setDevicesTool,
    runActionTool,
    runSceneTool(planner),
    plansTool,
    timerTool(planner),
    historyTool,
    whyTool,
    confirmTool(questions),
  ];
}
