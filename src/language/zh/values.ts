import type { ValueReport } from "../value-reports.ts";
import { placeOf } from "./grammar.ts";

/** The words for a status, keyed by its description in the spec. */
const STATUSES: Readonly<Record<string, string>> = {
  idle: "没在工作",
  standby: "待机中",
  stop: "停了",
  stopped: "停了",
  completed: "完成了",
  complete: "完成了",
  finished: "完成了",
  done: "完成了",
  end: "完成了",
  running: "在工作",
  working: "在工作",
  busy: "在工作",
  washing: "在洗",
  cooking: "在煮",
  sweeping: "在打扫",
  cleaning: "在打扫",
  mopping: "在拖地",
  "sweeping and mopping": "在边扫边拖",
  "go charging": "在回充的路上",
  "back to dock": "在回充的路上",
  charging: "在充电",
  charged: "充满了",
  paused: "暂停了",
  pause: "暂停了",
  fault: "有故障",
  error: "有故障",
  mowing: "在割草",
  "keep warm": "在保温",
  heating: "在加热",
  preheat: "在预热",
  preheating: "在预热",
  normal: "正常",
  alarm: "在报警",
  parked: "停着",
  driving: "在路上",
  playing: "在播放",
  off: "关着",
  on: "开着",
};

/** The work of appliances: while it runs, when it is done, and at rest; keyed by kind. */
const WORKS: Readonly<Record<string, readonly [now: string, done: string, rest: string]>> = {
  washer: ["在洗", "洗完了", "没在洗"],
  dishwasher: ["在洗", "洗完了", "没在洗"],
  dryer: ["在烘", "烘完了", "没在烘"],
  cooker: ["在煮", "煮好了", "没在煮"],
  "pressure-cooker": ["在煮", "煮好了", "没在煮"],
  oven: ["在烤", "烤好了", "没开"],
  "microwave-oven": ["在加热", "热好了", "没开"],
  "air-fryer": ["在工作", "做好了", "没开"],
  "coffee-machine": ["在煮", "煮好了", "没开"],
  "bath-heater": ["在工作", "完成了", "没开"],
  vacuum: ["在打扫", "扫完了", "没在打扫"],
  speaker: ["在播放", "放完了", "没在播放"],
  television: ["在播放", "放完了", "没在播放"],
};

/** The words for a status of a device of a kind: 洗完了, 在回充的路上. */
export function statusWords(listed: string, value: string, kind: string): string {
  const words = STATUSES[listed];
  const [now, done, rest] = WORKS[kind] ?? [];
  if (words === "在工作") return now ?? words;
  if (words === "完成了") return done ?? words;
  // A player that plays nothing is not broken.
  if (words === "停了" && now === "在播放") return rest ?? words;
  return words === "没在工作" ? (rest ?? words) : (words ?? `的状态是${value}`);
}

/** 制冷模式, 2档. */
export function modeWords(value: string): string {
  return /(?:模式|档|挡|风)$/.test(value) ? value : `${value}模式`;
}

/** A temperature in words: 零下18.4度. */
export function spoken(value: string): string {
  return value.replace(/^-(?=[\d.]+度)/, "零下");
}

/** A value as a clause: 主卧现在21.4度, 落地灯的亮度是40%. */
export function valueClause({ name, room, property, type, value: given, listed, kind, ambient }: ValueReport): string {
  const value = spoken(given);
  if (ambient && room !== null)
    return /temperature$/.test(type)
      ? `${placeOf(room)}现在${value}`
      : `${placeOf(room)}的${/^(pm|co2|tvoc)/i.test(property) ? property.toUpperCase() : property}是${value}`;
  switch (type) {
    case "on":
      return `${name}${value === "开" ? "开着" : "关着"}`;
    case "status":
    case "run-status":
    case "charging-state":
    case "playing-state":
    case "door-state":
      return `${name}${statusWords(listed, value, kind)}`;
    case "target-temperature":
      return `${name}设的是${value}`;
    case "mode":
      return `${name}现在是${modeWords(value)}`;
    case "color":
    case "color-temperature":
      return `${name}现在是${value}`;
    case "current-position":
    case "target-position":
      if (kind === "airer")
        return `${name}${value === "0%" ? "在下面" : value === "100%" ? "在上面" : `升到${value}的位置`}`;
      return value === "0%"
        ? `${name}关着`
        : value === "100%"
          ? `${name}全开着`
          : `${name}开着${value === "50%" ? "一半" : value}`;
    case "battery-level":
      return `${name}还有${value}的电`;
    case "temperature":
      return `${name}现在${value}`;
    case "fault":
      return /^no /.test(listed) ? `${name}没有故障` : `${name}有故障：${value}`;
    case "left-time":
      return `${name}还剩${value}`;
    case "electric-power":
      return `${name}现在的功率是${value}`;
    case "power-consumption":
      return `${name}用了${value}`;
    case "filter-life-level":
      return `${name}的滤芯还剩${value}`;
    default:
      return `${name}的${property}是${value}`;
  }
}
