import type { PastClock, PastPartName, PastPeriodName, SpanReport } from "../past-reports.ts";
import { clock } from "./times.ts";

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const NEAR: Readonly<Record<number, string>> = { 0: "今天", [-1]: "昨天", [-2]: "前天" };
const PARTS: Readonly<Record<PastPartName, string>> = {
  small: "凌晨",
  morning: "早上",
  noon: "中午",
  afternoon: "下午",
  evening: "傍晚",
  night: "晚上",
};
const PERIODS: Readonly<Record<PastPeriodName, readonly [own: string, last: string, before: string]>> = {
  week: ["这周", "上周", "上上周"],
  weekend: ["周末", "上个周末", "上上个周末"],
  month: ["这个月", "上个月", "上上个月"],
  year: ["今年", "去年", "前年"],
};

function dayText({ days, year, month, day, weekday }: PastClock): string {
  const near = NEAR[days];
  if (near !== undefined) return near;
  if (days > -7) return WEEKDAYS[weekday] ?? "";
  return `${year === null ? "" : `${year}年`}${month}月${day}日`;
}

/** 昨晚10点10分, 今天早上7点42分; without its day where that is clear. */
export function momentText(at: PastClock): string {
  const time = clock(at.hour, at.minute);
  if (at.clear) return time;
  if (at.days === -1 && time.startsWith("晚上")) return time.replace("晚上", "昨晚");
  return `${dayText(at)}${time}`;
}

/** 晚上6点10分到8点20分. */
export function stretchText(from: PastClock, to: PastClock): string {
  const [first, last] = [momentText(from), momentText({ ...to, clear: to.clear || to.days === from.days })];
  const [part = ""] = /^(?:今天|昨天|前天)?(?:凌晨|早上|上午|中午|下午|晚上)|^昨晚/.exec(first) ?? [];
  const own = part.replace(/^(?:今天|昨天|前天)/, "").replace("昨晚", "晚上");
  return `${first}到${own !== "" && to.days === from.days && last.startsWith(own) ? last.slice(own.length) : last}`;
}

/** 昨晚, 这周, 最近2小时, 下午2点到4点. */
export function spanText(span: SpanReport): string {
  switch (span.kind) {
    case "day": {
      const { on, part } = span;
      if (part === null) return dayText(on);
      if (part === "night" && on.days === -1) return "昨晚";
      if (part === "night" && on.days === 0) return "今晚";
      return `${dayText(on)}${PARTS[part]}`;
    }
    case "period": {
      const words = PERIODS[span.unit];
      return words[span.back] ?? `${span.back}个${words[0].replace(/^(?:这个|这|今)/, "")}前`;
    }
    case "last":
      return `最近${span.length}`;
    case "since":
      return `${momentText(span.from)}以来`;
    case "between":
      return stretchText(span.from, span.to);
    case "at":
      return momentText(span.at);
    case "same-time":
      return `${dayText(span.on)}这个时候`;
    case "now":
      return "现在";
    default:
      return span satisfies never;
  }
}
