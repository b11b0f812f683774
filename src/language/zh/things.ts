import type { Messages } from "../pack.ts";
import { grammar, placeOf } from "./grammar.ts";

export const things: Messages["things"] = {
  device: ({ name, room }) =>
    room === "" || name.toLowerCase().includes(room.toLowerCase()) ? name : joined(placeOf(room), name),
  part: "{whole}的{part}",
  key: "按键{number}",
  numbered: "{part}{number}",
  inRoom: ({ name, room }) => `${placeOf(room)}的${name}`,
  placed: ({ name, room }) => `${placeOf(room)}的${name}`,
  serviceOf: ({ part, name }) => `${name}的${part}`,
  instead: (name) => name,
  gone: "“{name}”",
  devices: ({ names, total, joining }) =>
    total > names.length ? `${names.join("、")}等${total}个设备` : grammar.list(names, joining),
  anything: "设备",
  group: ({ thing, every, room, floor, except }) =>
    `${room || floor}${every ? "所有的" : "任意一个"}${thing}${except && `（${except}除外）`}`,
};

/** 客厅吸顶灯; 艾玛房间的电暖器, where two nouns without 的 would run into one. */
function joined(room: string, name: string): string {
  return /房间?$/.test(room) && room.length > 2 ? `${room}的${name}` : `${room}${name}`;
}
