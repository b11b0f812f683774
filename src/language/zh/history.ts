import type { Messages } from "../pack.ts";

export const history: Messages["history"] = {
  summary: "设备的历史：各个值，以及各状态持续了多久。",
  details:
    "不写 PROPERTY 时列出该设备保存的全部内容。时间可写作多久以前（2d）、日期，或家所在时区的日期和时间（2026-03-01T08:00）。" +
    "forget 删除该设备的全部历史记录。",
  from: "从何时起。默认：--to 之前一天。",
  to: "到何时止；写日期表示到当天结束。默认：现在。",
  step: "按间隔汇总数值：hour、day，或 15m 这样的时长。",
  csv: "以 CSV 输出各行。",
  yes: "不再询问。",
  none: "这段时间没有任何记录。",
  nothingKept: "没有保存它的任何记录。",
  overviewHeading: ["属性", "名称", "情况"],
  bucketsHeading: ["起始", "平均", "最低", "最高", ""],
  changesHeading: ["开始", "值", "持续"],
  reachability: "连接",
  reachable: "在线",
  unreachable: "离线",
  notKnown: "不详",
  range: ({ low, high, mean }) => (low === high ? low : `${low}～${high}，平均 ${mean}`),
  spell: ({ value, time, times }) => `${value} ${time}${times > 1 ? `（${times} 次）` : ""}`,
  unknownFor: ({ time }) => `不详 ${time}`,
  forgetQuestion: ({ device }) => `要删除 ${device} 的全部历史记录吗？删除后无法恢复。`,
  forgot: ({ device, count }) => `已删除 ${device} 的 ${count} 项历史记录。`,
  forgetCommand: ({ command }) => `要删除请运行：${command}`,
  found: ({ count, since, size }) => `历史记录：${count} 项属性${since === null ? "" : `，始于 ${since}`}，${size} MiB`,
  notWritten: ({ problem, count }) => `历史记录目前无法写入。${problem}有 ${count} 条变化在等待写入。`,
};

export const energy: Messages["energy"] = {
  summary: "用了多少电，花了多少钱。",
  details: "按设备、房间、天或小时。能计量或测功率的设备才有数据；energy.main 指定全屋总电表，energy.tariff 指定电价。",
  by: "device（默认）、room、day 或 hour。",
  device: "只看这台设备。",
  headings: {
    device: ["设备", "度", "费用", ""],
    room: ["房间", "度", "费用", ""],
    day: ["日期", "度", "费用", ""],
    hour: ["时段", "度", "费用", ""],
  },
  noRoom: "未分房间",
  none: "这段时间没有设备能说明用电量。",
  total: ({ kWh, cost, meter }) => `${meter ? "全屋" : "合计"}：${kWh} 度${cost === null ? "" : `，${cost}`}。`,
  unknown: ({ time }) => `其中有 ${time} 的数据不完整。`,
};
