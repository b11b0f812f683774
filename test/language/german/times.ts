import { type Messages, weekdayGroup } from "../../../src/language/index.ts";
import { counted, grammar } from "./grammar.ts";

const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];
const SUN = {
  sunrise: "Sonnenaufgang",
  sunset: "Sonnenuntergang",
  dawn: "Beginn der Morgendämmerung",
  dusk: "Ende der Abenddämmerung",
};

export const times: Messages["times"] = {
  past: {
    ago: ["her", "zuvor"],
    days: [
      ["vorgestern", 2],
      ["gestern", 1],
      ["heute", 0],
    ],
  },
  duration: ({ days, hours, minutes, seconds }) =>
    [
      days > 0 ? counted(days, "Tag", "Tage") : "",
      hours > 0 ? counted(hours, "Stunde", "Stunden") : "",
      minutes > 0 ? counted(minutes, "Minute", "Minuten") : "",
      seconds > 0 ? counted(seconds, "Sekunde", "Sekunden") : "",
    ]
      .filter((part) => part !== "")
      .join(" ") || "0 Sekunden",
  today: "heute um {time}",
  tomorrow: "morgen um {time}",
  yesterday: "gestern um {time}",
  date: ({ year, month, day, weekday, time }) =>
    `am ${WEEKDAYS[weekday] ?? ""}, ${day}. ${MONTHS[month - 1] ?? ""}${year === null ? "" : ` ${year}`}, um ${time}`,
  day: ({ year, month, day, weekday }) =>
    `${weekday === null ? "" : `${WEEKDAYS[weekday] ?? ""}, `}${day}. ${MONTHS[month - 1] ?? ""}${year === null ? "" : ` ${year}`}`,
  thisDay: "heute",
  nextDay: "morgen",
  clock: ({ days, year, month, day, weekday, hour, minute }) => {
    const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
    if (days === 0) return time;
    if (days === 1) return `morgen um ${time}`;
    if (days === -1) return `gestern um ${time}`;
    return `am ${WEEKDAYS[weekday] ?? ""}, ${day}. ${MONTHS[month - 1] ?? ""}${year === null ? "" : ` ${year}`}, um ${time}`;
  },
  weekdayTime: ({ weekday, time }) => `${WEEKDAYS[weekday] ?? ""} ${time}`,
  weekdays: ({ weekdays }) => {
    const group = weekdayGroup(weekdays);
    if (group === "all") return "jeden Tag";
    if (group === "weekdays") return "werktags";
    return group === "weekend"
      ? "am Wochenende"
      : grammar.list(
          namesOf(weekdays).map((day) => `${day.toLowerCase()}s`),
          "and",
        );
  },
  cycle: ({ count, weeks, days }) => `${days && `${days} `}alle ${count} ${weeks ? "Wochen" : "Tage"}`,
  isWeekday: ({ weekdays }) => {
    const group = weekdayGroup(weekdays);
    if (group === "all") return "irgendein Tag ist";
    if (group === "weekdays") return "Werktag ist";
    return group === "weekend" ? "Wochenende ist" : `${grammar.list(namesOf(weekdays), "or")} ist`;
  },
  sunPoint: ({ event, offset, before }) =>
    offset === "" ? SUN[event] : `${dative(offset)} ${before ? "vor" : "nach"} ${SUN[event]}`,
  atSun: ({ event, offset, before }) =>
    offset === "" ? `bei ${SUN[event]}` : `${offset} ${before ? "vor" : "nach"} ${SUN[event]}`,
};

function namesOf(weekdays: readonly number[]): string[] {
  return weekdays.map((day) => WEEKDAYS[day] ?? "");
}

/** A duration after "seit", "nach" and "in": "2 Tagen". */
export function dative(duration: string): string {
  return duration.replace(/\bTage\b/, "Tagen");
}
