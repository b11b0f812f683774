/** The configuration: `loadConfig` reads it, `CONFIG_SETTINGS` describes it, `shownSettings` prints it without secrets. */
export type { CameraSetting } from "./camera-settings.ts";
export { changeSettings, isForTheMachine } from "./edit.ts";
export { weekdayNumber } from "./history-settings.ts";
export { policyRule } from "./policy-rules.ts";
export { type ConfigSources, type LoadedConfig, loadConfig, type ValueSource } from "./read.ts";
export type { ConfigSetting } from "./setting.ts";
export { CONFIG_SETTINGS, type Config, type SettingName, settingAbout } from "./settings.ts";
export {
  asYaml,
  hidesPassword,
  isGiven,
  type ShownSetting,
  shownSettings,
  withoutPassword,
  withoutPasswords,
} from "./show.ts";
