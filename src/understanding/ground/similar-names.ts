import { type Device, nearest } from "../../home/index.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { Head } from "../parse/frame.ts";
import type { DialogueContext } from "./context.ts";

/**
 * The device most similar to what was said: of the kind in the same or another room, or with a similar name. Null when there
 * is none.
 */
export function similarDevice(head: Head, { index, room }: DialogueContext): Device | null {
  const rooms = head.places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
  let best: Device | null = null;
  for (const indexed of index.devices.values()) {
    const { device } = indexed;
    if (!head.kinds.some((kind) => index.isKind(indexed, kind))) continue;
    if (device.room && rooms.includes(device.room.id)) return device;
    if (best === null || (room !== null && device.room?.id === room)) best = device;
  }
  if (best) return best;
  const names = new Map([...index.devices.values()].map(({ device }) => [device.name, device] as const));
  const near = nearest(head.text, names.keys());
  return near === null ? null : (names.get(near) ?? null);
}

/** The most similar room name; null when there is none. */
export function similarRoomName(said: string, index: HomeIndex): string | null {
  return nearest(
    said,
    index.rooms.map(({ name }) => name),
  );
}
