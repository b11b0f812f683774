import type { Language } from "../../../language/index.ts";

/** A moment in the home's time, with the day where it is not today: "14:05", "yesterday 14:05", "11月3日 14:05". */
export function localTime(at: number, now: number, timezone: string, language: Language): string {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: timezone,
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(at);
  const day = (ms: number): string => new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(ms);
  if (day(at) === day(now)) return time;
  if (day(at) === day(now - 86_400_000)) return language === "zh" ? `昨天${time}` : `yesterday ${time}`;
  if (day(at) === day(now + 86_400_000)) return language === "zh" ? `明天${time}` : `tomorrow ${time}`;
  const date = new Intl.DateTimeFormat(locale, { timeZone: timezone, month: "long", day: "numeric" }).format(at);
  return `${date} ${time}`;
}
