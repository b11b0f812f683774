import type { Home, Language } from "../../home/index.ts";
import { type Condition, type DayPoint, durationWords, offsetMs, type SunEvent, toMs } from "../definition/index.ts";
import { boundsWords, heldWords, sunWords } from "./triggers.ts";
import { list, propertyWords, say, targetWords, valueWordsOf, weekdaysWords } from "./words.ts";

/** What must hold, as a clause: "the sun is down and nobody moved in the hall for 10 minutes". */
export function conditionWords(condition: Condition, language: Language, home: Home): string {
  const target = "target" in condition ? targetWords(condition.target, language, home) : "";
  switch (condition.type) {
    case "all":
    case "any": {
      const parts = condition.of.map((each) => conditionWords(each, language, home));
      const joined = say(language, condition.type === "all" ? " and " : " or ", condition.type === "all" ? "且" : "或");
      return parts.length > 1 ? `(${parts.join(joined)})` : (parts[0] ?? "");
    }
    case "not":
      return say(
        language,
        `not ${conditionWords(condition.of, language, home)}`,
        `并非${conditionWords(condition.of, language, home)}`,
      );
    case "state": {
      const what = propertyWords(condition.target, condition.property, language, home);
      const values = [condition.is]
        .flat()
        .map((value) => valueWordsOf(condition.target, condition.property, value, language, home));
      const is = list(values, language, "or");
      return say(
        language,
        `${what} of ${target} is ${is}${heldWords(condition.for, language)}`,
        `${target}的${what}为${is}${heldWords(condition.for, language)}`,
      );
    }
    case "numeric": {
      const what = propertyWords(condition.target, condition.property, language, home);
      const words = boundsWords(
        condition,
        (value) => valueWordsOf(condition.target, condition.property, value, language, home),
        language,
      );
      return say(language, `${what} of ${target} ${words}`, `${target}的${what}${words}`);
    }
    case "time": {
      const [after, before] = [pointWords(condition.after, language), pointWords(condition.before, language)];
      if (after && before) return say(language, `it is between ${after} and ${before}`, `在${after}至${before}之间`);
      return after
        ? say(language, `it is after ${after}`, `在${after}之后`)
        : say(language, `it is before ${before}`, `在${before}之前`);
    }
    case "weekday":
      return say(language, `it is ${weekdaysWords(condition.days, "en")}`, `是${weekdaysWords(condition.days, "zh")}`);
    case "sun":
      return condition.is === "up"
        ? say(language, "the sun is up", "太阳已升起")
        : say(language, "it is dark outside", "天黑");
    case "quiet": {
      const time = durationWords(toMs(condition.for), language);
      return say(language, `nobody moved at ${target} for ${time}`, `${target}${time}无人活动`);
    }
    case "availability":
      return condition.online
        ? say(language, `${target} is online`, `${target}在线`)
        : say(language, `${target} is offline`, `${target}离线`);
    default:
      return condition satisfies never;
  }
}

function pointWords(point: DayPoint | undefined, language: Language): string {
  const match = /^(sunrise|sunset|dawn|dusk)(.*)$/.exec(point ?? "");
  return match ? sunWords(match[1] as SunEvent, offsetMs(match[2]), language).replace(/^at |时$/g, "") : (point ?? "");
}
