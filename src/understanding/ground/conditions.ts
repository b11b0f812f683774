import { type AutomationDraft, type Condition, WEEKDAYS } from "../../automation/index.ts";
import type { Property, Value } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import type { Frame } from "../parse/frame.ts";
import type { TimeWindow } from "../parse/time/time-windows.ts";
import { isOpenable } from "./openings.ts";
import type { StateQuery } from "./query.ts";
import { specText } from "./spec-text.ts";
import {
  ALARMED,
  COLD,
  checkState,
  isInStateNow,
  LOW_BATTERY,
  propertyKnowledge,
  STOPPED,
  stateProperty,
  WARM,
} from "./states.ts";
import type { DeviceTarget, MinimalTarget } from "./target.ts";
import { thresholdOf } from "./temperatures.ts";

type Trigger = AutomationDraft["triggers"][number];

/**
 * Whether a condition holds now. "unknown" while the device has not reported, or its report is too old; null when the
 * condition is not understood. With several devices one is enough, unless all were said.
 */
export function conditionHolds(frame: Frame, query: StateQuery, now: number): boolean | "unknown" | null {
  const each = query.targets.map((target, at) => holdsFor(frame, target, query.properties[at] ?? null, now));
  const told = each.filter((value) => value !== null);
  if (told.length === 0) return null;
  const decides = query.asking !== "all";
  if (told.includes(decides)) return decides;
  return told.includes("unknown") ? "unknown" : !decides;
}

function holdsFor(
  frame: Frame,
  target: DeviceTarget,
  property: Property | null,
  now: number,
): boolean | "unknown" | null {
  const [state] = frame.states;
  if (state)
    return checkState(state, target).kind === "absent" ? null : (isInStateNow(state, target, now) ?? "unknown");
  if (!property) return null;
  const limit = thresholdOf(frame, property);
  const listed = frame.values.flatMap((each) => each.listed);
  if (limit === undefined && listed.length === 0) return null;
  const knowledge = propertyKnowledge(target, property, now);
  if (knowledge.kind !== "value" || knowledge.lapse) return "unknown";
  const { value } = knowledge.state;
  if (typeof value === "number" && limit !== undefined) {
    if (frame.above) return value > limit;
    if (frame.below) return value < limit;
    return value === limit;
  }
  const description = property.values.find((each) => each.value === value)?.description.toLowerCase();
  return description === undefined || listed.length === 0 ? null : listed.includes(description);
}

/** The triggers and conditions of an automation, as a sentence says them. */
export interface RuleDraft {
  readonly triggers: readonly Trigger[];
  readonly conditions: readonly Condition[];
}

/**
 * Makes the triggers and conditions for a condition within time windows; null when a device does not report it. A state that
 * may already hold when a window begins ("above 26 at night") also triggers there, but not something that happens at a
 * moment (`isEvent`: "when the door opens").
 */
export function ruleOf(
  frame: Frame,
  query: StateQuery,
  windows: readonly TimeWindow[],
  isEvent: boolean,
): RuleDraft | null {
  const triggers: Trigger[] = [];
  const states: Condition[] = [];
  for (const [at, target] of query.targets.entries()) {
    const trigger = triggerOf(frame, target, query.properties[at] ?? null);
    if (!trigger) return null;
    triggers.push(trigger);
    states.push(conditionOfTrigger(trigger));
  }
  const [state] = states;
  if (!state) return null;
  const bounds = windows.map(boundOf);
  const momentary = isEvent || frame.durations.length > 0 || frame.states.some(isMomentary);
  const starts = momentary ? [] : windows.flatMap(startOf);
  // A room is clear only when no sensor detects anybody.
  const all = (query.asking === "all" || frame.states.includes("clear")) && states.length > 1;
  if (starts.length === 0 && !all) return { triggers, conditions: bounds };
  const held: Condition = states.length === 1 ? state : { type: all ? "all" : "any", of: states };
  return { triggers: [...triggers, ...starts], conditions: [...bounds, held] };
}

/** Whether it is motion: an event at a moment, not a state that lasts. */
function isMomentary(state: DeviceState): boolean {
  return state === "occupied" || state === "clear";
}

/** The trigger at the beginning of a window. */
export function startOf(window: TimeWindow): Trigger[] {
  if (window.kind === "time" && window.after !== null) return [{ type: "time", at: window.after }];
  return window.kind === "sun" ? [{ type: "sun", event: window.up ? "sunrise" : "sunset" }] : [];
}

/** The condition that the time is within a window. */
export function boundOf(window: TimeWindow): Condition {
  switch (window.kind) {
    case "time":
      return {
        type: "time",
        ...(window.after !== null && { after: window.after }),
        ...(window.before !== null && { before: window.before }),
      };
    case "sun":
      return { type: "sun", is: window.up ? "up" : "down" };
    case "weekdays":
      return { type: "weekday", days: window.days.flatMap((day) => WEEKDAYS[day - 1] ?? []) };
    default:
      return window satisfies never;
  }
}

export type StateTrigger = Extract<Trigger, { type: "numeric" | "property" | "availability" }>;

