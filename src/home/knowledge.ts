import type { Device, PropertyState } from "./device.ts";
import type { Property, PropertyAddress } from "./spec/index.ts";

/**
 * Why a property has no value. `never-reported`: no report yet · `not-told`: the device never reports it · `cleared`: the device
 * reported that it does not know it · `out-of-range`: it reported an impossible value.
 */
export const UNKNOWN_REASONS = ["never-reported", "not-told", "cleared", "out-of-range"] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/**
 * Why a known value may not hold any more. `offline`: the device cannot be reached · `overdue`: it has not reported as often as
 * it should · `broker-lost`: its broker cannot be reached · `unanswered`: it did not answer a command that changes the value.
 */
export const STALENESS_REASONS = ["offline", "overdue", "broker-lost", "unanswered"] as const;
export interface Staleness {
  readonly reason: (typeof STALENESS_REASONS)[number];
  /** Milliseconds since the epoch; null when it was so from the start. */
  readonly since: number | null;
}

/** The knowledge of one property of a device: a value, no value, or no such property. */
export type Knowledge =
  | {
      readonly kind: "value";
      readonly property: Property;
      readonly state: PropertyState;
      readonly lapse: Staleness | null;
    }
  | {
      readonly kind: "unknown";
      readonly property: Property;
      readonly reason: UnknownReason;
      /** Milliseconds since the epoch; null when it was never known. */
      readonly since: number | null;
      /** Set while the device cannot be reached. */
      readonly lapse: Staleness | null;
    }
  | { readonly kind: "absent" };

const ABSENT: Knowledge = { kind: "absent" };

/** The knowledge of a property at `now`, in milliseconds since the epoch. */
export function knowledgeOf(device: Device, address: PropertyAddress, now: number): Knowledge {
  const property = device.spec.properties.get(address);
  if (!property) return ABSENT;
  const state = device.state.get(address);
  if (state) {
    const lapse = stalenessOf(device, state, now) ?? unansweredStaleness(device, address);
    return { kind: "value", property, state, lapse };
  }
  const lapse = offlineStaleness(device);
  const gap = device.gaps.get(address);
  if (gap) return { kind: "unknown", property, reason: gap.reason, since: gap.since, lapse };
  const told = property.access.read || property.access.notify;
  return { kind: "unknown", property, reason: told ? "never-reported" : "not-told", since: null, lapse };
}

/** Why a value of the device may not hold any more at `now`; null while it is fresh. */
export function stalenessOf(device: Device, { dueAt }: Pick<PropertyState, "dueAt">, now: number): Staleness | null {
  const offline = offlineStaleness(device);
  const overdue = dueAt !== null && now > dueAt;
  // The reason that came first counts: a device often goes offline because its reports stopped.
  if (overdue && (offline === null || (offline.since !== null && offline.since >= dueAt)))
    return { reason: "overdue", since: dueAt };
  return offline;
}

function unansweredStaleness({ unanswered }: Device, address: PropertyAddress): Staleness | null {
  const since = unanswered.get(address);
  return since === undefined ? null : { reason: "unanswered", since };
}

/** The lost broker wins over an offline device: a broker that shuts down may report all its devices as offline. */
function offlineStaleness({ online, offlineSince, lostSince }: Device): Staleness | null {
  if (lostSince !== null) return { reason: "broker-lost", since: lostSince };
  return online === false ? { reason: "offline", since: offlineSince } : null;
}

/** Why there is no reliable value. */
export const UNCERTAINTY_REASONS = [...UNKNOWN_REASONS, ...STALENESS_REASONS] as const;
export interface Uncertainty {
  readonly reason: (typeof UNCERTAINTY_REASONS)[number];
  /** Milliseconds since the epoch; null when nobody saw the moment. */
  readonly since: number | null;
}

/** Why a property has no reliable value at `now`; null when it has one, or does not exist. */
export function uncertaintyOf(device: Device, address: PropertyAddress, now: number): Uncertainty | null {
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

const NEVER: Uncertainty = { reason: "never-reported", since: null };

/** The properties without a reliable value, keyed by address. An offline device is not repeated for each of its properties. */
export function uncertaintiesOf(device: Device, now: number): ReadonlyMap<PropertyAddress, Uncertainty> {
  const doubts = new Map<PropertyAddress, Uncertainty>();
  for (const [address, { access }] of device.spec.properties) {
    const state = device.state.get(address);
    if (state) {
      if (state.dueAt !== null && now > state.dueAt) doubts.set(address, { reason: "overdue", since: state.dueAt });
      else {
        const unanswered = unansweredStaleness(device, address);
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
