import { formatDuration } from "../../../automation/index.ts";
import type { HomeView } from "../../../home/index.ts";
import { isPlainObject, type UnknownFields } from "./argument-shape.ts";
import { durationMsIn, isClockForm, isUnitless } from "./durations.ts";
import { durationIn, isDayAlone, timeOfDayIn } from "./times.ts";
import { writesIn } from "./writes.ts";

/** Seconds of a unit, keyed by the argument that counts it. */
const COUNTED: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600 };

/**
 * Brings the arguments of a timer into the form of the tool: joins lengths in parts, joins a day and a time, and moves a time of day
 * or a length to its own argument. Contradictory arguments stay, to be refused.
 */
export function timerForm(given: unknown, home: HomeView): unknown {
  if (!isPlainObject(given)) return given;
  const { writes, ...rest } = given;
  const args = inTheirPlace(moment(summed(rest)));
  return { ...args, ...(writes !== undefined && { writes: writesIn(writes, home) }) } satisfies UnknownFields;
}

/**
 * Joins `{"hours": 1, "minutes": 30}` to one length, also with a `duration`. A unit that the duration already has is not added again:
 * `{"duration": "1h30m", "minutes": 30}`.
 */
function summed(args: UnknownFields): UnknownFields {
  const counted = Object.keys(COUNTED).filter((key) => args[key] !== undefined && isUnitless(args[key]));
  const { duration } = args;
  if (counted.length === 0) return args;
  const written = typeof duration === "string" ? durationMsIn(duration) : duration === undefined ? 0 : null;
  if (written === null) return args;
  const lengths = counted.map((key) => Number(args[key]) * (COUNTED[key] ?? 0) * 1000);
  const sum = lengths.reduce((all, each) => all + each, 0);
  const rest = Object.fromEntries(Object.entries(args).filter(([key]) => !counted.includes(key)));
  if (written === 0) return { ...rest, duration: formatDuration(sum) };
  if (written === sum) return { ...rest, duration };
  const units = unitsOf(written);
  const added = counted.reduce((all, key, at) => all + (units.includes(key) ? 0 : (lengths[at] ?? 0)), 0);
  return { ...rest, duration: added === 0 ? duration : formatDuration(written + added) };
}

/** The units with a part in a length: hours and minutes for an hour and a half. */
function unitsOf(milliseconds: number): readonly string[] {
  const parts = {
    hours: milliseconds / 3_600_000,
    minutes: (milliseconds / 60_000) % 60,
    seconds: (milliseconds / 1000) % 60,
  };
  return Object.entries(parts).flatMap(([unit, count]) => (count >= 1 ? [unit] : []));
}

/** Joins `at`, `time` and `date` to one `at`, where they fit together. */
function moment({ time, date, ...args }: UnknownFields): UnknownFields {
  const { at } = args;
  const days = [date, at, time].filter((each): each is string => typeof each === "string" && isDayAlone(each));
  const given = [at, time].filter((each) => each !== undefined && !days.includes(String(each)));
  const clocks = [...new Set(given.map((each) => (typeof each === "string" ? (timeOfDayIn(each) ?? each) : each)))];
  const [day] = days;
  const [clock] = clocks;
  const same = days.length === 1 || (days.length === 0 && date === undefined);
  if (clocks.length > 1 || !same) {
    return { ...args, ...(time !== undefined && { time }), ...(date !== undefined && { date }) };
  }
  if (day === undefined) return { ...args, ...(clock !== undefined && { at: clock }) };
  return { ...args, at: clock === undefined ? day : onDay(day, clock) };
}

function onDay(day: string, clock: unknown): string {
  const time = String(clock);
  // The time already has its day.
  if (time.startsWith(day)) return time;
  return /^\d{4}-/.test(day) ? `${day}T${time}` : `${day} ${time}`;
}

/** Swaps a length in `at` ("10 minutes") and a time in `duration` ("7am") into the right argument; ambiguous ones stay. */
function inTheirPlace(args: UnknownFields): UnknownFields {
  const { at, duration, ...rest } = args;
  if (typeof at === "string" && duration === undefined && timeOfDayIn(at) === null && durationMsIn(at) !== null)
    return { ...rest, duration: at };
  if (isUnitless(at) && duration === undefined) return { ...rest, duration: at };
  if (typeof duration !== "string" || at !== undefined || isClockForm(duration)) return args;
  return durationIn(duration) === null ? { ...rest, at: duration } : args;
}
