/** How things of the home are named. */
export const things = {
  /** A device that shares its name with others. */
  inRoom: (name: string, room: string): string => `${room} ${name}`,
  /** A device with the place where it stands. */
  placed: (name: string, room: string): string => `${name} in the ${room}`,
  part: (device: string, part: string): string => `${device} (${part})`,
};
