import type { BooleanWording, StateVerb } from "../states.ts";
import { grammar } from "./grammar.ts";
import { lasting } from "./times.ts";

/** A predicate after the subject, for one and for several. */
export type Predicate = readonly [one: string, several: string];

export interface Predicates {
  readonly becomes: Readonly<Record<"yes" | "no", Predicate>>;
  readonly is: Readonly<Record<"yes" | "no", Predicate>>;
}

const PREDICATES: Readonly<Record<StateVerb, Predicates>> = {
  power: {
    becomes: { yes: ["is turned on", "are turned on"], no: ["is turned off", "are turned off"] },
    is: { yes: ["is on", "are on"], no: ["is off", "are off"] },
  },
  lock: tells(["is locked", "are locked"], ["is unlocked", "are unlocked"]),
  valve: {
    becomes: { yes: ["is opened", "are opened"], no: ["is closed", "are closed"] },
    is: { yes: ["is open", "are open"], no: ["is closed", "are closed"] },
  },
  contact: {
    becomes: { yes: ["closes", "close"], no: ["opens", "open"] },
    is: { yes: ["is closed", "are closed"], no: ["is open", "are open"] },
  },
  motion: tells(["detects motion", "detect motion"], ["detects no motion", "detect no motion"]),
  presence: tells(["detects somebody", "detect somebody"], ["detects nobody", "detect nobody"]),
  water: tells(["detects water", "detect water"], ["detects no water", "detect no water"]),
};

/** The thing that a sensor is named after: "the kitchen window sensor" → "the kitchen window". */
export function watched(who: string): string {
  return who.replace(
    /\b(windows?|doors?|gates?|drawers?|cupboards?|cabinets?|fridge|freezer|letterbox|mailbox|hatch|lid)(?: contact)? sensors?$/i,
    "$1",
  );
}

/** Predicates of a sensor, which are the same for a change and for a state. */
function tells(yes: Predicate, no: Predicate): Predicates {
  return { becomes: { yes, no }, is: { yes, no } };
}

/** The words of a yes-or-no property: `value` after its name ("motion: not detected"), `phrase` without it ("no motion"). */
interface Truth {
  readonly value: readonly [yes: string, no: string];
  readonly phrase: readonly [yes: string, no: string] | null;
}

const DETECTED = ["detected", "not detected"] as const;

const TRUTHS: Readonly<Record<BooleanWording, Truth>> = {
  setting: { value: ["on", "off"], phrase: null },
  yes: { value: ["yes", "no"], phrase: null },
  lock: same("locked", "unlocked"),
  valve: same("open", "closed"),
  contact: same("closed", "open"),
  motion: { value: DETECTED, phrase: ["motion", "no motion"] },
  presence: { value: DETECTED, phrase: ["somebody there", "nobody detected"] },
  water: { value: DETECTED, phrase: ["leak", "no leak"] },
  vibration: { value: DETECTED, phrase: ["vibration", "no vibration"] },
  tamper: { value: DETECTED, phrase: ["tampered with", "not tampered with"] },
  battery: { value: ["yes", "no"], phrase: ["battery low", "battery not low"] },
  plug: { value: ["yes", "no"], phrase: ["plugged in", "not plugged in"] },
  leaf: { value: ["open", "closed"], phrase: null },
};

function same(yes: string, no: string): Truth {
  return { value: [yes, no], phrase: [yes, no] };
}

/** States and changes of things. `lasts`: how long the state has lasted; may be empty. */
export const states = {
  told: ({ state, becomes, yes, who, several, lasts }: StateValues) => {
    const [one, many] = PREDICATES[state][becomes ? "becomes" : "is"][yes ? "yes" : "no"];
    return `${state === "contact" ? watched(who) : who} ${several ? many : one}${lasting(lasts)}`;
  },
  /** A property has one of some values. */
  value: ({ what, becomes, values, from = [], lasts }: ValueStateValues) => {
    const before = from.length === 0 ? "" : ` from ${grammar.list(from, "or")}`;
    return `${what} ${becomes ? "becomes" : "is"} ${grammar.list(values, "or")}${before}${lasting(lasts)}`;
  },
  /** The value of a yes-or-no property behind its name. */
  truth: (word: BooleanWording, yes: boolean): string => TRUTHS[word].value[yes ? 0 : 1],
  /** The value without the name; null when the name is needed. */
  truthAlone: (word: BooleanWording, yes: boolean): string | null => TRUTHS[word].phrase?.[yes ? 0 : 1] ?? null,
  propertyOf: "the {property} of {who}",
  unknown: "{what} is not known",
  absent: "{what} does not exist",
  /** The last state of an unreachable device. */
  atLast: "{detail} (it is offline)",
  brokerLost: "{detail} (the MQTT broker is not reached)",
  overdue: "{detail} (it is overdue)",
  unanswered: "{detail} (before a command that it has not answered)",
  online: ({ who, several, lasts }: AvailabilityValues) => `${who} ${several ? "are" : "is"} online${lasting(lasts)}`,
  offline: ({ who, several, lasts }: AvailabilityValues) => `${who} ${several ? "are" : "is"} offline${lasting(lasts)}`,
  /** A property of a thing that is clear from the context. */
  thatOf: "that of {who}",
  /** A bound relative to another value; `by` is empty when it equals that value. */
  boundOf: ({ of, times, less, by }: FollowedBoundValues) =>
    `${share(times)}${of}${by && ` ${less ? "minus" : "plus"} ${by}`}`,
  isBetween: "is between {above} and {below}",
  isAbove: "is above {above}",
  isBelow: "is below {below}",
  comesBetween: "comes between {above} and {below}",
  risesAbove: "rises above {above}",
  fallsBelow: "falls below {below}",
};

export interface StateValues {
  readonly state: StateVerb;
  readonly becomes: boolean;
  readonly yes: boolean;
  readonly who: string;
  /** Whether the subject is several. */
  readonly several: boolean;
  readonly lasts: string;
}

export interface ValueStateValues {
  readonly what: string;
  readonly becomes: boolean;
  readonly values: readonly string[];
  /** The value before the change, when it matters. */
  readonly from?: readonly string[];
  readonly lasts: string;
}

export interface AvailabilityValues {
  readonly who: string;
  readonly several: boolean;
  readonly lasts: string;
}

export interface FollowedBoundValues {
  readonly of: string;
  /** The factor. */
  readonly times: number;
  /** The offset, and whether it is negative; empty without one. */
  readonly by: string;
  readonly less: boolean;
}

/** The words for a factor: "half ", "3 times "; empty for 1. */
export function share(times: number): string {
  if (times === 1) return "";
  return times === 0.5 ? "half " : `${times} times `;
}
