import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { MiotDialect } from "../src/bridge/index.ts";
import type { Property } from "../src/home/index.ts";
import { SpecLibrary } from "../src/library/index.ts";
import { homeOnBridge } from "../test/support/home-on-bridge.ts";
import { type BenchRow, compared, median } from "./row.ts";
import { bareClient, startBroker } from "./support/broker.ts";
import { announce } from "./support/miot-devices.ts";
import { startRoundTrip } from "./support/round-trip.ts";

const DEVICES = 10_000;
const library = new SpecLibrary("devices");

/** Discovery of a large home, its memory, and the round trip of a command. */
export async function run(): Promise<BenchRow[]> {
  return [...(await discovery()), ...(await roundTrip())];
}

async function discovery(): Promise<BenchRow[]> {
  const broker = await startBroker();
  const messages = await announce(broker.url, DEVICES);
  const bare: number[] = [];
  const bridged: number[] = [];
  let bytes = 0;
  for (let round = 0; round < 5; round += 1) {
    bare.push(await receiveBare(broker.url, messages));
    const measured = await discover(broker.url);
    bridged.push(measured.ms);
    bytes = measured.bytes;
  }
  await broker.stop();
  return [
    compared(
      `discover ${DEVICES.toLocaleString("en")} devices, against mqtt.js and JSON.parse`,
      median(bridged),
      median(bare),
      "ms",
      3,
    ),
    { name: "memory of a device", value: bytes / DEVICES, unit: "bytes" },
  ];
}

/** Milliseconds until mqtt.js alone has received and parsed all messages. */
async function receiveBare(url: string, messages: number): Promise<number> {
  const began = performance.now();
  const client = await bareClient(url);
  await new Promise<void>((resolve) => {
    let received = 0;
    client.on("message", (topic, payload) => {
      if (!topic.endsWith("/availability")) JSON.parse(payload.toString());
      received += 1;
      if (received === messages) resolve();
    });
    client.subscribe(["miot/+/device", "miot/+/availability", "miot/+/state", "miot/+/up"], { qos: 1 });
  });
  const ms = performance.now() - began;
  await client.endAsync(true);
  return ms;
}

/** Milliseconds until a home knows all devices with their state, and the bytes that it takes then. */
async function discover(url: string): Promise<{ ms: number; bytes: number }> {
  const before = heap();
  const began = performance.now();
  const { home, bridge } = homeOnBridge({
    links: [{ connection: { url }, dialects: [new MiotDialect({ specs: library })] }],
  });
  let complete = 0;
  const done = new Promise<void>((resolve) => {
    const last = new Map<string, Property | undefined>();
    home.subscribe((event) => {
      if (event.type === "device-added") {
        last.set(event.device.id, lastReadable([...event.device.spec.properties.values()]));
      }
      if (event.type !== "property-changed" || last.get(event.device.id)?.address !== event.address) return;
      complete += 1;
      if (complete === DEVICES) resolve();
    });
  });
  bridge.start(home);
  await done;
  const ms = performance.now() - began;
  if (home.size !== DEVICES || home.devices.some(({ online }) => online !== true))
    throw new Error("devices are missing");
  const bytes = heap() - before;
  await bridge.stop();
  return { ms, bytes };
}

function lastReadable(properties: readonly Property[]): Property | undefined {
  return properties.findLast(({ access }) => access.read || access.notify);
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Bytes in use after a full collection. */
function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

async function roundTrip(): Promise<BenchRow[]> {
  const world = await startRoundTrip();
  const bare: number[] = [];
  const bridged: number[] = [];
  for (let round = 0; round < 3000; round += 1) {
    const on = round % 2 === 0;
    const properties = [{ address: "light.on", value: !on }];
    let began = performance.now();
    await world.bare(on);
    const alone = performance.now() - began;
    began = performance.now();
    const { outcomes } = await world.home.execute([{ kind: "set", device: world.lamp, properties }], {
      kind: "person",
    });
    const through = performance.now() - began;
    if (outcomes[0]?.status !== "confirmed") throw new Error(`not confirmed: ${JSON.stringify(outcomes)}`);
    if (round < 500) continue; // Warming up.
    bare.push(alone * 1000);
    bridged.push(through * 1000);
  }
  await world.stop();
  const added = median(bridged) - median(bare);
  return [
    compared("command to confirmed outcome, against the two bare messages", median(bridged), median(bare), "µs", 2),
    { name: "what the bridge adds to a command", value: added, unit: "µs", limit: 300, ok: added <= 300 },
  ];
}
