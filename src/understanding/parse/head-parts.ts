import type { Role } from "../lexicon/types.ts";
import type { Head, Place } from "./frame.ts";
import type { Item } from "./items.ts";

/** Whether a room is none of those where what is named is. */
export function isElsewhere(place: Place, heads: readonly Head[]): boolean {
  if (place.kind !== "rooms") return false;
  const said = new Set(heads.flatMap((head) => head.places.flatMap((each) => (each.kind === "rooms" ? each.ids : []))));
  return said.size > 0 && place.ids.every((id) => !said.has(id));
}

/** "light", without anything that tells which. */
export function isLightOnly({ type, kinds, plural, definite, quantifier, places, ordinals }: Head): boolean {
  const plain = !plural && !definite && quantifier === null && places.length + ordinals.length === 0;
  return type === "kind" && plain && kinds.every((kind) => kind === "light");
}

/** What stands before a head and belongs to it. */
export function nothingPending(): {
  places: Place[];
  modifiers: Item[];
  quantifier: Head["quantifier"];
  count: number | null;
  definite: boolean;
  ordinals: Role[];
  several: boolean;
} {
  return { places: [], modifiers: [], quantifier: null, count: null, definite: false, ordinals: [], several: false };
}
