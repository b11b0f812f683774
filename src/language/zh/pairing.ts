import type { Messages } from "../pack.ts";

export const pairing: Messages["pairing"] = {
  summary: "在一段时间内允许新设备加入。",
  details: "SECONDS 最多 254，默认 120。会显示加入的设备。按 Ctrl-C 结束，到时间也会自动结束。用于 Zigbee2MQTT。",
  room: "新设备所在的房间，会作为建议的房间。",
  badSeconds: "SECONDS 应为 1 到 254 的整数。",
  dialectNamed: ({ name, known }) => `协议“${name}”（可用：${known.join("、")}）`,
  noGateway:
    "这里没有网关能让设备加入。使用 Zigbee2MQTT 时，请确认它在运行并连着这个服务器。米家设备请在米家 App 里添加，其他设备请在把它们接到服务器的程序里添加",
  noBridge: "在这个服务器上没有听到 Zigbee2MQTT。请启动它，或检查 zigbee2mqtt.base",
  elsewhere: "请在发布该设备的程序里添加（ESPHome、Tasmota、Z-Wave JS UI），之后 Jia 会自动发现",
  miHome: "请在米家 App 里添加设备，之后 Jia 会从中枢网关自动发现",
  byItself: "不需要打开什么：设备在服务器上发布自己后，马上就能用",
  open: ({ seconds }) => `接下来 ${seconds} 秒内可以加入新设备。按 Ctrl-C 结束。`,
  stages: {
    joined: ({ device }) => `${device} 已加入。`,
    asked: ({ device }) => `正在询问 ${device} 是什么设备。`,
    failed: ({ device }) => `${device} 没有回答。请让它保持唤醒、靠近一些，再重新加入。`,
    known: ({ device }) => `${device} 可以用了。`,
  },
  suggestion: ({ name, room }) =>
    `  建议：${[name === "" ? "" : `名称“${name}”`, room === "" ? "" : `房间${room}`].filter(Boolean).join("，")}。`,
  closed: ({ count }) => (count === 0 ? "已关闭，没有设备加入。" : `已关闭，加入了 ${count} 个设备。`),
};
