import type { Language } from "../../../language/index.ts";
import { list } from "./names.ts";

/** Sentences about timers, delayed commands, schedules and scenes, in one language. */
export interface PlanPhrases {
  started(name: string, duration: string): string;
  alarm(name: string, time: string): string;
  /** An alarm that nobody named. */
  alarmName: string;
  reminder(name: string, time: string): string;
  /** `what` is done: "turn off the floor lamp". */
  later(what: string, time: string): string;
  back(time: string): string;
  /** For a while, again and again, is for what is switched only. */
  unknownBack: string;
  /** Before the first thing that was planned. */
  good: string;
  cancelled(names: readonly string[]): string;
  paused(name: string): string;
  resumed(name: string): string;
  added(name: string, left: string): string;
  remaining(name: string, left: string): string;
  none: string;
  which(names: readonly string[]): string;
  nothingPlanned: string;
  /** What was chosen has run or was deleted meanwhile. */
  gone: string;
  due(time: string, what: string): string;
  planned(items: readonly string[], more: number): string;
  /** What there is, by name; `count` of them. */
  inventory(of: "scenes" | "automations", names: readonly string[], count: number): string;
  unmet(fact: string): string;
  scene(name: string): string;
  sceneFailed(names: readonly string[]): string;
  /** `good` is what is said when all of it worked. */
  scenePartly(good: string, names: readonly string[]): string;
  sceneLeft(name: string): string;
  sceneNotOn(name: string): string;
  noParameter(name: string): string;
  approveScene(name: string): string;
  sceneSaved(description: string): string;
  /** What a snapshot holds. */
  kept(name: string, devices: readonly string[], count: number): string;
  nothingToKeep: string;
  replaceScene(name: string, why: string): string;
  sceneRemoved(name: string): string;
  approve(why: string): string;
  /** So many devices at once want a yes. */
  many(count: number): string;
  /** A timer that nobody named. */
  timer: string;
  timerOf(device: string): string;
  timerFor(duration: string): string;
}

const EN: PlanPhrases = {
  started: (name, duration) => (name ? `Timer "${name}" set for ${duration}.` : `Timer set for ${duration}.`),
  alarm: (name, time) => `Alarm${name && name !== EN.alarmName ? ` "${name}"` : ""} set for ${time}.`,
  alarmName: "alarm",
  reminder: (name, time) => `I'll remind you ${at(time)}: ${name}.`,
  later: (what, time) => `${capital(at(time))}: ${what}.`,
  back: (time) => `Back again ${at(time)}.`,
  unknownBack: "Every time anew I can only put back what is switched on or off, so I saved nothing.",
  good: "All right. ",
  cancelled: (names) => `Cancelled ${list(names, "en")}.`,
  paused: (name) => `Paused ${name}.`,
  resumed: (name) => `Resumed ${name}.`,
  added: (name, left) => `${capital(name)} now has ${left} left.`,
  remaining: (name, left) => `${left} left on ${name}.`,
  none: "There is no such timer.",
  which: (names) => `Which one: ${list(names, "en", " or ")}?`,
  nothingPlanned: "Nothing is planned.",
  gone: "That one is gone already.",
  due: (time, what) => `${time} ${what}`,
  planned: (items, more) => `Planned: ${items.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`,
  inventory: (of, names, count) =>
    count === 0
      ? `There are no ${of} yet.`
      : `${capital(of)}: ${list(names, "en")}${count > names.length ? ` and ${count - names.length} more` : ""}.`,
  unmet: (fact) => `${fact} So I leave it.`,
  scene: (name) => `Scene "${name}" is on.`,
  sceneFailed: (names) => `The scene did not work: ${list(names, "en")}.`,
  scenePartly: (good, names) => `${good} But not for ${list(names, "en")}.`,
  sceneLeft: (name) => `I put back what scene "${name}" had changed.`,
  sceneNotOn: (name) => `Scene "${name}" has nothing to put back.`,
  noParameter: (name) => `Scene "${name}" takes no number.`,
  approveScene: (name) => `Scene "${name}" does something that needs a yes. Shall I go ahead?`,
  sceneSaved: (description) => `Saved scene ${description}`,
  kept: (name, devices, count) =>
    `${name}: ${list(devices, "en")}${count > devices.length ? ` and ${count - devices.length} more` : ""} as ${count === 1 ? "it is" : "they are"} now.`,
  nothingToKeep: "There is nothing whose state could be kept.",
  replaceScene: (name, why) => `There is a scene "${name}" already. ${why === "" ? "" : `${why} `}Shall I replace it?`,
  sceneRemoved: (name) => `Deleted scene "${name}".`,
  approve: (why) => `${why} Shall I plan it?`,
  many: (count) => `That is ${count} devices. Shall I go ahead?`,
  timer: "the timer",
  timerOf: (device) => `the timer for the ${device}`,
  timerFor: (duration) => `the ${duration} timer`,
};

