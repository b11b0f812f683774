import { type Device, KIND_MEMBERS, type Spec } from "../../home/index.ts";
import type { IndexedDevice } from "./indexed-device.ts";

/** Index of the devices of a home by kind, room, spec, capability and name. */
export class DeviceGroups {
  readonly #kinds = new Groups<IndexedDevice>();
  readonly #rooms = new Groups<IndexedDevice>();
  readonly #specs = new Groups<IndexedDevice, Spec>();
  /** Specs, keyed by type of property: all devices of a spec have the same. */
  readonly #types = new Groups<Spec>();
  readonly #actions = new Groups<Spec>();
  /** Keyed by name; most names are those of one device. */
  readonly #names = new Map<string, IndexedDevice[]>();

  add(indexed: IndexedDevice): void {
    const { device, capabilities } = indexed;
    for (const kind of kindsOf(indexed)) this.#kinds.add(kind, indexed);
    if (device.room) this.#rooms.add(device.room.id, indexed);
    this.#specs.add(device.spec, indexed);
    for (const type of capabilities.properties.keys()) this.#types.add(type, device.spec);
    for (const type of capabilities.actions.keys()) this.#actions.add(type, device.spec);
    const called = this.#names.get(device.name);
    if (called) called.push(indexed);
    else this.#names.set(device.name, [indexed]);
  }

  remove(indexed: IndexedDevice): void {
    const { device, capabilities } = indexed;
    for (const kind of kindsOf(indexed)) this.#kinds.remove(kind, indexed);
    if (device.room) this.#rooms.remove(device.room.id, indexed);
    this.#specs.remove(device.spec, indexed);
    if (this.#specs.get(device.spec).size === 0) {
      for (const type of capabilities.properties.keys()) this.#types.remove(type, device.spec);
      for (const type of capabilities.actions.keys()) this.#actions.remove(type, device.spec);
    }
    const called = (this.#names.get(device.name) ?? []).filter((each) => each !== indexed);
    if (called.length > 0) this.#names.set(device.name, called);
    else this.#names.delete(device.name);
  }

  /** Devices of a kind, including its member kinds. */
  ofKind(kind: string): ReadonlySet<IndexedDevice> {
    return this.#kinds.get(kind);
  }

  inRoom(room: string): ReadonlySet<IndexedDevice> {
    return this.#rooms.get(room);
  }

  /** Devices with a property or an action of one of these types, type by type, each in the order of adding. */
  having(types: readonly string[], actions: readonly string[]): ReadonlySet<IndexedDevice> {
    const found = new Set<IndexedDevice>();
    for (const type of types) for (const indexed of this.#ofSpecs(this.#types.get(type))) found.add(indexed);
    for (const type of actions) for (const indexed of this.#ofSpecs(this.#actions.get(type))) found.add(indexed);
    return found;
  }

  #ofSpecs(specs: ReadonlySet<Spec>): Iterable<IndexedDevice> {
    const [only, ...others] = specs;
    if (only === undefined || others.length === 0) return only ? this.#specs.get(only) : [];
    return [...specs].flatMap((spec) => [...this.#specs.get(spec)]).sort((a, b) => a.order - b.order);
  }

  /** Whether any device has a property of one of these types. */
  hasAny(types: readonly string[]): boolean {
    return types.some((type) => this.#types.get(type).size > 0);
  }

  /** Whether another device, in another room, has the same name. */
  sharesName(device: Device): boolean {
    return (this.#names.get(device.name) ?? []).some((other) => other.device.room !== device.room);
  }
}

/** The kinds of a device, and the kinds whose word includes one of them. */
function kindsOf({ kinds, ownKinds }: IndexedDevice): ReadonlySet<string> {
  return new Set([...kinds, ...[...ownKinds].flatMap((own) => WIDER.get(own) ?? [])]);
}

/** Kinds whose word includes a kind, keyed by that kind: `lock` → door, gate. */
const WIDER: ReadonlyMap<string, readonly string[]> = widerKinds();

function widerKinds(): Map<string, string[]> {
  const wider = new Map<string, string[]>();
  for (const [kind, members] of Object.entries(KIND_MEMBERS)) {
    for (const member of members) wider.set(member, [...(wider.get(member) ?? []), kind]);
  }
  return wider;
}

/** Sets of members, by key. */
class Groups<Member, Key = string> {
  readonly #none: ReadonlySet<Member> = new Set();
  readonly #sets = new Map<Key, Set<Member>>();

  get(key: Key): ReadonlySet<Member> {
    return this.#sets.get(key) ?? this.#none;
  }

  add(key: Key, member: Member): void {
    const set = this.#sets.get(key);
    if (set) set.add(member);
    else this.#sets.set(key, new Set([member]));
  }

  remove(key: Key, member: Member): void {
    const set = this.#sets.get(key);
    set?.delete(member);
    if (set?.size === 0) this.#sets.delete(key);
  }
}
