/** Scenes, automations and timers as data: strict schemas, and types that follow from them. */

export { Condition, type ConditionOf } from "../conditions/index.ts";
export { DayPoint } from "../conditions/time.ts";
export {
  Happening,
  isSchedule,
  type Schedule,
  Trigger,
  type TriggerOf,
  type TriggerType,
} from "../triggers/index.ts";
export { Action, type ActionOf, everyAction } from "./actions.ts";
export { Automation, AutomationDraft, DEFAULT_LIMIT, MODES, type Mode } from "./automation.ts";
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
export { RINGING, type Ringing, type Timer } from "./timer.ts";
