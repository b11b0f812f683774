import type { Device, Property, Value } from "../../home/index.ts";
import { actionName, type Language, propertyName, valueText } from "../../language/index.ts";

/** Properties whose two values are words of their own: said without the property's name. Keyed by its short name. */
const STATES: Readonly<Record<string, Readonly<Record<Language, readonly [no: string, yes: string]>>>> = {
  on: { en: ["off", "on"], zh: ["关", "开"] },
  locked: { en: ["unlocked", "locked"], zh: ["解锁", "上锁"] },
  mute: { en: ["unmuted", "muted"], zh: ["取消静音", "静音"] },
};

/** A property and its value in a sentence: "on", "unlocked", "brightness 40%". */
export function stateWords(property: Property, value: Value, language: Language): string {
  const state = typeof value === "boolean" ? STATES[property.type]?.[language][value ? 1 : 0] : undefined;
  return state ?? `${propertyName(property, language)} ${valueText(property, value, language)}`;
}

/** An action's name in a sentence. */
export function actionWords(device: Device, address: string, language: Language): string {
  const action = device.spec.actions.get(address);
  const name = action ? actionName(action, language) : address;
  return language === "zh" ? `执行“${name}”` : name;
}
