import type { Home } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import {
  type Condition,
  type DayPoint,
  durationWords,
  offsetMs,
  type SunEvent,
  toMs,
  type Weekday,
} from "../definition/index.ts";
import { propertyOfWords, stateWords } from "./states.ts";
import { boundsWords, sunWords } from "./triggers.ts";
import { say, subjectWords, valueWordsOf, weekdaysWords } from "./words.ts";

/** What must hold, as a clause: "it is dark outside and nobody has moved at the hall sensor for 10 minutes". */
export function conditionWords(condition: Condition, language: Language, home: Home): string {
  switch (condition.type) {
    case "all":
    case "any": {
      const parts = condition.of.map((each) => conditionWords(each, language, home));
      const joined = say(language, condition.type === "all" ? " and " : " or ", condition.type === "all" ? "且" : "或");
      return parts.length > 1
        ? say(language, `(${parts.join(joined)})`, `（${parts.join(joined)}）`)
        : (parts[0] ?? "");
    }
    case "not":
      return notWords(condition.of, language, home);
    case "state": {
      const { target, property, is, match = "all" } = condition;
      const sentence = {
        target,
        property,
        values: [is].flat(),
        held: condition.for,
        subject: match,
        way: "is",
      } as const;
      return stateWords(sentence, language, home);
    }
    case "numeric": {
      const { target, property, match = "all" } = condition;
      const what = propertyOfWords(target, property, match, language, home);
      const words = boundsWords(condition, (value) => valueWordsOf(target, property, value, language, home), language);
      return say(language, `${what} ${words}`, `${what}${words}`);
    }
    case "time": {
      const [after, before] = [pointWords(condition.after, language), pointWords(condition.before, language)];
      if (after && before) return say(language, `it is between ${after} and ${before}`, `在${after}至${before}之间`);
      return after
        ? say(language, `it is after ${after}`, `在${after}之后`)
        : say(language, `it is before ${before}`, `在${before}之前`);
    }
    case "weekday":
      return weekdayWords(condition.days, language);
    case "sun":
      return condition.is === "up"
        ? say(language, "the sun is up", "太阳已升起")
        : say(language, "it is dark outside", "天黑");
    case "quiet": {
      const time = durationWords(toMs(condition.for), language);
      const { words } = subjectWords(condition.target, "any", language, home);
      return say(language, `nobody has moved at ${words} for ${time}`, `${words}${time}无人活动`);
    }
    case "availability": {
      const { words, several } = subjectWords(condition.target, condition.match ?? "all", language, home);
      const is = several ? "are" : "is";
      return condition.online
        ? say(language, `${words} ${is} online`, `${words}在线`)
        : say(language, `${words} ${is} offline`, `${words}离线`);
    }
    default:
      return condition satisfies never;
  }
}

function pointWords(point: DayPoint | undefined, language: Language): string {
  const match = /^(sunrise|sunset|dawn|dusk)(.*)$/.exec(point ?? "");
  return match ? sunWords(match[1] as SunEvent, offsetMs(match[2]), language).replace(/^at |时$/g, "") : (point ?? "");
}

/** "it is a weekday", "it is Sat or Sun", "今天是周六或周日". */
function weekdayWords(days: readonly Weekday[], language: Language): string {
  const words = weekdaysWords(days, language);
  if (words === "on weekdays") return "it is a weekday";
  if (words === "at weekends") return "it is the weekend";
  return say(
    language,
    `it is ${words.replace(/^on /, "").replace(" and ", " or ")}`,
    `今天是${words.replace(/^每(?!天)/, "").replace("和", "或")}`,
  );
}

/** The opposite of a condition; one that has an opposite word of its own says it: "the window sensor does not show open". */
function notWords(condition: Condition, language: Language, home: Home): string {
  if (condition.type === "sun")
    return conditionWords({ ...condition, is: condition.is === "up" ? "down" : "up" }, language, home);
  if (condition.type === "not") return conditionWords(condition.of, language, home);
  const single = condition.type === "state" && typeof condition.is === "boolean" && condition.for === undefined;
  if (single && condition.type === "state") {
    // Not all are on: any is off.
    const match = condition.match === "any" ? "all" : "any";
    return conditionWords({ ...condition, is: condition.is === false, match }, language, home);
  }
  const words = conditionWords(condition, language, home);
  return say(language, `it is not so that ${words}`, `并非${words}`);
}
