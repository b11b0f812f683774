import { languages, messages } from "../../../language/index.ts";

/** "alarm", "alarm (2)", 闹钟: what an alarm is called that nobody named. */
export function isAlarmName(name: string): boolean {
  const plain = name.replace(/\s*\(\d+\)$/u, "").toLowerCase();
  return languages().some((language) => messages(language).plans.alarmName === plain);
}
