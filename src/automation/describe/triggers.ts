import type { Home } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { durationWords, offsetMs, type SunEvent, type Trigger, type TriggerOf, toMs } from "../definition/index.ts";
import { parseCron } from "../schedule/cron.ts";
import { parseMoment } from "../schedule/next.ts";
import { zoneClock } from "../schedule/zone.ts";
import { eventWords } from "./events.ts";
import { heldWords } from "./held.ts";
import { propertyOfWords, stateWords } from "./states.ts";
import { sceneName, type Wording } from "./wording.ts";
import { list, momentWords, say, subjectWords, valueWordsOf, weekdayNumberWords, weekdaysWords } from "./words.ts";

/** When a trigger fires, as the first part of a sentence: "on weekdays at 07:00", "when the TV is turned off". */
export function triggerWords(trigger: Trigger, language: Language, wording: Wording): string {
  const { home, now } = wording;
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
      const moment = momentWords(at, now, home.timezone, language);
      return say(language, `once, ${moment}`, `${moment}（一次）`);
    }
    case "interval": {
      const every = durationWords(toMs(trigger.every), language);
      return say(language, `every ${every.replace(/^1 (\w+)$/, "$1")}`, `每隔${every}`);
    }
    case "property": {
      const { target, property, to, from } = trigger;
      const before = from === undefined ? "" : fromWords(trigger, language, home);
      if (to === undefined) {
        const what = propertyOfWords(target, property, "any", language, home);
        return say(language, `when ${what} changes${before}`, `当${what}${before}变化时`);
      }
      const sentence = {
        target,
        property,
        values: [to].flat(),
        held: trigger.for,
        subject: "any",
        way: "becomes",
      } as const;
      const words = stateWords(sentence, language, home);
      // "is turned on" says what it was before.
      const shown = typeof to === "boolean" ? "" : before;
      return say(language, `when ${words}${shown}`, `当${shown}${words}时`);
    }
    case "numeric": {
      const { target, property } = trigger;
      const what = propertyOfWords(target, property, "any", language, home);
      const value = (bound: number) => valueWordsOf(target, property, bound, language, home);
      const words = `${boundsWords(trigger, value, language, true)}${heldWords(trigger.for, language)}`;
      return say(language, `when ${what} ${words}`, `当${what}${words}时`);
    }
    case "event": {
      const { words } = subjectWords(trigger.target, "any", language, home);
      const event = eventWords(trigger.event, language);
      return say(language, `when ${words} ${event}`, `当${words}${event}时`);
    }
    case "availability": {
      const { words } = subjectWords(trigger.target, "any", language, home);
      const held = heldWords(trigger.for, language);
      return trigger.online
        ? say(language, `when ${words} comes online${held}`, `当${words}上线${held}时`)
        : say(language, `when ${words} goes offline${held}`, `当${words}离线${held}时`);
    }
    case "scene": {
      const name = sceneName(trigger.scene, language, wording);
      return say(language, `when the scene "${name}" is activated`, `当场景“${name}”启动时`);
    }
    case "webhook":
      return say(language, "when its webhook is called", "当其 webhook 被调用时");
    case "mqtt": {
      const { topic, payload } = trigger;
      return payload === undefined
        ? say(language, `when a message comes on the MQTT topic ${topic}`, `当 MQTT 主题 ${topic} 有消息时`)
        : say(
            language,
            `when the message "${payload}" comes on the MQTT topic ${topic}`,
            `当 MQTT 主题 ${topic} 收到“${payload}”时`,
          );
    }
    case "startup":
      return say(language, "when Jia starts", "Jia 启动时");
    default:
      return trigger satisfies never;
  }
}

function fromWords({ target, property, from }: TriggerOf<"property">, language: Language, home: Home): string {
  const values = from === undefined ? [] : [from].flat();
  const words = list(
    values.map((value) => valueWordsOf(target, property, value, language, home)),
    language,
    "or",
  );
  return say(language, ` from ${words}`, `从${words}`);
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
