/** Events of the planner. */
import type { NoticeLevel, Outcome } from "../../home/index.ts";
import type { Timer } from "../definition/index.ts";
import type { Run } from "../runs/run.ts";

/** Events of the planner, for pages, voices and logs. */
export type PlannerEvent =
  | {
      readonly type: "timer-finished";
      readonly timer: Timer;
      readonly outcomes: readonly Outcome[];
      readonly at: number;
    }
  | { readonly type: "timers-changed"; readonly at: number }
  | { readonly type: "definitions-changed"; readonly at: number }
  | { readonly type: "run-started"; readonly run: Run; readonly at: number }
  | { readonly type: "run-finished"; readonly run: Run; readonly at: number }
  /** `by`: whether a step of the run tells it, or the planner about the run. */
  | {
      readonly type: "notice";
      readonly message: string;
      readonly level: NoticeLevel;
      readonly by: "action" | "planner";
      /** Ids of the people whom it is for; null: everybody. */
      readonly to: readonly string[] | null;
      readonly run: Run;
      readonly at: number;
    }
  | { readonly type: "say"; readonly message: string; readonly run: Run; readonly at: number };
