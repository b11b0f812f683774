import { WEEKDAYS } from "../../automation/index.ts";
import type { Value } from "../../home/index.ts";
import { type Findings, isSameValue } from "./findings.ts";
import { EVALUATED_PLAN_KINDS, type EvaluatedPlanKind } from "./plan-kinds.ts";
import type { ObservedPlan, PlanHistory } from "./plans.ts";
import type { Expectation, PlanExpectation } from "./set.ts";
import type { StateChanges } from "./world.ts";

interface Wanted extends Omit<PlanExpectation, "kind"> {
  readonly kinds: readonly EvaluatedPlanKind[];
  readonly room?: string | undefined;
  /** The plan in words, for the findings. */
  readonly text: string;
}

/**
 * Compares made, changed and deleted plans with the expected ones. The difference over the whole case counts: a plan
 * that was made and deleted again is ignored, unless it was expected.
 */
export function judgePlans(expected: Expectation, plans: readonly PlanHistory[]): Findings {
  const named = namedDevices(expected);
  const strangers = plans
    .filter(({ last, deleted }) => !deleted && last.devices.some((device) => !named.has(device)))
    .map((plan) => planText(plan));
  if (expected.plans === "any") return { missing: [], wrong: strangers };
  const { missing, wrong } = compare(wantedOf(expected), joined(plans), expected);
  return { missing, wrong: [...new Set([...wrong, ...strangers])] };
}

/** All devices in the expectation of a case. */
function namedDevices({ changes, ignore = {}, calls = [], plans }: Expectation): Set<string> {
  const does = plans === undefined || plans === "any" ? [] : plans.flatMap((plan) => Object.keys(plan.does ?? {}));
  return new Set([...Object.keys(changes), ...Object.keys(ignore), ...calls.map(({ device }) => device), ...does]);
}

function wantedOf({ plans, timers = [] }: Expectation): Wanted[] {
  if (plans === undefined || plans === "any" || plans.length === 0) {
    // A timer may have a command; the named devices show that it commands nothing else.
    const kinds: readonly EvaluatedPlanKind[] = ["timer", "delayed"];
    return timers.map(({ seconds, name, room }) => {
      const text = `timer ${JSON.stringify({ seconds, name, room })}`;
      return { kinds, change: "made", seconds, name, room, text };
    });
  }
  const wanted = plans.map(({ kind, ...plan }): Wanted => {
    return { ...plan, kinds: [kind], text: `plan ${JSON.stringify({ kind, ...plan })}` };
  });
  return joinedWanted(wanted);
}

/** Joins delayed commands that are due at the same moment, because their number of timers does not matter. */
function joined(plans: readonly PlanHistory[]): PlanHistory[] {
  const isPlain = ({ last, deleted, changed }: PlanHistory): boolean =>
    last.kinds[0] === "delayed" && !deleted && !changed && last.dueAt !== null;
  const groups = Map.groupBy(plans, (plan) => (isPlain(plan) ? String(plan.last.dueAt) : plan.key));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const last = { ...first.last, devices: [...new Set(group.flatMap((plan) => plan.last.devices))] };
    const does = group.some((plan) => plan.does) ? united(group.map((plan) => plan.does ?? {})) : null;
    return [{ ...first, made: last, last, does }];
  });
}

function joinedWanted(wanted: readonly Wanted[]): Wanted[] {
  const isPlain = ({ kinds, change, name, does }: Wanted): boolean =>
    kinds[0] === "delayed" && change === "made" && name === undefined && does !== undefined;
  const groups = Map.groupBy(wanted, (each) =>
    isPlain(each) ? JSON.stringify([each.at, each.date, each.seconds]) : each,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const text = group.map((each) => each.text).join(" and ");
    return [{ ...first, does: united(group.map((each) => each.does ?? {})), text }];
  });
}

/** The changes of several plans together. */
function united(all: readonly StateChanges[]): Record<string, Record<string, Value>> {
  const changes: Record<string, Record<string, Value>> = {};
  for (const each of all) {
    for (const [device, values] of Object.entries(each)) changes[device] = { ...changes[device], ...values };
  }
  return changes;
}

