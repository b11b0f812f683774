import type { DeviceGroup, Floor, Room } from "./device.ts";
import { JiaError } from "./errors.ts";
import { type PlaceOverride, placeOver } from "./place-override.ts";
import { cleanText, slug } from "./text.ts";

/** Most rooms and floors: more than any home has, so that a flood of announcements cannot fill the memory. */
export const MAX_ROOMS = 1_000;
const MAX_FLOORS = 200;

/** What says that there is a room or floor. `file`: the home file · `device`: only devices that stand in it. */
export const PLACE_SOURCES = ["file", "gateway", "device", "person"] as const;
export type PlaceSource = (typeof PLACE_SOURCES)[number];
export type PlaceKind = "room" | "floor";

/**
 * Rooms and floors of a home, in the order in which they became known. A room that only a device names is added with it.
 * What a person set for one is laid over what others say of it.
 */
export class Layout {
  /** Keyed by room id. */
  readonly #rooms = new Map<string, Room>();
  /** Keyed by floor id. */
  readonly #floors = new Map<string, Floor>();
  /** Keyed by group id. */
  readonly #groups = new Map<string, DeviceGroup>();
  /** Without what people set; keyed by room id. */
  readonly #saidRooms = new Map<string, Room>();
  /** Without what people set; keyed by floor id. */
  readonly #saidFloors = new Map<string, Floor>();
  /** What people set, keyed by `room <id>` and `floor <id>`; also for what is not there yet. */
  readonly #set = new Map<string, PlaceOverride>();
  /** `room <id>` and `floor <id>` that a gateway described. */
  readonly #described = new Set<string>();
  /** `room <id>` and `floor <id>` of the home file: a gateway's description does not change them. */
  readonly #given: ReadonlySet<string>;
  /** Room id, keyed by the id that a gateway uses for the same room. */
  readonly #foreign = new Map<string, string>();

