import type { DeviceState } from "../device-states.ts";
import type { Messages } from "../pack.ts";
import { grammar } from "./grammar.ts";

/** What something is, and what it is not. */
const STATES: Readonly<Record<DeviceState, readonly [string, string]>> = {
  on: ["开着", "没开"],
  off: ["关着", "没有关"],
  open: ["开着", "没开"],
  closed: ["关着", "没有关"],
  locked: ["锁着", "没锁"],
  unlocked: ["未上锁", "锁着"],
  playing: ["正在播放", "没在播放"],
  paused: ["已暂停", "没有暂停"],
  stopped: ["已停止", "没有停止"],
  muted: ["已静音", "没有静音"],
  occupied: ["检测到有人", "没检测到人"],
  clear: ["没检测到人", "检测到有人"],
  charging: ["正在充电", "没在充电"],
  low: ["电量低", "电量不低"],
  full: ["满了", "没满"],
  empty: ["空了", "不是空的"],
  wet: ["有水", "没有水"],
  online: ["在线", "不在线"],
  offline: ["离线", "没有离线"],
  cleaning: ["在工作", "没在工作"],
  docked: ["在基站", "不在基站"],
  hot: ["比较热", "不热"],
  cold: ["比较冷", "不冷"],
};

export const answers: Messages["answers"] = {
  stateText: (state, yes) => STATES[state][yes ? 0 : 1],
  yesNo: (yes, name, text) => `${yes ? "是的" : "不是"}，${name}${text}。`,
  some: (names, text) => `有的，${grammar.list(names, "and")}${text}。`,
  none: (kind, text) => `没有${kind || "设备"}${text}。`,
  all: (count, kind, text) => `是的，${count}个${kind || "设备"}都${text}。`,
  notAll: (names, text) => `不是，${grammar.list(names, "and")}${text}。`,
  count: (count, kind, text, names) =>
    count === 0
      ? `没有${kind || "设备"}${text}。`
      : `有${count}个${kind || "设备"}${text}${count <= 8 ? `：${grammar.list(names, "and")}` : ""}。`,
  value: (name, property, value) => `${name}的${property}是${value}。`,
  compared: (yes, name, property, value) => `${yes ? "是的" : "不是"}，${name}的${property}是${value}。`,
  since: (name, text, time) => `${name}从${time}起${text}。`,
  where: (name, room) => (room ? `${name}在${room}。` : `${name}不在任何房间。`),
  summary: (name, parts) => `${name}：${parts.join("，")}。`,
  part: (property, value) => `${property}${value}`,
  here: "在这里",
};
