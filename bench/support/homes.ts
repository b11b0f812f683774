import { readFileSync } from "node:fs";
import { type Home, parseHomeFile } from "../../src/home/index.ts";
import { SPOKEN_WORDS } from "../../src/language/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { createDirectHome } from "../../src/simulator/direct-home.ts";

const library = new SpecLibrary("devices");

interface HomeData {
  readonly floors: readonly { readonly id: string; readonly name: string; readonly aliases?: readonly string[] }[];
  readonly rooms: readonly { readonly id: string; readonly name: string; readonly floor?: string }[];
  readonly devices: readonly { readonly id: string; readonly name: string; readonly room?: string }[];
}

/** An example home of devices/homes with its devices simulated in this process. */
export function exampleHome(name: "flat" | "house"): Home {
  return homeOf(dataOf(name), name);
}

/** `count` copies of the house under one roof: 122 devices and 17 rooms each. */
export function houses(count: number): Home {
  const house = dataOf("house");
  const parts = Array.from({ length: count }, (_, at) => {
    const own = (id: string) => `${id}-${at + 1}`;
    const named = <Item extends { readonly id: string; readonly name: string }>(each: Item) => ({
      ...each,
      id: own(each.id),
      name: `${each.name} ${at + 1}`,
      aliases: [],
    });
    return {
      floors: house.floors.map(named),
      rooms: house.rooms.map((room) => ({ ...named(room), ...(room.floor && { floor: own(room.floor) }) })),
      devices: house.devices.map((device) => ({
        ...device,
        id: own(device.id),
        ...(device.room && { room: own(device.room) }),
      })),
    };
  });
  const data = {
    ...house,
    floors: parts.flatMap(({ floors }) => floors),
    rooms: parts.flatMap(({ rooms }) => rooms),
    devices: parts.flatMap(({ devices }) => devices),
  };
  return homeOf(data, "houses");
}

/** A hotel: rooms with five or so of the house's devices each, no two rooms with quite the same. */
export function hotel(devices: number, rooms: number): Home {
  const house = dataOf("house");
  const given = house.devices;
  const perFloor = 40;
  const floorOf = (room: number) => `floor-${Math.floor(room / perFloor) + 1}`;
  const data = {
    ...house,
    floors: Array.from({ length: Math.ceil(rooms / perFloor) }, (_, at) => ({
      id: `floor-${at + 1}`,
      name: `Floor ${at + 1}`,
    })),
    rooms: Array.from({ length: rooms }, (_, at) => ({
      id: `room-${at + 101}`,
      name: `Room ${at + 101}`,
      floor: floorOf(at),
    })),
    devices: Array.from({ length: devices }, (_, at) => {
      const device = given[(at * 7 + Math.floor(at / given.length)) % given.length];
      return { ...device, id: `device-${at}`, room: `room-${(at % rooms) + 101}` };
    }),
  };
  return homeOf(data, "hotel");
}

function dataOf(name: string): HomeData {
  return JSON.parse(readFileSync(`devices/homes/${name}.json`, "utf8"));
}

function homeOf(data: unknown, name: string): Home {
  return createDirectHome(parseHomeFile(data, name, library), { words: SPOKEN_WORDS }).home;
}
