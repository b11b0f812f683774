import type { Messages } from "../pack.ts";
import { grammar } from "./grammar.ts";

/** How an alarm is called that nobody named. */
const ALARM = "闹钟";

/** More kinds than this are told as 其他. */
const MANY_KINDS = 5;

/** 18个灯、1个风扇、其他4个. */
function named(kinds: readonly (readonly [name: string, count: number])[]): string[] {
  const others = kinds.slice(MANY_KINDS).reduce((sum, [, count]) => sum + count, 0);
  const told = kinds.slice(0, MANY_KINDS).map(([name, count]) => `${count}个${name}`);
  return others > 0 ? [...told, `其他${others}个`] : told;
}

export const plans: Messages["plans"] = {
  started: (name, duration) => (name ? `已设置“${name}”计时器：${duration}。` : `已设置${duration}的计时器。`),
  alarm: (name, time) => `已设置${time}的闹钟${name && name !== ALARM ? `“${name}”` : ""}。`,
  alarmName: ALARM,
  whenRing: "什么时候？",
  howLong: "多长时间？",
  reminder: (name, time) => `好的，${time}提醒你：${name}。`,
  later: (what, time) => `${time}${what}。`,
  back: (time) => `${time}恢复原样。`,
  unknownBack: "每次重复时只能恢复开关状态，所以没有保存。",
  good: "好的。",
  goneToday: (time) => `今天${time}已经过了，要改成明天${time}吗？`,
  cancelled: (names) => `已取消${grammar.list(names, "and")}。`,
  paused: (name) => `已暂停${name}。`,
  resumed: (name) => `已继续${name}。`,
  added: (name, left) => `${name}现在还剩${left}。`,
  remaining: (name, left) => `${name}还剩${left}。`,
  none: "没有这样的计时器。",
  alarmFor: (time) => `${time}的闹钟`,
  alarmOf: (name) => `闹钟“${name}”`,
  theAlarm: "闹钟",
  reminderOf: (name) => `“${name}”的提醒`,
  moved: (what, time) => `${what}改到${time}了。`,
  lasts: (what, duration) => `${what}改成${duration}了。`,
  movedBack: (names) => `${grammar.list(names, "and")}已改回原来的时间。`,
  cannotMove: (what) => `${what}不能这样改。`,
  movedNeedsYes: (what) => `${what}要做的事需要确认，请取消后重新设置。`,
  anAlarm: (name, time) => `${time}的闹钟${name && name !== ALARM ? `“${name}”` : ""}`,
  aTimer: (name, left) => `${name ? `计时器“${name}”` : "计时器"}还剩${left}`,
  aReminder: (name, time) => `${time}提醒${name}`,
  have: (items) => `有${items.join("、")}。`,
  haveNone: (of) =>
    of === null ? "没有安排。" : of === "timer" ? "没有计时器在走。" : of === "alarm" ? "没有设闹钟。" : "没有提醒。",
  noneSuch: (of, others) =>
    `没有这样的${of === null ? "安排" : of === "alarm" ? "闹钟" : of === "timer" ? "计时器" : "提醒"}。${others.length > 0 ? `有${others.join("、")}。` : ""}`,
  already: (description) => `已经有了。${description}`,
  which: (names) =>
    `要哪一个：${names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join("、")}还是${names.at(-1)}`}？`,
  waits: (what) => `${what}（等待确认）`,
  refused: (what) => `${what}（会被拒绝）`,
  nothingPlanned: "没有安排。",
  gone: "那一个已经不在了。",
  due: (time, what) => `${time} ${what}`,
  planned: (items, more) => `安排有：${items.join("；")}${more > 0 ? `；还有${more}项` : ""}。`,
  inventory: (of, names, count) => {
    const what = of === "scenes" ? "场景" : "自动化";
    return count === 0
      ? `还没有${what}。`
      : `${what}有：${grammar.list(names, "and")}${count > names.length ? `等${count}个` : ""}。`;
  },
  unmet: (fact) => `${fact}所以没有执行。`,
  scene: (name) => `已启动场景“${name}”。`,
  sceneFailed: (names) => `场景没有成功：${grammar.list(names, "and")}。`,
  scenePartly: (good, names) => `${good}但${grammar.list(names, "and")}没有成功。`,
  sceneLeft: (name) => `已恢复场景“${name}”改变的状态。`,
  sceneNotOn: (name) => `场景“${name}”没有可恢复的状态。`,
  sceneTwice: "有两个场景同名，请先给其中一个改名。",
  sceneTold: (name, description) => `“${name}”是场景：启动时设置一次，本身没有开关状态。${description}`,
  noParameter: (name) => `场景“${name}”不接受数值。`,
  sceneSaved: (description) => `已保存场景${description}`,
  kept: (name, devices, count) =>
    `${name}：${grammar.list(devices, "and")}${count > devices.length ? `等${count}个设备` : ""}的当前状态。`,
  nothingToKeep: "没有可以保存状态的设备。",
  replaceScene: (name) => `已有场景“${name}”。要替换吗？`,
  sceneRemoved: (name) => `已删除场景“${name}”。`,
  many: (count, kinds) => `这涉及${count}个设备：${grammar.list(named(kinds), "and")}。要继续吗？`,
  cleansAll: (robot) => `${robot}不能只扫一个房间，会全屋打扫。要开始吗？`,
  timer: "计时器",
  timerOf: (device) => `${device}的定时`,
  timerFor: (duration) => `${duration}的计时器`,
};
