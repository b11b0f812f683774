import type { HistoryRecords } from "../history/index.ts";
import type { Clock, Home } from "../home/index.ts";
import type { Routes } from "./plugin.ts";
import { energyRoutes } from "./routes/energy.ts";
import { historyRoutes } from "./routes/history.ts";
import { historyExportRoutes } from "./routes/history-export.ts";

/** Everything about the past over HTTP, for `more` of `buildApi`. @param history null: none is kept */
export function pastRoutes(home: Home, history: HistoryRecords | null, clock: Clock): Routes[] {
  return [
    historyRoutes(home, history, clock),
    historyExportRoutes(home, history, clock),
    energyRoutes(home, history, clock),
  ];
}
