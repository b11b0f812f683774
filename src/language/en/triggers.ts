import { countedNoun, grammar } from "./grammar.ts";
import { modesCalled } from "./modes.ts";
import { lasting, MONTH_NAMES } from "./times.ts";

/** Triggers as the first part of a sentence: "on weekdays at 07:00", "when the TV is turned off". */
export const triggers = {
  cron: 'on the schedule "{expression}"',
  dailyAt: ({ days, time }: { days: string; time: string }) => `${days} at ${time}`,
  calendarAt: ({ days, times }: { days: string; times: readonly string[] }) =>
    `${days} at ${grammar.list(times, "and")}`,
  /** Repeated within a day. `minute`: minutes after the hour; `from` and `to` are empty for the whole day. */
  beat: ({ days, duration, minute, from, to }: IntervalValues) => {
    const often = triggers.every({ duration });
    const whole = days === "every day" ? often : `${often} ${days}`;
    if (from !== "") return `${whole} from ${from} to ${to}`;
    return minute === 0 ? whole : `${whole}, ${countedNoun(minute, "minute")} past`;
  },
  /** `days`: days of a month; `months`: only these months, all when empty. */
  ofMonth: ({ days, months }: { days: readonly string[]; months: readonly number[] }) =>
    `on ${grammar.list(days, "and")} of ${months.length === 0 ? "every month" : monthList(months)}`,
  inMonths: ({ days, months }: { days: string; months: readonly number[] }) => `${days} in ${monthList(months)}`,
  eitherDay: ({ days }: { days: readonly string[] }) => grammar.list(days, "and"),
  dayOfMonth: ({ day }: { day: number }) => `the ${ordinal(day)}`,
  alternateDays: ({ odd }: { odd: boolean }) => `the ${odd ? "odd" : "even"} days`,
  lastDay: "the last day",
  workingDay: ({ day }: { day: number }) => `the working day nearest the ${ordinal(day)}`,
  lastWorkingDay: "the last working day",
  /** `nth`: -1 for the last. */
  nthWeekday: ({ nth, weekday }: { nth: number; weekday: number }) =>
    `the ${nth < 0 ? "last" : (ORDER[nth - 1] ?? ordinal(nth))} ${WEEKDAYS[weekday] ?? ""}`,
  inZone: "{when} ({zone} time)",
  onDays: "{days} {when}",
  once: "once, {moment}",
  onceIn: "once, in {duration}",
  every: ({ duration }: { duration: string }) => `every ${duration.replace(/^1 (\w+)$/, "$1")}`,
  /** `from`: the values before the change; any when empty. */
  changes: ({ what, from }: { what: string; from: readonly string[] }) => `when ${what} changes${fromWords(from)}`,
  becomes: ({ state, from }: { state: string; from: readonly string[] }) => `when ${state}${fromWords(from)}`,
  passes: ({ what, bounds, lasts }: { what: string; bounds: string; lasts: string }) =>
    `when ${what} ${bounds}${lasting(lasts)}`,
  /** `details`: the required arguments. */
  event: ({ who, event, details }: { who: string; event: string; details: readonly string[] }) =>
    `when ${who} ${event}${details.length === 0 ? "" : ` (${details.join(", ")})`}`,
  online: ({ who, lasts }: { who: string; lasts: string }) => `when ${who} comes online${lasting(lasts)}`,
  offline: ({ who, lasts }: { who: string; lasts: string }) => `when ${who} goes offline${lasting(lasts)}`,
  scene: 'when the scene "{scene}" is activated',
  webhook: "when its webhook is called",
  anyMessage: "when a message comes on the MQTT topic {topic}",
  message: 'when the message "{payload}" comes on the MQTT topic {topic}',
  /** An empty list means any mode. */
  mode: ({ to, from }: { to: readonly string[]; from: readonly string[] }) =>
    `when ${to.length === 0 ? "the mode of the home changes" : `${modesCalled(to)} begins`}${from.length === 0 ? "" : ` after ${modesCalled(from)}`}`,
  /** `who`: a name or "anyone"; "everyone" and "nobody" of `person` have their own words. */
  presence: ({ who, home, person, only, lasts }: PresenceTriggerValues) => {
    if (person === "nobody" || person === "everyone") {
      const gone = (person === "nobody") === home;
      return `when ${gone ? "everyone has left" : "everyone is at home"}${lasting(lasts)}`;
    }
    if (only === "first") return `when the first person comes home${lasting(lasts)}`;
    if (only === "last") return `when the last person leaves${lasting(lasts)}`;
    return `when ${who} ${home ? "comes home" : "leaves"}${lasting(lasts)}`;
  },
  startup: "when Jia starts",
};

function fromWords(from: readonly string[]): string {
  return from.length === 0 ? "" : ` from ${grammar.list(from, "or")}`;
}

export interface PresenceTriggerValues {
  readonly who: string;
  /** Comes home; false: leaves. */
  readonly home: boolean;
  /** Id of a person, or `anyone`, `everyone`, `nobody`. */
  readonly person: string;
  readonly only: "first" | "last" | null;
  /** How long it has to stay so; empty for no time. */
  readonly lasts: string;
}

export interface IntervalValues {
  readonly days: string;
  readonly duration: string;
  readonly minute: number;
  readonly from: string;
  readonly to: string;
}

const ORDER = ["first", "second", "third", "fourth", "fifth"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function monthList(months: readonly number[]): string {
  return grammar.list(
    months.map((month) => MONTH_NAMES[month - 1] ?? ""),
    "and",
  );
}

function ordinal(day: number): string {
  const ending = day % 100 > 10 && day % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${ending}`;
}
