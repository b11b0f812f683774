import { afterEach, expect, test } from "vitest";
import { type Property, systemClock } from "../../src/home/index.ts";
import { MiioClient } from "../../src/miio/client.ts";
import { discover } from "../../src/miio/discover.ts";
import { MiotDevice } from "../../src/miio/miot-device.ts";
import { decodePacket, encodeHelloAnswer, encodeMessage } from "../../src/miio/packet.ts";
import { MiioHost } from "../../src/simulator/emulators/miio/miio-host.ts";
import type { SimulatedDevice } from "../../src/simulator/index.ts";
import { simulated } from "../support/simulated.ts";
import { udpPeer } from "../support/udp.ts";

const never = new AbortController().signal;
const token = Buffer.from("8cbf2f08d8fd3a4f1b1c1b5b7a9c0d1e", "hex");
const clock = systemClock;
const did = "262145001";
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.stop();
});

async function connect(device: SimulatedDevice, timeoutMs = 200): Promise<MiotDevice> {
  const host = new MiioHost({ device, did, token, clock });
  await host.start();
  const client = new MiioClient({ did, address: "127.0.0.1", port: host.address.port, token, clock, timeoutMs });
  await client.start();
  running.push(host, client);
  return new MiotDevice(client, did);
}

function readable(device: SimulatedDevice): Property[] {
  return [...device.spec.properties.values()].filter(({ access }) => access.read);
}

function property(device: SimulatedDevice, address: string): Property {
  const found = device.spec.properties.get(address);
  if (!found) throw new Error(`no ${address}`);
  return found;
}

test("more properties than fit into one request come back whole", async () => {
  const device = simulated("xiaomi.airc.r24r00");
  const wanted = readable(device);
  expect(wanted.length).toBeGreaterThan(16);
  const miot = await connect(device);
  const read = await miot.read(wanted, never);
  if (read.status !== "ok") throw new Error(read.status);
  expect(new Map(read.values.map(({ property, value }) => [property.address, value]))).toEqual(
    new Map(wanted.map(({ address }) => [address, device.value(address)])),
  );
  expect(await miot.info(never)).toEqual({ model: "xiaomi.airc.r24r00", firmware: "2.0.0" });
});

test("a device that takes few properties at once is asked in smaller pieces from then on", async () => {
  const device = simulated("xiaomi.airc.r24r00");
  const sizes: number[] = [];
  const peer = await udpPeer((bytes) => {
    const packet = decodePacket(bytes, token);
    const header = { did, stamp: 50 };
    if (packet.kind !== "message") return encodeHelloAnswer(header);
    const { id, params } = JSON.parse(packet.text);
    sizes.push(params.length);
    const result = params.map((item: { siid: number; piid: number }) => ({ ...item, code: 0, value: 1 }));
    const body = params.length > 6 ? { id, error: { code: -9999, message: "user ack timeout" } } : { id, result };
    return encodeMessage(header, token, JSON.stringify(body));
  });
  const client = new MiioClient({ did, address: "127.0.0.1", port: peer.port, token, clock, timeoutMs: 200 });
  await client.start();
  running.push(peer, client);
  const miot = new MiotDevice(client, did);
  const wanted = readable(device).slice(0, 12);
  for (let round = 0; round < 2; round += 1) {
    const read = await miot.read(wanted, never);
    expect(read.status === "ok" && read.values.length).toBe(12);
  }
  expect(sizes).toEqual([12, 6, 6, 6, 6]);
});

test("writes and actions bring back the device's codes", async () => {
  const device = simulated("yeelink.light.color5");
  const miot = await connect(device);
  const writes = [
    { property: property(device, "light.on"), value: true },
    { property: property(device, "light.brightness"), value: 250 },
  ];
  expect(await miot.write(writes, never)).toEqual({ status: "ok", codes: [0, -704220043], out: [] });
  const toggle = device.spec.actions.get("light.toggle");
  if (!toggle) throw new Error("no toggle");
  expect(await miot.invoke(toggle, [], never)).toEqual({ status: "ok", codes: [0], out: [] });
  expect(device.value("light.on")).toBe(false);
  device.setFault({ kind: "reject", code: -704053100 });
  expect(await miot.invoke(toggle, [], never)).toMatchObject({ codes: [-704053100] });
});

test("faults: off the network, silent, slow, double answers", async () => {
  const device = simulated("yeelink.light.color5");
  const miot = await connect(device, 120);
  const on = [property(device, "light.on")];
  device.setFault({ kind: "offline" });
  expect(await miot.read(on, never)).toEqual({ status: "silent", greeted: false });
  device.setFault({ kind: "silent" });
  expect(await miot.read(on, never)).toEqual({ status: "silent", greeted: true });
  device.setFault({ kind: "slow", ms: 60 });
  expect((await miot.read(on, never)).status).toBe("ok");
  device.setFault({ kind: "duplicate" });
  for (let round = 0; round < 3; round += 1) expect((await miot.read(on, never)).status).toBe("ok");
});

test("a hello finds who is there", async () => {
  const host = new MiioHost({ device: simulated("yeelink.light.color5"), did, token, clock });
  await host.start();
  running.push(host);
  const options = { targets: ["127.0.0.1"], port: host.address.port, waitMs: 150, signal: never };
  expect(await discover(options)).toEqual([{ did, address: "127.0.0.1" }]);
});
