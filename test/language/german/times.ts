import { type Messages, type SunEvent, weekdayGroup } from "../../../src/language/index.ts";
import { counted, grammar } from "./grammar.ts";

const WEEKDAYS = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];
const SUN: Readonly<Record<SunEvent, string>> = {
  sunrise: "Sonnenaufgang",
  sunset: "Sonnenuntergang",
  dawn: "Morgendämmerung",
  dusk: "Abenddämmerung",
};

export const times: Messages["times"] = {
  duration: ({ days, hours, minutes, seconds }) =>
    [
      days > 0 ? counted(days, "Tag", "Tage") : "",
      hours > 0 ? counted(hours, "Stunde", "Stunden") : "",
      minutes > 0 ? counted(minutes, "Minute", "Minuten") : "",
      seconds > 0 ? counted(seconds, "Sekunde", "Sekunden") : "",
    ]
      .filter((part) => part !== "")
      .join(" ") || "0 Sekunden",
  today: "heute {time}",
  tomorrow: "morgen {time}",
  yesterday: "gestern {time}",
  date: ({ year, month, day, weekday, time }) =>
    `${WEEKDAYS[weekday] ?? ""} ${day}.${month}.${year === null ? "" : year} ${time}`,
  weekdayTime: ({ weekday, time }) => `${WEEKDAYS[weekday] ?? ""} ${time}`,
  weekdays: ({ weekdays }) => {
    const group = weekdayGroup(weekdays);
    if (group === "all") return "jeden Tag";
    if (group === "weekdays") return "werktags";
    return group === "weekend" ? "am Wochenende" : `jeden ${listOf(weekdays, "and")}`;
  },
  isWeekday: ({ weekdays }) => `es ist ${listOf(weekdays, "or")}`,
  sunPoint: ({ event, offset, before }) => `${offset && `${offset} ${before ? "vor" : "nach"} `}${SUN[event]}`,
  atSun: ({ event, offset, before }) =>
    offset === "" ? `bei ${SUN[event]}` : `${offset} ${before ? "vor" : "nach"} ${SUN[event]}`,
};

function listOf(weekdays: readonly number[], joining: "and" | "or"): string {
  return grammar.list(
    weekdays.map((day) => WEEKDAYS[day] ?? ""),
    joining,
  );
}