  constructor(floors: readonly Floor[], rooms: readonly Room[]) {
    for (const floor of floors) this.#sayFloor(floor);
    for (const room of rooms) this.#sayRoom(room);
    this.#given = new Set([...floors.map(({ id }) => `floor ${id}`), ...rooms.map(({ id }) => `room ${id}`)]);
  }

  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  get floors(): readonly Floor[] {
    return [...this.#floors.values()];
  }

  /** The groups that people made, in the order in which they became known. */
  get groups(): readonly DeviceGroup[] {
    return [...this.#groups.values()];
  }

  /** The group with this id, name or alias; null when there is none. */
  findGroup(idOrName: string): DeviceGroup | null {
    const wanted = idOrName.trim().toLowerCase();
    return this.#groups.get(idOrName) ?? this.groups.find((group) => isCalled(group, wanted)) ?? null;
  }

  /** Sets or, with null, removes a group. */
  setGroup(id: string, group: DeviceGroup | null): void {
    if (group === null) this.#groups.delete(id);
    else this.#groups.set(id, group);
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

  /** What says that there is such a room or floor; null when there is none. */
  sourceOf(kind: PlaceKind, id: string): PlaceSource | null {
    const key = `${kind} ${id}`;
    if (this.#given.has(key)) return "file";
    if (this.#described.has(key)) return "gateway";
    if (this.#set.get(key)?.made === true) return "person";
    return (kind === "room" ? this.#rooms : this.#floors).has(id) ? "device" : null;
  }

  /** What a person set for a room or floor; nothing where nobody set anything. */
  setOf(kind: PlaceKind, id: string): PlaceOverride {
    return this.#set.get(`${kind} ${id}`) ?? NOTHING_SET;
  }

  /**
   * Sets what a person wants over what others say of a room or floor; null: what others say.
   * @returns whether the layout changed
   */
  override(kind: PlaceKind, id: string, set: PlaceOverride | null): boolean {
    const key = `${kind} ${id}`;
    if (set === null) this.#set.delete(key);
    else this.#set.set(key, set);
    return kind === "room" ? this.#layRoom(id) : this.#layFloor(id);
  }

  /** Removes a room in which no device stands, and that nothing but devices named. @returns whether it was there */
  forget(id: string): boolean {
    if (this.sourceOf("room", id) !== "device") return false;
    this.#saidRooms.delete(id);
    return this.#layRoom(id);
  }

  /**
   * The room with this id, name or alias; null when there is none. Devices and gateways go on naming a room as they do
   * after a person has renamed it, so these names lead to it too where no other room has them.
   */
  findRoom(idOrName: string): Room | null {
    const byId = this.#rooms.get(idOrName) ?? this.#rooms.get(this.#foreign.get(idOrName) ?? "");
    if (byId) return byId;
    const wanted = idOrName.trim().toLowerCase();
    for (const room of this.#rooms.values()) if (isCalled(room, wanted)) return room;
    for (const room of this.#saidRooms.values()) if (isCalled(room, wanted)) return this.#rooms.get(room.id) ?? null;
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
    const found = this.#floors.get(idOrName) ?? this.floors.find((floor) => isCalled(floor, wanted));
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
    this.#sayRoom({ id, name, aliases: [], floor: null });
    const room = this.#rooms.get(id);
    return room ? { room, added: true } : null;
  }

  /**
   * Takes a gateway's description of a room and its floor. A room that the home knows by this name under another id stays as
   * it is. @returns whether the layout changed
   */
  describeRoom(given: Room, floor: Floor | null): boolean {
    const floorChanged = floor !== null && this.#describeFloor(floor);
    const byName = this.#saidRooms.has(given.id) ? null : this.findRoom(given.name);
    if (byName && byName.id !== given.id) {
      if (this.#foreign.size < MAX_ROOMS) this.#foreign.set(given.id, byName.id);
      return floorChanged;
    }
    const known = this.#saidRooms.get(given.id);
    if (this.#given.has(`room ${given.id}`)) return floorChanged;
    this.#described.add(`room ${given.id}`);
    if (known && sameRoom(known, given)) return floorChanged;
    if (!known && this.full) return floorChanged;
    return this.#sayRoom(given) || floorChanged;
  }

  #describeFloor(given: Floor): boolean {
    const known = this.#saidFloors.get(given.id);
    if (this.#given.has(`floor ${given.id}`)) return false;
    this.#described.add(`floor ${given.id}`);
    if (known && sameNames(known, given)) return false;
    if (!known && this.#floors.size >= MAX_FLOORS) return false;
    return this.#sayFloor(given);
  }

  #sayRoom(room: Room): boolean {
    this.#saidRooms.set(room.id, room);
    return this.#layRoom(room.id);
  }

  #sayFloor(floor: Floor): boolean {
    this.#saidFloors.set(floor.id, floor);
    return this.#layFloor(floor.id);
  }

  /** Lays what a person set over what is said of a room. @returns whether it changed */
  #layRoom(id: string): boolean {
    const set = this.setOf("room", id);
    const said = this.#saidRooms.get(id);
    const place = placeOver(id, said, set);
    const floor = set.floor === undefined ? (said?.floor ?? null) : set.floor;
    // Devices hold the object: it stays the same where nothing is set.
    return lay(this.#rooms, id, place && (place === said ? said : { ...place, floor }));
  }

  #layFloor(id: string): boolean {
    return lay(this.#floors, id, placeOver(id, this.#saidFloors.get(id), this.setOf("floor", id)));
  }
}

const NOTHING_SET: PlaceOverride = Object.freeze({});

function lay<Place extends Floor>(places: Map<string, Place>, id: string, place: Place | null): boolean {
  const known = places.get(id);
  if (place === null) return places.delete(id);
  if (known !== undefined && JSON.stringify(known) === JSON.stringify(place)) return false;
  places.set(id, place);
  return true;
}

/** @param wanted in lower case */
function isCalled({ name, aliases }: Floor, wanted: string): boolean {
  return name.toLowerCase() === wanted || aliases.some((alias) => alias.toLowerCase() === wanted);
}

function sameRoom(a: Room, b: Room): boolean {
  return sameNames(a, b) && a.floor === b.floor;
}

function sameNames(a: Floor | Room, b: Floor | Room): boolean {
  return a.name === b.name && a.aliases.join("\n") === b.aliases.join("\n");
}
