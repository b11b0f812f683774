import type { ActionAddress, EventAddress, PropertyAddress, Value } from "../../home/index.ts";
import type { Codec } from "../spec/codec.ts";
import { type PropertyDraft, type ServiceWriter, type Slot, SpecWriter, specLabelOf } from "../spec/writer.ts";
import { ACCESS, type Expose } from "./exposes.ts";
import type { ActionBinding, DeviceShape, EventBinding, PropertyBinding, Unsupported, WirePath } from "./shape.ts";

/** Read and write as an expose grants them. */
export function accessOf(expose: Expose): { read: boolean; write: boolean } {
  const access = expose.access ?? ACCESS.state;
  return { read: (access & (ACCESS.state | ACCESS.get)) !== 0, write: (access & ACCESS.set) !== 0 };
}

/** The path of an expose in a state message, below its parent's. */
export function exposePath(parent: readonly string[], expose: Expose): WirePath | null {
  const own = expose.property ?? expose.name;
  const suffix = `_${expose.endpoint ?? ""}`;
  // Inside an object only the object's own key carries the endpoint: `color_top` holds `x`, whatever its property says.
  const key = parent.length > 0 && own?.endsWith(suffix) && suffix !== "_" ? own.slice(0, -suffix.length) : own;
  if (key === undefined || key === "") return null;
  const [first, ...rest] = [...parent, key];
  return first === undefined ? null : [first, ...rest];
}

interface BindingDraft {
  readonly slot: Slot;
  readonly path: WirePath;
  readonly codec: Codec;
  readonly access: { readonly read: boolean; readonly write: boolean };
  readonly memory: PropertyBinding["memory"];
}

/** Collects services, properties, actions and events of one device and how each travels. */
export class ShapeBuilder {
  readonly writer: SpecWriter;
  readonly unsupported: Unsupported[] = [];
  /** The traits of the device, for finding its kind: `light`, `contact`. */
  readonly traits = new Set<string>();
  readonly #bindings: BindingDraft[] = [];
  readonly #actions: {
    readonly slot: Slot;
    readonly payload: ActionBinding["payload"];
    readonly endpoint: string | undefined;
  }[] = [];
  readonly #events: { readonly slot: Slot; readonly key: string; readonly value: string }[] = [];
  /** Paths that have a property already, and what it is for. */
  readonly #taken = new Set<string>();

  constructor(product: string) {
    this.writer = new SpecWriter("zigbee2mqtt-spec", product);
  }

  /** The service of this name for an endpoint; its description is the endpoint's name where there is one. */
  service(name: string, description: string, endpoint: string | undefined): ServiceWriter {
    const label = endpoint === undefined ? description : specLabelOf(endpoint);
    return this.writer.service(name, label, `${name}|${endpoint ?? ""}`);
  }

  /** Claims a path for one purpose; false when it is there already (an expose given twice). */
  claim(path: readonly string[], purpose = ""): boolean {
    const key = JSON.stringify([...path, purpose]);
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }

  /** Adds a property and its binding. */
  property(
    service: ServiceWriter,
    draft: Omit<PropertyDraft, "read" | "write">,
    path: WirePath,
    codec: Codec,
    access: { readonly read: boolean; readonly write: boolean },
    memory?: PropertyBinding["memory"],
  ): Slot {
    const slot = service.property({ ...draft, ...access });
    this.#bindings.push({ slot, path, codec, access, memory });
    return slot;
  }

  action(
    service: ServiceWriter,
    name: string,
    description: string,
    payload: ActionBinding["payload"],
    args: readonly Slot[] = [],
    endpoint?: string,
  ): void {
    this.#actions.push({ slot: service.action(name, description, args), payload, endpoint });
  }

  event(service: ServiceWriter, name: string, description: string, key: string, value: string): void {
    this.#events.push({ slot: service.event(name, description), key, value });
  }

  finish(kind: string, description: string): DeviceShape {
    const written = this.writer.finish(kind, description);
    const readers = new Map<string, PropertyBinding[]>();
    const writers = new Map<PropertyAddress, PropertyBinding>();
    for (const { slot, path, codec, access, memory } of this.#bindings) {
      const address = written.property(slot)?.address;
      if (address === undefined) {
        this.unsupported.push({ path: path.join("."), type: "property", reason: "too-many" });
        continue;
      }
      const binding: PropertyBinding = { address, path, codec, ...access, ...(memory && { memory }) };
      if (access.read) readers.set(path[0], [...(readers.get(path[0]) ?? []), binding]);
      if (access.write) writers.set(address, binding);
    }
    const actions = new Map<ActionAddress, ActionBinding>();
    for (const { slot, payload, endpoint } of this.#actions) {
      const address = written.action(slot)?.address;
      if (address !== undefined) actions.set(address, { address, payload, endpoint });
    }
    const events = new Map<string, MutableEvents>();
    for (const { slot, key, value } of this.#events) {
      const address = written.event(slot)?.address;
      if (address !== undefined) addEvent(events, key, value, address);
    }
    return { spec: written.spec, readers, writers, actions, events, unsupported: this.unsupported };
  }
}

interface MutableEvents {
  readonly exact: Map<string, EventAddress>;
  readonly patterns: EventBinding["patterns"][number][];
}

function addEvent(events: Map<string, MutableEvents>, key: string, value: string, address: EventAddress): void {
  const known: MutableEvents = events.get(key) ?? { exact: new Map(), patterns: [] };
  events.set(key, known);
  const star = value.indexOf("*");
  if (star === -1) known.exact.set(value, address);
  else known.patterns.push({ start: value.slice(0, star), end: value.slice(value.lastIndexOf("*") + 1), address });
}

/** Puts `value` at `path` of a payload, making the objects on the way. */
export function putAt(payload: Record<string, unknown>, path: WirePath, value: unknown): void {
  let place = payload;
  for (const key of path.slice(0, -1)) {
    const next = Object.hasOwn(place, key) ? place[key] : undefined;
    const inner: Record<string, unknown> = isObject(next) ? next : {};
    if (inner !== next) setOwn(place, key, inner);
    place = inner;
  }
  const last = path.at(-1);
  if (last !== undefined) setOwn(place, last, value);
}

/** What stands at `path`, own keys only; undefined when there is nothing. */
export function getAt(payload: unknown, path: readonly string[]): unknown {
  let place = payload;
  for (const key of path) {
    if (!isObject(place) || !Object.hasOwn(place, key)) return undefined;
    place = place[key];
  }
  return place;
}

/** Whether it is an object with keys (no array). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sets an own key, even `__proto__`, which JSON may hold. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

/** The payload of an action that sets constant values. */
export function constantPayload(path: WirePath, value: unknown): (args: readonly Value[]) => Record<string, unknown> {
  return () => {
    const payload: Record<string, unknown> = {};
    putAt(payload, path, value);
    return payload;
  };
}
