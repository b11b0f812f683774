import type { Messages } from "../pack.ts";

export const schedule: Messages["schedule"] = {
  noMoment: "不是 2026-12-24T18:00 这样的日期时间",
  noLocation: "家庭没有设置位置",
  tooShort: "短于一秒",
  passed: "已经过去",
  never: "永远不会到来",
  noCron: "不是 cron 表达式",
  cronFields: ({ fields }) => fields.join("，"),
  cronField: "{field}不能为“{value}”",
  second: "秒",
  minute: "分钟",
  hour: "小时",
  dayOfMonth: "日期",
  month: "月份",
  dayOfWeek: "星期",
  fixCron: "请给出五段（分 时 日 月 周），例如“0 7 * * mon-fri”。",
  fixTime: "请给出时间，例如 07:00。",
  fixSun: "请在家庭文件或配置中设置位置（经纬度）。",
  fixOnce: "请给出将来的日期时间，例如“2026-12-24T18:00”，或使用“in”。",
  fixInterval: "至少为 1s。",
};
