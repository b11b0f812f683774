import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Zigbee2MqttDialect } from "../src/bridge/zigbee2mqtt/index.ts";
import { homeOnBridge } from "../test/support/home-on-bridge.ts";
import { type BenchRow, compared, median } from "./row.ts";
import { bareClient, startBroker } from "./support/broker.ts";
import type { StreamOptions } from "./support/state-stream.ts";
import { zigbeeDevices, zigbeeStates } from "./support/zigbee-devices.ts";

const DEVICES = 1000;
const PER_SECOND = 2000;
const SECONDS = 4;
const ROUNDS = 5;

/** 1,000 Zigbee2MQTT devices at 2,000 state messages a second: what the bridge needs of one core, against a bare consumer. */
export async function run(): Promise<BenchRow[]> {
  const broker = await startBroker();
  const topics = Array.from({ length: DEVICES }, (_, index) => `zigbee2mqtt/Device ${index}`);
  const client = await bareClient(broker.url);
  await client.publishAsync("zigbee2mqtt/bridge/devices", JSON.stringify(zigbeeDevices(DEVICES)), {
    qos: 1,
    retain: true,
  });
  await client.endAsync();
  const options: StreamOptions = { url: broker.url, topics, states: zigbeeStates(), perSecond: PER_SECOND };
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
