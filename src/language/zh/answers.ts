import type { DeviceState } from "../device-states.ts";
import type { Messages } from "../pack.ts";
import { MAX_LISTED_NAMES, type SearchScope, type Subjects } from "../subject-types.ts";
import { grammar, placeOf } from "./grammar.ts";
import { countedNoun } from "./measures.ts";
import { all, answerSentence, who } from "./subjects.ts";
import { modeWords, spoken, statusWords, valueClause } from "./values.ts";

/** States, positive and negative. */
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
  alarmed: ["在报警", "没在报警"],
  online: ["在线", "不在线"],
  offline: ["不在线", "在线"],
  cleaning: ["在打扫", "没在打扫"],
  docked: ["在基站上", "不在基站上"],
  hot: ["比较热", "不热"],
  cold: ["比较冷", "不冷"],
};

/** States that last, as an answer to the question whether they ended. */
const LASTS = /^(开着|没锁|在播放|在打扫|在工作|在充电)$/;

/** Superlatives of values that are not called high or low. */
const ENDS: Readonly<Record<string, readonly [most: string, least: string]>> = {
  brightness: ["最亮", "最暗"],
  volume: ["音量最大", "音量最小"],
  "fan-level": ["风速最高", "风速最低"],
  "target-humidity": ["湿度最高", "湿度最低"],
};

/** A sensor's findings. */
const DETECTED = { motion: "动静", presence: "人", water: "漏水" };

/** Adjectives for air. */
const AIR = { good: "很好", fair: "还可以", poor: "不太好", bad: "很差" };

