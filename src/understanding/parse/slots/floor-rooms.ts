import type { HomeIndex } from "../../names/home-index.ts";
import type { PlaceReference } from "../frame.ts";

/**
 * Combines an adjacent floor and room: "the upstairs bathroom", 二楼书房. A missing place if the room is on another floor; null for
 * any two other places.
 */
export function withinFloor(one: PlaceReference, other: PlaceReference, index: HomeIndex): PlaceReference | null {
  const [floor, rooms] = one.kind === "floor" ? [one, other] : [other, one];
  if (floor.kind !== "floor" || rooms.kind !== "rooms") return null;
  const ids = rooms.ids.filter((id) => index.room(id)?.floor === floor.id);
  if (ids.length > 0) return { ...rooms, ids };
  return { kind: "missing", text: [floor.text, rooms.text].join(/[a-z]$/i.test(floor.text) ? " " : ""), word: "" };
}
