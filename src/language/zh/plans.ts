import type { Messages } from "../pack.ts";
import { either, grammar } from "./grammar.ts";
import { countedNoun } from "./measures.ts";
import { toYou } from "./to-you.ts";

/** The name of an alarm without one. */
export const ALARM = "闹钟";

/** A short task that needs no colon: 倒垃圾. */
function isShort(name: string): boolean {
  return name.length <= 12 && !/[，。：；、！？,.:;!?]/.test(name);
}

/** More kinds than this become 其他. */
const MANY_KINDS = 5;

/** 18盏灯、1台风扇、其他4个. */
function named(kinds: readonly (readonly [name: string, count: number])[]): string[] {
  const others = kinds.slice(MANY_KINDS).reduce((sum, [, count]) => sum + count, 0);
  const told = kinds.slice(0, MANY_KINDS).map(([name, count]) => countedNoun(count, name));
  return others > 0 ? [...told, `其他${others}个`] : told;
}

export const plans: Messages["plans"] = {
  started: (name, duration) => `好的，${name}计时${duration}。`,
  alarm: (name, time) => `好的，${time}叫你${name && name !== ALARM ? `：${name}` : ""}。`,
  alarmName: ALARM,
  whenRing: "什么时候？",
  howLong: "多长时间？",
  reminder: (name, time) => `好的，${time}提醒你${isShort(name) ? toYou(name) : `：${toYou(name)}`}。`,
  later: (what, time) => `${time}${what}。`,
  back: (time) => `${time}再恢复原样。`,
  switchedBack: (on, _names, time) => `${time}再${on ? "打开" : "关掉"}。`,
  unknownBack: "重复执行的安排只能恢复开关状态，所以这个没有保存。",
  good: "好的，",
  cancelled: (names) => `${grammar.list(names, "and")}取消了。`,
  paused: (name) => `${name}暂停了。`,
  resumed: (name) => `${name}继续了。`,
  goneToday: (time) => `今天${time}已经过了，改成明天${time}吗？`,
  added: (name, left) => `${name}现在还剩${left}。`,
  remaining: (name, left) => `${name}还剩${left}。`,
  none: "没有这个倒计时。",
  alarmFor: (time) => `${time}的闹钟`,
  alarmOf: (name) => `闹钟“${name}”`,
  theAlarm: "闹钟",
  reminderOf: (name) => (isShort(name) ? `${toYou(name)}的提醒` : `“${toYou(name)}”的提醒`),
  renamed: (what, to) => `${what}现在叫“${to}”。`,
  moved: (what, time) => `${what}改到${time}了。`,
  lasts: (what, duration) => `${what}改成${duration}了。`,
  movedBack: (names) => `${grammar.list(names, "and")}改回原来的时间了。`,
  cannotMove: (what) => `${what}不能这样改。`,
  movedNeedsYes: (what) => `${what}要做的事得先问过你才行，请取消后重新设。`,
  anAlarm: (name, time) => `一个${time}的闹钟${name && name !== ALARM ? `（${name}）` : ""}`,
  aTimer: (name, left) => `${name ? `${name}的倒计时` : "一个倒计时"}，还剩${left}`,
  aReminder: (name, time) => `${time}提醒${toYou(name)}`,
  have: (items) => (items.length > 1 ? `有${items.length}个：${items.join("；")}。` : `有${items.join("；")}。`),
  noneThen: "没有为这个设置过什么。",
  haveNone: (of) =>
    of === null
      ? "没有什么安排。"
      : of === "timer"
        ? "现在没有倒计时。"
        : of === "alarm"
          ? "没有设闹钟。"
          : "没有提醒。",
  noneSuch: (of, others) =>
    `没有这个${of === null ? "安排" : of === "alarm" ? "闹钟" : of === "timer" ? "倒计时" : "提醒"}。${others.length > 0 ? `有${others.join("、")}。` : ""}`,
  already: (description) => `这个已经设过了。${description}`,
  which: (names) => `你说的是${either(names)}？`,
  waits: (what) => `${what}（到时会先问你）`,
  refused: (what) => `${what}（不允许，不会执行）`,
  nothingPlanned: "没有什么安排。",
  gone: "那一个已经不在了。",
  due: (time, what) => `${time}${what}`,
  upcoming: (time, what) => `${time}${what}`,
  planned: (items, more) => `${items.join("；")}${more > 0 ? `；还有${more}项` : ""}。`,
  inventory: (of, names, count) => {
    const what = of === "scenes" ? "场景" : "自动化";
    return count === 0
      ? `还没有${what}。`
      : `${what}有：${grammar.list(names, "and")}${count > names.length ? `等${count}个` : ""}。`;
  },
  unmet: (fact) => `${fact.replace(/^(?:没有|有|是的|不是)，/, "").replace(/。$/, "")}，所以什么都没做。`,
  sceneSlowly: (name, duration) => `“${name}”场景开始了，会在${duration}内慢慢到位。`,
  scene: (name) => `“${name}”场景开了。`,
  sceneFailed: (names) => `场景没有成功：${grammar.list(names, "and")}都没反应。`,
  scenePartly: (good, names) => `${good}但${grammar.list(names, "and")}没有成功。`,
  sceneLeft: (name) => `“${name}”场景退出了，恢复原样了。`,
  sceneNotOn: (name) => `“${name}”场景没有什么可恢复的。`,
  sceneTwice: "有两个场景同名，请先给其中一个改名。",
  sceneTold: (name, description) => `“${name}”是个场景，执行一次就完了，没有开着关着一说。${description}`,
  noParameter: (name) => `“${name}”场景不带数值。`,
  sceneSaved: (description) => description.replace(/^(.+?)：/, "“$1”场景存好了："),
  kept: (name, devices, count) =>
    `${name}：${grammar.list(devices, "and")}${count > devices.length ? `等${count}个设备` : ""}的当前状态。`,
  nothingToKeep: "没有能存进场景的设备。",
  replaceScene: (name) => `已经有“${name}”这个场景了，要替换吗？`,
  sceneRemoved: (name) => `“${name}”场景删掉了。`,
  many: (count, kinds) => `一共${count}个设备：${grammar.list(named(kinds), "and")}。都要动吗？`,
  cleansAll: (robot) => `${robot}没法只扫一个房间，会全屋打扫。要开始吗？`,
  timer: "倒计时",
  timerNamed: (name) => (/倒计时$|计时器?$/.test(name) ? name : `${name}的倒计时`),
  timerOf: (device) => `${device}的定时`,
  timerFor: (duration) => `${duration}的倒计时`,
};
