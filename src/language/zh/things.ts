import type { Messages } from "../pack.ts";

export const things: Messages["things"] = {
  inRoom: (name, room) => `${room}的${name}`,
  placed: (name, room) => `${room}的${name}`,
  part: (device, part) => `${device}的${part}`,
};
