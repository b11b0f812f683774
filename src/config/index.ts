/** The configuration: `loadConfig` reads it, `SETTINGS` describes it, `shownSettings` prints it without secrets. */
export { weekdayNumber } from "./history-settings.ts";
export { policyRule } from "./policy-rules.ts";
export { type ConfigSources, type LoadedConfig, loadConfig, type ValueSource } from "./read.ts";
export type { ConfigSetting as Setting } from "./setting.ts";
export { CONFIG_SETTINGS as SETTINGS, type Config, type SettingName, settingAbout } from "./settings.ts";
export { asYaml, hidesPassword, type ShownSetting, shownSettings, withoutPassword } from "./show.ts";
