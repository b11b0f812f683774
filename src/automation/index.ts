/** Scenes, schedules and automations. Other rooms import from here alone; `port.ts` says what they can ask for. */

export { checkAutomation } from "./check/automation.ts";
export { heldBackWords } from "./check/held-back.ts";
export { type DefinitionProblem as Problem, nameTaken, notFound } from "./check/problems.ts";
export * from "./definition/index.ts";
export { freeName, nameClashOf as clashOf, normalizedName as plain } from "./definition/names.ts";
export { describeAutomation, describeScene, nextRunOf } from "./describe/index.ts";
export type { RunWords } from "./describe/run.ts";
export { actionsFrom, stepsFrom } from "./device-commands/as-steps.ts";
export type { LeaseStorage } from "./engine/lease.ts";
export type { MessageSource } from "./engine/message-triggers.ts";
export type { NotificationSinks as Outlets } from "./engine/run-environment.ts";
export { type DefinitionsFile, readDefinitions, writeDefinitions } from "./files/definitions-file.ts";
export { plainYaml } from "./files/plain-yaml.ts";
export { isPublicAddress } from "./outgoing/ranges.ts";
export { judgeOutgoing, type OutgoingVerdict, shownHost } from "./outgoing/verdict.ts";
export type { PlannerOptions } from "./phases/options.ts";
export { HomePlanner } from "./planner.ts";
export type {
  ActivateOptions,
  Activation,
  Approval,
  Automations,
  Check,
  Consent,
  DefinitionFiles,
  DelayedCommands,
  Difference,
  Explanation,
  HeldBack,
  ImportOptions,
  PastChange,
  PlannedChange,
  Planner,
  PlannerEvent,
  Proposal,
  RunFilter,
  RunOptions,
  Runs,
  Saved,
  SavedAutomation,
  SaveOptions,
  Scenes,
  TimerRequest,
  Timers,
  UpcomingRun as Planned,
  WhyQuestion,
} from "./port.ts";
export { wantsApproval } from "./port.ts";
export { findFloor, isGroup, resolveTarget } from "./references/targets.ts";
export {
  type ConditionTrace,
  RUN_STATUSES,
  type Run,
  type RunCause as Cause,
  type RunStatus,
  type StepTrace,
} from "./runs/run.ts";
export { type Scheduler, TimerScheduler } from "./schedule/agenda.ts";
export { writeMoment } from "./schedule/next.ts";
export { type Sun, sunAt } from "./schedule/sun.ts";
export type {
  AuditReader,
  AutomationStorage,
  Checkpoint,
  DefinitionChangeStorage,
  DefinitionChanges,
  DefinitionStorage,
  DueClaim as Claim,
  Hold,
  PlannerStorage,
  RunRecord,
  RunStorage,
  SavedWithCursors,
  StepPosition as Place,
  TimerStorage,
  TriggerCursor,
} from "./storage.ts";
export type { Household, ModeBegan } from "./surroundings/household.ts";
export { MotionLog } from "./surroundings/motion.ts";
export {
  type ArrivalOrDeparture as CameOrWent,
  type Resident,
  type Residents,
  whereaboutsHold,
} from "./surroundings/residents.ts";
export { inTurns } from "./turns.ts";
