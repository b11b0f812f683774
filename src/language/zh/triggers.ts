import type { Messages } from "../pack.ts";
import { grammar } from "./grammar.ts";
import { modesCalled } from "./modes.ts";
import { clockOf, lasting } from "./times.ts";

export const triggers: Messages["triggers"] = {
  cron: "按计划“{expression}”",
  dailyAt: ({ days, time }) => `${days}${clockOf(time)}`,
  calendarAt: ({ days, times }) => `${days}${grammar.list(times.map(clockOf), "and")}`,
  beat: ({ days, duration, minute, from, to }) => {
    const often = `${days === "每天" ? "" : days}${from === "" ? "" : `${clockOf(from)}到${clockOf(to)}`}每隔${duration}`;
    return minute === 0 || from !== "" ? often : `${often}（整点过${minute}分）`;
  },
  ofMonth: ({ days, months }) =>
    `${months.length === 0 ? "每月" : `每年${monthList(months)}`}${grammar.list(days, "and")}`,
  inMonths: ({ days, months }) => `${monthList(months)}${days}`,
  eitherDay: ({ days }) => days.join("以及"),
  dayOfMonth: ({ day }) => `${day}日`,
  alternateDays: ({ odd }) => `${odd ? "单" : "双"}日`,
  lastDay: "最后一天",
  workingDay: ({ day }) => `${day}日前后最近的工作日`,
  lastWorkingDay: "最后一个工作日",
  nthWeekday: ({ nth, weekday }) =>
    `${nth < 0 ? "最后一个" : `第${"一二三四五"[nth - 1] ?? nth}个`}${WEEKDAYS[weekday] ?? ""}`,
  inZone: "{when}（{zone} 时间）",
  onDays: "{days} {when}",
  once: "{moment}（一次）",
  onceIn: "{duration}后（一次）",
  every: ({ duration }) => `每隔${duration}`,
  changes: ({ what, from }) => `当${what}${fromWords(from)}变化时`,
  becomes: ({ state, from }) => `当${fromWords(from)}${state}时`,
  passes: ({ what, bounds, lasts }) => `当${what}${bounds}${lasting(lasts)}时`,
  event: ({ who, event, details }) => `当${who}${event}${details.length === 0 ? "" : `（${details.join("，")}）`}时`,
  online: ({ who, lasts }) => `当${who}上线${lasting(lasts)}时`,
  offline: ({ who, lasts }) => `当${who}离线${lasting(lasts)}时`,
  scene: "当场景“{scene}”启动时",
  webhook: "当其 webhook 被调用时",
  anyMessage: "当 MQTT 主题 {topic} 有消息时",
  message: "当 MQTT 主题 {topic} 收到“{payload}”时",
  mode: ({ to, from }) =>
    `${from.length === 0 ? "" : `从${modesCalled(from)}`}${to.length === 0 ? "家庭模式变化时" : `${from.length === 0 ? "" : "切换"}进入${modesCalled(to)}时`}`,
  presence: ({ who, home, person, only, lasts }) => {
    if (person === "nobody" || person === "everyone") {
      return `当${(person === "nobody") === home ? "所有人都出门" : "所有人都到家"}${lasting(lasts)}时`;
    }
    if (only === "first") return `当第一个人到家${lasting(lasts)}时`;
    if (only === "last") return `当最后一个人出门${lasting(lasts)}时`;
    return `当${who}${home ? "到家" : "出门"}${lasting(lasts)}时`;
  },
  startup: "Jia 启动时",
};

function fromWords(from: readonly string[]): string {
  return from.length === 0 ? "" : `从${grammar.list(from, "or")}`;
}

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

function monthList(months: readonly number[]): string {
  return grammar.list(
    months.map((month) => `${month}月`),
    "and",
  );
}
