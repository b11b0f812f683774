import { describe, expect, test } from "vitest";
import { DiscoveryDialect } from "../../src/bridge/discovery/index.ts";
import type { Dialect, Publication } from "../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import { readHomeFile, SpecLibrary } from "../../src/library/index.ts";
import { discoveryEmulator } from "../../src/simulator/emulators/discovery/emulator.ts";
import { ieeeOf } from "../../src/simulator/emulators/ieee.ts";
import { zigbee2mqttEmulator } from "../../src/simulator/emulators/zigbee2mqtt/emulator.ts";
import { type EmulatorFactory, SimulatedDevice } from "../../src/simulator/index.ts";
import { asDevice, Observed } from "../support/dialect.ts";

const file = readHomeFile("devices/homes/house.json", new SpecLibrary("devices"));
const rooms = new Map(file.rooms.map((room) => [room.id, room]));
const surroundings = { rooms, floors: new Map(), gateway: "simulator-test", now: () => 0 };

/** Every emulator, what listens to it, and the id that a device of the home file gets. */
const EMULATORS: readonly (readonly [string, EmulatorFactory, () => Dialect, (id: string) => string])[] = [
  ["zigbee2mqtt", zigbee2mqttEmulator(), () => new Zigbee2MqttDialect(), (id) => `zigbee:${ieeeOf(id)}`],
  ["discovery", discoveryEmulator(), () => new DiscoveryDialect(), (id) => `ha:${id}`],
];

const heard = (publication: Publication) => ({
  topic: publication.topic,
  payload: Buffer.from(publication.payload),
  retained: publication.retain,
  at: 0,
});

describe.each(EMULATORS)("a whole house as %s", (_, makeEmulator, makeDialect, idOf) => {
  const emulator = makeEmulator(surroundings, null);
  const devices = file.devices.map((device) => new SimulatedDevice(device));
  const dialect = makeDialect();
  const seen = new Observed();
  const deliver = (publications: readonly Publication[]) => {
    for (const publication of publications) seen.take(dialect.receive(heard(publication)));
  };
  deliver([...emulator.connected(devices), ...devices.flatMap((device) => emulator.announce(device))]);

  test("every device is there, with its readings and without a problem", () => {
    expect(seen.problems).toEqual([]);
    expect(seen.devices.size).toBe(devices.length);
    for (const device of devices) {
      const found = seen.devices.get(idOf(device.id)) ?? expect.fail(device.id);
      expect(found.name).toBe(device.name);
      const values = [...seen.values.keys()].filter((key) => key.startsWith(`${found.id} `)).length;
      expect(values, device.id).toBeGreaterThanOrEqual(device.state.size === 0 ? 0 : 1);
    }
  });

  test("lights and switches are turned on and off by commands, and report it", () => {
    let tried = 0;
    for (const device of devices) {
      const found = seen.devices.get(idOf(device.id)) ?? expect.fail(device.id);
      const address = ["light.on", "switch.on"].find((each) => device.spec.properties.get(each)?.access.write);
      const property = address === undefined ? undefined : found.spec.properties.get(address);
      if (!property?.access.write || address === undefined) continue;
      for (const value of [true, false]) {
        const { publications } = dialect.encode(asDevice(found), { kind: "set", writes: [{ property, value }] }, "1");
        const requests = publications.flatMap((publication) =>
          emulator.receive(heard(publication), () => device, devices),
        );
        expect(requests, `${device.id} ${address}`).toHaveLength(1);
        const [request] = requests;
        if (request?.kind !== "set") expect.fail("no set");
        const results = request.writes.map((write) => ({
          code: write ? device.write(write.property, write.value) : -1,
        }));
        expect(results).toEqual([{ code: 0 }]);
        deliver(request.reply(results));
        expect(device.value(address), `${device.id} ${address}`).toBe(value);
        expect(seen.value(found.id, address), `${device.id} ${address}`).toBe(value);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(10);
  });
});
