import { MiotDialect } from "../../src/bridge/index.ts";
import { type AuditSink, type DeviceId, type Home, NO_AUDIT } from "../../src/home/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { homeOnBridge } from "../../test/support/home-on-bridge.ts";
import { until } from "../../test/support/until.ts";
import { bareClient, startBroker } from "./broker.ts";

/** One lamp behind a broker in another thread: reached through a home, or by the same two messages without one. */
export interface RoundTrip {
  readonly home: Home;
  /** The lamp; its `light.on` and `light.brightness` are told back by the device. */
  readonly lamp: DeviceId;
  /** Publishes the request of one write and waits for the device's report with mqtt.js alone. */
  bare(on: boolean): Promise<void>;
  stop(): Promise<void>;
}

const MODEL = "jia.light.white";

/**
 * For measuring what Jia adds to a command. Use `home.execute`, or whatever stands on it, with `lamp`, against `bare`.
 * @param name the lamp's name, and `room` the name of its room, for benches that speak of it
 */
export async function startRoundTrip(name = "Lamp", room = "Study", audit: AuditSink = NO_AUDIT): Promise<RoundTrip> {
  const broker = await startBroker();
  const client = await bareClient(broker.url);
  const announcement = { did: "lamp", model: MODEL, name, room };
  await client.publishAsync("bench/lamp/device", JSON.stringify(announcement), { retain: true, qos: 1 });
  await client.publishAsync("bench/lamp/availability", "online", { retain: true, qos: 1 });
  // On topics that the bridge does not hear, so that neither works for the other.
  await client.subscribeAsync("bare/lamp/up");

  const dialects = [new MiotDialect({ specs: new SpecLibrary("devices"), base: "bench" })];
  const { home, bridge } = homeOnBridge({ links: [{ connection: { url: broker.url }, dialects }] }, { audit });
  bridge.start(home);
  await bridge.ready();
  const { id: lamp } = await until("the lamp", () => {
    const found = home.device("miot:lamp");
    return found?.online === true && found;
  });

  let answered: ((payload: Buffer) => void) | null = null;
  client.on("message", (_topic, payload) => answered?.(payload));
  let id = 1;
  return {
    home,
    lamp,
    bare: async (on) => {
      const params = [{ did: "lamp", siid: 2, piid: 1, value: on }];
      const report = new Promise<Buffer>((resolve) => {
        answered = resolve;
      });
      client.publish("bare/lamp/down", JSON.stringify({ id: id++, method: "set_properties", params }), { qos: 0 });
      JSON.parse((await report).toString());
      answered = null;
    },
    stop: async () => {
      await bridge.stop();
      await client.endAsync();
      await broker.stop();
    },
  };
}
