import { type Device, type Home, isPower, type Property, tryCoerce, type Value } from "../../home/index.ts";
import { kindName, type Language, propertyName, SPOKEN_WORDS, serviceName, valueText } from "../../language/index.ts";
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

/** "the Living room Ceiling light", "Leo's room Night light", "客厅吸顶灯". */
export function deviceWords(device: Device, language: Language): string {
  const name = nameIn(language, device);
  const room = device.room ? nameIn(language, device.room) : "";
  const whole = room === "" || name.toLowerCase().includes(room.toLowerCase()) ? name : joined(room, name, language);
  // A possessive stands where the article would.
  return language === "zh" || /^\S+['’]s\s/.test(whole) ? whole : `the ${whole}`;
}

/**
 * A device, or the part of it that a setting is about: "the light of the bath heater", "墙壁开关的左键". A part is named
 * where the device has several things to switch and only one of them is.
 */
function settingWords(device: Device, addresses: readonly string[], language: Language): string {
  const whole = deviceWords(device, language);
  const switched = device.spec.services.filter(({ properties }) => properties.some(isPower));
  const meant = switched.filter(({ properties }) => properties.some((each) => addresses.includes(each.address)));
  const [service] = meant;
  if (!service || meant.length > 1) return whole;
  const alone = switched.filter(({ type }) => type === service.type).length === 1;
  // The lamp of a heater is a part even where nothing else of it is switched.
  const itself = alone && (service.type === device.spec.kind || (switched.length === 1 && service.type !== "light"));
  if (itself) return whole;
  const part = alone ? kindName(service.type, language) : serviceName(service, language);
  return language === "zh" ? `${whole}的${part}` : `the ${part} of ${whole}`;
}

function joined(room: string, name: string, language: Language): string {
  return language === "zh" ? `${room}${name}` : `${room} ${name}`;
}

/** Whether a sentence is about all of a target, or content with any of it. */
export type Subject = "all" | "any";

/** A target as the subject of a sentence: "all lights on the Ground floor", "any light", "the hall lamp or the desk lamp". */
export function subjectWords(
  target: Target,
  subject: Subject,
  language: Language,
  home: Home,
  addresses: readonly string[] = [],
): { readonly words: string; readonly several: boolean } {
  if (typeof target === "string" || "devices" in target) {
    const devices = resolveTarget(target, home).map((device) => settingWords(device, addresses, language));
    const given = typeof target === "string" ? [target] : target.devices;
    // One that is gone is called as it was written.
    const names = devices.length > 0 ? devices : given.map((name) => say(language, `"${name}"`, `“${name}”`));
    return {
      words: longList(names, language, subject === "all" ? "and" : "or"),
      several: subject === "all" && names.length > 1,
    };
  }
  const room = target.room === undefined ? null : home.layout.findRoom(target.room);
  const floor = target.floor === undefined ? null : findFloor(target.floor, home);
  const place = room ? nameIn(language, room) : floor ? nameIn(language, floor) : (target.room ?? target.floor ?? "");
  const thing = target.kind === undefined ? say(language, "device", "设备") : kindName(target.kind, language);
  const except = target.except?.length ? targetWords({ devices: target.except }, language, home) : "";
  if (language === "zh") {
    const which = subject === "all" ? "所有的" : "任意一个";
    return { words: `${place}${which}${thing}${except && `（${except}除外）`}`, several: subject === "all" };
  }
  const article = /^\S+['’]s\s/.test(place) ? "" : "the ";
  const where = place && ` ${floor && !room ? "on" : "in"} ${article}${place}`;
  const what = subject === "all" ? `all ${plural(thing)}` : `any ${thing}`;
  return { words: `${what}${where}${except && ` except ${except}`}`, several: subject === "all" };
}

/** "all lights on the Ground floor", "一楼所有的灯". `addresses`: what is set, where that is a part of a device. */
export function targetWords(target: Target, language: Language, home: Home, addresses: readonly string[] = []): string {
  return subjectWords(target, "all", language, home, addresses).words;
}

/** A property of a target, as the first device that has it describes it. */
export function propertyOf(target: Target, address: string, home: Home): Property | undefined {
  return resolveTarget(target, home)
    .map((device) => device.spec.properties.get(address))
    .find((found) => found !== undefined);
}

/** The property's name, as the first device that has it calls it. */
export function propertyWords(target: Target, address: string, language: Language, home: Home): string {
  const property = propertyOf(target, address, home);
  return property ? propertyName(property, language) : address;
}

/** A value as the first device that has the property says it: "26 °C", "Cool". */
export function valueWordsOf(target: Target, address: string, value: Value, language: Language, home: Home): string {
  const property = propertyOf(target, address, home);
  // Values may be written as the words of the list.
  return property ? valueText(property, tryCoerce(property, value, SPOKEN_WORDS) ?? value, language) : String(value);
}

/** More names than these are counted, so that a sentence can be listened to. */
const MOST_NAMED = 8;
const NAMED_OF_MANY = 6;

function longList(names: readonly string[], language: Language, word: "and" | "or"): string {
  if (names.length <= MOST_NAMED) return list(names, language, word);
  const first = names.slice(0, NAMED_OF_MANY);
  const more = names.length - first.length;
  return say(language, `${first.join(", ")} ${word} ${more} more`, `${first.join("、")}等${names.length}个设备`);
}

export function list(items: readonly string[], language: Language, word: "and" | "or" = "and"): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const rest = items.slice(0, -1);
  if (language === "zh") return `${rest.join("、")}${word === "and" ? "和" : "或"}${last}`;
  return `${rest.join(", ")} ${word} ${last}`;
}

export const SHORT_DAYS = {
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
  if (words === "tv") return "TVs";
  if (/[^s]s$/.test(words)) return words;
  if (/(x|ch|sh|ss)$/.test(words)) return `${words}es`;
  return /[^aeiou]y$/.test(words) ? `${words.slice(0, -1)}ies` : `${words}s`;
}
