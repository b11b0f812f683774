import type { ActionAddress, EventAddress, PropertyAddress, Value } from "../../home/index.ts";
import type { Publication } from "../dialect.ts";
import type { Codec } from "../spec/codec.ts";

/** A payload with its JSON, parsed at the first need and shared by all who look at the message. */
export class Payload {
  readonly text: string;
  #json: { readonly value: unknown } | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** undefined when it is no JSON. */
  get json(): unknown {
    this.#json ??= { value: parse(this.text) };
    return this.#json.value;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The result of reading a message for one part of a component. */
export type DecodedMessage =
  /** `wire` is what was decoded, for comparing it with what was sent. */
  | { readonly kind: "value"; readonly slot: string; readonly wire: unknown }
  | { readonly kind: "event"; readonly slot: string }
  /** Nothing to say: not in this message. */
  | { readonly kind: "nothing" }
  | { readonly kind: "problem"; readonly detail: string };

/** Listens to one topic. */
export interface TopicListener {
  readonly topic: string;
  readonly receive: (payload: Payload) => readonly DecodedMessage[];
}

/** One property of the spec: how messages become its value, and how it is written. */
export interface BoundProperty {
  readonly address: PropertyAddress;
  readonly codec: Codec;
  readonly write: PropertyWriting | null;
  /** The component and the name, the same whatever its address. */
  readonly owner: string;
}

/** Values that go out together: a light's state and brightness in one JSON, or one publication each. */
export type PropertyWriting =
  | { readonly kind: "alone"; readonly publish: (wire: unknown, value: Value) => Publication | null }
  | { readonly kind: "together"; readonly group: WriteGroup; readonly field: (wire: unknown, value: Value) => Fields };

export type Fields = Readonly<Record<string, unknown>>;

/** Makes the publications of the fields of several writes; none when it fails. */
export interface WriteGroup {
  readonly publish: (fields: Fields) => readonly Publication[];
}

export interface BoundAction {
  readonly address: ActionAddress;
  readonly publish: (args: readonly Value[]) => Publication | null;
}

/** A reading that resets by itself. */
export interface OffDelay {
  readonly wire: string;
  readonly ms: number;
}

/** The listeners, properties, actions and events of one or more components. */
export interface Wiring {
  readonly listeners: readonly TopicListener[];
  /** Keyed by the slot that listeners name. */
  readonly properties: ReadonlyMap<string, BoundProperty>;
  readonly byAddress: ReadonlyMap<PropertyAddress, BoundProperty>;
  readonly actions: ReadonlyMap<ActionAddress, BoundAction>;
  /** Keyed by the slot that listeners name. */
  readonly events: ReadonlyMap<string, EventAddress>;
  /** Keyed by slot. */
  readonly offDelays: ReadonlyMap<string, OffDelay>;
}
