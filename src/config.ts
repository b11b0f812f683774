/** The configuration: `loadConfig` reads it, `SETTINGS` describes it, `shownSettings` prints it without secrets. */
export { weekdayNumber } from "./config/history-settings.ts";
export { policyRule } from "./config/policy-rules.ts";
export { type ConfigSources, type LoadedConfig, loadConfig, type ValueSource } from "./config/read.ts";
export type { Setting } from "./config/setting.ts";
export { type Config, SETTINGS, type SettingName, settingAbout } from "./config/settings.ts";
export { asYaml, hidesPassword, type ShownSetting, shownSettings, withoutPassword } from "./config/show.ts";
