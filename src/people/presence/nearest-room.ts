/** Finds the room of a person from the distances that receivers measure to a phone or watch. Pure; distances in metres. */

/** The last reading of a room's receiver. `at`: milliseconds since the epoch. */
export interface ReceiverReading {
  readonly distance: number;
  readonly at: number;
}

/** After so long without a reading a room is ignored, in milliseconds. */
export const ROOM_MS = 2 * 60_000;
/** After so long without a reading a room loses its advantage, in milliseconds: it may be out of reach. */
const SILENT_MS = 30_000;
/** Hysteresis, in metres: another room has to be nearer by this much, because distances fluctuate. */
const NEARER_M = 0.7;

/**
 * The nearest room; the current one stays until another is clearly nearer.
 * @param heard keyed by room
 * @param before the current room
 */
export function nearestReceiverRoom(
  heard: ReadonlyMap<string, ReceiverReading>,
  before: string | null,
  now: number,
): string | null {
  let best: { readonly room: string; readonly distance: number } | null = null;
  for (const [room, { distance, at }] of heard) {
    if (now - at >= ROOM_MS) continue;
    const own = room === before && now - at < SILENT_MS;
    const counted = own ? distance - NEARER_M : now - at < SILENT_MS ? distance : distance + NEARER_M;
    if (!best || counted < best.distance) best = { room, distance: counted };
  }
  return best?.room ?? null;
}
