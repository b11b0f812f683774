import type { Messages } from "../pack.ts";
import { type SunEventName, weekdayGroup } from "../weekdays.ts";
import { grammar } from "./grammar.ts";

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const SUN: Readonly<Record<SunEventName, string>> = { sunrise: "日出", sunset: "日落", dawn: "黎明", dusk: "黄昏" };

export const times: Messages["times"] = {
  past: {
    ago: ["以前", "之前", "前"],
    days: [
      ["前天", 2],
      ["昨天", 1],
      ["今天", 0],
    ],
  },
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
  day: ({ year, month, day, weekday }) =>
    `${year === null ? "" : `${year}年`}${month}月${day}日${weekday === null ? "" : `（${WEEKDAYS[weekday] ?? ""}）`}`,
  thisDay: "今天",
  nextDay: "明天",
  clock: ({ days, year, month, day, weekday, hour, minute }) =>
    `${dayWords(days, year, month, day, weekday)}${clock(hour, minute)}`,
  weekdayTime: ({ weekday, time }) => `${WEEKDAYS[weekday] ?? ""} ${time}`,
  weekdays: ({ weekdays }) => {
    const group = weekdayGroup(weekdays);
    if (group === "all") return "每天";
    if (group === "weekdays") return "工作日";
    return group === "weekend" ? "周末" : `每${listOf(weekdays, "and")}`;
  },
  cycle: ({ count, weeks, days }) => {
    const often = count === 2 ? `每隔一${weeks ? "周" : "天"}` : `每${count}${weeks ? "周" : "天"}`;
    return days === "" ? often : `${often}的${days.replace(/^每/, "")}`;
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

const DAYS: Readonly<Record<number, string>> = { 0: "", 1: "明天", 2: "后天", [-1]: "昨天", [-2]: "前天" };

/** 明天, 周五, 11月25日: the day before a time; "" for today. */
function dayWords(days: number, year: number | null, month: number, day: number, weekday: number): string {
  const near = DAYS[days];
  if (near !== undefined) return near;
  if (days > 0 && days < 7) return WEEKDAYS[weekday] ?? "";
  return `${year === null ? "" : `${year}年`}${month}月${day}日`;
}

/** 早上7点, 下午2点05分, 晚上8点半. */
export function clock(hour: number, minute: number): string {
  const part =
    hour < 5 ? "凌晨" : hour < 9 ? "早上" : hour < 12 ? "上午" : hour === 12 ? "中午" : hour < 18 ? "下午" : "晚上";
  const rest = minute === 0 ? "" : minute === 30 ? "半" : `${String(minute).padStart(2, "0")}分`;
  return `${part}${hour > 12 ? hour - 12 : hour}点${rest}`;
}

/** 早上7点 for "07:00"; what has seconds stays as it is. */
export function clockOf(time: string): string {
  const [, hour, minute] = /^(\d+):(\d+)$/.exec(time) ?? [];
  return hour === undefined || minute === undefined ? ` ${time}` : clock(Number(hour), Number(minute));
}

/** How long a state has lasted; empty for an empty `duration`. */
export function lasting(duration: string): string {
  return duration === "" ? "" : `并持续${duration}`;
}

function listOf(weekdays: readonly number[], joining: "and" | "or"): string {
  return grammar.list(
    weekdays.map((day) => WEEKDAYS[day] ?? ""),
    joining,
  );
}
