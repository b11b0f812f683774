import type { Home, Language } from "../../home/index.ts";
import { durationWords, offsetMs, type SunEvent, type Trigger, toMs } from "../definition/index.ts";
import { parseCron } from "../schedule/cron.ts";
import { parseMoment } from "../schedule/next.ts";
import { zoneClock } from "../schedule/zone.ts";
import {
  list,
  momentWords,
  propertyWords,
  say,
  targetWords,
  valueWordsOf,
  weekdayNumberWords,
  weekdaysWords,
} from "./words.ts";

/** When a trigger fires, as the first part of a sentence: "on weekdays at 07:00". */
export function triggerWords(trigger: Trigger, language: Language, home: Home, now: number): string {
  const target = "target" in trigger ? targetWords(trigger.target, language, home) : "";
  switch (trigger.type) {
    case "cron":
      return cronWords(trigger.expression, language) + zoneWords(trigger.zone, language);
    case "time": {
      const days = weekdaysWords(trigger.weekdays, language);
      return say(language, `${days} at ${trigger.at}`, `${days} ${trigger.at}`) + zoneWords(trigger.zone, language);
    }
    case "sun": {
      const days = trigger.weekdays ? `${weekdaysWords(trigger.weekdays, language)} ` : "";
      return `${days}${sunWords(trigger.event, offsetMs(trigger.offset), language)}`;
    }
    case "once": {
      const at =
        trigger.at === undefined ? now + toMs(trigger.in ?? 0) : parseMoment(trigger.at, zoneClock(home.timezone));
      if (at === null) return trigger.at ?? "";
      return say(
        language,
        `once, ${momentWords(at, now, home.timezone, "en")}`,
        `${momentWords(at, now, home.timezone, "zh")}（一次）`,
      );
    }
    case "interval": {
      const every = durationWords(toMs(trigger.every), language);
      return say(language, `every ${every.replace(/^1 /, "")}`, `每隔${every}`);
    }
    case "property": {
      const what = propertyWords(trigger.target, trigger.property, language, home);
      const held = heldWords(trigger.for, language);
      if (trigger.to === undefined)
        return say(language, `when ${what} of ${target} changes`, `当${target}的${what}变化时`);
      const values = [trigger.to]
        .flat()
        .map((value) => valueWordsOf(trigger.target, trigger.property, value, language, home));
      const to = list(values, language, "or");
      return say(language, `when ${what} of ${target} becomes ${to}${held}`, `当${target}的${what}变为${to}${held}时`);
    }
    case "numeric": {
      const what = propertyWords(trigger.target, trigger.property, language, home);
      const words = boundsWords(
        trigger,
        (value) => valueWordsOf(trigger.target, trigger.property, value, language, home),
        language,
        true,
      );
      return say(
        language,
        `when ${what} of ${target} ${words}${heldWords(trigger.for, language)}`,
        `当${target}的${what}${words}${heldWords(trigger.for, language)}时`,
      );
    }
    case "event": {
      const event = trigger.event.slice(trigger.event.indexOf(".") + 1).replaceAll("-", " ");
      return say(language, `at "${event}" of ${target}`, `当${target}发生“${event}”时`);
    }
    case "availability": {
      const held = heldWords(trigger.for, language);
      return trigger.online
        ? say(language, `when ${target} comes online${held}`, `当${target}上线${held}时`)
        : say(language, `when ${target} goes offline${held}`, `当${target}离线${held}时`);
    }
    case "scene":
      return say(language, `when the scene "${trigger.scene}" is activated`, `当场景“${trigger.scene}”启动时`);
    case "webhook":
      return say(language, "when its webhook is called", "当其 webhook 被调用时");
    case "mqtt":
      return say(language, `at an MQTT message on ${trigger.topic}`, `当 MQTT 主题 ${trigger.topic} 有消息时`);
    case "startup":
      return say(language, "when Jia starts", "Jia 启动时");
    default:
      return trigger satisfies never;
  }
}

const SUN_WORDS: Readonly<Record<SunEvent, readonly [string, string]>> = {
  sunrise: ["sunrise", "日出"],
  sunset: ["sunset", "日落"],
  dawn: ["dawn", "黎明"],
  dusk: ["dusk", "黄昏"],
};

export function sunWords(event: SunEvent, offset: number, language: Language): string {
  const [en, zh] = SUN_WORDS[event];
  if (offset === 0) return say(language, `at ${en}`, `${zh}时`);
  const duration = durationWords(Math.abs(offset), language);
  return say(
    language,
    `${duration} ${offset < 0 ? "before" : "after"} ${en}`,
    `${zh}${offset < 0 ? "前" : "后"}${duration}`,
  );
}

/** "is above 26 °C"; `rising` for triggers: "rises above 26 °C". */
export function boundsWords(
  { above, below }: { above?: number | undefined; below?: number | undefined },
  value: (bound: number) => string,
  language: Language,
  rising = false,
): string {
  if (above !== undefined && below !== undefined) {
    const between = `${value(above)} ${say(language, "and", "与")} ${value(below)}`;
    return say(language, `${rising ? "comes" : "is"} between ${between}`, `${rising ? "进入" : "在"} ${between} 之间`);
  }
  if (above !== undefined)
    return say(language, `${rising ? "rises" : "is"} above ${value(above)}`, `高于${value(above)}`);
  return say(language, `${rising ? "falls" : "is"} below ${value(below ?? 0)}`, `低于${value(below ?? 0)}`);
}

export function heldWords(duration: string | number | undefined, language: Language): string {
  if (duration === undefined) return "";
  const words = durationWords(toMs(duration), language);
  return say(language, ` for ${words}`, `并持续${words}`);
}

/** Expressions that name one time of day are said as such; the others are quoted. */
function cronWords(expression: string, language: Language): string {
  const quoted = say(language, `on the schedule "${expression}"`, `按计划“${expression}”`);
  const [second = "", minute = "", hour = "", date, month, weekday = "*"] =
    expression.trim().split(/\s+/).length === 6
      ? expression.trim().split(/\s+/)
      : ["0", ...expression.trim().split(/\s+/)];
  if (second !== "0" || date !== "*" || month !== "*" || ![minute, hour].every((part) => /^\d+$/.test(part)))
    return quoted;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  try {
    const test = parseCron(expression).dayOfWeek;
    const days = [0, 1, 2, 3, 4, 5, 6].filter(
      (day) => !test || test({ year: 2026, month: 1, date: 1, weekday: day, length: 31 }),
    );
    if (/[L#]/i.test(weekday)) return quoted;
    return say(language, `${weekdayNumberWords(days, "en")} at ${time}`, `${weekdayNumberWords(days, "zh")} ${time}`);
  } catch {
    return quoted;
  }
}

function zoneWords(zone: string | undefined, language: Language): string {
  return zone === undefined ? "" : say(language, ` (${zone} time)`, `（${zone} 时间）`);
}
