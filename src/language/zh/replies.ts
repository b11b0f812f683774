import type { Deed, Subjects } from "../deeds.ts";
import type { Messages } from "../pack.ts";
import { grammar } from "./grammar.ts";

/** More names than this are counted instead of listed. */
const MANY = 4;

/** What is told of an act, keyed by it. */
const ACTS: Readonly<Record<string, string>> = {
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

/** What a device is told that it can't do, keyed by what was asked of it. */
const CANNOT: Readonly<Record<string, string>> = {
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

function who({ names, kind }: Subjects): string {
  return names.length > MANY ? `${names.length}个${kind || "设备"}` : grammar.list(names, "and");
}

function deedText(deed: Deed, subjects: Subjects): string {
  const subject = who(subjects);
  switch (deed.kind) {
    case "power":
      return `已${deed.on ? "打开" : "关闭"}${subject}`;
    case "moved":
      return `已${deed.open ? "打开" : "关上"}${subject}`;
    case "locked":
      return `已${deed.locked ? "锁上" : "解锁"}${subject}`;
    case "switched":
      return `已${deed.on ? "打开" : "关闭"}${subject}的${deed.property}`;
    case "set":
      return `已将${subject}的${deed.property}设为${deed.value}${deed.clamped ? "，这已是极限" : ""}`;
    case "act":
      return `${ACTS[deed.act] ?? `已执行${deed.action}：`}${subject}`;
    case "action":
      return `已对${subject}执行“${deed.name}”`;
    default:
      return deed satisfies never;
  }
}

export const replies: Messages["replies"] = {
  done: (deed, subjects, room) => `${deedText(deed, subjects)}${room === null ? "" : `（${room}）`}。`,
  already: (deed, subjects) => {
    const subject = who(subjects);
    switch (deed.kind) {
      case "power":
        return `${subject}本来就是${deed.on ? "开着" : "关着"}的。`;
      case "moved":
        return `${subject}已经${deed.open ? "打开" : "关上"}了。`;
      case "locked":
        return `${subject}已经${deed.locked ? "锁着" : "解锁"}了。`;
      case "switched":
        return `${subject}的${deed.property}已经是${deed.on ? "开" : "关"}了。`;
      case "set":
        return `${subject}的${deed.property}已经是${deed.value}了${deed.clamped ? "，这已是极限" : ""}。`;
      case "act":
      case "action":
        return `${deedText(deed, subjects)}。`;
      default:
        return deed satisfies never;
    }
  },
  moving: (moving, subjects, room, reports) => {
    const goes = moving.kind === "open" ? "打开" : moving.kind === "closed" ? "关上" : `移到${moving.place}`;
    const place = room === null ? "" : `（${room}）`;
    return reports
      ? `${who(subjects)}正在${goes}${place}。`
      : `已让${who(subjects)}${goes}${place}（该设备不会回报状态）。`;
  },
  accepted: (deed, subjects) => `${deedText(deed, subjects).replace(/^已/, "已发出指令：")}（该设备不会回报状态）。`,
  timeout: (subjects) => `${who(subjects)}没有响应，无法确认是否成功。`,
  offline: (subjects, reason) => reason || `${who(subjects)}不在线。`,
  rejected: (subjects, reason) =>
    `${who(subjects)}拒绝了${reason && `：${reason}`}${/[。！？]$/.test(reason) ? "" : "。"}`,
  notSent: (subjects, reason) => `${who(subjects)}没有收到指令：${reason}。`,
  denied: (reason) => `不允许这样做${reason && `：${reason}`}。`,
  doing: (deed, name) => {
    switch (deed.kind) {
      case "power":
        return `${deed.on ? "打开" : "关闭"}${name}`;
      case "moved":
        return `${deed.open ? "打开" : "关上"}${name}`;
      case "locked":
        return `${deed.locked ? "锁上" : "解锁"}${name}`;
      case "switched":
        return `把${name}的${deed.property}设为${deed.on ? "开" : "关"}`;
      case "set":
        return `把${name}的${deed.property}设为${deed.value}`;
      case "act":
        return `${deed.action || deed.act}（${name}）`;
      case "action":
        return `${deed.name}（${name}）`;
      default:
        return deed satisfies never;
    }
  },
  confirm: (what, why) => `${why.length > 0 ? `${why.join("，")}。` : ""}要继续吗：${what}？`,
  nothingToUndo: "没有可以撤销的操作。",
  notBack: (names) => `${grammar.list(names, "and")}刚才做的没法恢复。`,
  leave: "好的，保持原样。",
  noDevice: (said, place, nearest) =>
    `${place ? (/[里中]$/.test(place) ? place : `${place}里`) : ""}没有找到${said || "这样的设备"}${nearest ? `，最接近的是${nearest}` : ""}。`,
  noTime: (said) => `没有“${said}”这个时间。`,
  noEvent: (said) => `家里没有设备能告诉我“${said}”。`,
  noRoom: (said, nearest) => `家里没有${said}${nearest ? `，最接近的是${nearest}` : ""}。`,
  noProperty: (device, said) =>
    device ? `${device}没有${said || "这项设置"}。` : `那里没有能调${said || "这项"}的设备。`,
  noAction: (device, said) => {
    const act = CANNOT[said];
    return act === undefined ? `${device}做不到这个。` : `${device}不能${act}。`;
  },
  outOfRange: (device, property, from, to) => `${device}的${property}范围是${from}到${to}。`,
  notOneOf: (device, property, choices) => `${device}的${property}可以是${grammar.list(choices, "or")}。`,
  badValue: (device, said, choices) =>
    `${device}没有“${said}”${choices.length > 0 ? `，可选：${grammar.list(choices, "and")}` : ""}。`,
  relative: (device, property) => `请说出${device}的${property}要设为多少：到时候的状态现在不知道。`,
  noStep: (device, property, now, steps) => `${device}的${property}现在是${now}，要调到${grammar.list(steps, "or")}？`,
  unknownState: (device, property) => `不知道${device}现在的${property}。`,
  whom: "您说的是哪个设备？",
  meant: (option) => `是指${option}吗？`,
  ask: (options) =>
    `要哪一个：${options.length < 2 ? (options[0] ?? "") : `${options.slice(0, -1).join("、")}还是${options.at(-1)}`}？`,
  choice: (name, room) => `${room}的${name}`,
};
