import type { Home, Phrase } from "../../home/index.ts";
import { datePhrase, durationPhrase, message, weekdaysInOrder } from "../../language/index.ts";
import {
  type Condition,
  type ConditionOf,
  calendarDay,
  type DayPoint,
  offsetMs,
  type SunEvent,
  toMs,
  WEEKDAYS,
} from "../definition/index.ts";
import { weekdayNumbers } from "../schedule/next.ts";
import { boundWords } from "./follows.ts";
import { lastingWords } from "./lasting.ts";
import { whoPhrase } from "./people.ts";
import { boundsWords, propertyOfWords, stateWords } from "./states.ts";
import { sunPoint } from "./sun.ts";
import { subjectWords } from "./words.ts";

/** What must hold, as a clause: "it is dark outside and nobody has moved at the hall sensor for 10 minutes". */
export function conditionWords(condition: Condition, home: Home): Phrase {
  switch (condition.type) {
    case "all":
      return message("conditions.all", { conditions: condition.of.map((each) => conditionWords(each, home)) });
    case "any":
      return message("conditions.any", { conditions: condition.of.map((each) => conditionWords(each, home)) });
    case "not":
      return notWords(condition.of, home);
    case "state": {
      const { target, property, is, match: subject = "all" } = condition;
      return stateWords({ target, property, values: [is].flat(), held: condition.for, subject, way: "is" }, home);
    }
    case "numeric": {
      const { target, property, match = "all" } = condition;
      return message("conditions.bounds", {
        what: propertyOfWords(target, property, match, home),
        bounds: boundsWords(condition, (value) => boundWords(value, target, property, home), false),
      });
    }
    case "time":
      return timeWords(condition.after, condition.before);
    case "date":
      return dateWords(condition, false);
    case "weekday":
      return message("times.isWeekday", { weekdays: weekdaysInOrder(weekdayNumbers(condition.days)) });
    case "sun":
      return condition.is === "up" ? message("conditions.sunUp") : message("conditions.dark");
    case "mode":
      return message("conditions.mode", { modes: [condition.is].flat() });
    case "presence": {
      const who = whoPhrase(condition.person, (id) => home.personName(id));
      return message("conditions.presence", { who, home: condition.is === "home", lasts: lastingWords(condition.for) });
    }
    case "quiet": {
      const { who } = subjectWords(condition.target, "any", home);
      return message("conditions.quiet", { who, duration: durationPhrase(toMs(condition.for)) });
    }
    case "availability": {
      const values = { ...subjectWords(condition.target, condition.match ?? "all", home), lasts: "" };
      return condition.online ? message("states.online", values) : message("states.offline", values);
    }
    default:
      return condition satisfies never;
  }
}

/** Days of the year, or whole months; `not`: all the others. */
function dateWords({ from, to, on }: ConditionOf<"date">, not: boolean): Phrase {
  const months = on === undefined && from !== undefined && to !== undefined ? wholeMonths(from, to) : null;
  if (months) return message("conditions.months", { ...months, not });
  return message("conditions.dates", {
    from: from === undefined ? "" : datePhrase(from),
    to: to === undefined ? "" : datePhrase(to),
    on: on === undefined ? [] : [on].flat().map((day) => datePhrase(day)),
    not,
  });
}

/** The months of every year that two days begin and end; null where they lie within one. */
function wholeMonths(from: string, to: string): { readonly first: number; readonly last: number } | null {
  const [first, last] = [calendarDay(from), calendarDay(to)];
  if (first?.year !== null || last?.year !== null || first.day !== 1) return null;
  const length = Temporal.PlainDate.from({ year: 2027, month: last.month, day: 1 }).daysInMonth;
  return last.day >= length ? { first: first.month, last: last.month } : null;
}

function timeWords(after: DayPoint | undefined, before: DayPoint | undefined): Phrase {
  if (after !== undefined && before !== undefined) {
    return message("conditions.between", { after: pointWords(after), before: pointWords(before) });
  }
  return after !== undefined
    ? message("conditions.after", { after: pointWords(after) })
    : message("conditions.before", { before: pointWords(before ?? "") });
}

function pointWords(point: DayPoint): Phrase {
  const match = /^(sunrise|sunset|dawn|dusk)(.*)$/.exec(point);
  return match ? message("times.sunPoint", sunPoint(match[1] as SunEvent, offsetMs(match[2]))) : point;
}

/** The opposite of a condition; one that has an opposite word of its own says it: "the window sensor does not show open". */
function notWords(condition: Condition, home: Home): Phrase {
  if (condition.type === "sun")
    return conditionWords({ ...condition, is: condition.is === "up" ? "down" : "up" }, home);
  if (condition.type === "not") return conditionWords(condition.of, home);
  if (condition.type === "date") return dateWords(condition, true);
  if (condition.type === "time") return timeWords(condition.before, condition.after);
  if (condition.type === "weekday") {
    const others = WEEKDAYS.filter((day) => !condition.days.includes(day));
    if (others.length > 0) return conditionWords({ ...condition, days: others }, home);
  }
  if (condition.type === "state" && typeof condition.is === "boolean" && condition.for === undefined) {
    // Not all are on: any is off.
    const match = condition.match === "any" ? "all" : "any";
    return conditionWords({ ...condition, is: condition.is === false, match }, home);
  }
  if (condition.type === "presence" && condition.for === undefined) {
    const opposite = oppositeOf(condition);
    if (opposite) return conditionWords(opposite, home);
  }
  return message("conditions.not", { condition: conditionWords(condition, home) });
}

/** The opposite of where people are, where it has words of its own. */
function oppositeOf({ person, is, ...rest }: ConditionOf<"presence">): ConditionOf<"presence"> | null {
  switch (person) {
    case "anyone":
      return { ...rest, person: "nobody", is };
    case "nobody":
      return { ...rest, person: "anyone", is };
    case "everyone":
      return { ...rest, person: "anyone", is: is === "home" ? "away" : "home" };
    default:
      return { ...rest, person, is: is === "home" ? "away" : "home" };
  }
}
