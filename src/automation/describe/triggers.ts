import type { Home, Phrase } from "../../home/index.ts";
import { durationPhrase, message, momentPhrase, weekdaysPhrase } from "../../language/index.ts";
import { offsetMs, type Trigger, type TriggerOf, toMs } from "../definition/index.ts";
import { parseCron } from "../schedule/cron.ts";
import { parseMoment, weekdayNumbers } from "../schedule/next.ts";
import { zoneClock } from "../schedule/zone.ts";
import { eventTriggerWords } from "./events.ts";
import { lastingWords } from "./lasting.ts";
import { boundsWords, propertyOfWords, stateWords } from "./states.ts";
import { sunPoint } from "./sun.ts";
import { sceneName, type Wording } from "./wording.ts";
import { subjectWords, valueWords } from "./words.ts";

/** When a trigger fires, as the first part of a sentence: "on weekdays at 07:00", "when the TV is turned off". */
export function triggerWords(trigger: Trigger, wording: Wording): Phrase {
  const { home, now } = wording;
  switch (trigger.type) {
    case "cron":
      return inZone(cronWords(trigger.expression), trigger.zone);
    case "time": {
      const days = weekdaysPhrase(weekdayNumbers(trigger.weekdays));
      return inZone(message("triggers.dailyAt", { days, time: trigger.at }), trigger.zone);
    }
    case "sun": {
      const when = message("times.atSun", sunPoint(trigger.event, offsetMs(trigger.offset)));
      if (!trigger.weekdays) return when;
      return message("triggers.onDays", { days: weekdaysPhrase(weekdayNumbers(trigger.weekdays)), when });
    }
    case "once": {
      const at =
        trigger.at === undefined ? now + toMs(trigger.in ?? 0) : parseMoment(trigger.at, zoneClock(home.timezone));
      if (at === null) return trigger.at ?? "";
      return message("triggers.once", { moment: momentPhrase(at, now, home.timezone) });
    }
    case "interval":
      return message("triggers.every", { duration: durationPhrase(toMs(trigger.every)) });
    case "property":
      return propertyTriggerWords(trigger, home);
    case "numeric": {
      const { target, property } = trigger;
      return message("triggers.passes", {
        what: propertyOfWords(target, property, "any", home),
        bounds: boundsWords(trigger, (bound) => valueWords(target, property, bound, home), true),
        lasts: lastingWords(trigger.for),
      });
    }
    case "event":
      return eventTriggerWords(trigger, home);
    case "availability": {
      const { who } = subjectWords(trigger.target, "any", home);
      const values = { who, lasts: lastingWords(trigger.for) };
      return trigger.online ? message("triggers.online", values) : message("triggers.offline", values);
    }
    case "scene":
      return message("triggers.scene", { scene: sceneName(trigger.scene, wording) });
    case "webhook":
      return message("triggers.webhook");
    case "mqtt": {
      const { topic, payload } = trigger;
      return payload === undefined
        ? message("triggers.anyMessage", { topic })
        : message("triggers.message", { topic, payload });
    }
    case "startup":
      return message("triggers.startup");
    default:
      return trigger satisfies never;
  }
}

function propertyTriggerWords(trigger: TriggerOf<"property">, home: Home): Phrase {
  const { target, property, to } = trigger;
  const values = trigger.from === undefined ? [] : [trigger.from].flat();
  const from = values.map((value) => valueWords(target, property, value, home));
  if (to === undefined) {
    return message("triggers.changes", { what: propertyOfWords(target, property, "any", home), from });
  }
  const sentence = {
    target,
    property,
    values: [to].flat(),
    held: trigger.for,
    subject: "any",
    way: "becomes",
  } as const;
  // "is turned on" says what it was before.
  return message("triggers.becomes", { state: stateWords(sentence, home), from: typeof to === "boolean" ? [] : from });
}

/** Expressions that name one time of day are said as such; the others are quoted. */
function cronWords(expression: string): Phrase {
  const quoted = message("triggers.cron", { expression });
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
    return message("triggers.dailyAt", { days: weekdaysPhrase(days), time });
  } catch {
    return quoted;
  }
}

function inZone(when: Phrase, zone: string | undefined): Phrase {
  return zone === undefined ? when : message("triggers.inZone", { when, zone });
}