export const answers: Messages["answers"] = {
  stateText: (state, yes) => STATES[state][yes ? 0 : 1],
  statusText: statusWords,
  opening: (name) =>
    name
      .replace(/门?门窗(?:传感器|感应器)$|门?门磁(?:传感器)?$/, "门")
      .replace(/窗磁(?:传感器)?$/, "窗户")
      .replace(/(?:传感器|感应器)$/, ""),
  yesNo: (yes, name, text, denied) => {
    const is = yes ? text : denied;
    return `${name}${!yes && is.startsWith("在") ? "还" : ""}${is}。`;
  },
  is: (name, text) => `${name}${text}。`,
  working: { cools: "在运转", senses: "在工作" },
  power: ({ room, total, metered, each, others }) => {
    const who = room === null ? (metered ? "家里现在用电" : "能测到的设备现在一共") : `${placeOf(room)}现在用电`;
    const names = each
      .map(({ name, value }) => (each.length === 1 && others === 0 ? name : `${name}${value}`))
      .join("、");
    return `${who}${total}${names === "" ? "" : `：${names}`}${others > 0 ? `，还有${others}个` : ""}。`;
  },
  wet: (wet) => (wet ? "检测到漏水" : "没检测到漏水"),
  detects: (name, what, yes) => `${name}${yes ? "检测到" : "没检测到"}${DETECTED[what]}。`,
  some: (subjects, text, any) =>
    answerSentence(`${any ? "有，" : ""}${who(subjects)}${all(subjects)}${text}`, subjects),
  none: (kinds, text, scope) =>
    kinds.length === 0 && text === STATES.offline[0] ? `${within(scope)}都在线。` : `${noneOf(kinds, text, scope)}。`,
  all: (subjects, text) => {
    const { kind, together } = subjects;
    const those = together?.form !== "all" ? everyOne(subjects) : together.room === null ? kind : who(subjects);
    return `${those}都${text}。`;
  },
  notAll: (subjects, text) =>
    answerSentence(`没有，${who(subjects)}${all(subjects)}${LASTS.test(text) ? "还" : ""}${text}`, subjects),
  count: (subjects, text) => {
    const { names, kind, together } = subjects;
    if (together?.form === "all") return `${everyOne(subjects)}都${text}。`;
    const many = `有${countedNoun(names.length, kind)}${text}`;
    return together?.form === "many" ? answerSentence(many, subjects) : `${many}：${who(subjects)}。`;
  },
  number: (subjects, kinds, scope) => {
    const place = within(scope) || "家里";
    if (subjects.names.length === 0) return `${place}没有${kindsText(kinds)}。`;
    const many = `${place}有${countedNoun(subjects.names.length, subjects.kind)}`;
    if (subjects.together?.form === "many") return answerSentence(many, subjects);
    return subjects.names.length > MAX_LISTED_NAMES
      ? `${many}。`
      : `${many}：${who({ ...subjects, together: null })}。`;
  },
  which: (subjects, text) =>
    subjects.together?.form === "many"
      ? answers.count(subjects, text)
      : answerSentence(`${who(subjects)}${all(subjects)}${text}`, subjects),
  value: (measured) => `${valueClause(measured)}。`,
  compared: (yes, measured) => `${yes ? "是的" : "不是"}，${valueClause(measured)}。`,
  measured: (_yes, text, measured) => `${text}，${valueClause(measured)}。`,
  beyond: (limit, value) => `${limit === "above" ? "高于" : "低于"}${value}`,
  limit: ({ name, type, value }, limit, reached) => {
    const [most, least] = ENDS[type] ?? ["最高", "最低"];
    const end = limit === "most" ? most : least;
    return reached ? `${name}已经是${end}了，${value}。` : `${name}${end}能调到${value}。`;
  },
  since: (name, text, time) => `${name}从${time}起一直${text}。`,
  where: (name, room) => (room ? `${name}在${room}。` : `${name}没有放在哪个房间里。`),
  summary: (name, state, parts) => {
    if (state !== null) return `${name}${state}${parts.length > 0 ? `，${parts.join("，")}` : ""}。`;
    return parts.length > 0 ? `${name}${parts.join("，")}。` : `${name}没有什么可说的。`;
  },
  part: (type, property, value) => {
    switch (type) {
      case "temperature":
        return `现在${spoken(value)}`;
      case "target-temperature":
        return `设的${spoken(value)}`;
      case "mode":
        return modeWords(value);
      case "battery-level":
        return `还有${value}的电`;
      case "pm2.5-density":
        return `PM2.5是${value}`;
      case "current-position":
        return value === "0%" ? "关着" : value === "100%" ? "全开着" : `开着${value}`;
      case "lift-position":
        return value === "0%" ? "在下面" : value === "100%" ? "在上面" : `升到${value}`;
      default:
        return /^\d+档$/.test(value) && /风/.test(property) ? `${value}风` : `${property}${value}`;
    }
  },
  keys: (name, keys) => {
    const those = (on: boolean): string[] => keys.filter((key) => key.on === on).map((key) => key.name);
    const told = (names: readonly string[], state: string): string =>
      `${grammar.list(names, "and")}${names.length > 1 ? "都" : ""}${state}`;
    return `${name}的${told(those(true), "开着")}，${told(those(false), "关着")}。`;
  },
  zones: (name, zones) =>
    `${name}${zones.map((zone) => `${zone.name}${spoken(zone.value)}${zone.target === null ? "" : `（设的${spoken(zone.target)}）`}`).join("，")}。`,
  ambients: (property, type, rooms) =>
    rooms
      .map(({ room, value }, at) =>
        at === 0
          ? `${placeOf(room)}${/temperature$/.test(type) ? "现在" : `的${property}是`}${value}`
          : `${placeOf(room)}${value}`,
      )
      .join("，")
      .concat("。"),
  air: (good, { name, room, property, value }) =>
    `${room === null ? `${name}那里` : placeOf(room)}空气${AIR[good]}，${property.toUpperCase()}是${value}。`,
  partOf: (part, property) => `${part}${property}`,
};

/** 厨房的6盏灯, 两台风扇, 9个设备; their names when they say more. */
function everyOne(subjects: Subjects): string {
  const { names, kind, together } = subjects;
  if (together?.form !== "all" && together?.form !== "many") return who(subjects);
  const place = together.form === "all" ? (together.room === null ? "家里的" : `${together.room}的`) : "";
  return `${place}${countedNoun(names.length, kind)}`;
}

/** 厨房没有灯开着, 这6盏灯里没有开着的. */
export function noneOf(kinds: readonly string[], text: string, scope: SearchScope): string {
  if (scope.form !== "those") return `${within(scope)}没有${kindsText(kinds)}${text}`;
  return `这${countedNoun(scope.count, kinds.length > 1 ? "" : (kinds[0] ?? ""))}${scope.count > 1 ? "里" : ""}没有${text}的`;
}

function kindsText(kinds: readonly string[]): string {
  return kinds.length === 0 ? "设备" : grammar.list(kinds, "or");
}

/** 厨房和书房, 楼上; "" for the whole home. */
function within(scope: SearchScope): string {
  switch (scope.form) {
    case "rooms":
      return grammar.list(scope.rooms, "and");
    case "floor":
      return scope.name;
    case "home":
    case "those":
      return "";
    default:
      return scope satisfies never;
  }
}
