import { type NotedOutcome, succeeded } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { NotedAnswer } from "./client.ts";
import type { Style } from "./style.ts";

/** What a status is called, keyed by it. */
const STATUS: Readonly<Record<NotedOutcome["status"], Readonly<Record<Language, string>>>> = {
  confirmed: { en: "confirmed", zh: "已确认" },
  unchanged: { en: "unchanged", zh: "无变化" },
  accepted: { en: "sent, not confirmed by this device", zh: "已发送，该设备不回报" },
  timeout: { en: "no answer in time", zh: "超时未响应" },
  offline: { en: "not reachable", zh: "不在线" },
  rejected: { en: "refused", zh: "被拒绝" },
  denied: { en: "not allowed", zh: "不允许" },
  "needs-confirmation": { en: "waits for a yes", zh: "等待确认" },
  unknown: { en: "sent, nothing noted since", zh: "已发送，没有结果记录" },
};

/** One outcome as a line: "✓ living-floor-lamp  light.brightness 80 → 50  confirmed". */
export function outcomeLine(outcome: NotedAnswer, language: Language, style: Style): string {
  const good = succeeded(outcome);
  const mark = good ? style.good("✓") : outcome.status === "needs-confirmation" ? style.warn("?") : style.bad("✗");
  const what = changeOf(outcome);
  return `${mark} ${style.bold(outcome.device)}  ${what}  ${style.dim(STATUS[outcome.status][language])}${reason(outcome, language)}`;
}

/** "light.brightness 80 → 50", "light.on = true", "vacuum.start-sweep()". */
function changeOf({ property, action, value, before, status }: NotedAnswer): string {
  const shown = Array.isArray(value) ? value.join(", ") : String(value);
  if (property === undefined) return `${action}(${shown})`;
  return before !== undefined && status === "confirmed" ? `${property} ${before} → ${shown}` : `${property} = ${shown}`;
}

function reason({ error, code }: NotedAnswer, language: Language): string {
  if (error) return `: ${error.message}`;
  return code === undefined ? "" : language === "zh" ? `（代码 ${code}）` : ` (code ${code})`;
}
