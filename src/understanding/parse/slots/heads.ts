import type { WordRole } from "../../lexicon/types.ts";
import type { Head, PlaceReference } from "../frame.ts";
import type { Item } from "../items.ts";

/** Whether a place is another room than those of the heads. */
export function isOtherRoom(place: PlaceReference, heads: readonly Head[]): boolean {
  if (place.kind !== "rooms") return false;
  const said = new Set(heads.flatMap((head) => head.places.flatMap((each) => (each.kind === "rooms" ? each.ids : []))));
  return said.size > 0 && place.ids.every((id) => !said.has(id));
}

/** Whether a head is only "light", without anything that says which. */
export function isLightOnly({ type, kinds, plural, definite, quantifier, places, ordinals }: Head): boolean {
  const plain = !plural && !definite && quantifier === null && places.length + ordinals.length === 0;
  return type === "kind" && plain && kinds.every((kind) => kind === "light");
}

/** The words before a head that belong to it; empty. */
export function emptyPending(): {
  places: PlaceReference[];
  modifiers: Item[];
  quantifier: Head["quantifier"];
  count: number | null;
  definite: boolean;
  ordinals: WordRole[];
  several: boolean;
} {
  return { places: [], modifiers: [], quantifier: null, count: null, definite: false, ordinals: [], several: false };
}
