import { lexicon } from "../../lexicon/lexicon.ts";
import type { Act, DayPart } from "../../lexicon/types.ts";
import { changesValue } from "../clauses/clause-words.ts";
import { type Item, playsAnyRole, playsRole } from "../items.ts";
import type { ClockTime } from "../measure/measures.ts";
import { isClosingAct, isOpeningAct } from "../opposite-acts.ts";
import { EVERY_DAY } from "./time-expression.ts";

/** The time of day at an index: a clock time, or a bare number after "at"; null if it is none. */
export function clockAt(items: readonly Item[], at: number): ClockTime | null {
  const item = items[at];
  if (item?.measure?.kind === "clock") return item.measure.clock;
  const quantity = item?.measure?.kind === "quantity" ? item.measure.quantity : null;
  if (
    quantity === null ||
    quantity.unit !== null ||
    !Number.isInteger(quantity.value) ||
    quantity.value < 0 ||
    quantity.value > 24
  )
    return null;
  const ringing = items.some((each) => playsRole(each, "alarm"));
  const before = items[at - 1];
  const leads = before !== undefined && playsRole(before, "near_time") && !isByHowMuch(items, at - 1);
  const near = leads && (playsRole(before, "at_time") || quantity.value <= 12);
  const dated = items.some(saysDay);
  // "the AC on cool at 24", "the spots on at twenty"
  const bare = before?.grammar.hoursToTwelve === true && !dated;
  const amount = (bare || items.some(takesDegrees)) && setsHowMuch(items);
  const said = near && !(quantity.value > 12 && amount);
  // "for seven", "don't let me sleep past seven"
  const rung = ringing && (playsRole(previousWord(items, at), "for") || playsRole(previousWord(items, at), "wake"));
  if (!said && !rung) return null;
  const plain = items.some((each) => playsAnyRole(each, SWITCHED) || (each.lex?.acts.some(switches) ?? false));
  return dated || plain ? { hour: quantity.value, minute: 0, meridiem: null } : null;
}

const SWITCHED = ["on", "off", "alarm", "remind", "rising"] as const;

/** Whether an act takes a time rather than an amount. */
function switches(act: Act): boolean {
  return isOpeningAct(act) || isClosingAct(act);
}

/** Whether an item is a word for a day or a part of one. */
export function saysDay({ lex }: Item): boolean {
  return lex?.time.some(({ kind }) => kind === "part" || kind === "day" || kind === "weekday") ?? false;
}

/** Whether "by" introduces an amount: "up by five". */
function isByHowMuch(items: readonly Item[], at: number): boolean {
  const way = items[at - 1];
  return playsRole(items[at], "by") && way !== undefined && (changesValue(way) || playsAnyRole(way, ["up", "down"]));
}

/** Whether the clause can take an amount: not for turning off or alarms. */
function setsHowMuch(items: readonly Item[]): boolean {
  return !items.some((item) => playsAnyRole(item, WITHOUT_AMOUNT) || item.lex?.acts.some(isClosingAct));
}

const WITHOUT_AMOUNT = ["off", "alarm", "remind", "rising"] as const;

/** Whether an item names something that is set in degrees. */
function takesDegrees({ lex }: Item): boolean {
  if (lex === null) return false;
  return (
    lex.kinds.some((kind) => DEGREE_KINDS.has(kind)) || lex.listed.some((value) => value === "cool" || value === "heat")
  );
}

const DEGREE_KINDS: ReadonlySet<string> = new Set(["air-conditioner", "thermostat", "heater", "water-heater", "oven"]);

/** The prepositions and closing words of the time at an index: "at", "on", "every", "在", "每". */
export function timePrepositionsAt(items: readonly Item[], at: number): Item[] {
  const result: Item[] = [];
  for (let before = at - 1; before >= 0; before -= 1) {
    const item = items[before];
    if (!item || namesHomeEntity(item) || item.measure) break;
    // "turn it on at nine": a time has only one preposition.
    if (playsRole(item, "on") && (result.length > 0 || !isOnDay(items[at]))) break;
    const links =
      playsRole(item, "at_time") ||
      playsRole(item, "every") ||
      playsRole(item, "in") ||
      playsRole(item, "of") ||
      playsRole(item, "article");
    if (!links || (item.lex?.acts.length ?? 0) > 0 || (item.lex?.kinds.length ?? 0) > 0) break;
    if (playsRole(item, "object") || playsRole(item, "to")) {
      if (!playsRole(item, "at_time")) break;
    }
    result.push(item);
  }
  const next = items[at + 1];
  if (next && lexicon().timeWords.closing.has(next.text)) result.push(next);
  return result;
}

/** Whether "on" can stand before a time: "on Monday", "on the 3rd of May", but not "on tomorrow", "on every evening". */
function isOnDay(item: Item | undefined): boolean {
  const words = item?.lex?.time ?? [];
  const daily = words.some((word) => word.kind === "weekday" && word.days.length === EVERY_DAY.length);
  const dated = words.some(({ kind }) => kind === "weekday" || kind === "part");
  return (dated && !daily) || item?.measure?.kind === "date";
}

/** Whether an item is a name of this home, and not only a word of a spec such as "on". */
export function namesHomeEntity({ home }: Item): boolean {
  return home !== null && home.devices.length + home.parts.length + home.rooms.length + home.floors.length > 0;
}

export function previousWord(items: readonly Item[], at: number): Item | undefined {
  for (let before = at - 1; before >= 0; before -= 1) {
    const item = items[before];
    if (item && !playsRole(item, "filler")) return item;
  }
  return undefined;
}

/** Hours before this one belong to the night before: 今晚一点 is after midnight. */
export const SMALL_HOURS = 5;

export function to24Hour(
  { hour, minute, meridiem }: ClockTime,
  part: DayPart | null,
): { hour: number; minute: number } {
  const late =
    meridiem === "pm" ||
    (meridiem === null && (part === "afternoon" || part === "evening" || part === "night" || part === "noon"));
  const early = meridiem === "am" || (meridiem === null && part === "morning");
  // 明晚零点
  if (late && hour === 0) return { hour, minute };
  if (late && hour < 12 && !(part === "noon" && hour >= 10))
    return { hour: isLate(part) && hour < SMALL_HOURS ? hour : hour + 12, minute };
  if (late && hour === 12 && (part === "night" || part === "evening")) return { hour: 0, minute };
  if (early && hour === 12) return { hour: 0, minute };
  return { hour: hour % 24, minute };
}

/** Whether a part of the day may reach beyond midnight. */
export function isLate(part: DayPart | null): boolean {
  return part === "evening" || part === "night";
}
