import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { Bridge, MiotDialect } from "../../src/bridge/index.ts";
import { Home, parseHomeFile, systemClock } from "../../src/home/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { Simulator } from "../../src/simulator/index.ts";
import { BROKERS } from "../support/broker.ts";
import { until } from "../support/until.ts";

const library = new SpecLibrary("devices");
const house = parseHomeFile(JSON.parse(readFileSync("devices/homes/house.json", "utf8")), "house.json", library);
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe.each(["aedes", "mosquitto"] as const)("the example house over %s", (name) => {
  it("is found whole, with rooms, floors, names and state", async () => {
    const broker = BROKERS[name]();
    await broker.start();
    cleanups.push(() => broker.stop());
    const simulator = new Simulator({ home: house, connection: { url: broker.url }, behaviours: "instant" });
    await simulator.start();
    cleanups.push(() => simulator.stop());
    const dialects = [new MiotDialect({ specs: library })];
    const bridge = new Bridge({ links: [{ connection: { url: broker.url }, dialects }], clock: systemClock });
    const home = new Home({
      name: "House",
      language: "en",
      timezone: "UTC",
      location: null,
      floors: [],
      rooms: [],
      clock: systemClock,
      transport: bridge,
      audit: { record: () => Promise.resolve() },
    });
    bridge.start(home);
    cleanups.push(() => bridge.stop());
    await bridge.ready();
    await until("every device to be online and known", () => {
      return home.size === house.devices.length && home.devices.every(({ online, state }) => online && state.size > 0);
    });
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
