import { MIOT_CODE } from "../bridge/miot/codes.ts";
import {
  type Action,
  type HomeFileDevice,
  type Property,
  type PropertyAddress,
  type Spec,
  type SpecEvent,
  sameValue,
  tryCoerce,
  type Value,
} from "../home/index.ts";
import type { Behaviour } from "./behaviours/behaviour.ts";
import type { DeviceFault } from "./faults.ts";

/** A property with a value. */
export interface SimulatedValue {
  readonly property: Property;
  readonly value: Value;
}

/** Changes of a device that its listeners are told. */
export type DeviceChange =
  /** Values that changed, all that one write, action or tick changed together. */
  | { readonly kind: "values"; readonly values: readonly SimulatedValue[] }
  | { readonly kind: "event"; readonly event: SpecEvent; readonly arguments: readonly SimulatedValue[] }
  /** Name, aliases or room changed: it has to be announced again. */
  | { readonly kind: "described" }
  | { readonly kind: "availability"; readonly online: boolean };

export type DeviceChangeListener = (change: DeviceChange) => void;

/** The result of an action; `code` is a result code of MIoT. */
export interface ActionResult {
  readonly code: number;
  readonly out: readonly Value[];
}

/** An invoked action, kept for tests and evaluations. */
export interface Invocation {
  readonly action: Action;
  readonly in: readonly Value[];
}

/**
 * One simulated device: the state of its spec's properties and what it does when it is written to, invoked or left alone
 * (its behaviours). It knows nothing of MQTT and of time: an emulator puts it on the wire, `tick` moves its time.
 */
export class SimulatedDevice {
  /** The id in its home file. */
  readonly id: string;
  readonly model: string;
  readonly spec: Spec;
  /** The instance JSON when the home file itself holds it. */
  readonly instance: unknown;
  /** Set by tests and over the control topic; honoured by whoever carries requests to the device. */
  fault: DeviceFault | null = null;
  readonly #state: Map<PropertyAddress, Value>;
  readonly #listeners = new Set<DeviceChangeListener>();
  readonly #invocations: Invocation[] = [];
  #behaviours: readonly Behaviour[] = [];
  #name: string;
  #aliases: readonly string[];
  #room: string | null;
  #online: boolean;
  /** Properties that the current step has changed; null between steps. */
  #changed: Map<PropertyAddress, Property> | null = null;

  constructor(file: HomeFileDevice) {
    this.id = file.id;
    this.model = file.model;
    this.spec = file.spec;
    this.instance = file.instance;
    this.#name = file.name;
    this.#aliases = file.aliases;
    this.#room = file.room;
    this.#online = file.online;
    this.#state = new Map(file.state);
  }

  get name(): string {
    return this.#name;
  }

  get aliases(): readonly string[] {
    return this.#aliases;
  }

  /** Id of the room, null when it stands in none. */
  get room(): string | null {
    return this.#room;
  }

  get online(): boolean {
    return this.#online && this.fault?.kind !== "offline";
  }

  /** Every readable property, on the wire's values. */
  get state(): ReadonlyMap<PropertyAddress, Value> {
    return this.#state;
  }

  /** The actions invoked so far that were done. */
  get invocations(): readonly Invocation[] {
    return this.#invocations;
  }

  /** Gives it its behaviours; called once, before anything happens. */
  use(behaviours: readonly Behaviour[]): void {
    this.#behaviours = behaviours;
  }