function compare(wanted: readonly Wanted[], plans: readonly PlanHistory[], expected: Expectation): Findings {
  const missing: string[] = [];
  /** Matches, keyed by plan. */
  const found = new Map<PlanHistory, { asAtEnd: boolean; made: boolean; changed: boolean; deleted: boolean }>();
  const notesOf = (plan: PlanHistory) =>
    found.get(plan) ?? { asAtEnd: false, made: false, changed: false, deleted: false };
  // The most specific expectation first, so that a vague one does not take its plan.
  for (const want of wanted.toSorted((a, b) => particulars(b) - particulars(a))) {
    const fits = (plan: PlanHistory, seen: ObservedPlan): boolean =>
      isSame(want, seen) &&
      (want.does === undefined || (plan.does !== null && doesOnly(want.does, plan.does, expected)));
    const free = plans.filter((plan) => !notesOf(plan)[want.change]);
    let match: PlanHistory | undefined;
    switch (want.change) {
      case "made": {
        match = free.find((plan) => !plan.deleted && fits(plan, plan.last));
        const atEnd = match !== undefined;
        match ??= free.find((plan) => fits(plan, plan.made));
        if (match) found.set(match, { ...notesOf(match), made: true, asAtEnd: atEnd });
        break;
      }
      case "changed":
        match = free.find((plan) => plan.changed && !plan.deleted && fits(plan, plan.last));
        if (match) found.set(match, { ...notesOf(match), changed: true });
        break;
      case "deleted":
        match = free.find((plan) => plan.deleted && fits(plan, plan.last));
        if (match) found.set(match, { ...notesOf(match), deleted: true });
        break;
      default:
        want.change satisfies never;
    }
    if (!match) missing.push(want.text);
  }
  const wrong = plans.filter((plan) => {
    const { made, changed, deleted, asAtEnd } = notesOf(plan);
    // A plan that was made and deleted again leaves nothing, unless it should have stayed.
    if (plan.deleted) return made && !deleted;
    if (changed) return false;
    return !made || !asAtEnd;
  });
  return { missing, wrong: wrong.map((plan) => planText(plan)) };
}

/** How specific an expected plan is. */
function particulars({ at, date, weekdays, seconds, name, room, does }: Wanted): number {
  return [at, date, weekdays, seconds, name, room, does].filter((each) => each !== undefined).length;
}

function isSame({ kinds, at, date, weekdays, seconds, name, room }: Wanted, seen: ObservedPlan): boolean {
  if (!kinds.some((kind) => seen.kinds.includes(kind))) return false;
  // An expected date or length means a plan for once; a rule may have a single interval.
  if ((date !== undefined || seconds !== undefined) && !seen.once && !kinds.includes("automation")) return false;
  if (seconds !== undefined && (seen.seconds === null || Math.abs(seconds - seen.seconds) > 0.5)) return false;
  if (at !== undefined && at !== seen.due?.at) return false;
  if (date !== undefined && date !== (typeof date === "number" ? seen.due?.day : seen.due?.date)) return false;
  if (name !== undefined && name.trim().toLowerCase() !== seen.name.trim().toLowerCase()) return false;
  if (room !== undefined && room !== seen.room) return false;
  if (weekdays === undefined) return true;
  const days = new Set(weekdays.map((day) => (typeof day === "number" ? WEEKDAYS[day - 1] : day)));
  return seen.weekdays?.length === days.size && seen.weekdays.every((day) => days.has(day));
}

/** Whether a plan changes what is expected and nothing else. A device that is set may be switched on by that. */
function doesOnly(wanted: StateChanges, does: StateChanges, { ignore = {}, tolerance = 0 }: Expectation): boolean {
  const ignored = (device: string, address: string): boolean => ignore[device]?.includes(address) ?? false;
  const all = Object.entries(wanted).every(([device, values]) =>
    Object.entries(values).every(
      ([address, value]) => ignored(device, address) || isSameValue(value, does[device]?.[address], tolerance),
    ),
  );
  const nothingElse = Object.entries(does).every(([device, values]) =>
    Object.entries(values).every(([address, value]) => {
      const given = wanted[device];
      if (given === undefined) return Object.keys(values).every((each) => ignored(device, each));
      if (address in given || ignored(device, address)) return true;
      return isOn(address) && value === true && Object.keys(given).some((each) => !isOn(each));
    }),
  );
  return all && nothingElse;
}

function isOn(address: string): boolean {
  return address.endsWith(".on");
}

/** A plan in short words: its kind, whether it was changed or deleted, when it is due, what it commands. */
export function planText({ last, changed, deleted, does }: PlanHistory): string {
  const kind = EVALUATED_PLAN_KINDS.find((each) => last.kinds.includes(each));
  const became = deleted ? "deleted" : changed ? "changed" : "made";
  const { name, due, seconds, weekdays } = last;
  const devices = last.devices.length > 0 ? { does: does ?? last.devices } : {};
  const when = { ...(due && { at: due.at, date: due.date }), ...(seconds !== null && { seconds }) };
  return `plan ${JSON.stringify({ kind, change: became, name, ...when, ...(weekdays && { weekdays }), ...devices })}`;
}
