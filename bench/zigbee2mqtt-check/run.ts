import { Mosquitto } from "../../test/support/mosquitto.ts";
import { bareClient } from "../support/broker.ts";
import { check } from "./check.ts";
import { InstalledZigbee2Mqtt } from "./installed.ts";
import { Requests } from "./requests.ts";
import { Steps } from "./steps.ts";

/**
 * `npm run zigbee2mqtt:check`: the bridge against the real Zigbee2MQTT of the npm registry on a real Mosquitto; only the
 * radio with its devices is simulated. The newest version: `npm run zigbee2mqtt:check -- latest`. Ends with 1 when a step fails.
 */

/** A version of the npm registry; the simulated radio has the methods of its adapter. */
const VERSION = "2.14.1";

const steps = new Steps((line) => process.stdout.write(`${line}\n`));
const broker = new Mosquitto();
const zigbee2mqtt = new InstalledZigbee2Mqtt();
await broker.start();
const client = await bareClient(broker.url);
try {
  await steps.step("install", async () => {
    await zigbee2mqtt.install(process.argv[2] ?? VERSION);
    await zigbee2mqtt.configure(broker.url);
    return `zigbee2mqtt ${await zigbee2mqtt.version()} from the npm registry`;
  });
  const requests = new Requests(client);
  await requests.start();
  await check({ steps, broker: broker.url, zigbee2mqtt, requests });
} catch (error) {
  // A failed step has been printed.
  if (!steps.failed) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.stderr.write(`\nThe end of its log:\n${zigbee2mqtt.log.join("\n")}\n`);
  process.exitCode = 1;
} finally {
  await client.endAsync();
  await zigbee2mqtt.stop();
  await zigbee2mqtt.remove();
  await broker.stop();
}
