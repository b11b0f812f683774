import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { freePort } from "../test/support/free-port.ts";
import { OWNER_TOKEN, ownerFetch } from "../test/support/owner.ts";
import { type BenchRow, compared, median } from "./row.ts";
import { bareClient, startBroker } from "./support/broker.ts";
import { type Measured, measured } from "./support/measured.ts";
import type { Reading } from "./support/meter.ts";
import { announce } from "./support/miot-devices.ts";
import type { StreamOptions } from "./support/state-stream.ts";
import { zigbeeDevices, zigbeeStates } from "./support/zigbee-devices.ts";

const DEVICES = 5_000;
const ZIGBEE = 1_000;
const PER_SECOND = 2_000;
const SECONDS = 4;
const ROUNDS = 3;
/** Milliseconds that the event loop may be held. */
const HELD = 50;
/** What the bare process subscribes to: what Jia hears of these dialects. */
const FILTERS = ["miot/+/device", "miot/+/availability", "miot/+/state", "miot/+/up", "zigbee2mqtt/#"];

/**
 * The whole process as `npm start` builds it (index of names, planner, database, API, every dialect) against a process with
 * mqtt.js and JSON.parse that keeps the last payload of every topic, both on the same broker.
 */
export async function run(): Promise<BenchRow[]> {
  const jia = await each(wholeJia);
  const bare = await each(bareProcess);
  const row = (name: string, pick: (result: Result) => number, unit: string, limit: number): BenchRow =>
    compared(name, median(jia.map(pick)), median(bare.map(pick)), unit, limit);
  const held = median(jia.map((result) => result.held));
  return [
    row(`npm start: ${DEVICES.toLocaleString("en")} devices announced, CPU`, ({ discovery }) => discovery, "ms", 8),
    row("npm start: memory of a device", ({ memory }) => memory, "kB", 15),
    row("npm start: 2,000 miot states a second", ({ miot }) => miot, "% of a core", 4),
    row("npm start: 2,000 Zigbee2MQTT states a second", ({ zigbee }) => zigbee, "% of a core", 4),
    {
      name: "npm start: event loop held while devices are announced",
      value: held,
      unit: "ms",
      limit: HELD,
      ok: held <= HELD,
    },
  ];
}

/** What one process took of the same work. */
interface Result {
  /** CPU of the announcements, in milliseconds. */
  readonly discovery: number;
  /** kB of a device. */
  readonly memory: number;
  /** CPU of the streams, in percent of a core. */
  readonly miot: number;
  readonly zigbee: number;
  /** Longest time the event loop was held by the announcements, in milliseconds. */
  readonly held: number;
}

/** A process under test. */
interface Subject extends Measured {
  /** Whether it has taken a message with this brightness of the lamp that marks the end. */
  reached(brightness: number): Promise<boolean>;
}

async function each(start: (url: string) => Promise<Subject>): Promise<Result[]> {
  const results: Result[] = [];
  for (let round = 0; round < ROUNDS; round += 1) results.push(await work(start));
  return results;
}

async function work(start: (url: string) => Promise<Subject>): Promise<Result> {
  const broker = await startBroker();
  const subject = await start(broker.url);
  try {
    await quiet(subject);
    const before = await subject.kept();
    await announce(broker.url, DEVICES);
    const marked = await mark(broker.url, subject, 42);
    const kept = await subject.kept();
    const client = await bareClient(broker.url);
    await client.publishAsync("zigbee2mqtt/bridge/devices", JSON.stringify(zigbeeDevices(ZIGBEE)), {
      qos: 1,
      retain: true,
    });
    await client.endAsync();
    await quiet(subject);
    const topics = Array.from({ length: DEVICES }, (_, index) => `miot/device-${index}/up`).filter(
      (_, at) => at % 8 < 2,
    );
    const miot = await streamed(broker.url, subject, { topics, states: reports() }, 43);
    const named = Array.from({ length: ZIGBEE }, (_, index) => `zigbee2mqtt/Device ${index}`);
    const zigbee = await streamed(broker.url, subject, { topics: named, states: zigbeeStates() }, 44);
    return {
      discovery: marked.cpu - before.cpu,
      memory: (kept.bytes - before.bytes) / 1000 / DEVICES,
      miot,
      zigbee,
      held: marked.held,
    };
  } finally {
    await subject.stop();
    await broker.stop();
  }
}

/** CPU that a stream of states takes, in percent of a core. */
async function streamed(
  url: string,
  subject: Subject,
  stream: Pick<StreamOptions, "topics" | "states">,
  brightness: number,
): Promise<number> {
  const options: StreamOptions = { url, perSecond: PER_SECOND, ...stream };
  const worker = new Worker(new URL("./support/state-stream.ts", import.meta.url), { workerData: options });
  await once(worker, "message");
  const before = await subject.read();
  const began = performance.now();
  worker.postMessage({ seconds: SECONDS });
  await once(worker, "message");
  const after = await mark(url, subject, brightness);
  const ms = performance.now() - began;
  await worker.terminate();
  return (100 * (after.cpu - before.cpu)) / ms;
}

/** Reports by turns of two lamps' kinds: switched, and dimmed. */
function reports(): string[] {
  return Array.from({ length: 2_000 }, (_, index) =>
    JSON.stringify({
      method: "properties_changed",
      params: [
        { siid: 2, piid: 1, value: index % 3 !== 0 },
        { siid: 2, piid: 2, value: 1 + (index % 100) },
      ],
    }),
  );
}

/** The device that the last message of a piece of work is about: a plain lamp. */
const LAST = "device-0";

/** Publishes the last message of a piece of work and reads the meter once the process has taken it. */
async function mark(url: string, subject: Subject, brightness: number): Promise<Reading> {
  const client = await bareClient(url);
  const params = [{ siid: 2, piid: 2, value: brightness }];
  await client.publishAsync(`miot/${LAST}/up`, JSON.stringify({ method: "properties_changed", params }), { qos: 1 });
  await client.endAsync();
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (await subject.reached(brightness)) return await subject.read();
    await wait(100);
  }
  throw new Error("the process has not taken all messages");
}

/** Waits until a process does nothing: less than 10 ms of CPU in 500. */
async function quiet(subject: Measured): Promise<void> {
  let { cpu } = await subject.read();
  for (let tries = 0; tries < 120; tries += 1) {
    await wait(500);
    const now = (await subject.read()).cpu;
    if (now - cpu < 30) return;
    cpu = now;
  }
}

/** Jia as `npm start -- --mqtt URL` runs it, with a data folder of its own. */
async function wholeJia(url: string): Promise<Subject> {
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), "jia-bench-"));
  const args = ["launch.cjs", "start", "--mqtt", url, "--port", String(port), "--data", data, "--model", "none"];
  const started = await measured(args, { JIA_LOG: "silent", JIA_TOKEN: OWNER_TOKEN });
  return {
    read: started.read,
    kept: started.kept,
    reached: async (brightness) => {
      const response = await ownerFetch(
        `http://127.0.0.1:${port}/api/devices/${encodeURIComponent(`miot:${LAST}`)}`,
      ).catch(() => null);
      return response?.ok === true && (await response.text()).includes(`"light.brightness":${brightness}`);
    },
    stop: async () => {
      await started.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function bareProcess(url: string): Promise<Subject> {
  const port = await freePort();
  const file = join(import.meta.dirname, "support/bare-process.ts");
  const started = await measured([file, url, String(port), ...FILTERS], {});
  return {
    ...started,
    reached: async (brightness) => {
      const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
      return response?.ok === true && (await response.text()).includes(`:${brightness}}]}`);
    },
  };
}