  /** Calls `listener` for what happens until the returned function is called. */
  subscribe(listener: DeviceChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes one property as a controller does. Returns MIoT's result code. */
  write(property: Property, given: Value): number {
    if (!property.access.write) return MIOT_CODE.notWritable;
    const value = tryCoerce(property, given);
    if (value === null) return MIOT_CODE.wrongValue;
    this.#step(() => {
      const taken = this.#behaviours.map((behaviour) => behaviour.written?.(property, value) ?? false);
      if (!taken.includes(true)) this.set(property, value);
    });
    return MIOT_CODE.ok;
  }

  read(property: Property): Value | undefined {
    return this.#state.get(property.address);
  }

  /** The value at an address, undefined where there is no such readable property. */
  value(address: PropertyAddress): Value | undefined {
    return this.#state.get(address);
  }

  /** Invokes an action as a controller does. */
  invoke(action: Action, given: readonly Value[]): ActionResult {
    if (given.length !== action.in.length) return { code: MIOT_CODE.wrongArguments, out: [] };
    const values: Value[] = [];
    for (const [index, property] of action.in.entries()) {
      const value = tryCoerce(property, given[index]);
      if (value === null) return { code: MIOT_CODE.wrongArguments, out: [] };
      values.push(value);
    }
    this.#invocations.push({ action, in: values });
    this.#step(() => {
      for (const behaviour of this.#behaviours) behaviour.invoked?.(action, values);
    });
    return {
      code: MIOT_CODE.ok,
      out: action.out.map((property) => this.#state.get(property.address) ?? first(property)),
    };
  }

  /** Lets `seconds` of simulated time pass. */
  tick(seconds: number): void {
    this.#step(() => {
      for (const behaviour of this.#behaviours) behaviour.tick?.(seconds);
    });
  }

  /** Changes a property from inside the device: what a behaviour does, or a hand on the device itself. */
  set(property: Property, value: Value): void {
    if (!property.access.read && !property.access.notify) return;
    if (sameValue(property, this.#state.get(property.address), value)) return;
    if (!this.#changed) {
      this.#step(() => this.set(property, value));
      return;
    }
    this.#state.set(property.address, value);
    this.#changed.set(property.address, property);
  }

  /** Overwrites state values by address; unknown addresses and values that do not fit are left out. */
  restore(values: Readonly<Record<PropertyAddress, Value>>): void {
    this.#step(() => {
      for (const [address, given] of Object.entries(values)) {
        const property = this.spec.properties.get(address);
        const value = property ? tryCoerce(property, given) : null;
        if (property && value !== null) this.set(property, value);
      }
    });
  }

  /** Lets the device report an event (a pressed button). */
  raise(event: SpecEvent, values: readonly SimulatedValue[] = []): void {
    this.#emit({ kind: "event", event, arguments: values });
  }

  /** Gives it another name, other aliases or another room. */
  describe(given: {
    readonly name?: string;
    readonly aliases?: readonly string[];
    readonly room?: string | null;
  }): void {
    this.#name = given.name ?? this.#name;
    this.#aliases = given.aliases ?? this.#aliases;
    if (given.room !== undefined) this.#room = given.room;
    this.#emit({ kind: "described" });
  }

  /** Sets its fault; null for none. */
  setFault(fault: DeviceFault | null): void {
    const before = this.online;
    this.fault = fault;
    if (this.online !== before) this.#emit({ kind: "availability", online: this.online });
  }

  setOnline(online: boolean): void {
    const before = this.online;
    this.#online = online;
    if (this.online !== before) this.#emit({ kind: "availability", online: this.online });
  }

  /** Runs `change` and then reports all its changes together. */
  #step(change: () => void): void {
    if (this.#changed) {
      change();
      return;
    }
    const changed = new Map<PropertyAddress, Property>();
    this.#changed = changed;
    try {
      change();
    } finally {
      this.#changed = null;
    }
    if (changed.size === 0) return;
    const values = [...changed.values()].flatMap((property) => {
      const value = this.#state.get(property.address);
      return value === undefined ? [] : [{ property, value }];
    });
    this.#emit({ kind: "values", values });
  }

  #emit(change: DeviceChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** The first value that a property allows: what an action gives back for a property that has no state. */
function first(property: Property): Value {
  const listed = property.values[0]?.value ?? property.range?.min;
  if (listed !== undefined) return listed;
  return property.format === "bool" ? false : property.format === "string" ? "" : 0;
}
