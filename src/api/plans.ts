import type { Planner } from "../automation/index.ts";
import { type Clock, type Home, JiaError } from "../home/index.ts";
import type { Routes } from "./plugin.ts";
import { automationRoutes } from "./routes/automations.ts";
import { definitionRoutes } from "./routes/definitions.ts";
import { runRoutes } from "./routes/runs.ts";
import { sceneRoutes } from "./routes/scenes.ts";
import { timerRoutes } from "./routes/timers.ts";

/** Everything that the planner offers over HTTP, for `more` of `buildApi`. */
export function plannerRoutes(home: Home, planner: Planner, clock: Clock): Routes[] {
  const routes = [
    sceneRoutes(home, planner),
    automationRoutes(home, planner),
    runRoutes(home, planner),
    timerRoutes(home, planner, clock),
    definitionRoutes(home, planner),
  ];
  return [
    (app) => {
      app.register((scope, _options, done) => {
        // An instance that stands by knows nothing of what is planned: an empty list would be a lie.
        scope.addHook("onRequest", (_request, _reply, next) => {
          next(planner.standsBy ? new JiaError("stands-by") : undefined);
        });
        for (const add of routes) add(scope as typeof app);
        done();
      });
    },
  ];
}
