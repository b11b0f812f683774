import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Zigbee2MqttDialect } from "../src/bridge/zigbee2mqtt/index.ts";
import { homeOnBridge } from "../test/support/home-on-bridge.ts";
import { type BenchRow, compared, median } from "./row.ts";
import { bareClient, startBroker } from "./support/broker.ts";
import type { StreamOptions } from "./support/state-stream.ts";

const DEVICES = 1000;
const PER_SECOND = 2000;
const SECONDS = 4;
const ROUNDS = 5;

/** 1,000 Zigbee2MQTT devices at 2,000 state messages a second: what the bridge needs of one core, against a bare consumer. */
export async function run(): Promise<BenchRow[]> {
  const broker = await startBroker();
  const topics = Array.from({ length: DEVICES }, (_, index) => `zigbee2mqtt/Device ${index}`);
  const client = await bareClient(broker.url);
  await client.publishAsync("zigbee2mqtt/bridge/devices", JSON.stringify(devices()), { qos: 1, retain: true });
  await client.endAsync();
  const options: StreamOptions = { url: broker.url, topics, states: states(), perSecond: PER_SECOND };
  const worker = new Worker(new URL("./support/state-stream.ts", import.meta.url), { workerData: options });
  await once(worker, "message");

  const bare: number[] = [];
  const bridged: number[] = [];
  // The first round of each is for warming up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const alone = await consumeBare(broker.url, worker);
    const through = await consumeBridged(broker.url, worker);
    if (round === 0) continue;
    bare.push(alone);
    bridged.push(through);
  }
  await worker.terminate();
  await broker.stop();
  const [value, baseline] = [median(bridged), median(bare)];
  const name = "1,000 Zigbee2MQTT devices, 2,000 states a second";
  return [
    compared(`${name}, against mqtt.js and JSON.parse`, value, baseline, "% of a core", 3),
    { name: `${name}: CPU of the bridge`, value, unit: "% of a core", limit: 60, ok: value <= 60 },
  ];
}

/** CPU of this thread while the stream runs, in percent of a core. @throws when messages were lost */
async function measure(worker: Worker, received: () => number): Promise<number> {
  const before = received();
  const began = performance.now();
  const cpu = process.threadCpuUsage();
  worker.postMessage({ seconds: SECONDS });
  const [{ sent }] = (await once(worker, "message")) as [{ readonly sent: number }];
  for (let tries = 0; received() - before < sent && tries < 200; tries += 1) await wait(10);
  const used = process.threadCpuUsage(cpu);
  const ms = performance.now() - began;
  if (received() - before !== sent) throw new Error(`${sent} sent, ${received() - before} received`);
  return (used.user + used.system) / 10 / ms;
}

async function consumeBare(url: string, worker: Worker): Promise<number> {
  const client = await bareClient(url);
  let received = 0;
  client.on("message", (_, payload) => {
    JSON.parse(payload.toString());
    received += 1;
  });
  await client.subscribeAsync("zigbee2mqtt/+", { qos: 1 });
  await wait(200);
  const percent = await measure(worker, () => received);
  await client.endAsync(true);
  return percent;
}

async function consumeBridged(url: string, worker: Worker): Promise<number> {
  const { home, bridge } = homeOnBridge({ links: [{ connection: { url }, dialects: [new Zigbee2MqttDialect()] }] });
  bridge.start(home);
  while (home.size < DEVICES) await wait(20);
  const percent = await measure(worker, () => bridge.status.received);
  if (home.devices.some(({ state }) => state.size === 0)) throw new Error("a device has no state");
  await bridge.stop();
  return percent;
}

const numeric = (name: string, unit: string, given: object = {}) => ({
  type: "numeric",
  name,
  property: name,
  access: 1,
  unit,
  ...given,
});

/** `bridge/devices`: plugs, lights and sensors with the exposes that such have. */
function devices(): unknown[] {
  const state = { type: "binary", name: "state", property: "state", access: 7, value_on: "ON", value_off: "OFF" };
  const light = {
    type: "light",
    features: [
      state,
      { type: "numeric", name: "brightness", property: "brightness", access: 7, value_min: 0, value_max: 254 },
      {
        type: "numeric",
        name: "color_temp",
        property: "color_temp",
        access: 7,
        unit: "mired",
        value_min: 153,
        value_max: 500,
      },
    ],
  };
  const plug = [
    { type: "switch", features: [state] },
    numeric("power", "W"),
    numeric("energy", "kWh"),
    numeric("voltage", "V"),
    numeric("current", "A"),
  ];
  const sensor = [numeric("temperature", "°C"), numeric("humidity", "%"), numeric("battery", "%")];
  const kinds = [[light], plug, sensor];
  return Array.from({ length: DEVICES }, (_, index) => ({
    ieee_address: `0x${(0x00158d0000000000n + BigInt(index)).toString(16).padStart(16, "0")}`,
    type: "Router",
    friendly_name: `Device ${index}`,
    supported: true,
    definition: {
      vendor: "Bench",
      model: `model-${index % 3}`,
      description: "Device",
      exposes: [...(kinds[index % 3] ?? []), numeric("linkquality", "lqi", { value_min: 0, value_max: 255 })],
    },
  }));
}

/** States in the order of the devices; the numbers move from one to the next. */
function states(): string[] {
  return Array.from({ length: 2997 }, (_, index) => {
    const common = { linkquality: 60 + (index % 90), last_seen: "2026-11-24T20:00:00.000Z" };
    const kind = index % 3;
    if (kind === 0) {
      const colour = { color_mode: "color_temp", color: { x: 0.4599, y: 0.4106 } };
      return JSON.stringify({
        state: "ON",
        brightness: index % 255,
        color_temp: 153 + (index % 300),
        ...colour,
        ...common,
      });
    }
    if (kind === 1) {
      const power = { power: (index % 2000) / 10, energy: index / 100, voltage: 228 + (index % 5), current: 0.2 };
      return JSON.stringify({ state: "ON", ...power, power_on_behavior: "previous", ...common });
    }
    return JSON.stringify({ temperature: 18 + (index % 80) / 10, humidity: 40 + (index % 20), battery: 87, ...common });
  });
}
