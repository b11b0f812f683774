/** Scenes, schedules and automations. Other rooms import from here alone; `port.ts` says what they can ask for. */

export { checkAutomation } from "./check/automation.ts";
export * from "./definition/index.ts";
export { describeAutomation, describeScene, nextRunOf } from "./describe/index.ts";
export type { RunWords } from "./describe/run.ts";
export type { LeaseStorage } from "./engine/lease.ts";
export type { MessageSource } from "./engine/message-triggers.ts";
export type { Outlets } from "./engine/run-ports.ts";
export { type DefinitionsFile, readDefinitions, writeDefinitions } from "./files.ts";
export { actionsFrom, stepsFrom } from "./from-commands.ts";
export { heldBackWords } from "./held-back.ts";
export type { Household, ModeBegan } from "./household.ts";
export { MotionLog } from "./motion.ts";
export { clashOf, freeName, plain } from "./names.ts";
export { isPublicAddress } from "./outgoing/ranges.ts";
export { judgeOutgoing, type OutgoingVerdict, shownHost } from "./outgoing/verdict.ts";
export { plainYaml } from "./plain-yaml.ts";
export { HomePlanner, type PlannerOptions } from "./planner.ts";
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
  Planned,
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
  WhyQuestion,
} from "./port.ts";
export { wantsApproval } from "./port.ts";
export { nameTaken, notFound, type Problem } from "./problems.ts";
export { type CameOrWent, type Resident, type Residents, whereaboutsHold } from "./residents.ts";
export { type Scheduler, TimerScheduler } from "./schedule/agenda.ts";
export { writeMoment } from "./schedule/next.ts";
export { type Sun, sunAt } from "./schedule/sun-now.ts";
export type {
  AuditReader,
  AutomationStorage,
  Checkpoint,
  Claim,
  DefinitionChangeStorage,
  DefinitionChanges,
  DefinitionStorage,
  Hold,
  Place,
  PlannerStorage,
  RunRecord,
  RunStorage,
  SavedWithCursors,
  TimerStorage,
  TriggerCursor,
} from "./storage.ts";
export { findFloor, isGroup, resolveTarget } from "./targets.ts";
export {
  type Cause,
  type ConditionTrace,
  RUN_STATUSES,
  type Run,
  type RunStatus,
  type StepTrace,
} from "./trace.ts";
export { inTurns } from "./turns.ts";
