import type { Device, PropertyState } from "./device.ts";
import type { Property, PropertyAddress } from "./spec/index.ts";

/**
 * Why a property that exists has no value: `never-reported`: nothing came yet · `not-told`: the device tells it to nobody ·
 * `cleared`: the device said that it does not know · `out-of-range`: it reported what the property cannot be.
 */
export const UNKNOWN_REASONS = ["never-reported", "not-told", "cleared", "out-of-range"] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/**
 * Why a value may not be so any more: the device cannot be reached, has not reported as often as it should, or has not
 * answered a command that would have changed it; or the broker through which it is heard cannot be reached, and of the
 * device nothing is known.
 */
export const LAPSE_REASONS = ["offline", "overdue", "broker-lost", "unanswered"] as const;
export interface Lapse {
  readonly reason: (typeof LAPSE_REASONS)[number];
  /** Milliseconds since the epoch; null when it was so before anybody watched. */
  readonly since: number | null;
}

/** What is known of one property of a device: a value, nothing, or that there is no such property. */
export type Knowledge =
  | { readonly kind: "value"; readonly property: Property; readonly state: PropertyState; readonly lapse: Lapse | null }
  | {
      readonly kind: "unknown";
      readonly property: Property;
      readonly reason: UnknownReason;
      /** Milliseconds since the epoch; null when it was never known. */
      readonly since: number | null;
      /** Set while the device cannot be reached. */
      readonly lapse: Lapse | null;
    }
  | { readonly kind: "absent" };

const ABSENT: Knowledge = { kind: "absent" };

/** What is known of a property at the moment `now`, in milliseconds since the epoch. */
export function knowledgeOf(device: Device, address: PropertyAddress, now: number): Knowledge {
  const property = device.spec.properties.get(address);
  if (!property) return ABSENT;
  const state = device.state.get(address);
  if (state) {
    const lapse = lapseOf(device, state, now) ?? unansweredLapse(device, address);
    return { kind: "value", property, state, lapse };
  }
  const lapse = awayLapse(device);
  const gap = device.gaps.get(address);
  if (gap) return { kind: "unknown", property, reason: gap.reason, since: gap.since, lapse };
  const told = property.access.read || property.access.notify;
  return { kind: "unknown", property, reason: told ? "never-reported" : "not-told", since: null, lapse };
}

/** Why a value of the device may not be so any more; null while it is as fresh as it should be. */
export function lapseOf(device: Device, { dueAt }: Pick<PropertyState, "dueAt">, now: number): Lapse | null {
  const offline = awayLapse(device);
  const overdue = dueAt !== null && now > dueAt;
  // What ran out first is the reason: a device often goes offline because its values stopped.
  if (overdue && (offline === null || (offline.since !== null && offline.since >= dueAt)))
    return { reason: "overdue", since: dueAt };
  return offline;
}

function unansweredLapse({ unanswered }: Device, address: PropertyAddress): Lapse | null {
  const since = unanswered.get(address);
  return since === undefined ? null : { reason: "unanswered", since };
}

/** A broker that ends may say of all devices that they have gone: what it says in its last moment counts as its own end. */
function awayLapse({ online, offlineSince, lostSince }: Device): Lapse | null {
  if (lostSince !== null) return { reason: "broker-lost", since: lostSince };
  return online === false ? { reason: "offline", since: offlineSince } : null;
}

/** Why there is no value that can be relied on. */
export const DOUBTS = [...UNKNOWN_REASONS, ...LAPSE_REASONS] as const;
export interface Doubt {
  readonly reason: (typeof DOUBTS)[number];
  /** Milliseconds since the epoch; null when nobody saw the moment. */
  readonly since: number | null;
}

/** Why a property has no value that can be relied on; null when it has one, or does not exist. */
export function doubtOf(device: Device, address: PropertyAddress, now: number): Doubt | null {
  const known = knowledgeOf(device, address, now);
  switch (known.kind) {
    case "value":
      return known.lapse;
    case "unknown":
      return { reason: known.reason, since: known.since };
    case "absent":
      return null;
    default:
      return known satisfies never;
  }
}

const NEVER: Doubt = { reason: "never-reported", since: null };

/** The doubts about what a device could tell, keyed by address. That it is offline is told by the device, not by each value. */
export function doubtsOf(device: Device, now: number): ReadonlyMap<PropertyAddress, Doubt> {
  const doubts = new Map<PropertyAddress, Doubt>();
  for (const [address, { access }] of device.spec.properties) {
    const state = device.state.get(address);
    if (state) {
      if (state.dueAt !== null && now > state.dueAt) doubts.set(address, { reason: "overdue", since: state.dueAt });
      else {
        const unanswered = unansweredLapse(device, address);
        if (unanswered) doubts.set(address, unanswered);
      }
      continue;
    }
    const gap = device.gaps.get(address);
    if (gap) doubts.set(address, gap);
    else if (access.read || access.notify) doubts.set(address, NEVER);
  }
  return doubts;
}