const ZH: PlanPhrases = {
  started: (name, duration) => (name ? `已设置“${name}”计时器：${duration}。` : `已设置${duration}的计时器。`),
  alarm: (name, time) => `已设置${time}的闹钟${name && name !== ZH.alarmName ? `“${name}”` : ""}。`,
  alarmName: "闹钟",
  reminder: (name, time) => `好的，${time}提醒你：${name}。`,
  later: (what, time) => `${time}${what}。`,
  back: (time) => `${time}恢复原样。`,
  unknownBack: "每次重复时只能恢复开关状态，所以没有保存。",
  good: "好的。",
  cancelled: (names) => `已取消${list(names, "zh")}。`,
  paused: (name) => `已暂停${name}。`,
  resumed: (name) => `已继续${name}。`,
  added: (name, left) => `${name}现在还剩${left}。`,
  remaining: (name, left) => `${name}还剩${left}。`,
  none: "没有这样的计时器。",
  which: (names) => `要哪一个：${list(names, "zh", "还是")}？`,
  nothingPlanned: "没有安排。",
  gone: "那一个已经不在了。",
  due: (time, what) => `${time} ${what}`,
  planned: (items, more) => `安排有：${items.join("；")}${more > 0 ? `；还有${more}项` : ""}。`,
  inventory: (of, names, count) => {
    const what = of === "scenes" ? "场景" : "自动化";
    return count === 0
      ? `还没有${what}。`
      : `${what}有：${list(names, "zh")}${count > names.length ? `等${count}个` : ""}。`;
  },
  unmet: (fact) => `${fact}所以没有执行。`,
  scene: (name) => `已启动场景“${name}”。`,
  sceneFailed: (names) => `场景没有成功：${list(names, "zh")}。`,
  scenePartly: (good, names) => `${good}但${list(names, "zh")}没有成功。`,
  sceneLeft: (name) => `已恢复场景“${name}”改变的状态。`,
  sceneNotOn: (name) => `场景“${name}”没有可恢复的状态。`,
  noParameter: (name) => `场景“${name}”不接受数值。`,
  approveScene: (name) => `场景“${name}”包含需要确认的操作。要继续吗？`,
  sceneSaved: (description) => `已保存场景${description}`,
  kept: (name, devices, count) =>
    `${name}：${list(devices, "zh")}${count > devices.length ? `等${count}个设备` : ""}的当前状态。`,
  nothingToKeep: "没有可以保存状态的设备。",
  replaceScene: (name, why) => `已有场景“${name}”。${why}要替换吗？`,
  sceneRemoved: (name) => `已删除场景“${name}”。`,
  approve: (why) => `${why}。要安排吗？`,
  many: (count) => `这涉及${count}个设备。要继续吗？`,
  timer: "计时器",
  timerOf: (device) => `${device}的定时`,
  timerFor: (duration) => `${duration}的计时器`,
};

/** "at 20:15", "tomorrow at 20:15". */
function at(time: string): string {
  return time.replace(/(\d+:\d+)$/, "at $1");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const PLAN_PHRASES: Readonly<Record<Language, PlanPhrases>> = { en: EN, zh: ZH };
