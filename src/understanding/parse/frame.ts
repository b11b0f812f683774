import type { DeviceId } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import type { Act, Level, RelativeChange, WordRole } from "../lexicon/types.ts";
import type { PastQuestion } from "../past/question.ts";
import type { Item } from "./items.ts";
import type { Quantity } from "./measure/measures.ts";

/** Where: rooms, a floor, the speaker's room or floor, the room talked about, the whole home, or a place that this home lacks. */
export type PlaceReference =
  | { readonly kind: "rooms"; readonly ids: readonly string[]; readonly text: string }
  | { readonly kind: "floor"; readonly id: string; readonly text: string }
  | { readonly kind: "here" }
  /** The floor that the speaker's room is on. */
  | { readonly kind: "ownFloor" }
  | { readonly kind: "there" }
  | { readonly kind: "home" }
  /** All rooms but the one that was talked about, and the speaker's. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "missing"; readonly text: string; readonly word: string };

/** What is meant: a name, a kind, a part of a device, a pronoun, or everything. */
export interface Head {
  readonly type: "devices" | "kind" | "it" | "them" | "other" | "everything" | "scene" | "unknown";
  readonly devices: readonly DeviceId[];
  /** Devices that are meant where none of `devices` is in the place, the first list before the second. */
  readonly elsewise: readonly (readonly DeviceId[])[];
  readonly parts: readonly { readonly device: DeviceId; readonly service: string }[];
  readonly kinds: readonly string[];
  readonly scenes: readonly string[];
  readonly text: string;
  /** Stem of its last word; of Chinese the whole phrase. */
  readonly word: string;
  /** Said in the plural: "lamps", 灯都. */
  plural: boolean;
  /** It is asked whether it is open: then "the doors" are all that open. */
  readonly asked?: true;
  readonly definite: boolean;
  places: readonly PlaceReference[];
  quantifier: "all" | "any" | "both" | null;
  /** How many were said to be meant: "all three". */
  count: number | null;
  /** Stems of words in front that narrow it down: "reading" lamp. */
  readonly modifiers: readonly string[];
  readonly modifierText: string;
  /** One of them means nothing that is known. */
  readonly strange: boolean;
  /** The word for the kind says less than the kind, or the name was said with a character wrong: what is found may be another. */
  readonly narrow: boolean;
  /** No more of its name was said than a word that may as well mean something else: "the fish" of a fish tank plug. */
  readonly half: boolean;
  /** first, left … */
  readonly ordinals: WordRole[];
}

/** A value as it was said; which one fits is decided against the property. */
export interface ValueMention {
  readonly text: string;
  readonly quantity: Quantity | null;
  readonly level: Level | null;
  readonly color: number | null;
  readonly kelvin: number | null;
  /** Descriptions of list values, lower case. */
  readonly listed: readonly string[];
  readonly half: boolean;
}

/** A pronoun without a place, to be filled in. */
export function emptyHead(): Head {
  return {
    type: "it",
    devices: [],
    elsewise: [],
    parts: [],
    kinds: [],
    scenes: [],
    text: "",
    word: "",
    plural: false,
    definite: false,
    places: [],
    quantifier: null,
    count: null,
    modifiers: [],
    modifierText: "",
    strange: false,
    narrow: false,
    half: false,
    ordinals: [],
  };
}

export type QuestionKind = "polar" | "any" | "all" | "which" | "howMany" | "value" | "where" | "since" | "why";

/** One clause, read: what is asked or wanted, of what, where, to which value. */
export interface Frame {
  act: Act | null;
  /** The act says that a value follows ("调到"), or "to" was said. */
  to: boolean;
  by: boolean;
  changes: RelativeChange[];
  /** Which way is meant where what it shall be is no value of a device: "make it bright". */
  made: RelativeChange | null;
  props: string[];
  propText: string;
  /** What the word for the property would be as a value: "sleep mode" of a device that has a mode called Sleep. */
  propValue: ValueMention | null;
  values: ValueMention[];
  heads: Head[];
  /** Places that belong to no head. */
  places: PlaceReference[];
  except: { heads: Head[]; places: PlaceReference[] };
  only: boolean;
  /** What is excepted shall stay as it is, and nothing was said before of the others: "leave the lamp on". */
  leaving: boolean;
  amount: "little" | "much" | null;
  /** "twice as bright": 2. */
  factor: number | null;
  more: 1 | -1 | 0;
  asking: QuestionKind | null;
  states: DeviceState[];
  /** States between which is asked: "on or off". */
  alternatives: boolean;
  above: boolean;
  below: boolean;
  negated: boolean;
  also: boolean;
  /** Nothing but a name: "overhead light". */
  bare: boolean;
  /** Seconds. */
  durations: { readonly seconds: number; readonly item: Item }[];
  /** A word of clock or calendar is in it: when something shall be done was not understood. */
  untimed: boolean;
  /** Actions of specs that are named. */
  actions: string[];
  unknown: Item[];
  readonly items: readonly Item[];
  /** To be done at another time: how things are now says nothing about then. */
  timeless: boolean;
  /** Bare degrees of a temperature are Fahrenheit: the home counts so. */
  fahrenheit: boolean;
  /** It asks for a drink. */
  serving: boolean;
  /** Words for the past or for maybe: nothing to be done. */
  blocked: boolean;
  /** The question is asked of the past. */
  past: PastQuestion | null;
}

export function emptyFrame(items: readonly Item[]): Frame {
  return {
    act: null,
    to: false,
    by: false,
    changes: [],
    made: null,
    props: [],
    propText: "",
    propValue: null,
    values: [],
    heads: [],
    places: [],
    except: { heads: [], places: [] },
    only: false,
    leaving: false,
    amount: null,
    factor: null,
    more: 0,
    asking: null,
    states: [],
    alternatives: false,
    above: false,
    below: false,
    negated: false,
    also: false,
    bare: false,
    durations: [],
    untimed: false,
    actions: [],
    unknown: [],
    items,
    timeless: false,
    serving: false,
    fahrenheit: false,
    blocked: false,
    past: null,
  };
}
