import { once } from "node:events";
import { Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { connectAsync, type MqttClient } from "mqtt";

/** A broker with a bare device, in a thread of its own. */
export interface BenchBroker {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startBroker(): Promise<BenchBroker> {
  const worker = new Worker(new URL("./broker-thread.ts", import.meta.url));
  const [url] = await once(worker, "message");
  return {
    url: String(url),
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** mqtt.js as it comes, except that small packets are not held back: what everything is compared with. */
export async function bareClient(url: string): Promise<MqttClient> {
  const client = await connectAsync(url, { protocolVersion: 4 });
  if (client.stream instanceof Socket) client.stream.setNoDelay(true);
  return client;
}
