import { type Item, isListMark, playsAnyRole, playsRole } from "../items.ts";

/** Roles of the words between the times of a list: "at six and at seven", 六点、七点. */
const JOINING = ["and", "near_time", "for"] as const;

/**
 * Repeats a clause for each of its times: "wake me at seven and half past seven", 六点和六点半的闹钟. The times must be a list.
 * Null if there is only one, or if it is ambiguous.
 */
export function splitByTimes(given: readonly Item[]): readonly (readonly Item[])[] | null {
  const all = withHalves(withMinutesJoined(given));
  const times = all.filter(isTime);
  const count = all.find(isCount(all));
  if (count?.measure?.kind === "quantity" && count.measure.quantity.value !== times.length) return null;
  const items = all.filter((item) => item !== count);
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last || first === last || times.some(({ measure }) => measure?.kind !== first.measure?.kind))
    return null;
  const parts = items.filter(({ lex }) => lex?.time.some(({ kind }) => kind === "part") ?? false);
  if (parts.length > 1) return apartByParts(items, times, parts);
  const list = items.slice(items.indexOf(first), items.indexOf(last) + 1);
  const joined = list.every((item) => times.includes(item) || isJoint(item));
  if (!joined) return null;
  return times.map((time) => items.flatMap((item) => (item === first ? [time] : list.includes(item) ? [] : [item])));
}

/** The same if each time has a part of the day before it: 早上八点和晚上八点. */
function apartByParts(
  items: readonly Item[],
  times: readonly Item[],
  parts: readonly Item[],
): readonly (readonly Item[])[] | null {
  const [first] = parts;
  const last = times.at(-1);
  if (!first || !last || parts.length !== times.length) return null;
  if (times.some((time, at) => items[items.indexOf(time) - 1] !== parts[at])) return null;
  const list = items.slice(items.indexOf(first), items.indexOf(last) + 1);
  if (!list.every((item) => times.includes(item) || parts.includes(item) || isJoint(item))) return null;
  return times.map((time, at) =>
    items.flatMap((item) => (item === first ? [parts[at] ?? first, time] : list.includes(item) ? [] : [item])),
  );
}

/** Whether an item is the number of alarms: "three alarms for …". */
function isCount(items: readonly Item[]): (item: Item, at: number) => boolean {
  return ({ measure }, at) => measure?.kind === "quantity" && playsRole(items[at + 1], "alarm");
}

/** Joins two adjacent numbers to one time: "six and six fifteen". */
export function withMinutesJoined(items: readonly Item[]): readonly Item[] {
  const result: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const [item, next] = [items[at], items[at + 1]];
    if (!item) break;
    const [hour, minute] = [numberOf(item), numberOf(next)];
    const joined = hour !== null && minute !== null && item.to === next?.from && item.grammar.spaces;
    if (!next || !joined || hour < 1 || hour > 23 || minute < 10 || minute > 59) {
      result.push(item);
      continue;
    }
    const clock = { hour, minute, meridiem: null };
    result.push({ ...item, to: next.to, end: next.end, measure: { kind: "clock", clock, end: next.to } });
    at += 1;
  }
  return result;
}

function numberOf(item: Item | undefined): number | null {
  const quantity = item?.measure?.kind === "quantity" ? item.measure.quantity : null;
  return quantity?.unit === null && Number.isInteger(quantity.value) ? quantity.value : null;
}

function isTime({ measure }: Item): boolean {
  return measure?.kind === "clock" || measure?.kind === "duration";
}

function isJoint(item: Item): boolean {
  return isListMark(item) || playsAnyRole(item, JOINING);
}

/** Shares the half of the day, and reads bare hours in a list as times: "six and seven am", "seven and half past seven". */
function withHalves(items: readonly Item[]): readonly Item[] {
  const last = items.findLast(({ measure }) => measure?.kind === "clock");
  const clock = last?.measure?.kind === "clock" ? last.measure.clock : null;
  if (!last || clock === null) return items;
  return items.map((item, at) => {
    const { measure } = item;
    if (measure?.kind === "clock" && measure.clock.meridiem === null && measure.clock.hour <= clock.hour)
      return { ...item, measure: { ...measure, clock: { ...measure.clock, meridiem: clock.meridiem } } };
    const hour = measure?.kind === "quantity" && measure.quantity.unit === null ? measure.quantity.value : null;
    const next = items[at + 1];
    const listed = next !== undefined && (isJoint(next) || isTime(next)) && items.indexOf(last) > at;
    if (hour === null || !listed || !Number.isInteger(hour) || hour < 1 || hour > clock.hour) return item;
    const told = { hour, minute: 0, meridiem: clock.meridiem };
    return { ...item, measure: { kind: "clock", clock: told, end: item.to } };
  });
}
