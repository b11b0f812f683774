/** Scenes, automations and timers as data: strict schemas, and types that follow from them. */

export { ACTION_KINDS, type ActionOf, AutomationAction, everyAction } from "../actions/index.ts";
export { CONDITION_KINDS, Condition, type ConditionOf } from "../conditions/index.ts";
export { DayPoint } from "../conditions/time.ts";
export {
  hasFixedDays,
  hasWeekdays,
  isSchedule,
  type Schedule,
  TRIGGER_KINDS,
  Trigger,
  type TriggerOf,
  type TriggerType,
  WaitTrigger,
} from "../triggers/index.ts";
export { Automation, AutomationDraft, DEFAULT_LIMIT, RUN_MODES, type RunMode } from "./automation.ts";
export { SUN_EVENTS, SunEvent, Target, ValueOf, WEEKDAYS, Weekday } from "./basics.ts";
export { type CalendarDay, calendarDay, cycleOf, isDated } from "./dates.ts";
export {
  Duration,
  durationMs,
  formatDuration,
  Offset,
  offsetMs,
  toMs,
} from "./durations.ts";
export { Scene, SceneDraft, SceneStep, type SceneValue } from "./scene.ts";
export { Missed } from "./schedules.ts";
export { RING_KINDS, type RingKind, type Timer } from "./timer.ts";
