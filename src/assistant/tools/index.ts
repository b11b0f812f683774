/** The tools that a model or an MCP client can call: one file for each. */
import type { Planner } from "../../automation/index.ts";
import type { Home } from "../../home/index.ts";
import { HiddenFilter } from "../hidden/hidden-filter.ts";
import type { MemoryPorts } from "../memory/drafts.ts";
import type { PastHistory } from "../past/index.ts";
import type { Prompts } from "../prompts.ts";
import { activateSceneTool } from "./activate-scene.ts";
import type { ModeTool } from "./begin-mode.ts";
import { changePlanTool } from "./change-plan.ts";
import { deletePlanTool } from "./delete-plan.ts";
import { explainTool } from "./explain.ts";
import { findDevicesTool } from "./find-devices.ts";
import { getHistoryTool } from "./get-history.ts";
import { getStateTool } from "./get-state.ts";
import { invokeActionTool } from "./invoke-action.ts";
import { listPlansTool } from "./list-plans.ts";
import { rememberTool } from "./remember.ts";
import { saveAutomationTool } from "./save-automation.ts";
import { saveSceneTool } from "./save-scene.ts";
import { setPropertiesTool } from "./set-properties.ts";
import { setTimerTool } from "./set-timer.ts";
import type { Tool } from "./tool.ts";

export { isOutsideTool, OUTSIDE_MARK } from "./outside.ts";
export type { JsonSchema } from "./schema.ts";
export { smallTools } from "./small/index.ts";
export {
  contentResult,
  type DependentAction as Behind,
  type PreparedCall,
  type Tool,
  type ToolApproval as Approval,
  type ToolContext,
  type ToolRead,
  type ToolResult,
} from "./tool.ts";

/** What tools use beside the home. Tools whose part is not there are left out. */
export interface ToolParts {
  /** Keeps rules, scenes and timers. */
  readonly planner?: Planner | null;
  /** What the caller may not see of the home; absent: everything is shown. */
  readonly hidden?: HiddenFilter;
  readonly history?: PastHistory | null;
  /** The memory of `remember`. */
  readonly remembering?: MemoryPorts | null;
  /** The modes that `activate_scene` can begin. */
  readonly modes?: ModeTool | null;
}

/** The tools of this home, in the order in which models see them. Each gets the home without what is hidden. */
export function createTools(
  whole: Home,
  prompts: Prompts,
  {
    planner = null,
    hidden = new HiddenFilter(whole),
    history = null,
    remembering = null,
    modes = null,
  }: ToolParts = {},
): readonly Tool[] {
  const { home } = hidden;
  const devices = [
    findDevicesTool(home, prompts),
    getStateTool(home, prompts),
    setPropertiesTool(home, prompts),
    invokeActionTool(home, prompts),
    ...(history ? [getHistoryTool(home, history, prompts)] : []),
  ];
  const memory = remembering === null ? [] : [rememberTool(home, prompts, remembering)];
  if (!planner) return hidden.guard([...devices, ...memory], null);
  const saveAutomation = saveAutomationTool(home, planner, prompts);
  const plans = [
    activateSceneTool(home, planner, prompts, hidden, modes),
    saveSceneTool(home, planner, prompts),
    saveAutomation,
    listPlansTool(home, planner, prompts, hidden),
    changePlanTool(home, planner, prompts, hidden),
    deletePlanTool(home, planner, prompts, hidden),
    setTimerTool(home, planner, prompts, saveAutomation),
    explainTool(home, planner, prompts),
  ];
  return hidden.guard([...devices, ...plans, ...memory], planner);
}
