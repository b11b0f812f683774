import { setTimeout as wait } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { connectAsync } from "mqtt";
import { z } from "zod";
import { oneLamp } from "./one-lamp.ts";
import { PLATFORMS, Stranger } from "./stranger.ts";

/**
 * A thread with a lamp, or with a stranger who publishes and takes everything back in the end, so that neither takes time
 * from the Jia that is looked at.
 */
const Data = z.union([
  z.object({ role: z.literal("lamp"), url: z.string() }),
  z.object({
    role: z.literal("stranger"),
    url: z.string(),
    seed: z.number(),
    count: z.number(),
    perSecond: z.number(),
  }),
]);

const data = Data.parse(workerData);
if (data.role === "lamp") {
  await oneLamp(data.url);
  parentPort?.postMessage("ready");
} else {
  const stranger = new Stranger(data.seed);
  const client = await connectAsync(data.url, { protocolVersion: 4, reconnectPeriod: 0 });
  const kept = new Set<string>();
  const began = performance.now();
  for (let sent = 0; sent < data.count; sent += 1) {
    const { topic, payload, retain } = stranger.next();
    if (retain) kept.add(topic);
    client.publish(topic, payload, { qos: 0, retain });
    const ahead = (sent / data.perSecond) * 1000 - (performance.now() - began);
    if (ahead > 1) await wait(ahead);
  }
  parentPort?.postMessage("sent");
  for (const topic of kept) await client.publishAsync(topic, "", { qos: 1, retain: true });
  // What was announced without being kept is taken back by the same means.
  for (let device = 0; device < 150; device += 1) {
    for (const platform of [...PLATFORMS, "device"]) {
      await client.publishAsync(`homeassistant/${platform}/d${device}/config`, "", { qos: 1 });
    }
  }
  for (let device = 0; device < 60; device += 1) await client.publishAsync(`miot/x${device}/device`, "", { qos: 1 });
  await client.publishAsync("zigbee2mqtt/bridge/devices", "[]", { qos: 1 });
  await client.endAsync();
  parentPort?.postMessage("gone");
}
