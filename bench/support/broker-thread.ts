import { parentPort } from "node:worker_threads";
import { connect } from "mqtt";
import { z } from "zod";
import { Broker } from "../../src/bridge/index.ts";

/**
 * A thread with Jia's broker and one bare device behind it, so that neither takes time from what is measured. The device
 * answers a request on <base>/<did>/down by reporting the values that it was told on <base>/<did>/up.
 */
const Down = z.object({ params: z.array(z.object({ siid: z.number(), piid: z.number(), value: z.unknown() })) });

const broker = new Broker({ port: 0 });
await broker.start();
const device = connect(broker.url, { protocolVersion: 4 });
device.on("message", (topic, payload) => {
  const { params } = Down.parse(JSON.parse(payload.toString()));
  device.publish(topic.replace(/down$/, "up"), JSON.stringify({ method: "properties_changed", params }), { qos: 0 });
});
await device.subscribeAsync(["bench/+/down", "bare/+/down"]);
parentPort?.postMessage(broker.url);
