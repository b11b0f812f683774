import type { Floor, Room } from "./device.ts";
import { JiaError } from "./errors.ts";
import { cleanText, slug } from "./text.ts";

/** Most rooms and floors: more than any home has, so that a flood of announcements cannot fill the memory. */
export const MAX_ROOMS = 1_000;
const MAX_FLOORS = 200;

/** Rooms and floors of a home, in the order in which they became known. A room that only a device names is added with it. */
export class Layout {
  /** Keyed by room id. */
  readonly #rooms = new Map<string, Room>();
  /** Keyed by floor id. */
  readonly #floors = new Map<string, Floor>();
  /** `room <id>` and `floor <id>` of the home file: a gateway's description does not change them. */
  readonly #given: ReadonlySet<string>;
  /** Room id, keyed by the id that a gateway uses for the same room. */
  readonly #foreign = new Map<string, string>();

  constructor(floors: readonly Floor[], rooms: readonly Room[]) {
    for (const floor of floors) this.#floors.set(floor.id, floor);
    for (const room of rooms) this.#rooms.set(room.id, room);
    this.#given = new Set([...floors.map(({ id }) => `floor ${id}`), ...rooms.map(({ id }) => `room ${id}`)]);
  }

  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  get floors(): readonly Floor[] {
    return [...this.#floors.values()];
  }

  /** Whether no further rooms are added. */
  get full(): boolean {
    return this.#rooms.size >= MAX_ROOMS;
  }

  room(id: string): Room | undefined {
    return this.#rooms.get(id);
  }

  floor(id: string): Floor | undefined {
    return this.#floors.get(id);
  }

  /** The room with this id, name or alias; null when there is none. */
  findRoom(idOrName: string): Room | null {
    const byId = this.#rooms.get(idOrName) ?? this.#rooms.get(this.#foreign.get(idOrName) ?? "");
    if (byId) return byId;
    const wanted = idOrName.trim().toLowerCase();
    for (const room of this.#rooms.values()) {
      if (room.name.toLowerCase() === wanted || room.aliases.some((alias) => alias.toLowerCase() === wanted))
        return room;
    }
    return null;
  }

  /**
   * The room with this id, name or alias.
   * @throws JiaError `unknown-room` that names the rooms of the home
   */
  roomNamed(idOrName: string): Room {
    const room = this.findRoom(idOrName);
    if (room) return room;
    const known = this.rooms
      .map(({ name }) => name)
      .slice(0, 30)
      .join(", ");
    throw new JiaError("unknown-room", { room: cleanText(idOrName), known });
  }

  /**
   * The floor with this id, name or alias.
   * @throws JiaError `unknown-floor` that names the floors of the home
   */
  floorNamed(idOrName: string): Floor {
    const wanted = idOrName.trim().toLowerCase();
    const found =
      this.#floors.get(idOrName) ??
      this.floors.find(({ name, aliases }) => [name, ...aliases].some((each) => each.toLowerCase() === wanted));
    if (found) return found;
    const known = this.floors
      .map(({ name }) => name)
      .slice(0, 30)
      .join(", ");
    throw new JiaError("unknown-floor", { floor: cleanText(idOrName), known });
  }

  /** The room with this id or name, added when it is new; null for an empty name, and for a new one when there are too many. */
  ensureRoom(idOrName: string): { readonly room: Room; readonly added: boolean } | null {
    const name = cleanText(idOrName);
    const found = this.findRoom(name);
    if (found) return { room: found, added: false };
    const id = slug(name);
    if (!id) return null;
    const taken = this.#rooms.get(id);
    if (taken) return { room: taken, added: false };
    if (this.full) return null;
    const room: Room = { id, name, aliases: [], floor: null };
    this.#rooms.set(id, room);
    return { room, added: true };
  }

  /**
   * Takes a gateway's description of a room and its floor. A room that the home knows by this name under another id stays as
   * it is. @returns whether the layout changed
   */
  describeRoom(given: Room, floor: Floor | null): boolean {
    const floorChanged = floor !== null && this.#describeFloor(floor);
    const byName = this.#rooms.has(given.id) ? null : this.findRoom(given.name);
    if (byName) {
      if (this.#foreign.size < MAX_ROOMS) this.#foreign.set(given.id, byName.id);
      return floorChanged;
    }
    const known = this.#rooms.get(given.id);
    if (this.#given.has(`room ${given.id}`) || (known && sameRoom(known, given))) return floorChanged;
    if (!known && this.full) return floorChanged;
    this.#rooms.set(given.id, given);
    return true;
  }

  #describeFloor(given: Floor): boolean {
    const known = this.#floors.get(given.id);
    if (this.#given.has(`floor ${given.id}`) || (known && sameNames(known, given))) return false;
    if (!known && this.#floors.size >= MAX_FLOORS) return false;
    this.#floors.set(given.id, given);
    return true;
  }
}

function sameRoom(a: Room, b: Room): boolean {
  return sameNames(a, b) && a.floor === b.floor;
}

function sameNames(a: Floor | Room, b: Floor | Room): boolean {
  return a.name === b.name && a.aliases.join("\n") === b.aliases.join("\n");
}
