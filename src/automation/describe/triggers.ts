import type { Home, Phrase } from "../../home/index.ts";
import { durationPhrase, message, momentPhrase, weekdaysPhrase } from "../../language/index.ts";
import { cycleOf, offsetMs, type Trigger, type TriggerOf, toMs } from "../definition/index.ts";
import { parseMoment, weekdayNumbers } from "../schedule/next.ts";
import { zoneClock } from "../schedule/zone.ts";
import { cronWords } from "./cron.ts";
import { eventTriggerWords } from "./events.ts";
import { boundWords } from "./follows.ts";
import { lastingWords } from "./lasting.ts";
import { whoPhrase } from "./people.ts";
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
      return inZone(message("triggers.dailyAt", { days: daysWords(trigger), time: trigger.at }), trigger.zone);
    }
    case "sun": {
      const when = message("times.atSun", sunPoint(trigger.event, offsetMs(trigger.offset)));
      if (!trigger.weekdays && trigger.every === undefined) return when;
      return message("triggers.onDays", { days: daysWords(trigger), when });
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
        bounds: boundsWords(trigger, (bound) => boundWords(bound, target, property, home), true),
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
    case "presence": {
      const { person, to, only = null } = trigger;
      const who = whoPhrase(person, (id) => home.personName(id));
      return message("triggers.presence", { who, home: to === "home", person, only, lasts: lastingWords(trigger.for) });
    }
    case "mode":
      return message("triggers.mode", { to: listed(trigger.to), from: listed(trigger.from) });
    default:
      return trigger satisfies never;
  }
}

/** "on weekdays", "every other day", "on Mon of every 3rd week". */
function daysWords({ weekdays, every }: Pick<TriggerOf<"time">, "weekdays" | "every">): Phrase {
  const days = weekdaysPhrase(weekdayNumbers(weekdays));
  if (every === undefined) return days;
  const { count, unit } = cycleOf(every);
  if (count === 1) return days;
  return message("times.cycle", { count, weeks: unit === "week", days: weekdays ? days : "" });
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
    from: typeof to === "boolean" ? [] : values,
    held: trigger.for,
    subject: "any",
    way: "becomes",
  } as const;
  // "is turned on" says what it was before.
  return message("triggers.becomes", { state: stateWords(sentence, home), from: [] });
}

function inZone(when: Phrase, zone: string | undefined): Phrase {
  return zone === undefined ? when : message("triggers.inZone", { when, zone });
}

/** One or several, as a list; none where it is left out. */
function listed(modes: string | readonly string[] | undefined): readonly string[] {
  return modes === undefined ? [] : [modes].flat();
}