/** The condition that the state of a trigger holds. */
export function conditionOfTrigger(trigger: StateTrigger): Condition {
  const { target } = trigger;
  switch (trigger.type) {
    case "availability":
      return { type: "availability", target, online: trigger.online };
    case "property":
      return { type: "state", target, property: trigger.property, is: trigger.to ?? [] };
    case "numeric": {
      const { property, above, below } = trigger;
      const bounds = { ...(above !== undefined && { above }), ...(below !== undefined && { below }) };
      return { type: "numeric", target, property, ...bounds };
    }
    default:
      return trigger satisfies never;
  }
}

function triggerOf(frame: Frame, target: DeviceTarget, property: Property | null): StateTrigger | null {
  const { id } = target.indexed.device;
  const [duration] = frame.durations;
  const held = duration ? { for: `${duration.seconds}s` } : {};
  const [state] = frame.states;
  if (state === "online" || state === "offline")
    return { type: "availability", target: id, online: state === "online", ...held };
  const limit = property ? thresholdOf(frame, property) : undefined;
  if (property && limit !== undefined && (frame.above || frame.below)) {
    const bound = frame.above ? { above: limit } : { below: limit };
    return { type: "numeric", target: id, property: property.address, ...bound, ...held };
  }
  // A value that fits no property makes the condition unclear.
  if (frame.values.length > 0) return null;
  const found = state ? stateMatchOf(state, target) : null;
  if (!found) return null;
  const { address } = found.property;
  const ended = state === "stopped" ? cleaningEnded(found.property) : null;
  if (ended) return { type: "property", target: id, property: address, ...ended, ...held };
  return "to" in found
    ? { type: "property", target: id, property: address, to: found.to, ...held }
    : { type: "numeric", target: id, property: address, ...found.bound, ...held };
}

/** The status values before and after cleaning, where docking also ends it; null for devices that do not clean. */
function cleaningEnded({ values }: Property): { readonly from: Value[]; readonly to: Value[] } | null {
  const matching = (pattern: RegExp): Value[] =>
    values.filter(({ description }) => pattern.test(description)).map(({ value }) => value);
  const from = matching(CLEANING);
  const home = matching(/charg|dock/i).filter((value) => !from.includes(value));
  return from.length > 0 && home.length > 0 ? { from, to: [...matching(STOPPED), ...home] } : null;
}

const CLEANING = /sweep|mop|mow|clean/i;

/** The values, or the bound, of a reported property that mean a state. */
export type StateMatch =
  | { readonly property: Property; readonly to: Value | Value[] }
  | { readonly property: Property; readonly bound: { readonly above: number } | { readonly below: number } };

/** Services that are switched, in a device that opens. */
const LAMP = /light|screen/;

/** The property and values that mean a state; null when the device reports no such state. */
export function stateMatchOf(state: DeviceState, target: MinimalTarget): StateMatch | null {
  // 车库门开着 is about the door, not about its lamp or motor.
  if (isOpenable(target) && (state === "on" || state === "off") && !LAMP.test(target.service ?? "")) {
    const leaf = stateMatchOf(state === "on" ? "open" : "closed", target);
    if (leaf) return leaf;
  }
  const property = stateProperty(state, target);
  // 开 of a door means open.
  if (!property && state === "on") return stateMatchOf("open", target);
  if (!property && state === "off") return stateMatchOf("closed", target);
  // 开 of a device without a door or cover (电视一开) means on.
  const switched = state === "open" ? "on" : state === "closed" ? "off" : null;
  if (!property && switched !== null) return stateProperty(switched, target) ? stateMatchOf(switched, target) : null;
  if (!property || !(property.access.read || property.access.notify)) return null;
  switch (state) {
    case "low":
      return { property, bound: { below: LOW_BATTERY } };
    case "hot":
      return { property, bound: { above: WARM } };
    case "cold":
      return { property, bound: { below: COLD } };
    default: {
      const to = valuesOf(state, property);
      if (to === null) return null;
      return to === "above-zero" ? { property, bound: { above: 0 } } : { property, to };
    }
  }
}

/** The values of a property that mean a state; "above-zero" for an open position; null when none does. */
function valuesOf(state: DeviceState, property: Property): Value | Value[] | "above-zero" | null {
  if (property.format === "bool") {
    const positive =
      state === "on" || state === "locked" || state === "occupied" || state === "wet" || state === "muted";
    const negative = state === "off" || state === "unlocked" || state === "clear" || state === "stopped";
    if (property.type === "contact-state") return state === "closed" ? true : state === "open" ? false : null;
    if (property.type === "locked" && (state === "open" || state === "closed")) return state === "closed";
    return positive ? true : negative ? false : null;
  }
  if (property.type === "current-position") return state === "open" ? "above-zero" : state === "closed" ? 0 : null;
  const patterns: Readonly<Partial<Record<DeviceState, RegExp>>> = {
    occupied: /has one|occupied/i,
    clear: /no one|clear/i,
    playing: /^play/i,
    paused: /^pause/i,
    on: specText().working,
    stopped: STOPPED,
    open: /^(open|ajar)/i,
    closed: /^close/i,
    charging: /^charging/i,
    cleaning: CLEANING,
    docked: /charg|dock|idle/i,
    full: /^full/i,
    empty: /^empty/i,
    alarmed: ALARMED,
  };
  const pattern = patterns[state];
  const values = pattern
    ? property.values.filter(({ description }) => pattern.test(description)).map(({ value }) => value)
    : [];
  return values.length > 0 ? values : null;
}
