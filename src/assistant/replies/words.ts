import { type Device, type Language, type Property, type Value, valueWords } from "../../home/index.ts";
import { unitSymbol } from "../tools/units.ts";

/** Chinese words for what replies name most, keyed by the short name of a property. */
const PROPERTIES_ZH: Readonly<Record<string, string>> = {
  brightness: "亮度",
  "color-temperature": "色温",
  color: "颜色",
  mode: "模式",
  "fan-level": "风速",
  "speed-level": "速度",
  "target-temperature": "目标温度",
  "target-humidity": "目标湿度",
  temperature: "温度",
  "relative-humidity": "湿度",
  "target-position": "位置",
  "current-position": "当前位置",
  "motor-control": "控制",
  volume: "音量",
  mute: "静音",
  "horizontal-swing": "左右摆风",
  "vertical-swing": "上下摆风",
  "physical-controls-locked": "童锁",
  "off-delay-time": "延时关闭",
  locked: "上锁",
  alarm: "提示音",
  eco: "节能",
  "sleep-mode": "睡眠模式",
  heater: "辅热",
  dryer: "干燥",
  uv: "杀菌",
  anion: "负离子",
};

/** A property's name in a sentence. */
function propertyWords(property: Property, language: Language): string {
  if (language === "zh") return PROPERTIES_ZH[property.type] ?? property.description;
  return property.type.replaceAll("-", " ");
}

/** A value in a sentence. */
function valueWordsFor(property: Property, value: Value, language: Language): string {
  if (typeof value === "boolean") return language === "zh" ? (value ? "开" : "关") : value ? "on" : "off";
  const listed = property.values.find((each) => each.value === value);
  if (listed) return valueLabel(listed.description, language);
  if (property.unit === "rgb" && typeof value === "number") return `#${value.toString(16).padStart(6, "0")}`;
  if (typeof value === "string") return language === "zh" ? `“${value}”` : `"${value}"`;
  const unit = property.unit ? unitSymbol(property.unit) : "";
  return unit === "" ? String(value) : `${value} ${unit}`;
}

/** An action's name in a sentence. */
export function actionWords(device: Device, address: string, language: Language): string {
  const action = device.spec.actions.get(address);
  if (!action) return address;
  return language === "zh" ? `执行“${action.description}”` : action.description.toLowerCase();
}

/** Properties whose two values are words of their own: said without the property's name. Keyed by its short name. */
const STATES: Readonly<Record<string, Readonly<Record<Language, readonly [no: string, yes: string]>>>> = {
  on: { en: ["off", "on"], zh: ["关", "开"] },
  locked: { en: ["unlocked", "locked"], zh: ["解锁", "上锁"] },
  mute: { en: ["unmuted", "muted"], zh: ["取消静音", "静音"] },
};

/** A property and its value in a sentence: "on", "unlocked", "brightness 40 %". */
export function stateWords(property: Property, value: Value, language: Language): string {
  const state = typeof value === "boolean" ? STATES[property.type]?.[language][value ? 1 : 0] : undefined;
  return state ?? `${propertyWords(property, language)} ${valueWordsFor(property, value, language)}`;
}

/** The description of a list value in the reader's language. */
function valueLabel(description: string, language: Language): string {
  if (language === "en") return description;
  return valueWords(description).find((word) => /\p{Script=Han}/u.test(word)) ?? description;
}
