import type { Messages } from "../pack.ts";

export const tools: Messages["tools"] = {
  device: "设备",
  room: "房间",
  kind: "设备类型",
  scene: "场景",
  automation: "自动化",
  timer: "定时器",
  saved: "已保存。",
  notAsked: "未执行，也没有征求同意，因为对该设备的另一部分被拒绝了：请先更正那一部分",
  unusableDraft: "大模型没有以可用的形式说明它要做什么",
  nameInUse: "这个名称已被使用",
  named: ({ problem, name }) => `${problem}${name && `：${name}`}`,
  deleted: "已删除“{name}”。",
  timerOf: "{time}的定时器",
  timerDoes: ({ time, things }) => `${time}后：${things.join("、")}。`,
  timerSet: "定时器已设置：{time}。",
  namedTimerSet: "定时器“{name}”已设置：{time}。",
  offline: "离线：状态为最后一次上报的值",
  brokerLost: "连不上 MQTT 服务器：状态为最后一次上报的值，设备现在的情况未知",
  chooseDevices: "请至少给出 devices、room、kind、properties 之一",
};
