import type { DeviceState } from "../device-states.ts";
import type { Messages } from "../pack.ts";
import type { Subjects } from "../subjects.ts";
import { counted } from "./measures.ts";
import { all, toldWhere, who } from "./subjects.ts";
import { finished, statusWords, valued } from "./values.ts";

/** What something is, and what it is not. */
const STATES: Readonly<Record<DeviceState, readonly [string, string]>> = {
  on: ["开着", "没开"],
  off: ["关着", "没关"],
  open: ["开着", "没开"],
  closed: ["关着", "没关"],
  locked: ["锁着", "没锁"],
  unlocked: ["没锁", "锁着"],
  playing: ["在播放", "没在播放"],
  paused: ["暂停了", "没暂停"],
  stopped: ["停了", "没停"],
  muted: ["静音了", "没静音"],
  occupied: ["有人", "没检测到人"],
  clear: ["没检测到人", "有人"],
  charging: ["在充电", "没在充电"],
  low: ["快没电了", "电还够"],
  full: ["满了", "没满"],
  empty: ["空了", "没空"],
  wet: ["有水", "没有水"],
  online: ["在线", "不在线"],
  offline: ["不在线", "在线"],
  cleaning: ["在打扫", "没在打扫"],
  docked: ["在基站上", "不在基站上"],
  hot: ["比较热", "不热"],
  cold: ["比较冷", "不冷"],
};

/** What lasts although it was asked whether it has ended. */
const LASTS = /^(开着|没锁|在播放|在打扫|在工作|在充电)$/;

/** What a sensor finds. */
const DETECTED = { motion: "动静", presence: "人", water: "漏水" };

export const answers: Messages["answers"] = {
  stateText: (state, yes) => STATES[state][yes ? 0 : 1],
  statusText: statusWords,
  opening: (name) =>
    name
      .replace(/门窗传感器$|门磁$/, "门")
      .replace(/窗磁$/, "窗户")
      .replace(/(?:传感器|感应器)$/, ""),
  yesNo: (yes, name, text, denied) => `${name}${finished(name, yes ? text : denied)}。`,
  is: (name, text) => `${name}${text}。`,
  detects: (name, what, yes) => `${name}${yes ? "检测到" : "没检测到"}${DETECTED[what]}。`,
  some: (subjects, text) => toldWhere(`有，${who(subjects)}${all(subjects)}${text}`, subjects),
  none: (kind, text) => (kind === "" && text === STATES.offline[0] ? "都在线。" : `没有${kind || "设备"}${text}。`),
  all: (_count, kind, text) => `${kind || "设备"}都${text}。`,
  notAll: (subjects, text) =>
    toldWhere(`没有，${who(subjects)}${all(subjects)}${LASTS.test(text) ? "还" : ""}${text}`, subjects),
  count: (count, kind, text, subjects) => {
    if (count === 0) return answers.none(kind, text);
    const many = `有${counted(count, kind)}${text}`;
    if (subjects.together?.form === "many") return toldWhere(many, subjects);
    return `${many}：${who({ ...subjects, together: namedOnly(subjects) })}。`;
  },
  which: (subjects, kind, text) =>
    subjects.together?.form === "many"
      ? answers.count(subjects.names.length, kind, text, subjects)
      : toldWhere(`${who(subjects)}${all(subjects)}${text}`, subjects),
  value: (measured) => `${valued(measured)}。`,
  compared: (yes, measured) => `${yes ? "是的" : "没有"}，${valued(measured)}。`,
  since: (name, text, time) => `${name}从${time}起就${text}。`,
  where: (name, room) => (room ? `${name}在${room}。` : `${name}没有放在哪个房间里。`),
  summary: (name, state, parts) => {
    if (state !== null) return `${name}${state}${parts.length > 0 ? `，${parts.join("，")}` : ""}。`;
    return parts.length > 0 ? `${name}：${parts.join("，")}。` : `${name}没有什么可说的。`;
  },
  part: (property, value) => `${property}${value}`,
  partOf: (part, property) => `${part}${property}`,
  here: "在这里",
};

/** 有2盏灯开着：客厅的灯 would tell nothing. */
function namedOnly({ together }: Subjects): Subjects["together"] {
  return together?.form === "all" ? null : together;
}
