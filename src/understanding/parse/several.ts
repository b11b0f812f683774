import { type Item, is, isListMark } from "./items.ts";

/** Between two times of one list: "at six and at seven", 六点、七点. */
const JOINING = ["and", "near_time", "for"] as const;

/**
 * "wake me at seven and half past seven", 六点和六点半的闹钟: the clause once for each of its times, when they stand together
 * and share all the rest. Null when there is one, or when it is not clear what belongs to which.
 */
export function apart(given: readonly Item[]): readonly (readonly Item[])[] | null {
  const items = withHalves(given);
  const times = items.filter(isTime);
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last || first === last || times.some(({ measure }) => measure?.kind !== first.measure?.kind))
    return null;
  const list = items.slice(items.indexOf(first), items.indexOf(last) + 1);
  const joined = list.every((item) => times.includes(item) || isJoint(item));
  const parts = items.filter(({ lex }) => lex?.time.some(({ kind }) => kind === "part") ?? false);
  if (!joined || parts.length > 1) return null;
  return times.map((time) => items.flatMap((item) => (item === first ? [time] : list.includes(item) ? [] : [item])));
}

function isTime({ measure }: Item): boolean {
  return measure?.kind === "clock" || measure?.kind === "duration";
}

function isJoint(item: Item): boolean {
  return isListMark(item) || JOINING.some((role) => is(item, role));
}

/** "six and seven am": both are of the morning. "seven and half past seven": both are times. */
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
    const listed = next !== undefined && isJoint(next) && items.indexOf(last) > at;
    if (hour === null || !listed || !Number.isInteger(hour) || hour < 1 || hour > clock.hour) return item;
    const told = { hour, minute: 0, meridiem: clock.meridiem };
    return { ...item, measure: { kind: "clock", clock: told, end: item.to } };
  });
}
