/** All tools for clients of MCP, in the order in which they are listed. */
import type { Planner } from "../../../automation/index.ts";
import { JiaError } from "../../../home/index.ts";
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
    here(runSceneTool(planner), planner),
    here(plansTool, planner),
    here(timerTool(planner), planner),
    historyTool,
    whyTool,
    confirmTool(questions),
  ];
}

/** A tool about plans, which answers `stands-by` where another instance has them: an empty list would be wrong. */
function here(tool: McpTool, planner: Planner): McpTool {
  return {
    ...tool,
    call: async (input, call) => {
      if (planner.standsBy) throw new JiaError("stands-by");
      return await tool.call(input, call);
    },
  };
}
