import { propertyName, valueText } from "../../../language/index.ts";
import type { Act, State } from "../lexicon/types.ts";
import { list } from "./names.ts";
import type { Deed, Phrases, Report } from "./phrases.ts";

/** More names than this are counted instead of listed. */
const MANY = 4;

const ACTS: Readonly<Partial<Record<Act, string>>> = {
  start: "已启动",
  run: "已运行",
  stop: "已停止",
  pause: "已暂停",
  resume: "已继续",
  play: "开始播放：",
  next: "已切到下一首：",
  previous: "已回到上一首：",
  mute: "已静音",
  unmute: "已取消静音",
  dock: "已让其回充：",
  clean: "已开始清扫：",
  mop: "已开始拖地：",
  mow: "已开始割草：",
  locate: "正在寻找",
  toggle: "已切换",
  off: "已停止",
  close: "已停止",
};

/** What something is, and what it is not. */
const STATES: Readonly<Record<State, readonly [string, string]>> = {
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
  clear: ["没人", "有人"],
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

function who({ names, count, kind }: Report): string {
  return count > MANY ? `${count}个${kind || "设备"}` : list(names, "zh");
}

function deedText(deed: Deed, report: Report): string {
  const subject = who(report);
  switch (deed.kind) {
    case "power":
      return `已${deed.on ? "打开" : "关闭"}${subject}`;
    case "moved":
      return `已${deed.open ? "打开" : "关上"}${subject}`;
    case "locked":
      return `已${deed.locked ? "锁上" : "解锁"}${subject}`;
    case "property": {
      const { property, value, clamped } = deed;
      const name = propertyName(property, "zh");
      if (typeof value === "boolean") return `已${value ? "打开" : "关闭"}${subject}的${name}`;
      return `已将${subject}的${name}设为${valueText(property, value, "zh")}${clamped ? "，这已是极限" : ""}`;
    }
    case "act":
      return `${ACTS[deed.act] ?? `已执行${deed.action}：`}${subject}`;
    case "action":
      return `已对${subject}执行“${deed.name}”`;
    default:
      deed satisfies never;
      return "";
  }
}

/** What a device is told that it can't do, keyed by what was asked of it. */
const CANNOT: Readonly<Partial<Record<Act, string>>> = {
  on: "打开",
  off: "关闭",
  open: "打开",
  close: "关闭",
  lock: "上锁",
  unlock: "解锁",
  start: "启动",
  run: "启动",
  stop: "停止",
  pause: "暂停",
  resume: "继续",
  play: "播放",
  next: "切到下一首",
  previous: "切到上一首",
  mute: "静音",
  unmute: "取消静音",
  dock: "回充",
  clean: "打扫",
  mop: "拖地",
  mow: "割草",
  locate: "定位",
  toggle: "切换",
};

export const CHINESE_PHRASES: Phrases = {
  done: (deed, report, room) => `${deedText(deed, report)}${room === null ? "" : `（${room}）`}。`,
  already: (deed, report) => {
    const subject = who(report);
    switch (deed.kind) {
      case "power":
        return `${subject}本来就是${deed.on ? "开着" : "关着"}的。`;
      case "moved":
        return `${subject}已经${deed.open ? "打开" : "关上"}了。`;
      case "locked":
        return `${subject}已经${deed.locked ? "锁着" : "解锁"}了。`;
      case "property":
        return `${subject}的${propertyName(deed.property, "zh")}已经是${valueText(deed.property, deed.value, "zh")}了${deed.clamped ? "，这已是极限" : ""}。`;
      case "act":
      case "action":
        return `${deedText(deed, report)}。`;
      default:
        deed satisfies never;
        return "";
    }
  },
  accepted: (deed, report) => `${deedText(deed, report).replace(/^已/, "已发出指令：")}（该设备不会回报状态）。`,
  failed: (failure, report, detail) => {
    const subject = who(report);
    switch (failure) {
      case "timeout":
        return `${subject}没有响应，无法确认是否成功。`;
      case "offline":
        return detail || `${subject}不在线。`;
      case "rejected":
        return `${subject}拒绝了：${detail}`;
      case "denied":
        return `不允许这样做：${detail}。`;
      default:
        failure satisfies never;
        return "";
    }
  },
  confirm: (what, why) => `${why}。要继续吗：${what}？`,
  confirmed: "好了。",
  declined: "好的，不做了。",
  nothingToUndo: "没有可以撤销的操作。",
  undone: (names) => `已恢复${list(names, "zh")}。`,
  leave: "好的，保持原样。",
  noDevice: (said, place, nearest) =>
    `${place ? (/[里中]$/.test(place) ? place : `${place}里`) : ""}没有找到${said || "这样的设备"}${nearest ? `，最接近的是${nearest}` : ""}。`,
  noRoom: (said, nearest) => `家里没有${said}${nearest ? `，最接近的是${nearest}` : ""}。`,
  noProperty: (device, said) =>
    device ? `${device}没有${said || "这项设置"}。` : `那里没有能调${said || "这项"}的设备。`,
  noAction: (device, said) => {
    const act = CANNOT[said as Act];
    return act === undefined ? `${device}做不到这个。` : `${device}不能${act}。`;
  },
  outOfRange: (device, property, { from, to }) => `${device}的${property}范围是${from}到${to}。`,
  notOneOf: (device, property, choices) => `${device}的${property}可以是${list(choices, "zh", "或")}。`,
  badValue: (device, said, choices) => `${device}没有“${said}”${choices ? `，可选：${choices}` : ""}。`,
  relative: (device, property) => `请说出${device}的${property}要设为多少：到时候的状态现在不知道。`,
  unknownState: (device, property) => `不知道${device}现在的${property}。`,
  whom: "您说的是哪个设备？",
  meant: (option) => `是指${option}吗？`,
  ask: (options) => `要哪一个：${list(options, "zh", "还是")}？`,
  stateText: (state, yes) => STATES[state][yes ? 0 : 1],
  yesNo: (yes, name, text) => `${yes ? "是的" : "不是"}，${name}${text}。`,
  some: (names, text) => `有的，${list(names, "zh")}${text}。`,
  none: (kind, text) => `没有${kind || "设备"}${text}。`,
  all: (count, kind, text) => `是的，${count}个${kind || "设备"}都${text}。`,
  notAll: (names, text) => `不是，${list(names, "zh")}${text}。`,
  count: (count, kind, text, names) =>
    count === 0
      ? `没有${kind || "设备"}${text}。`
      : `有${count}个${kind || "设备"}${text}${count <= 8 ? `：${list(names, "zh")}` : ""}。`,
  value: (name, property, value) => `${name}的${property}是${value}。`,
  compared: (yes, name, property, value) => `${yes ? "是的" : "不是"}，${name}的${property}是${value}。`,
  unknownValue: (name, property) => `${name}还没有上报${property}。`,
  since: (name, text, time) => `${name}从${time}起${text}。`,
  where: (name, room) => (room ? `${name}在${room}。` : `${name}不在任何房间。`),
  summary: (name, parts) => `${name}：${parts.join("，")}。`,
};
