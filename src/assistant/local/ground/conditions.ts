import type { AutomationDraft } from "../../../automation/index.ts";
import type { Property, Value } from "../../../home/index.ts";
import type { State } from "../lexicon/types.ts";
import type { Frame } from "../parse/frame.ts";
import type { Query } from "../plan.ts";
import type { Target } from "./situation.ts";
import { inState } from "./states.ts";

type Trigger = AutomationDraft["triggers"][number];

/** Whether a condition holds now; null when nothing is known. With several devices one is enough, unless all were said. */
export function conditionHolds(frame: Frame, query: Query): boolean | null {
  const each = query.targets.map((target, at) => holdsFor(frame, target, query.properties[at] ?? null));
  const known = each.filter((value) => value !== null);
  if (known.length === 0) return null;
  return query.asking === "all" ? known.every((value) => value) : known.some((value) => value);
}

function holdsFor(frame: Frame, target: Target, property: Property | null): boolean | null {
  if (frame.states.length > 0) return inState(frame.states[0] ?? "on", target);
  if (!property) return null;
  const value = target.indexed.device.state.get(property.address)?.value;
  const limit = frame.values[0]?.quantity?.value;
  if (typeof value === "number" && limit !== undefined) {
    if (frame.above) return value > limit;
    if (frame.below) return value < limit;
    return value === limit;
  }
  const listed = frame.values.flatMap((each) => each.listed);
  const description = property.values.find((each) => each.value === value)?.description.toLowerCase();
  return description === undefined || listed.length === 0 ? null : listed.includes(description);
}

/** Triggers that fire when the condition comes to hold; null when it is not of a kind that a device reports. */
export function triggersOf(frame: Frame, query: Query): Trigger[] | null {
  const triggers: Trigger[] = [];
  for (const [at, target] of query.targets.entries()) {
    const trigger = triggerOf(frame, target, query.properties[at] ?? null);
    if (!trigger) return null;
    triggers.push(trigger);
  }
  return triggers.length > 0 ? triggers : null;
}

function triggerOf(frame: Frame, target: Target, property: Property | null): Trigger | null {
  const { device } = target.indexed;
  if (!property) return null;
  const limit = frame.values[0]?.quantity?.value;
  if (limit !== undefined && (frame.above || frame.below)) {
    return {
      type: "numeric",
      target: device.id,
      property: property.address,
      ...(frame.above ? { above: limit } : { below: limit }),
    };
  }
  const [state] = frame.states;
  const to = state ? valuesOf(state, property) : null;
  if (to === null) return null;
  if (to === "above-zero") return { type: "numeric", target: device.id, property: property.address, above: 0 };
  return { type: "property", target: device.id, property: property.address, to };
}

/** The values of a property that mean a state. */
function valuesOf(state: State, property: Property): Value | Value[] | "above-zero" | null {
  if (property.format === "bool") {
    const positive =
      state === "on" || state === "locked" || state === "occupied" || state === "wet" || state === "muted";
    const negative = state === "off" || state === "unlocked" || state === "clear";
    if (property.type === "contact-state") return state === "closed" ? true : state === "open" ? false : null;
    if (property.type === "locked" && (state === "open" || state === "closed")) return state === "closed";
    return positive ? true : negative ? false : null;
  }
  if (property.type === "current-position") return state === "open" ? "above-zero" : state === "closed" ? 0 : null;
  const patterns: Readonly<Partial<Record<State, RegExp>>> = {
    occupied: /has one|occupied/i,
    clear: /no one|clear/i,
    playing: /^play/i,
    paused: /^pause/i,
    stopped: /^(stop|idle)/i,
    open: /^open/i,
    closed: /^close/i,
    charging: /^charging/i,
  };
  const pattern = patterns[state];
  const values = pattern
    ? property.values.filter(({ description }) => pattern.test(description)).map(({ value }) => value)
    : [];
  return values.length > 0 ? values : null;
}
