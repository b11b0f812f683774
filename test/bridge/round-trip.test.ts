import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { MiotDialect } from "../../src/bridge/index.ts";
import { parseHomeFile } from "../../src/home/index.ts";
import { miotEmulator } from "../../src/simulator/index.ts";
import { BridgedHome } from "../support/bridged-home.ts";
import { library } from "../support/simulated.ts";

const house = parseHomeFile(JSON.parse(readFileSync("devices/homes/house.json", "utf8")), "house.json", library);
let world: BridgedHome | null = null;

afterEach(async () => {
  await world?.stop();
});

describe.each(["aedes", "mosquitto"] as const)("the example house over %s", (broker) => {
  it("is found completely, with rooms, floors, names and state", async () => {
    const dialect = () => new MiotDialect({ specs: library });
    world = await BridgedHome.start({
      broker,
      file: house,
      emulator: miotEmulator(),
      dialect,
      idOf: (id) => `miot:${id}`,
    });
    const { home, bridge } = world;
    expect(home.size).toBe(house.devices.length);
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    const used = new Set(house.devices.map(({ room }) => room));
    const rooms = house.rooms.filter(({ id }) => used.has(id));
    expect([...home.layout.rooms].sort(byId)).toEqual([...rooms].sort(byId));
    expect(home.layout.floors.map(({ id }) => id).sort()).toEqual(
      [...new Set(rooms.flatMap(({ floor }) => floor ?? []))].sort(),
    );
    for (const device of house.devices) {
      const found = home.device(`miot:${device.id}`);
      expect(found).toMatchObject({ name: device.name, aliases: device.aliases, model: device.model });
      expect([...(found?.state ?? [])].map(([address, { value }]) => [address, value])).toEqual([...device.state]);
    }
    expect(bridge.status.problems).toEqual([]);
  });
});
