import type { DeviceId } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import type { Act, Level, RelativeChange, WordRole } from "../lexicon/types.ts";
import type { PastQuestion } from "../past/question.ts";
import type { Item } from "./items.ts";
import type { Quantity } from "./measure/measures.ts";

/** A place in a clause: rooms, a floor, the speaker's room or floor, the room in focus, the whole home, or a missing place. */
export type PlaceReference =
  | { readonly kind: "rooms"; readonly ids: readonly string[]; readonly text: string }
  | { readonly kind: "floor"; readonly id: string; readonly text: string }
  | { readonly kind: "here" }
  /** The floor that the speaker's room is on. */
  | { readonly kind: "ownFloor" }
  | { readonly kind: "there" }
  | { readonly kind: "home" }
  /** All rooms but the one in focus and the speaker's. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "missing"; readonly text: string; readonly word: string };

/** What a clause is about: a name, a kind, a part of a device, a pronoun, or everything. */
export interface Head {
  readonly type: "devices" | "kind" | "it" | "them" | "other" | "everything" | "scene" | "unknown";
  readonly devices: readonly DeviceId[];
  /** Fallbacks if none of `devices` is in the place, in order. */
  readonly elsewise: readonly (readonly DeviceId[])[];
  readonly parts: readonly { readonly device: DeviceId; readonly service: string }[];
  readonly kinds: readonly string[];
  readonly scenes: readonly string[];
  readonly text: string;
  /** Stem of its last word; of Chinese the whole phrase. */
  readonly word: string;
  /** Said in the plural: "lamps", 灯都. */
  plural: boolean;
  /** The question is whether it is open; "the doors" then means everything that opens. */
  readonly asked?: true;
  readonly definite: boolean;
  places: readonly PlaceReference[];
  quantifier: "all" | "any" | "both" | null;
  /** The number that was said: "all three". */
  count: number | null;
  /** Stems of the modifiers in front: "reading" lamp. */
  readonly modifiers: readonly string[];
  readonly modifierText: string;
  /** A modifier is unknown. */
  readonly strange: boolean;
  /** The word is narrower than the kind, or the name has a wrong character: the match may be another device. */
  readonly narrow: boolean;
  /** Only one ambiguous word of the name was said: "the fish" of a fish tank plug. */
  readonly half: boolean;
  /** first, left … */
  readonly ordinals: WordRole[];
}

/** A value as it was said; it is resolved against the property later. */
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

/** A head without content ("it"), to be filled in. */
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

/** One clause as slots: what is asked or wanted, of what, where, to which value. */
export interface Frame {
  act: Act | null;
  /** A goal value follows: the act says so ("调到"), or "to" was said. */
  to: boolean;
  by: boolean;
  changes: RelativeChange[];
  /** The direction of a result adjective, if it is no value of the device: "make it bright". */
  made: RelativeChange | null;
  props: string[];
  propText: string;
  /** The word for the property as a value: "sleep mode" for a device with a mode "Sleep". */
  propValue: ValueMention | null;
  values: ValueMention[];
  heads: Head[];
  /** Places that belong to no head. */
  places: PlaceReference[];
  except: { heads: Head[]; places: PlaceReference[] };
  only: boolean;
  /** The exception stays as it is, and no command for the others came before: "leave the lamp on". */
  leaving: boolean;
  amount: "little" | "much" | null;
  /** "twice as bright": 2. */
  factor: number | null;
  more: 1 | -1 | 0;
  asking: QuestionKind | null;
  states: DeviceState[];
  /** The question offers alternatives: "on or off". */
  alternatives: boolean;
  above: boolean;
  below: boolean;
  negated: boolean;
  also: boolean;
  /** The clause is only a name: "overhead light". */
  bare: boolean;
  /** Seconds. */
  durations: { readonly seconds: number; readonly item: Item }[];
  /** It contains a time that was not understood. */
  untimed: boolean;
  /** Actions of specs that are named. */
  actions: string[];
  unknown: Item[];
  readonly items: readonly Item[];
  /** It is for another time, so the current state does not count. */
  timeless: boolean;
  /** Bare degrees are Fahrenheit in this home. */
  fahrenheit: boolean;
  /** It asks for a drink. */
  serving: boolean;
  /** It must not be carried out: words for the past, maybe, and the like. */
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
