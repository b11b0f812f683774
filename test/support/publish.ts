/** `mosquitto_pub` for tests, as far as the pages use it: `-t TOPIC -m MESSAGE [-q QOS] [-r] [-n]`, to the broker of `MQTT_URL`. */
import { parseArgs } from "node:util";
import { connectAsync } from "mqtt";

const { values } = parseArgs({
  options: {
    topic: { type: "string", short: "t" },
    message: { type: "string", short: "m" },
    qos: { type: "string", short: "q", default: "0" },
    retain: { type: "boolean", short: "r", default: false },
    null: { type: "boolean", short: "n", default: false },
  },
});
const client = await connectAsync(process.env["MQTT_URL"] ?? "");
await client.publishAsync(values.topic ?? "", values.null ? "" : (values.message ?? ""), {
  qos: values.qos === "1" ? 1 : 0,
  retain: values.retain,
});
await client.endAsync();
