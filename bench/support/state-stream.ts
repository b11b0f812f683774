import { setTimeout as wait } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { connectAsync } from "mqtt";

/** What the thread is started with. */
export interface StreamOptions {
  readonly url: string;
  /** Topics that get a message in turn. */
  readonly topics: readonly string[];
  /** Messages that are sent in turn; numbers in them change. */
  readonly states: readonly string[];
  readonly perSecond: number;
}

/** Publishes states at a steady pace while it is told `{ seconds }`, and answers each time with how many it sent. */
if (parentPort) {
  const port = parentPort;
  const { url, topics, states, perSecond } = workerData as StreamOptions;
  const client = await connectAsync(url);
  let next = 0;
  const send = () => {
    const topic = topics[next % topics.length] ?? "";
    client.publish(topic, states[next % states.length] ?? "", { qos: 0 });
    next += 1;
  };
  port.on("message", ({ seconds }: { readonly seconds: number }) => {
    void stream(seconds).then((sent) => port.postMessage({ sent }));
  });
  const stream = async (seconds: number): Promise<number> => {
    const began = performance.now();
    const total = Math.round(seconds * perSecond);
    let sent = 0;
    while (sent < total) {
      const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * perSecond));
      for (; sent < due; sent += 1) send();
      await wait(5);
    }
    return sent;
  };
  port.postMessage({ ready: true });
}
