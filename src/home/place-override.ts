import type { Floor } from "./device.ts";

/** What a person set for a room or floor, over what the home file, a gateway or devices say. What is left out is as they say. */
export interface PlaceOverride {
  /** A person made it: it is there although nothing else says so. */
  readonly made?: true;
  readonly name?: string;
  readonly aliases?: readonly string[];
  /** Of a room: the id of its floor; null: it is on none. */
  readonly floor?: string | null;
  readonly order?: number;
  readonly icon?: string;
}

/**
 * A room or floor with what a person set; `said` itself when nothing is set.
 * @returns null when there is none
 */
export function placeOver<Place extends Floor>(
  id: string,
  said: Place | undefined,
  set: PlaceOverride,
): Place | Floor | null {
  if (said === undefined && set.made !== true) return null;
  if (said !== undefined && Object.keys(set).length === 0) return said;
  const { name, aliases, order, icon } = set;
  return {
    id,
    name: name ?? said?.name ?? id,
    aliases: aliases ?? said?.aliases ?? [],
    ...(order !== undefined && { order }),
    ...(icon !== undefined && { icon }),
  };
}
