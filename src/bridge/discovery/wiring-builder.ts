import type { ActionAddress, EventAddress, PropertyAddress, Spec } from "../../home/index.ts";
import type { ProblemCode } from "../problem-codes.ts";
import type { Codec } from "../spec/codec.ts";
import { type Slot, SpecWriter } from "../spec/writer.ts";
import type { BoundAction, BoundProperty, OffDelay, PropertyWriting, TopicListener, Wiring } from "./wire.ts";

/** A part of a config that could not be used. */
export interface ConfigProblem {
  readonly code: ProblemCode;
  readonly detail: string;
}

/** Collects what the components of one device add. */
export class WiringBuilder {
  readonly writer: SpecWriter;
  readonly traits = new Set<string>();
  readonly problems: ConfigProblem[] = [];
  /** Called with the detail when a command could not be rendered. */
  readonly failed: (detail: string) => void;
  /** Milliseconds after which the values of what is added now are too old; null for never. */
  freshFor: number | null = null;
  readonly #listeners: TopicListener[] = [];
  readonly #properties: {
    readonly slot: Slot;
    readonly codec: Codec;
    readonly write: PropertyWriting | null;
    readonly owner: string;
    readonly freshFor: number | null;
  }[] = [];
  readonly #actions: { readonly slot: Slot; readonly publish: BoundAction["publish"] }[] = [];
  readonly #events: Slot[] = [];
  readonly #offDelays = new Map<string, OffDelay>();

  constructor(product: string, failed: (detail: string) => void) {
    this.writer = new SpecWriter("discovery-spec", product);
    this.failed = failed;
  }

  problem(code: ProblemCode, detail: string): void {
    const known = this.problems.some((each) => each.code === code && each.detail === detail);
    if (!known) this.problems.push({ code, detail });
  }

  property(slot: Slot, codec: Codec, write: PropertyWriting | null, owner: string): string {
    this.#properties.push({ slot, codec, write, owner, freshFor: this.freshFor });
    return `p${this.#properties.length - 1}`;
  }

  action(slot: Slot, publish: BoundAction["publish"]): void {
    this.#actions.push({ slot, publish });
  }

  event(slot: Slot): string {
    this.#events.push(slot);
    return `e${this.#events.length - 1}`;
  }

  offAfter(slot: string, wire: string, ms: number): void {
    this.#offDelays.set(slot, { wire, ms });
  }

  listen(listener: TopicListener): void {
    this.#listeners.push(listener);
  }

  finish(
    kind: string,
    description: string,
  ): {
    readonly spec: Spec;
    readonly wiring: Wiring;
    /** Keyed by address, in milliseconds; without those that never get too old. */
    readonly freshFor: ReadonlyMap<PropertyAddress, number>;
  } {
    const written = this.writer.finish(kind, description);
    const properties = new Map<string, BoundProperty>();
    const byAddress = new Map<PropertyAddress, BoundProperty>();
    const freshFor = new Map<PropertyAddress, number>();
    for (const [index, { slot, codec, write, owner, ...kept }] of this.#properties.entries()) {
      const address = written.property(slot)?.address;
      if (address === undefined) continue;
      const bound: BoundProperty = { address, codec, write, owner };
      properties.set(`p${index}`, bound);
      byAddress.set(address, bound);
      if (kept.freshFor !== null) freshFor.set(address, kept.freshFor);
    }
    const actions = new Map<ActionAddress, BoundAction>();
    for (const { slot, publish } of this.#actions) {
      const address = written.action(slot)?.address;
      if (address !== undefined) actions.set(address, { address, publish });
    }
    const events = new Map<string, EventAddress>();
    for (const [index, slot] of this.#events.entries()) {
      const address = written.event(slot)?.address;
      if (address !== undefined) events.set(`e${index}`, address);
    }
    const wiring = { listeners: this.#listeners, properties, byAddress, actions, events, offDelays: this.#offDelays };
    return { spec: written.spec, wiring, freshFor };
  }
}
