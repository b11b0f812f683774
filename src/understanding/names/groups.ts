import { type Device, KIND_MEMBERS } from "../../home/index.ts";
import type { IndexedDevice } from "./home-index.ts";

/** The devices of a home by what they are, where they are, what they can do and what they are called. */
export class DeviceGroups {
  readonly #kinds = new Groups();
  readonly #rooms = new Groups();
  readonly #types = new Groups();
  readonly #actions = new Groups();
  readonly #names = new Groups();

  add(indexed: IndexedDevice): void {
    const { device, capabilities, kinds, ownKinds } = indexed;
    for (const kind of kinds) this.#kinds.add(kind, indexed);
    for (const own of ownKinds) for (const wider of WIDER.get(own) ?? []) this.#kinds.add(wider, indexed);
    if (device.room) this.#rooms.add(device.room.id, indexed);
    for (const type of capabilities.properties.keys()) this.#types.add(type, indexed);
    for (const type of capabilities.actions.keys()) this.#actions.add(type, indexed);
    this.#names.add(device.name, indexed);
  }

  remove(indexed: IndexedDevice): void {
    for (const groups of [this.#kinds, this.#rooms, this.#types, this.#actions, this.#names]) groups.remove(indexed);
  }

  /** Devices that a word for a kind means. */
  ofKind(kind: string): ReadonlySet<IndexedDevice> {
    return this.#kinds.get(kind);
  }

  inRoom(room: string): ReadonlySet<IndexedDevice> {
    return this.#rooms.get(room);
  }

  /** Devices with a property of one of these types, or an action of one of these. */
  having(types: readonly string[], actions: readonly string[]): ReadonlySet<IndexedDevice> {
    return new Set([
      ...types.flatMap((type) => [...this.#types.get(type)]),
      ...actions.flatMap((type) => [...this.#actions.get(type)]),
    ]);
  }

  /** Whether another device, in another room, has the same name. */
  sharesName(device: Device): boolean {
    for (const other of this.#names.get(device.name)) if (other.device.room !== device.room) return true;
    return false;
  }
}

/** Kinds whose word also means a kind, keyed by that kind: `lock` → door, gate. */
const WIDER: ReadonlyMap<string, readonly string[]> = widerKinds();

function widerKinds(): Map<string, string[]> {
  const wider = new Map<string, string[]>();
  for (const [kind, members] of Object.entries(KIND_MEMBERS)) {
    for (const member of members) wider.set(member, [...(wider.get(member) ?? []), kind]);
  }
  return wider;
}

const NONE: ReadonlySet<IndexedDevice> = new Set();

/** Devices by a key, and the keys of each device. */
class Groups {
  readonly #sets = new Map<string, Set<IndexedDevice>>();
  readonly #keys = new Map<IndexedDevice, string[]>();

  get(key: string): ReadonlySet<IndexedDevice> {
    return this.#sets.get(key) ?? NONE;
  }

  add(key: string, indexed: IndexedDevice): void {
    const set = this.#sets.get(key);
    if (set?.has(indexed)) return;
    if (set) set.add(indexed);
    else this.#sets.set(key, new Set([indexed]));
    const keys = this.#keys.get(indexed);
    if (keys) keys.push(key);
    else this.#keys.set(indexed, [key]);
  }

  remove(indexed: IndexedDevice): void {
    for (const key of this.#keys.get(indexed) ?? []) this.#sets.get(key)?.delete(indexed);
    this.#keys.delete(indexed);
  }
}
