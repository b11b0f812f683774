import type { Language } from "../language.ts";
import type { Unit } from "../spec/index.ts";

/** How a unit is written after a number, keyed by the unit of MIoT-Spec-V2. */
const UNIT_TEXT: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  percentage: { en: "%", zh: "%" },
  celsius: { en: " °C", zh: "°C" },
  fahrenheit: { en: " °F", zh: "°F" },
  kelvin: { en: " K", zh: "K" },
  lux: { en: " lux", zh: "勒克斯" },
  ppm: { en: " ppm", zh: "ppm" },
  "μg/m3": { en: " μg/m³", zh: "微克/立方米" },
  "mg/m3": { en: " mg/m³", zh: "毫克/立方米" },
  watt: { en: " W", zh: "瓦" },
  kwh: { en: " kWh", zh: "度" },
  seconds: { en: " s", zh: "秒" },
  minutes: { en: " min", zh: "分钟" },
  hours: { en: " h", zh: "小时" },
  days: { en: " days", zh: "天" },
  arcdegrees: { en: "°", zh: "度" },
  pascal: { en: " Pa", zh: "帕" },
  liter: { en: " l", zh: "升" },
  m3: { en: " m³", zh: "立方米" },
  km: { en: " km", zh: "公里" },
  dB: { en: " dB", zh: "分贝" },
};

/** A number with its unit: "26 °C", "80%", "93天". */
export function unitText(value: number, unit: Unit | null, language: Language): string {
  const text = unit === null ? undefined : UNIT_TEXT[unit]?.[language];
  return `${value}${text ?? ""}`;
}
