import type { Property } from "../home/index.ts";

/** Properties with a verb of their own: "the window sensor shows open", not "contact of … is off". */
export type StateVerb = "power" | "lock" | "valve" | "contact" | "motion" | "presence" | "water";

/** Keyed by the type of the property. */
const STATES: Readonly<Record<string, StateVerb>> = {
  on: "power",
  locked: "lock",
  // True means contact: the door or window is shut.
  "contact-state": "contact",
  "motion-state": "motion",
  "motion-status": "motion",
  presence: "presence",
  occupancy: "presence",
  "submersion-state": "water",
};

/** The verb for the values of a yes-or-no property; null when it has none. */
export function stateVerb(type: string, address: string): StateVerb | null {
  // A valve is opened and closed, not turned on and off.
  if (/^(gas-)?valve(-\d+)?\.on$/.test(address)) return "valve";
  return Object.hasOwn(STATES, type) ? (STATES[type] ?? null) : null;
}

/** How the values of a yes-or-no property are worded: "locked", "no leak"; `yes` for a report without words of its own. */
export const BOOLEAN_WORDINGS = [
  "setting",
  "yes",
  "lock",
  "valve",
  "contact",
  "motion",
  "presence",
  "water",
  "vibration",
  "tamper",
  "battery",
  "plug",
  "leaf",
] as const;
export type BooleanWording = (typeof BOOLEAN_WORDINGS)[number];

/** The wording of reports without a verb of their own, keyed by the type of the property. */
const REPORTS: Readonly<Record<string, BooleanWording>> = {
  vibration: "vibration",
  tamper: "tamper",
  "tamper-detected": "tamper",
  "battery-low": "battery",
  "plugged-in": "plug",
  // Parts of a car that stand open or shut.
  windows: "leaf",
  trunk: "leaf",
};

/** The wording of a yes-or-no property; "on" and "off" are only for properties that can be switched. */
export function booleanWording({
  type,
  address,
  access,
}: Pick<Property, "type" | "address" | "access">): BooleanWording {
  const state = stateVerb(type, address);
  if (state === "power") return "setting";
  if (state) return state;
  if (Object.hasOwn(REPORTS, type)) return REPORTS[type] ?? "yes";
  return access.write ? "setting" : "yes";
}
