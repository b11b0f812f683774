import { type Device, type Home, knowledgeOf, type Phrase, type PropertyState, type Value } from "../home/index.ts";
import { datePhrase, message } from "../language/index.ts";
import { type Condition, type DayPoint, offsetMs, type SunEvent, type Target, toMs } from "./definition/index.ts";
import { knowledgeDetail, onlineDetail, whereaboutsDetail } from "./describe/findings.ts";
import type { MotionLog } from "./motion.ts";
import { type Resident, whereaboutsHold } from "./residents.ts";
import { isOnDate } from "./schedule/days.ts";
import { weekdayNumbers } from "./schedule/next.ts";
import { sunIsUp, sunTime } from "./schedule/sun.ts";
import { startOfDay, timeOfDayMs, weekdayOf, zoneClock } from "./schedule/zone.ts";
import { resolveTarget } from "./targets.ts";
import { type ConditionTrace, SILENT } from "./trace.ts";
import { boundsNow, inside, matchesValue } from "./value-of.ts";

/** What conditions are asked of. */
export interface Situation {
  readonly home: Home;
  readonly motion: MotionLog;
  readonly now: number;
  /** Id of the mode that the home is in; null: it has none. */
  readonly mode: string | null;
  /** null: the home has no people. */
  readonly residents: readonly Resident[] | null;
}

/** Whether something is so; null while that is not known. */
type Truth = boolean | null;

/** Whether all conditions hold, and what was found for each. What is not known holds for nothing. */
export function evaluateAll(
  conditions: readonly Condition[],
  situation: Situation,
  path = "conditions",
): { readonly holds: boolean; readonly trace: ConditionTrace[] } {
  const trace: ConditionTrace[] = [];
  const results = conditions.map((condition, index) => evaluate(condition, situation, `${path}[${index}]`, trace));
  return { holds: results.every((holds) => holds), trace };
}

/** Whether one condition holds; what was found goes into `trace`. */
export function evaluate(
  condition: Condition,
  situation: Situation,
  path: string,
  trace: ConditionTrace[] = [],
): boolean {
  return weigh(condition, situation, path, trace) === true;
}

/** The same with three values: what is not known stays so under `not`, and decides nothing under `all` and `any`. */
function weigh(condition: Condition, situation: Situation, path: string, trace: ConditionTrace[]): Truth {
  const note = (truth: Truth, detail: Phrase): Truth => {
    trace.push({ path, holds: truth === true, detail });
    return truth;
  };
  const joined = (truth: Truth): Truth => note(truth, truth === null ? message("traces.notKnown") : SILENT);
  switch (condition.type) {
    case "all":
    case "any": {
      const results = condition.of.map((each, index) => weigh(each, situation, `${path}.of[${index}]`, trace));
      return joined(condition.type === "all" ? allOf(results) : anyOf(results));
    }
    case "not": {
      const inner = weigh(condition.of, situation, `${path}.of`, trace);
      return joined(inner === null ? null : !inner);
    }
    case "state": {
      const wanted = [condition.is].flat();
      return ofDevices(condition, situation, note, (device) =>
        isOneOf(device, condition.property, wanted, situation, condition.for),
      );
    }
    case "numeric":
      return ofDevices(condition, situation, note, (device) => {
        const state = fresh(device, condition.property, situation);
        if (state === null || state === "absent") return state === null ? null : false;
        const bounds = boundsNow(condition, device, situation.home, situation.now);
        return bounds && typeof state.value === "number" && inside(state.value, bounds);
      });
    case "availability":
      return ofDevices(condition, situation, note, (device) => (device.online !== false) === condition.online);
    case "time":
      return note(inWindow(condition, situation), localTime(situation));
    case "date":
      return note(
        isOnDate(condition, startOfDay(zoneClock(situation.home.timezone).toLocal(situation.now))),
        today(situation),
      );
    case "weekday": {
      const today = weekdayOf(zoneClock(situation.home.timezone).toLocal(situation.now));
      return note(weekdayNumbers(condition.days)?.includes(today) ?? false, localTime(situation));
    }
    case "sun": {
      const { location, timezone } = situation.home;
      if (!location) return note(null, message("traces.noLocation"));
      const up = sunIsUp(situation.now, location, zoneClock(timezone));
      return note(up === (condition.is === "up"), up ? message("traces.sunUp") : message("traces.sunDown"));
    }
    case "mode": {
      const { mode } = situation;
      if (mode === null) return note(null, message("traces.noModes"));
      return note([condition.is].flat().includes(mode), message("conditions.mode", { modes: [mode] }));
    }
    case "presence": {
      const { home, residents, now } = situation;
      if (residents === null) return note(null, message("traces.noPeople"));
      const held = condition.for === undefined ? 0 : toMs(condition.for);
      return note(whereaboutsHold(condition, residents, now, held), whereaboutsDetail(residents, home));
    }
    case "quiet": {
      const { since, moving } = situation.motion.quiet(resolveTarget(condition.target, situation.home), situation.now);
      if (since === null) return note(moving ? false : null, message("traces.moving"));
      const quiet = situation.now - since >= toMs(condition.for);
      return note(quiet, message("traces.quietSince", { moment: localTime({ ...situation, now: since }) }));
    }
    default:
      return condition satisfies never;
  }
}

