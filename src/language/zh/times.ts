import type { Messages } from "../pack.ts";
import { type SunEvent, weekdayGroup } from "../weekdays.ts";
import { grammar } from "./grammar.ts";

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const SUN: Readonly<Record<SunEvent, string>> = { sunrise: "日出", sunset: "日落", dawn: "黎明", dusk: "黄昏" };

export const times: Messages["times"] = {
  duration: ({ days, hours, minutes, seconds }) =>
    [
      days > 0 ? `${days}天` : "",
      hours > 0 ? `${hours}小时` : "",
      minutes > 0 ? `${minutes}分钟` : "",
      seconds > 0 ? `${seconds}秒` : "",
    ].join("") || "0秒",
  today: "今天 {time}",
  tomorrow: "明天 {time}",
  yesterday: "昨天 {time}",
  date: ({ year, month, day, weekday, time }) =>
    `${year === null ? "" : `${year}年`}${month}月${day}日 ${WEEKDAYS[weekday] ?? ""} ${time}`,
  weekdayTime: ({ weekday, time }) => `${WEEKDAYS[weekday] ?? ""} ${time}`,
  weekdays: ({ weekdays }) => {
    const group = weekdayGroup(weekdays);
    if (group === "all") return "每天";
    if (group === "weekdays") return "工作日";
    return group === "weekend" ? "周末" : `每${listOf(weekdays, "and")}`;
  },
  isWeekday: ({ weekdays }) => {
    const group = weekdayGroup(weekdays);
    if (group === "all") return "今天是每天";
    if (group === "weekdays") return "今天是工作日";
    return group === "weekend" ? "今天是周末" : `今天是${listOf(weekdays, "or")}`;
  },
  sunPoint: ({ event, offset, before }) => `${SUN[event]}${offset && `${before ? "前" : "后"}${offset}`}`,
  atSun: ({ event, offset, before }) =>
    offset === "" ? `${SUN[event]}时` : `${SUN[event]}${before ? "前" : "后"}${offset}`,
};

/** How long something has been so; `duration` is empty where that does not matter. */
export function lasting(duration: string): string {
  return duration === "" ? "" : `并持续${duration}`;
}

function listOf(weekdays: readonly number[], joining: "and" | "or"): string {
  return grammar.list(
    weekdays.map((day) => WEEKDAYS[day] ?? ""),
    joining,
  );
}
