import { cleanText, type Floor, type HomeChange, keepNewest, MAX_ROOMS, type Room } from "../../home/index.ts";
import type { AnnouncementMessage, FloorMessage, RoomMessage } from "./messages.ts";

/** The rooms in announcements; each is passed on when it is new or changed. */
export class AnnouncedRooms {
  /** What was last passed on, as JSON, keyed by room id. */
  readonly #told = new Map<string, string>();

  /** The room of an announcement for the device's description, and the change that makes it known. */
  read(given: AnnouncementMessage["room"]): { readonly room: string | null; readonly changes: readonly HomeChange[] } {
    if (given === null || given === undefined) return { room: null, changes: [] };
    if (typeof given === "string") return { room: cleanText(given) || null, changes: [] };
    const id = cleanText(given.id);
    if (id === "") return { room: null, changes: [] };
    const text = JSON.stringify(given);
    if (this.#told.get(id) === text) return { room: id, changes: [] };
    this.#told.delete(id);
    this.#told.set(id, text);
    keepNewest(this.#told, MAX_ROOMS);
    const floor = readFloor(given.floor);
    const room: Room = { id, ...readNames(given, id), floor: floor?.id ?? null };
    return { room: id, changes: [{ kind: "room", room, floor }] };
  }
}

function readFloor(given: RoomMessage["floor"]): Floor | null {
  if (given === null || given === undefined) return null;
  const floor = typeof given === "string" ? { id: given } : given;
  const id = cleanText(floor.id);
  return id === "" ? null : { id, ...readNames(floor, id) };
}

function readNames(given: Pick<FloorMessage, "name" | "aliases">, id: string): { name: string; aliases: string[] } {
  return {
    name: cleanText(given.name ?? "") || id,
    aliases: readAliases(given.aliases),
  };
}

export function readAliases(given: readonly string[] | null | undefined): string[] {
  return (given ?? []).map((alias) => cleanText(alias)).filter((alias) => alias !== "");
}
