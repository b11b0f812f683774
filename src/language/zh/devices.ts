import type { Messages } from "../pack.ts";

export const devices: Messages["devices"] = {
  summary: "列出设备及其状态。",
  room: "只看这个房间。",
  kind: "只看这类设备，如 light。",
  none: "没有设备。",
  heading: ["房间", "名称", "标识", "类型", "状态"],
  doubts: {
    "never-reported": "尚未上报",
    "not-told": "不上报",
    cleared: "未知",
    "out-of-range": "数值异常",
    offline: "离线",
    overdue: "未按时上报",
    "broker-lost": "MQTT 服务器不可达",
    unanswered: "指令无回应",
  },
  offline: "不在线",
  noSuchKind: ({ kind, near, kinds }) =>
    `没有“${kind}”类型的设备${near === null ? "。" : `，是否要找“${near}”？`}现有类型：${kinds.join("、")}`,
};
