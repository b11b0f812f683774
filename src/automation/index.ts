/** Scenes, schedules and automations. Other rooms import from here alone; `port.ts` says what they can ask for. */

export { checkAutomation } from "./check/automation.ts";
export { heldBackWords } from "./check/held-back.ts";
export { type DefinitionProblem, nameTaken, notFound } from "./check/problems.ts";
export * from "./definition/index.ts";
export { freeName, nameClashOf, normalizedName } from "./definition/names.ts";
export { describeAutomation, describeScene, nextRunOf } from "./describe/index.ts";
export type { RunWords } from "./describe/run.ts";
export { actionsFrom, stepsFrom } from "./device-commands/as-steps.ts";
export type { LeaseStorage } from "./engine/lease.ts";
export type { MessageSource } from "./engine/message-triggers.ts";
export type { NotificationSinks } from "./engine/run-environment.ts";
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
  UpcomingRun,
  WhyQuestion,
} from "./port.ts";
export { wantsApproval } from "./port.ts";
export { findFloor, isGroup, resolveTarget } from "./references/targets.ts";
export {
  type ConditionTrace,
  RUN_STATUSES,
  type Run,
  type RunCause,
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
  DueClaim,
  Hold,
  PlannerStorage,
  RunRecord,
  RunStorage,
  SavedWithCursors,
  StepPosition,
  TimerStorage,
  TriggerCursor,
} from "./storage.ts";
export type { Household, ModeBegan } from "./surroundings/household.ts";
export { MotionLog } from "./surroundings/motion.ts";
export {
  type ArrivalOrDeparture,
  type Resident,
  type Residents,
  whereaboutsHold,
} from "./surroundings/residents.ts";
export { inTurns } from "./turns.ts";
