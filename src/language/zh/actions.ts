import type { NoticeKind, Verb } from "../en/actions.ts";
import type { Messages } from "../pack.ts";
import { grammar } from "./grammar.ts";
import { modesCalled } from "./modes.ts";
import { share } from "./states.ts";

const VERBS: Readonly<Record<Verb, string>> = {
  turnOn: "打开",
  turnOff: "关掉",
  open: "打开",
  close: "关闭",
  lock: "锁上",
  unlock: "解锁",
  stop: "停止",
};

const NOTICES: Readonly<Record<NoticeKind, string>> = { info: "通知", warning: "警告", alarm: "警报" };

/** 给艾玛和里奥 */
function whom(to: readonly string[]): string {
  return to.length === 0 ? "" : `给${grammar.list(to, "and")}`;
}

export const actions: Messages["actions"] = {
  steps: ({ steps }) => steps.join("，然后"),
  set: ({ what, details }) => `设置${what}：${details.join("，")}`,
  does: ({ verb, what, details }) => {
    const [only, ...others] = details;
    const drawn = /帘/.test(what) && (verb === "open" ? "拉开" : verb === "close" && "拉上");
    const after = only !== undefined && others.length === 0 ? `，${only}` : inBrackets(details);
    return `${drawn || VERBS[verb]}${what}${after}`;
  },
  value: "{property}{value}",
  unlessTold: "{value}（可另行指定）",
  fromNow: ({ times, less, by }) =>
    [times === 1 ? "" : `变为当时${share(times)}`, by === "" ? "" : `${less ? "降低" : "提高"}${by}`]
      .filter((part) => part !== "")
      .join("再"),
  like: ({ of, times, less, by }) => {
    if (times !== 1) return `为${of}${share(times)}${by && `${less ? "减" : "加"}${by}`}`;
    return by === "" ? `与${of}相同` : `比${of}${less ? "低" : "高"}${by}`;
  },
  invoke: ({ action, what, values }) =>
    `对${what}执行“${action}”${values.length > 0 ? `（${grammar.list(values, "and")}）` : ""}`,
  scene: ({ scene, given }) => `启动场景“${scene}”${inBrackets(given)}`,
  wait: "等待{duration}",
  waitUntil: ({ condition, timeout, goesOn }) => `等到${condition}（最多${timeout}${goesOn ? "，之后继续" : ""}）`,
  waitFor: ({ happening, timeout, goesOn }) =>
    `等到${happening.replace(/^当(.*)时$/, "$1")}（最多${timeout}${goesOn ? "，之后继续" : ""}）`,
  stop: "停止",
  stopBecause: "停止（“{reason}”）",
  notify: ({ message, level, to }) => `${whom(to)}发送${NOTICES[level]}“${message}”`,
  notifyTo: ({ message, level, to, host }) =>
    `${whom(to)}发送${NOTICES[level]}“${message}”，并把它连同自动化名称和时间发送到 ${host}`,
  mode: ({ mode }) => `切换到${modesCalled([mode])}`,
  say: "播报“{message}”",
  if: ({ condition, steps, otherwise }) => `如果${condition}就${steps}${otherwise && `；否则${otherwise}`}`,
  choose: ({ options, otherwise }) => [...options, ...(otherwise ? [`否则${otherwise}`] : [])].join("；"),
  repeatTimes: "重复{times}次：{steps}",
  repeatWhile: "当{condition}时重复：{steps}",
  repeatUntil: "重复直到{condition}：{steps}",
  ifOnly: "如果{condition}",
  firstThatHolds: "第一个成立的选项",
  againAndAgain: "重复",
};

function inBrackets(details: readonly string[]): string {
  return details.length > 0 ? `（${details.join("，")}）` : "";
}
