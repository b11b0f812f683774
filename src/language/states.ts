import type { Property } from "../home/index.ts";

/** Properties that people tell by a verb of their own: "the window sensor shows open", not "contact of … is off". */
export type StateWord = "power" | "lock" | "valve" | "contact" | "motion" | "presence" | "water";

/** Keyed by the type of the property. */
const STATES: Readonly<Record<string, StateWord>> = {
  on: "power",
  locked: "lock",
  // True is contact: what it watches is shut.
  "contact-state": "contact",
  "motion-state": "motion",
  "motion-status": "motion",
  presence: "presence",
  occupancy: "presence",
  "submersion-state": "water",
};

/** The verb for the values of a yes-or-no property; null when it has none of its own. */
export function stateWord(type: string, address: string): StateWord | null {
  // A valve's switch is no lamp's.
  if (/^(gas-)?valve(-\d+)?\.on$/.test(address)) return "valve";
  return Object.hasOwn(STATES, type) ? (STATES[type] ?? null) : null;
}

/** What a yes-or-no property tells, as its value is worded: "locked", "no leak"; `yes` for a report that has no words of its own. */
export const TRUTH_WORDS = [
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
export type TruthWord = (typeof TRUTH_WORDS)[number];

/** Reports that no verb is made for, keyed by the type of the property. */
const REPORTS: Readonly<Record<string, TruthWord>> = {
  vibration: "vibration",
  tamper: "tamper",
  "tamper-detected": "tamper",
  "battery-low": "battery",
  "plugged-in": "plug",
  // Parts of a car that stand open or shut.
  windows: "leaf",
  trunk: "leaf",
};

/** How the values of a yes-or-no property are worded: "on" and "off" are for what can be switched. */
export function truthWord({ type, address, access }: Pick<Property, "type" | "address" | "access">): TruthWord {
  const state = stateWord(type, address);
  if (state === "power") return "setting";
  if (state) return state;
  if (Object.hasOwn(REPORTS, type)) return REPORTS[type] ?? "yes";
  return access.write ? "setting" : "yes";
}
