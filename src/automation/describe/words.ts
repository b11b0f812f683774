import {
  type Device,
  type Home,
  kindName,
  type Language,
  propertyName,
  type Value,
  valueText,
} from "../../home/index.ts";
import type { Target, Weekday } from "../definition/index.ts";
import { weekdayNumbers } from "../schedule/next.ts";
import { findFloor, resolveTarget } from "../targets.ts";

/** One of two texts. */
export function say(language: Language, en: string, zh: string): string {
  return language === "zh" ? zh : en;
}

const HAN = /\p{Script=Han}/u;

/** A name in the language when there is one among name and aliases. */
export function nameIn(language: Language, { name, aliases }: { name: string; aliases: readonly string[] }): string {
  const fits = (text: string): boolean => HAN.test(text) === (language === "zh");
  return fits(name) ? name : (aliases.find(fits) ?? name);
}

/** "the Living room Ceiling light", "客厅吸顶灯". */
export function deviceWords(device: Device, language: Language): string {
  const name = nameIn(language, device);
  const room = device.room ? nameIn(language, device.room) : "";
  if (room === "" || name.toLowerCase().includes(room.toLowerCase())) return say(language, `the ${name}`, name);
  return language === "zh" ? `${room}${name}` : `the ${room} ${name}`;
}

/** "all lights on the Ground floor", "一楼所有的灯". */
export function targetWords(target: Target, language: Language, home: Home): string {
  if (typeof target === "string" || "devices" in target) {
    const devices = resolveTarget(target, home).map((device) => deviceWords(device, language));
    const names = typeof target === "string" ? [target] : target.devices;
    return list(devices.length > 0 ? devices : names.map((name) => `"${name}"`), language);
  }
  const room = target.room === undefined ? null : home.layout.findRoom(target.room);
  const floor = target.floor === undefined ? null : findFloor(target.floor, home);
  const place = room ? nameIn(language, room) : floor ? nameIn(language, floor) : (target.room ?? target.floor ?? "");
  const things = target.kind === undefined ? say(language, "devices", "设备") : kindName(target.kind, language);
  const except = target.except?.length
    ? say(
        language,
        ` except ${targetWords({ devices: target.except }, language, home)}`,
        `（${targetWords({ devices: target.except }, language, home)}除外）`,
      )
    : "";
  if (language === "zh") return `${place}所有${things}${except}`;
  return `all ${plural(things)}${place ? ` ${floor && !room ? "on" : "in"} the ${place}` : ""}${except}`;
}

/** The property's name, as the first device that has it calls it. */
export function propertyWords(target: Target, address: string, language: Language, home: Home): string {
  const property = resolveTarget(target, home)
    .map((device) => device.spec.properties.get(address))
    .find((found) => found !== undefined);
  return property ? propertyName(property, language) : address;
}

/** A value as the first device that has the property says it: "26 °C", "Cool". */
export function valueWordsOf(target: Target, address: string, value: Value, language: Language, home: Home): string {
  const property = resolveTarget(target, home)
    .map((device) => device.spec.properties.get(address))
    .find((found) => found !== undefined);
  return property ? valueText(property, value, language) : String(value);
}

export function list(items: readonly string[], language: Language, word: "and" | "or" = "and"): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const rest = items.slice(0, -1);
  if (language === "zh") return `${rest.join("、")}${word === "and" ? "和" : "或"}${last}`;
  return `${rest.join(", ")} ${word} ${last}`;
}

const SHORT_DAYS = {
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
} as const;

/** "on weekdays", "at weekends", "on Mon and Wed", "every day". */
export function weekdaysWords(days: readonly Weekday[] | undefined, language: Language): string {
  const numbers = weekdayNumbers(days ? [...days] : undefined);
  return weekdayNumberWords(numbers, language);
}

/** 0 is Sunday; null is every day. */
export function weekdayNumberWords(numbers: readonly number[] | null, language: Language): string {
  const set = new Set(numbers ?? [0, 1, 2, 3, 4, 5, 6]);
  if (set.size === 7) return say(language, "every day", "每天");
  if (set.size === 5 && !set.has(0) && !set.has(6)) return say(language, "on weekdays", "工作日");
  if (set.size === 2 && set.has(0) && set.has(6)) return say(language, "at weekends", "周末");
  const names = [1, 2, 3, 4, 5, 6, 0].filter((day) => set.has(day)).map((day) => SHORT_DAYS[language][day] ?? "");
  return say(language, `on ${list(names, language)}`, `每${list(names, language)}`);
}

/** A moment as people say it, without the year when that is this one: "Wed 25 Nov 07:00", "11月25日 周三 07:00". */
export function momentWords(at: number, now: number, timezone: string, language: Language): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const time = moment.toPlainTime().toString({ smallestUnit: moment.second === 0 ? "minute" : "second" });
  const days = moment.toPlainDate().since(today.toPlainDate(), { largestUnit: "days" }).days;
  if (days === 0) return say(language, `today ${time}`, `今天 ${time}`);
  if (days === 1) return say(language, `tomorrow ${time}`, `明天 ${time}`);
  if (days === -1) return say(language, `yesterday ${time}`, `昨天 ${time}`);
  const weekday = SHORT_DAYS[language][moment.dayOfWeek % 7] ?? "";
  const otherYear = moment.year !== today.year;
  if (language === "zh")
    return `${otherYear ? `${moment.year}年` : ""}${moment.month}月${moment.day}日 ${weekday} ${time}`;
  const month = MONTHS[moment.month - 1] ?? "";
  return `${weekday} ${moment.day} ${month}${otherYear ? ` ${moment.year}` : ""} ${time}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function plural(words: string): string {
  return /s$/.test(words) ? words : `${words}s`;
}
