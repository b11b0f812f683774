import type { Planner } from "../../automation/index.ts";

/** What the local engine needs of automation: timers and delayed commands, schedules, scenes, what is planned, and why. */
export type LocalPlanner = Pick<
  Planner,
  "timers" | "automations" | "scenes" | "planned" | "explain" | "consent" | "subscribe"
>;