function allOf(results: readonly Truth[]): Truth {
  return results.includes(false) ? false : results.includes(null) ? null : true;
}

function anyOf(results: readonly Truth[]): Truth {
  return results.includes(true) ? true : results.includes(null) ? null : false;
}

function isOneOf(
  device: Device,
  address: string,
  wanted: readonly Value[],
  situation: Situation,
  duration: string | number | undefined,
): Truth {
  const state = fresh(device, address, situation);
  if (state === null || state === "absent") return state === null ? null : false;
  if (!matchesValue(device, address, state.value, wanted)) return false;
  return duration === undefined || situation.now - state.changedAt >= toMs(duration);
}

/**
 * What a property is as far as it can be relied on; null while it is not known or overdue. Of a device that is offline it is
 * what it reported last.
 */
function fresh(device: Device, address: string, { now }: Situation): PropertyState | "absent" | null {
  const known = knowledgeOf(device, address, now);
  if (known.kind === "absent") return "absent";
  return known.kind === "value" && known.lapse?.reason !== "overdue" ? known.state : null;
}

function ofDevices(
  condition: { readonly target: Target; readonly property?: string; readonly match?: "all" | "any" | undefined },
  { home, now }: Situation,
  note: (truth: Truth, detail: Phrase) => Truth,
  test: (device: Device) => Truth,
): Truth {
  const devices = resolveTarget(condition.target, home);
  if (devices.length === 0) return note(null, message("traces.noDevice"));
  const results = devices.map(test);
  const truth = condition.match === "any" ? anyOf(results) : allOf(results);
  const found = devices
    .slice(0, SHOWN)
    .map((device) =>
      condition.property === undefined
        ? onlineDetail(device, device.online !== false, undefined)
        : knowledgeDetail(device, condition.property, knowledgeOf(device, condition.property, now), home),
    );
  const [only] = found;
  if (only !== undefined && devices.length === 1) return note(truth, only);
  return note(truth, message("traces.found", { found, more: devices.length > SHOWN }));
}

/** Devices whose state a trace tells one by one. */
const SHOWN = 5;

/** Whether now lies in a window of the day; one whose end comes before its start goes across midnight. */
function inWindow(
  window: { after?: DayPoint | undefined; before?: DayPoint | undefined },
  situation: Situation,
): boolean {
  const local = zoneClock(situation.home.timezone).toLocal(situation.now);
  const midnight = startOfDay(local);
  const after = pointOfDay(window.after, midnight, situation);
  const before = pointOfDay(window.before, midnight, situation);
  const time = local - midnight;
  if (after === null || before === null) return false;
  if (after === undefined) return before === undefined || time < before;
  if (before === undefined) return time >= after;
  return after <= before ? after <= time && time < before : time >= after || time < before;
}

/** Milliseconds of the local day; null when the sun does not do this today. */
function pointOfDay(point: DayPoint | undefined, midnight: number, { home }: Situation): number | null | undefined {
  if (point === undefined) return undefined;
  const match = /^(sunrise|sunset|dawn|dusk)(.*)$/.exec(point);
  if (!match) return timeOfDayMs(point);
  if (!home.location) return null;
  const clock = zoneClock(home.timezone);
  const at = sunTime(match[1] as SunEvent, midnight, home.location, clock);
  return at === null ? null : clock.toLocal(at) + offsetMs(match[2]) - midnight;
}

/** The home's wall clock: "Wed 18:30". */
function localTime({ home, now }: Pick<Situation, "home" | "now">): Phrase {
  const local = zoneClock(home.timezone).toLocal(now);
  const time = new Date(local).toISOString().slice(11, 16);
  return message("times.weekdayTime", { weekday: weekdayOf(local), time });
}

/** The home's date: "Wed 25 Nov 2026". */
function today({ home, now }: Pick<Situation, "home" | "now">): Phrase {
  return datePhrase(new Date(zoneClock(home.timezone).toLocal(now)).toISOString().slice(0, 10));
}

/** Whether time alone can make this condition become true or false, so that waiting for it must look again. */
export function dependsOnTime(condition: Condition): boolean {
  switch (condition.type) {
    case "all":
    case "any":
      return condition.of.some(dependsOnTime);
    case "not":
      return dependsOnTime(condition.of);
    case "state":
    case "presence":
      return condition.for !== undefined;
    case "numeric":
    case "availability":
    case "mode":
      return false;
    case "time":
    case "date":
    case "weekday":
    case "sun":
    case "quiet":
      return true;
    default:
      return condition satisfies never;
  }
}
