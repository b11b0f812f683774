/** Scenes, schedules and automations. Other rooms import from here alone; `port.ts` says what they can ask for. */
export * from "./definition/index.ts";
export type {
  ActivateOptions,
  Activation,
  Approval,
  Automations,
  Check,
  Explanation,
  Planned,
  PlannedChange,
  Planner,
  PlannerEvent,
  Problem,
  RunFilter,
  RunOptions,
  Runs,
  Saved,
  SavedAutomation,
  SaveOptions,
  Scenes,
  TimerRequest,
  Timers,
  WhyQuestion,
} from "./port.ts";
export {
  type Cause,
  type ConditionTrace,
  RUN_STATUSES,
  type Run,
  type RunStatus,
  type StepTrace,
} from "./trace.ts";
