import type { Planner } from "../automation/index.ts";
import type { Clock, Home } from "../home/index.ts";
import type { Routes } from "./plugin.ts";
import { automationRoutes } from "./routes/automations.ts";
import { definitionRoutes } from "./routes/definitions.ts";
import { runRoutes } from "./routes/runs.ts";
import { sceneRoutes } from "./routes/scenes.ts";
import { timerRoutes } from "./routes/timers.ts";

/** Everything that the planner offers over HTTP, for `more` of `buildApi`. */
export function plannerRoutes(home: Home, planner: Planner, clock: Clock): Routes[] {
  return [
    sceneRoutes(home, planner),
    automationRoutes(home, planner),
    runRoutes(home, planner),
    timerRoutes(home, planner, clock),
    definitionRoutes(planner),
  ];
}
