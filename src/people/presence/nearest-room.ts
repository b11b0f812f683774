/** In which room somebody is, by how far receivers hear a phone or a watch. Pure; distances in metres. */

/** What the receiver of a room heard last. */
export interface Heard {
  readonly distance: number;
  readonly at: number;
}

/** A room that heard nothing for so long counts no more, in milliseconds. */
export const ROOM_MS = 2 * 60_000;
/** A receiver that fell silent gives way to another sooner: it is out of reach, or off. */
const SILENT_MS = 30_000;
/** Another room has to be nearer by this to take over: between two rooms the distances jump. */
const NEARER_M = 0.7;

/**
 * The nearest room; the one before keeps its place while no other is clearly nearer.
 * @param heard keyed by room
 * @param before the room until now
 */
export function nearestRoom(heard: ReadonlyMap<string, Heard>, before: string | null, now: number): string | null {
  let best: { readonly room: string; readonly distance: number } | null = null;
  for (const [room, { distance, at }] of heard) {
    if (now - at >= ROOM_MS) continue;
    const own = room === before && now - at < SILENT_MS;
    const counted = own ? distance - NEARER_M : now - at < SILENT_MS ? distance : distance + NEARER_M;
    if (!best || counted < best.distance) best = { room, distance: counted };
  }
  return best?.room ?? null;
}
