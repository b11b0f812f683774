import type { Home } from "../../home/index.ts";
import type { Schedule } from "../definition/index.ts";
import type { Problems } from "../problems.ts";
import { prepare } from "../schedule/next.ts";
import { ScheduleError } from "../schedule/schedule-error.ts";

/** What to give instead, keyed by the type. */
export const SCHEDULE_FIXES = {
  cron: {
    en: 'Give five fields (minute hour day month weekday), such as "0 7 * * mon-fri".',
    zh: "请给出五段（分 时 日 月 周），例如“0 7 * * mon-fri”。",
  },
  time: { en: "Give a time such as 07:00.", zh: "请给出时间，例如 07:00。" },
  sun: {
    en: "Set the home's location (latitude and longitude) in the home file or the configuration.",
    zh: "请在家庭文件或配置中设置位置（经纬度）。",
  },
  once: {
    en: 'Give a date and time to come, such as "2026-12-24T18:00", or "in".',
    zh: "请给出将来的日期时间，例如“2026-12-24T18:00”，或使用“in”。",
  },
  interval: { en: "Give at least 1s.", zh: "至少为 1s。" },
} as const;

/** Whether a schedule can be worked out, and is ever due. */
export function checkSchedule(trigger: Schedule, field: string, home: Home, now: number, problems: Problems): void {
  const where = { cron: "expression", time: "at", sun: "event", once: "at", interval: "every" }[trigger.type];
  const value = (trigger as Readonly<Record<string, unknown>>)[where];
  let next: number | null;
  try {
    next = prepare(trigger, home)(now);
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    problems.add(`${field}.${where}`, value, error.reason, SCHEDULE_FIXES[trigger.type]);
    return;
  }
  if (next !== null) return;
  const message =
    trigger.type === "once" ? { en: "has passed", zh: "已经过去" } : { en: "never comes", zh: "永远不会到来" };
  problems.add(`${field}.${where}`, value, message, SCHEDULE_FIXES[trigger.type]);
}
