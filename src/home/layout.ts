import type { Floor, Room } from "./device.ts";
import { cleanText, slug } from "./text.ts";

/** Rooms and floors of a home, in the order they became known. Rooms that only a device names are added as they appear. */
export class Layout {
  /** Keyed by room id. */
  readonly #rooms = new Map<string, Room>();
  /** Keyed by floor id. */
  readonly #floors = new Map<string, Floor>();

  constructor(floors: readonly Floor[], rooms: readonly Room[]) {
    for (const floor of floors) this.#floors.set(floor.id, floor);
    for (const room of rooms) this.#rooms.set(room.id, room);
  }

  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  get floors(): readonly Floor[] {
    return [...this.#floors.values()];
  }

  room(id: string): Room | undefined {
    return this.#rooms.get(id);
  }

  floor(id: string): Floor | undefined {
    return this.#floors.get(id);
  }

  /** The room with this id, name or alias; null when there is none. */
  findRoom(idOrName: string): Room | null {
    const byId = this.#rooms.get(idOrName);
    if (byId) return byId;
    const wanted = idOrName.trim().toLowerCase();
    for (const room of this.#rooms.values()) {
      if (room.name.toLowerCase() === wanted || room.aliases.some((alias) => alias.toLowerCase() === wanted))
        return room;
    }
    return null;
  }

  /** The room with this id or name, made when it is new; null for an empty name. */
  ensureRoom(idOrName: string): { readonly room: Room; readonly added: boolean } | null {
    const name = cleanText(idOrName);
    const found = this.findRoom(name);
    if (found) return { room: found, added: false };
    const id = slug(name);
    if (!id) return null;
    const taken = this.#rooms.get(id);
    if (taken) return { room: taken, added: false };
    const room: Room = { id, name, aliases: [], floor: null };
    this.#rooms.set(id, room);
    return { room, added: true };
  }
}
