import type { Messages } from "../pack.ts";

export const devices: Messages["devices"] = {
  summary: "列出设备及其状态，或查看一台设备的全部信息。",
  details:
    "show DEVICE 显示一台设备的所有属性（当前值、可设的值、上次变化的时间）以及动作和事件。DEVICE 可以是标识、id，或唯一的名称。\n" +
    "mark DEVICE essential 表示它必须一直开着：全部关掉或关掉同类设备时不会关它；optional 表示可以关，auto 由家按种类和名称判断。",
  nameTaken: ({ name, room, other }) =>
    `${room === null ? "" : `“${room}”里`}已有设备（${other}）叫“${name}”。请换一个名称，或先给那台设备改名。`,
  marked: ({ name, essential }) => (essential ? `全部关掉时，“${name}”不会关。` : `全部关掉时，“${name}”也会关。`),
  essential: ({ marked }) => (marked ? "是（手动标记）" : "是（按种类或名称）"),
  room: "只看这个房间。",
  kind: "只看这类设备，如 light、curtain、lock。没有的种类会列出全部种类。",
  none: "没有设备。",
  heading: ["房间", "名称", "标识", "状态"],
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
    `没有“${kind}”类型的设备${near === null ? "。" : `，是否要找“${near}”？`}现有类型：${kinds.join("、")}。`,
  doubted: ({ value, doubt }) => `${value}（${doubt}）`,
  // Told apart: "开关 2：关", "开关：关", "目标温度 2 -18度".
  named: ({ name, value }) => {
    if (/(\d|关)$/.test(name) && /^[开关]/.test(value)) return `${name}：${value}`;
    return `${name}${/^[\w-]/.test(value) && /\w$/.test(name) ? " " : ""}${value}`;
  },
  ofPart: ({ part, name }) => `${part}${name}`,
  parts: ({ parts }) => parts.join("，"),

  labels: {
    room: "房间",
    kind: "类型",
    model: "型号",
    id: "id",
    aliases: "别名",
    essential: "必须常开",
    online: "在线",
    lastSeen: "上次上报",
  },
  online: { yes: "是", no: "否", unknown: "设备不上报" },
  propertiesHeading: ["属性", "名称", "当前值", "可设为", "上次变化"],
  actionsHeading: ["动作", "作用"],
  eventsHeading: ["事件", "含义"],
  anyText: "文字",
  anyColor: "颜色（红色、#ff0000）",
  anyNumber: "数字",
  range: ({ min, max, step }) => `${min} 到 ${max}${step === null ? "" : `，步长 ${step}`}`,

  setSummary: "设置设备的属性。",
  setDetails:
    "PROPERTY 可写完整地址（light.brightness），不重名时也可只写最后一段（brightness）。VALUE 可以是词（on、开、制冷）或数字，用 devices show DEVICE 查看。需要确认时，终端上会直接问你；否则请加 --yes。",
  askPin: "PIN 码：",
  setYes: "对需要确认的操作直接同意。",
  notAssignment: "“{given}”不是 PROPERTY=VALUE 的形式，例如 brightness=50。",
  noValue: "“{given}”没有值。应为{expected}。",
  unknownProperty: ({ device, given, near }) =>
    `${device} 没有属性“${given}”。${near.length === 0 ? `可用 jia devices show ${device} 查看。` : `是否指 ${near.join(" 或 ")}？`}`,
  setPinCommand: ({ command }) => `确认请运行：${command}\n会询问 PIN 码，也可以从输入的第一行读取。`,
  setYesCommand: ({ command }) => `确认请运行：${command}`,

  watchSummary: "实时显示设备的变化，直到按 Ctrl-C。",
  watchJson: "每行输出一个变化的 JSON。",
  watching: ({ count, zone }) => `正在观察 ${count} 台设备，按 Ctrl-C 停止。时间均为 ${zone} 时区。`,
  moves: {
    opened: { opening: "正在打开", closing: "正在关闭", open: "已打开", closed: "已关闭" },
    lifted: { opening: "正在升起", closing: "正在降下", open: "已升起", closed: "已降下" },
  },
  cameOnline: "上线",
  wentOffline: "离线",
  from: ({ before, after }) => `${before} → ${after}`,
};
