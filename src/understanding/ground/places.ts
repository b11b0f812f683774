import type { PlaceReference } from "../parse/frame.ts";
import type { DialogueContext, Refusal } from "./context.ts";
import { similarRoomName } from "./similar-names.ts";
import type { DeviceTarget } from "./target.ts";

/** The targets in the places; a refusal when the home lacks a place. */
export function inPlaces(
  places: readonly PlaceReference[],
  targets: readonly DeviceTarget[],
  context: DialogueContext,
): { readonly targets: readonly DeviceTarget[]; readonly refusal?: undefined } | { readonly refusal: Refusal } {
  if (places.length === 0) return { targets };
  const rooms = roomsOf(places, context);
  if (rooms.refusal) return rooms;
  return { targets: inRooms(targets, rooms.ids) };
}

/** Room ids of the places; `ids` null for the whole home; a refusal when a place is missing or not known. */
export function roomsOf(
  places: readonly PlaceReference[],
  { index, room, focus }: DialogueContext,
):
  | { readonly ids: ReadonlySet<string> | null; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly ids?: undefined } {
  const ids = new Set<string>();
  for (const place of places) {
    switch (place.kind) {
      case "rooms":
        for (const id of place.ids) ids.add(id);
        break;
      case "floor":
        for (const each of index.rooms) if (each.floor === place.id) ids.add(each.id);
        break;
      case "here":
        // If the speaker's room is not known, "here" is the room in focus, never the whole home.
        if (room !== null) ids.add(room);
        else if (focus.rooms.length > 0) for (const id of focus.rooms) ids.add(id);
        else return { refusal: { code: "unplaced", of: "room" } };
        break;
      case "ownFloor": {
        const floor = room === null ? null : (index.room(room)?.floor ?? null);
        // A command for "this floor" must never reach the whole home.
        if (floor === null) return { refusal: { code: "unplaced", of: "floor" } };
        for (const each of index.rooms) if (each.floor === floor) ids.add(each.id);
        break;
      }
      case "there":
        for (const id of focus.rooms) ids.add(id);
        break;
      case "home":
        return { ids: null };
      case "elsewhere":
        for (const { id } of index.rooms) if (id !== room && !focus.rooms.includes(id)) ids.add(id);
        break;
      case "missing":
        return { refusal: { code: "no-room", said: place.text, nearest: similarRoomName(place.text, index) } };
      default:
        place satisfies never;
    }
  }
  return { ids };
}

/** The targets in the rooms; all of them where `ids` is null. */
export function inRooms(targets: readonly DeviceTarget[], ids: ReadonlySet<string> | null): readonly DeviceTarget[] {
  if (ids === null) return targets;
  return targets.filter(({ indexed: { device } }) => device.room !== null && ids.has(device.room.id));
}
