import type { HomeFile } from "../home/index.ts";

/** The home with a prefix before every id of devices, rooms and floors. */
export function withIdPrefix(home: HomeFile, prefix: string): HomeFile {
  if (prefix === "") return home;
  const own = (id: string | null): string | null => (id === null ? null : `${prefix}${id}`);
  return {
    ...home,
    floors: home.floors.map((floor) => ({ ...floor, id: `${prefix}${floor.id}` })),
    rooms: home.rooms.map((room) => ({ ...room, id: `${prefix}${room.id}`, floor: own(room.floor) })),
    devices: home.devices.map((device) => ({ ...device, id: `${prefix}${device.id}`, room: own(device.room) })),
  };
}
