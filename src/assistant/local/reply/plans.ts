import type { Language } from "../../../home/index.ts";
import { list } from "./names.ts";

/** Sentences about timers, delayed commands, schedules and scenes, in one language. */
export interface PlanPhrases {
  started(name: string, duration: string): string;
  alarm(name: string, time: string): string;
  reminder(name: string, time: string): string;
  later(devices: readonly string[], time: string): string;
  back(time: string): string;
  saved(description: string): string;
  cancelled(names: readonly string[]): string;
  paused(name: string): string;
  resumed(name: string): string;
  added(name: string, left: string): string;
  remaining(name: string, left: string): string;
  none: string;
  which(names: readonly string[]): string;
  nothingPlanned: string;
  planned(items: readonly string[]): string;
  unmet(fact: string): string;
  scene(name: string): string;
  approve(why: string): string;
  /** So many devices at once want a yes. */
  many(count: number): string;
  /** A timer that nobody named. */
  timer: string;
}

export const PLAN_PHRASES: Readonly<Record<Language, PlanPhrases>> = {
  en: {
    started: (name, duration) => (name ? `Timer "${name}" set for ${duration}.` : `Timer set for ${duration}.`),
    alarm: (name, time) => `Alarm${name ? ` "${name}"` : ""} set for ${time}.`,
    reminder: (name, time) => `I'll remind you at ${time}: ${name}.`,
    later: (devices, time) => `All right, at ${time}: ${list(devices, "en")}.`,
    back: (time) => `Back again at ${time}.`,
    saved: (description) => `All right. ${description}`,
    cancelled: (names) => `Cancelled ${list(names, "en")}.`,
    paused: (name) => `Paused ${name}.`,
    resumed: (name) => `Resumed ${name}.`,
    added: (name, left) => `${name} now has ${left} left.`,
    remaining: (name, left) => `${left} left on ${name}.`,
    none: "There is no such timer.",
    which: (names) => `Which one: ${list(names, "en", " or ")}?`,
    nothingPlanned: "Nothing is planned.",
    planned: (items) => `Planned: ${items.join("; ")}.`,
    unmet: (fact) => `${fact} So I leave it.`,
    scene: (name) => `Scene "${name}" is on.`,
    approve: (why) => `${why} Shall I plan it?`,
    many: (count) => `That is ${count} devices. Shall I go ahead?`,
    timer: "the timer",
  },
  zh: {
    started: (name, duration) => (name ? `已设置“${name}”计时器：${duration}。` : `已设置${duration}的计时器。`),
    alarm: (name, time) => `已设置${time}的闹钟${name ? `“${name}”` : ""}。`,
    reminder: (name, time) => `好的，${time}提醒你：${name}。`,
    later: (devices, time) => `好的，${time}执行：${list(devices, "zh")}。`,
    back: (time) => `${time}恢复原样。`,
    saved: (description) => `好的。${description}`,
    cancelled: (names) => `已取消${list(names, "zh")}。`,
    paused: (name) => `已暂停${name}。`,
    resumed: (name) => `已继续${name}。`,
    added: (name, left) => `${name}现在还剩${left}。`,
    remaining: (name, left) => `${name}还剩${left}。`,
    none: "没有这样的计时器。",
    which: (names) => `要哪一个：${list(names, "zh", "还是")}？`,
    nothingPlanned: "没有安排。",
    planned: (items) => `安排有：${items.join("；")}。`,
    unmet: (fact) => `${fact}所以没有执行。`,
    scene: (name) => `已启动场景“${name}”。`,
    approve: (why) => `${why}。要安排吗？`,
    many: (count) => `这涉及${count}个设备。要继续吗？`,
    timer: "计时器",
  },
};
