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
