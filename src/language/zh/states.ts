import type { Messages } from "../pack.ts";
import type { BooleanWording, StateVerb } from "../states.ts";
import { grammar } from "./grammar.ts";
import { lasting } from "./times.ts";

interface Predicates {
  readonly becomes: Readonly<Record<"yes" | "no", string>>;
  readonly is: Readonly<Record<"yes" | "no", string>>;
}

/** Predicates after the subject. */
const PREDICATES: Readonly<Record<StateVerb, Predicates>> = {
  power: { becomes: { yes: "打开", no: "关闭" }, is: { yes: "开着", no: "关着" } },
  lock: { becomes: { yes: "上锁", no: "开锁" }, is: { yes: "已上锁", no: "未上锁" } },
  valve: { becomes: { yes: "打开", no: "关闭" }, is: { yes: "开着", no: "关着" } },
  contact: { becomes: { yes: "关上", no: "打开" }, is: { yes: "关着", no: "开着" } },
  motion: tells("检测到有人移动", "未检测到移动"),
  presence: tells("检测到有人", "未检测到人"),
  water: tells("检测到漏水", "未检测到漏水"),
};

/** Predicates of a sensor, which are the same for a change and for a state. */
function tells(yes: string, no: string): Predicates {
  return { becomes: { yes, no }, is: { yes, no } };
}

/** The words of a yes-or-no property: `value` after its name ("移动：未检测到"), `phrase` without it ("未检测到移动"). */
interface Truth {
  readonly value: readonly [yes: string, no: string];
  readonly phrase: readonly [yes: string, no: string] | null;
}

const DETECTED = ["检测到", "没检测到"] as const;

const TRUTHS: Readonly<Record<BooleanWording, Truth>> = {
  setting: { value: ["开", "关"], phrase: null },
  yes: { value: ["是", "否"], phrase: null },
  lock: same("锁着", "没锁"),
  valve: same("开着", "关着"),
  contact: same("关着", "开着"),
  motion: { value: DETECTED, phrase: ["检测到动静", "没检测到动静"] },
  presence: { value: DETECTED, phrase: ["检测到有人", "没检测到人"] },
  water: { value: DETECTED, phrase: ["检测到漏水", "没检测到漏水"] },
  vibration: { value: DETECTED, phrase: ["检测到振动", "没检测到振动"] },
  tamper: { value: DETECTED, phrase: ["被拆动过", "没被拆动过"] },
  battery: { value: ["是", "否"], phrase: ["电量低", "电量够"] },
  plug: { value: ["是", "否"], phrase: ["插着电", "没插电"] },
  leaf: { value: ["开着", "关着"], phrase: null },
};

function same(yes: string, no: string): Truth {
  return { value: [yes, no], phrase: [yes, no] };
}

/** The thing that a sensor is named after: 厨房窗户传感器 → 厨房窗户. */
export function watched(who: string): string {
  return who.replace(/(窗户?|门|抽屉|柜子?|冰箱|信箱)传感器$/, "$1").replace(/门窗$/, "门");
}

export const states: Messages["states"] = {
  told: ({ state, becomes, yes, who, lasts }) =>
    `${state === "contact" ? watched(who) : who}${PREDICATES[state][becomes ? "becomes" : "is"][yes ? "yes" : "no"]}${lasting(lasts)}`,
  value: ({ what, becomes, values, from = [], lasts }) =>
    `${what}${from.length === 0 ? "" : `从${grammar.list(from, "or")}`}${becomes ? "变为" : "为"}${grammar.list(values, "or")}${lasting(lasts)}`,
  truth: (word, yes) => TRUTHS[word].value[yes ? 0 : 1],
  truthAlone: (word, yes) => TRUTHS[word].phrase?.[yes ? 0 : 1] ?? null,
  propertyOf: "{who}的{property}",
  unknown: "{what}未知",
  absent: "没有{what}",
  atLast: "{detail}（已离线）",
  brokerLost: "{detail}（MQTT 服务器不可达）",
  overdue: "{detail}（没有按时上报）",
  unanswered: "{detail}（之后的指令没有回应）",
  online: ({ who, lasts }) => `${who}在线${lasting(lasts)}`,
  offline: ({ who, lasts }) => `${who}离线${lasting(lasts)}`,
  thatOf: "{who}",
  boundOf: ({ of, times, less, by }) => `${of}${share(times)}${by && `${less ? "减" : "加"}${by}`}`,
  isBetween: "在 {above} 与 {below} 之间",
  isAbove: "高于{above}",
  isBelow: "低于{below}",
  comesBetween: "进入 {above} 与 {below} 之间",
  risesAbove: "高于{above}",
  fallsBelow: "低于{below}",
};

/** The words for a factor: 的一半, 的3倍; empty for 1. */
export function share(times: number): string {
  if (times === 1) return "";
  return times === 0.5 ? "的一半" : `的${times}倍`;
}
