import { CONFIG_SETTINGS, type ConfigSetting, type SettingName, settingAbout } from "../../src/config/index.ts";
import { textOf } from "../../src/language/index.ts";

/** The table of docs/configuration.md as the settings make it. */
export function configurationTable(): string {
  const rows = (Object.keys(CONFIG_SETTINGS) as SettingName[]).map((name) => {
    const setting: ConfigSetting = CONFIG_SETTINGS[name];
    return [
      `\`${name}\``,
      setting.env ? `\`${setting.env}\`` : "",
      setting.flag ? `\`--${setting.flag}\`` : "",
      shownDefault(setting.default),
      `${textOf(settingAbout(name), "en")}${setting.secret ? " Secret: never printed." : ""}`,
    ];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["in jia.yaml", "variable", "option", "default", "meaning"]),
    line(Array(5).fill("---")),
    ...rows.map(line),
  ].join("\n");
}

function shownDefault(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return "";
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
