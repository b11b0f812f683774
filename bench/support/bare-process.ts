import { createServer } from "node:http";
import { bareClient } from "./broker.ts";

/**
 * The process that the whole of Jia is compared with: mqtt.js and JSON.parse on the same topics of the same broker. It keeps
 * the last payload of every topic, as whoever shows states has to, and gives the last message of all over HTTP.
 * Arguments: address of the broker, port of the server, topic filters.
 */
const [url = "", port = "0", ...filters] = process.argv.slice(2);
const client = await bareClient(url);
/** Payloads, keyed by topic. */
const kept = new Map<string, unknown>();
let last = "";
client.on("message", (topic, payload) => {
  const text = payload.toString();
  kept.set(topic, text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text);
  last = text;
});
await client.subscribeAsync(filters, { qos: 1 });
createServer((_request, response) => response.end(last)).listen(Number(port), "127.0.0.1");
