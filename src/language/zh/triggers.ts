import type { Messages } from "../pack.ts";
import { grammar } from "./grammar.ts";
import { clockOf, lasting } from "./times.ts";

export const triggers: Messages["triggers"] = {
  cron: "按计划“{expression}”",
  dailyAt: ({ days, time }) => `${days}${clockOf(time)}`,
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
  startup: "Jia 启动时",
};

function fromWords(from: readonly string[]): string {
  return from.length === 0 ? "" : `从${grammar.list(from, "or")}`;
}
