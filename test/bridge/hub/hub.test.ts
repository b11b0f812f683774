import { afterEach, beforeEach, expect, test } from "vitest";
import { HubDialect } from "../../../src/bridge/hub/index.ts";
import type { Bridge } from "../../../src/bridge/index.ts";
import type { Home, HomeEvent, HomeFile } from "../../../src/home/index.ts";
import { hubEmulator } from "../../../src/simulator/emulators/hub/emulator.ts";
import { Simulator } from "../../../src/simulator/index.ts";
import { homeOnBridge, setOne } from "../../support/home-on-bridge.ts";
import { CLIENT_DID, startHub, type TestHub } from "../../support/hub.ts";
import { homeFileDevice, library } from "../../support/simulated.ts";
import { until } from "../../support/until.ts";

const LIGHT = homeFileDevice("yeelink.light.color5", {
  id: "1001",
  name: "吸顶灯",
  values: { "light.brightness": 20 },
});
const MOTION = homeFileDevice("lumi.sensor_motion.v2", { id: "lumi.158d00", name: "Motion" });
const FILE: HomeFile = {
  name: "Home",
  language: "zh",
  timezone: "Asia/Shanghai",
  location: null,
  floors: [],
  rooms: [],
  devices: [LIGHT, MOTION],
};

let hub: TestHub;
let simulator: Simulator;
let bridge: Bridge;
let home: Home;
let events: HomeEvent[];

beforeEach(async () => {
  hub = await startHub();
  const emulator = hubEmulator({ scenes: ["901", "902"] });
  simulator = new Simulator({ home: FILE, connection: hub.inner, emulator, behaviours: "instant", tick: 0 });
  await simulator.start();
  const names = { devices: new Map([["1001", { name: null, room: "客厅" }]]), scenes: new Map([["902", "回家"]]) };
  const dialect = new HubDialect({
    clientDid: CLIENT_DID,
    specs: library,
    names,
    listDelayMs: 50,
    removedAfterMs: 500,
  });
  const links = [{ connection: hub.client, dialects: [dialect] }];
  ({ home, bridge } = homeOnBridge({ links, timeout: 2000 }, { language: "zh", policy: [] }));
  events = [];
  home.subscribe((event) => events.push(event));
  bridge.start(home);
  await bridge.ready();
  await until("the light", () => home.device("hub:1001")?.state.size === 5);
});

afterEach(async () => {
  await bridge.stop();
  await simulator.stop();
  await hub.stop();
});

const person = { kind: "person" } as const;

function set(address: string, value: boolean | number) {
  return setOne(home, "hub:1001", address, value);
}

test("a home behind TLS and MQTT 5: devices with rooms and state, set, invoked, reporting", async () => {
  expect(hub.broker.log).toMatch(new RegExp(`as ${CLIENT_DID} \\(p5, c1, k60\\)`));
  expect(hub.broker.log).toContain(`${CLIENT_DID}/# (QoS 2)`);
  expect(hub.broker.log).toContain("master/appMsg/notify/iot/1001/property/# (QoS 2)");
  expect(home.device("hub:1001")).toMatchObject({ name: "吸顶灯", room: { name: "客厅" }, online: true });

  expect(await set("light.brightness", 70)).toMatchObject({ status: "confirmed" });
  expect(simulator.device("1001")?.value("light.brightness")).toBe(70);
  const toggle = { kind: "invoke", device: "hub:1001", action: "light.toggle", in: [] } as const;
  expect((await home.execute([toggle], person)).outcomes[0]).toMatchObject({ status: "confirmed" });
  await until("the toggled light", () => home.device("hub:1001")?.state.get("light.on")?.value === true);

  const motion = simulator.device("lumi.158d00");
  const detected = motion?.spec.events.values().next().value;
  if (!motion || !detected) throw new Error("no motion");
  motion.raise(detected);
  await until("the event", () => events.find(({ type }) => type === "event-occurred"));
});

test("scenes of the Mi Home app run", async () => {
  await until("the scenes", () => home.device("hub:scenes"));
  const scene = { kind: "invoke", device: "hub:scenes", action: "scene-2.activate", in: [] } as const;
  expect((await home.execute([scene], person)).outcomes[0]).toMatchObject({ status: "confirmed" });
});

test("faults: offline, silent, rejecting, slow to report, and a device that takes another value", async () => {
  const device = simulator.device("1001");
  if (!device) throw new Error("no device");
  device.setFault({ kind: "reject", code: -704053100 });
  expect(await set("light.brightness", 30)).toMatchObject({ status: "rejected", code: -704053100 });
  device.setFault({ kind: "silent" });
  expect(await set("light.brightness", 30)).toMatchObject({ status: "timeout" });
  device.setFault({ kind: "wrong" });
  expect(await set("light.brightness", 40)).toMatchObject({ status: "timeout" });
  device.setFault({ kind: "mute" });
  expect(await set("light.brightness", 50)).toMatchObject({ status: "confirmed" });
  device.setFault({ kind: "accepted", ms: 60 });
  expect(await set("light.brightness", 60)).toMatchObject({ status: "confirmed" });
  device.setFault({ kind: "offline" });
  await until("offline", () => home.device("hub:1001")?.online === false);
  expect(await set("light.brightness", 30)).toMatchObject({ status: "offline" });
  device.setFault(null);
  await until("online", () => home.device("hub:1001")?.online);
});

test("a rename, a new device, a removed one", async () => {
  simulator.device("1001")?.describe({ name: "主灯" });
  await until("the new name", () => home.device("hub:1001")?.name === "主灯");
  simulator.add(homeFileDevice("yeelink.light.lamp22", { id: "1002", name: "Lamp" }));
  await until("the new device", () => home.device("hub:1002"));
  simulator.remove("1002");
  await until("the removal", () => home.device("hub:1002") === undefined, 15_000);
});

test("the hub's broker restarts: the home comes back with its state", async () => {
  await hub.broker.stop();
  await until("the loss", () => !bridge.status.links[0]?.connected);
  expect(await set("light.brightness", 33)).toMatchObject({ status: "offline" });
  await hub.broker.start();
  await until("the connection", () => bridge.status.links[0]?.connected);
  await until("the simulator", () => simulator.status.every(({ connected }) => connected));
  expect(await set("light.brightness", 34)).toMatchObject({ status: "confirmed" });
  expect(bridge.status.problems).toEqual([]);
});
