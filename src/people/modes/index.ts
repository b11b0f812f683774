/** The modes of the home: whether its people are in, away, asleep; what a mode does and checks when it begins. */
export { runModeChecks as lookAt, type StateTest as IsSo } from "./checks.ts";
export {
  type Beginning,
  FIRST_MODE,
  MODE_CHECKS,
  type ModeCheck,
  ModeDefinition,
  ModeDraft,
  USUAL_MODE_IDS,
} from "./definition.ts";
export { HomeModes, type HomeModesOptions, type ModeScenes } from "./home-modes.ts";
export type {
  BeginOptions,
  CurrentMode,
  Mode,
  ModeChange,
  ModeEvent,
  ModeFinding as Finding,
  ModeReport,
  Modes,
} from "./port.ts";
export { modeReportPhrase as reportPhrase, modeReportText as reportText } from "./report.ts";
export type { ModeStorage } from "./storage.ts";
