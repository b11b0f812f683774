import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bridge, MiotDialect } from "../../src/bridge/index.ts";
import { type Home, systemClock } from "../../src/home/index.ts";
import type { MiioDeviceEntry } from "../../src/miio/devices-file.ts";
import { MiioGateway } from "../../src/miio/gateway.ts";
import type { GatewayNotice } from "../../src/miio/notices.ts";
import { MiioHost } from "../../src/simulator/emulators/miio/miio-host.ts";
import type { SimulatedDevice } from "../../src/simulator/index.ts";
import { QUICK } from "../support/bridged-home.ts";
import { BROKERS, type TestBroker } from "../support/broker.ts";
import { homeOnBridge, setOne } from "../support/home-on-bridge.ts";
import { library, simulated } from "../support/simulated.ts";
import { until } from "../support/until.ts";

const token = Buffer.from("8cbf2f08d8fd3a4f1b1c1b5b7a9c0d1e", "hex");
const times = { every: 80, most: 160, afterCommand: [20, 60], offlineAfter: 2 };
const person = { kind: "person" } as const;

let broker: TestBroker;
let bridge: Bridge;
let home: Home;
let notices: GatewayNotice[];
let started: { stop(): Promise<void> }[];

beforeEach(async () => {
  broker = BROKERS.aedes();
  await broker.start();
  notices = [];
  const links = [{ connection: { url: broker.url, backoff: QUICK }, dialects: [new MiotDialect({ specs: library })] }];
  ({ home, bridge } = homeOnBridge({ links, timeout: 3000 }, { policy: [] }));
  bridge.start(home);
  await bridge.ready();
  started = [bridge];
});

afterEach(async () => {
  for (const part of started.reverse()) await part.stop();
  await broker.stop();
});

async function host(device: SimulatedDevice, did: string): Promise<MiioHost> {
  const made = new MiioHost({ device, did, token, clock: systemClock });
  await made.start();
  started.push(made);
  return made;
}

function entry(did: string, port: number, given: Partial<MiioDeviceEntry> = {}): MiioDeviceEntry {
  const known = { address: "127.0.0.1", model: null, name: "Lamp", room: "Study" };
  return { did, token, port, ...known, ...given };
}

async function gateway(devices: readonly MiioDeviceEntry[], discover = {}): Promise<MiioGateway> {
  const made = new MiioGateway({
    connection: { url: broker.url, backoff: QUICK },
    devices,
    specs: { byModel: (model) => library.byModel(model), instance: () => null },
    clock: systemClock,
    times,
    timeoutMs: 100,
    discover: { targets: ["127.0.0.1"], waitMs: 60, ...discover },
    notice: (notice) => notices.push(notice),
  });
  made.start();
  started.push(made);
  await made.ready(5000);
  return made;
}

const set = (device: string, address: string, value: boolean | number) => setOne(home, device, address, value);

function value(device: string, address: string) {
  return home.device(device)?.state.get(address)?.value;
}

test("a Wi-Fi device becomes a device of the home: read, set, invoked, and seen when a hand changes it", async () => {
  const device = simulated("yeelink.light.color5", { values: { "light.brightness": 20 } });
  const { address } = await host(device, "2001");
  await gateway([entry("2001", address.port)]);
  await until("its state", () => value("miot:2001", "light.brightness") === 20);
  expect(home.device("miot:2001")).toMatchObject({ name: "Lamp", room: { name: "Study" }, online: true });

  expect(await set("miot:2001", "light.brightness", 64)).toMatchObject({ status: "confirmed" });
  expect(device.value("light.brightness")).toBe(64);
  expect(await set("miot:2001", "light.brightness", 64)).toMatchObject({ status: "unchanged" });
  const toggle = { kind: "invoke", device: "miot:2001", action: "light.toggle", in: [] } as const;
  expect((await home.execute([toggle], person)).outcomes[0]).toMatchObject({ status: "confirmed" });
  await until("the toggled light", () => value("miot:2001", "light.on") === true);

  device.restore({ "light.brightness": 5 });
  await until("the hand on the device", () => value("miot:2001", "light.brightness") === 5);
});

test("faults: refusing, silent, another value than told, off the network and back", async () => {
  const device = simulated("yeelink.light.color5");
  const { address } = await host(device, "2001");
  await gateway([entry("2001", address.port)]);
  await until("the device", () => home.device("miot:2001")?.online && value("miot:2001", "light.on") === false);
  device.setFault({ kind: "reject", code: -704053100 });
  expect(await set("miot:2001", "light.on", true)).toMatchObject({ status: "rejected", code: -704053100 });
  device.setFault({ kind: "wrong" });
  expect(await set("miot:2001", "light.brightness", 40)).toMatchObject({ status: "timeout" });
  device.setFault({ kind: "silent" });
  expect(["timeout", "offline"]).toContain((await set("miot:2001", "light.on", true))?.status);
  await until("the notice", () => notices.find((notice) => notice.kind === "silent" && notice.greeted));
  await until("offline", () => home.device("miot:2001")?.online === false);
  device.setFault(null);
  await until("online", () => home.device("miot:2001")?.online);
});

test("a device without an address in the file is found", async () => {
  const device = simulated("yeelink.light.color5");
  const { address } = await host(device, "2001");
  await gateway([entry("2001", address.port, { address: null })], { port: address.port });
  await until("the device", () => home.device("miot:2001")?.online);
});

test("a device that has got another address is found there", async () => {
  const { address } = await host(simulated("yeelink.light.color5"), "2001");
  await gateway([entry("2001", address.port, { address: "127.0.0.99", model: "yeelink.light.color5" })], {
    port: address.port,
  });
  await until("the notice", () => notices.some(({ kind }) => kind === "silent"));
  await until("the device", () => home.device("miot:2001")?.online);
});

test("a device without a spec leads to a notice that says what to do", async () => {
  const device = simulated("yeelink.light.color5");
  const { address } = await host(device, "2001");
  await gateway([entry("2001", address.port, { model: "acme.lamp.unknown" })]);
  const notice = await until("the notice", () => notices.find(({ kind }) => kind === "no-spec"));
  expect(notice).toEqual({ kind: "no-spec", did: "2001", model: "acme.lamp.unknown" });
});

test("when the gateway stops, its devices are offline; what left its file is taken back at the next start", async () => {
  const { address } = await host(simulated("yeelink.light.color5"), "2001");
  const second = await host(simulated("yeelink.light.lamp22"), "2002");
  const first = await gateway([entry("2001", address.port), entry("2002", second.address.port)]);
  await until("both", () => home.device("miot:2001")?.online && home.device("miot:2002")?.online);
  await first.stop();
  await until("both offline", () => [1, 2].every((each) => home.device(`miot:200${each}`)?.online === false));
  await gateway([entry("2001", address.port)]);
  await until("one online", () => home.device("miot:2001")?.online);
  await until("the other gone", () => home.device("miot:2002") === undefined);
});

test("the broker restarts: the devices are announced again", async () => {
  const { address } = await host(simulated("yeelink.light.color5"), "2001");
  const running = await gateway([entry("2001", address.port)]);
  await until("the device", () => home.device("miot:2001")?.online);
  await broker.stop();
  await broker.start();
  await until("both connections", () => bridge.status.links[0]?.connections === 2 && running.status.connections === 2);
  await until("the device", () => home.device("miot:2001")?.online);
  expect(await set("miot:2001", "light.on", true)).toMatchObject({ status: "confirmed" });
});
