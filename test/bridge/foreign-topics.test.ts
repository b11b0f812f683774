import { connectAsync, type MqttClient } from "mqtt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DiscoveryDialect } from "../../src/bridge/discovery/index.ts";
import { type Bridge, MiotDialect } from "../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import { type Home, topicFilterFault, topicNameFault } from "../../src/home/index.ts";
import { QUICK } from "../support/bridged-home.ts";
import { homeOnBridge } from "../support/home-on-bridge.ts";
import { Mosquitto } from "../support/mosquitto.ts";
import { seeded } from "../support/random.ts";
import { library } from "../support/simulated.ts";
import { until } from "../support/until.ts";

let broker: Mosquitto;
let stranger: MqttClient;
let home: Home;
let bridge: Bridge;

beforeEach(async () => {
  broker = new Mosquitto();
  await broker.start();
  stranger = await connectAsync(broker.url, { protocolVersion: 4 });
  ({ home, bridge } = homeOnBridge({
    links: [
      {
        connection: { url: broker.url, backoff: QUICK },
        dialects: [new MiotDialect({ specs: library }), new Zigbee2MqttDialect(), new DiscoveryDialect()],
      },
    ],
  }));
  bridge.start(home);
  await bridge.ready();
});
afterEach(async () => {
  await bridge.stop();
  await stranger.endAsync(true);
  await broker.stop();
});

/** Retains an announcement for a stranger. */
const announce = (topic: string, body: object) =>
  stranger.publishAsync(topic, JSON.stringify(body), { qos: 1, retain: true });

/** A lamp of somebody else comes and is there. */
async function another(name: string): Promise<void> {
  await announce(`miot/${name}/device`, { model: "jia.light.white" });
  await until("another device", () => home.device(`miot:${name}`));
}

const levels = (count: number) => Array(count).fill("a").join("/");
const UNUSABLE = ["a\u0001b", "a\u0085b", "a\uffffb", levels(210), "$share//x", "\u0000"];

/** Waits until `count` topics were refused. */
const refused = (count: number) =>
  until("the problems", () =>
    bridge.status.problems.some((each) => each.code === "unusable-topic" && each.count >= count),
  );

describe("a topic that MQTT does not allow", () => {
  it("in an announcement, to be listened to, is refused and told; the connection stays", async () => {
    for (const [index, topic] of UNUSABLE.entries()) {
      await announce(`homeassistant/sensor/e${index}/config`, { unique_id: `e${index}`, state_topic: topic });
      const availability = [{ topic }];
      await announce(`homeassistant/sensor/f${index}/config`, {
        unique_id: `f${index}`,
        state_topic: "a",
        availability,
      });
    }
    await refused(2 * UNUSABLE.length);
    await another("lamp");
    expect(bridge.status.links).toMatchObject([{ connected: true, connections: 1 }]);
  });

  it("in an announcement, to be written to, leaves nothing to be commanded", async () => {
    for (const [index, command_topic] of UNUSABLE.entries()) {
      await announce(`homeassistant/switch/e${index}/config`, {
        unique_id: `e${index}`,
        state_topic: "a",
        command_topic,
      });
    }
    await refused(UNUSABLE.length);
    await another("lamp");
    const writable = home.devices.flatMap(({ id, spec }) =>
      id.startsWith("ha:") ? [...spec.properties.values()].filter(({ access }) => access.write) : [],
    );
    expect(writable).toEqual([]);
    expect(bridge.status.links).toMatchObject([{ connected: true, connections: 1 }]);
  });

  it.each(["a\u0001b/c", "\u0085", "/".repeat(197), "bridge/devices"])(
    "made of a name in Zigbee2MQTT's list (%j) is refused; the other devices of the list come",
    async (name) => {
      const state = { type: "binary", name: "state", property: "state", access: 7, value_on: "ON", value_off: "OFF" };
      const entry = (ieee: string, friendly_name: string) => ({
        ieee_address: ieee,
        type: "Router",
        friendly_name,
        definition: { model: "m", exposes: [{ type: "switch", features: [state] }] },
      });
      await announce("zigbee2mqtt/bridge/devices", [entry("0x01", name), entry("0x02", "plug")]);
      await until("the plug", () => home.device("zigbee:0x02"));
      await announce("zigbee2mqtt/bridge/devices", [entry("0x01", name), entry("0x02", "plug"), entry("0x03", "more")]);
      await until("one more", () => home.device("zigbee:0x03"));
      expect(home.device("zigbee:0x01")).toBeUndefined();
      expect(bridge.status.problems.map(({ code }) => code)).toContain("unusable-topic");
      expect(bridge.status.links).toMatchObject([{ connected: true, connections: 1 }]);
    },
  );
});

it("a device that subscribes to the config topics of others, and leaves, keeps nobody from being found", async () => {
  const filters = ["homeassistant/+/+/config", "miot/+/device", "zigbee2mqtt/bridge/devices"];
  for (const [index, state_topic] of filters.entries()) {
    await announce(`homeassistant/sensor/s${index}/config`, { unique_id: `s${index}`, state_topic });
  }
  await until("the stranger's devices", () => home.size === filters.length);
  const sensor = { unique_id: "mine", state_topic: "mine" };
  await announce("homeassistant/sensor/mine/config", sensor);
  await until("a device announced meanwhile", () => home.device("ha:mine"));
  for (const [index] of filters.entries()) {
    await stranger.publishAsync(`homeassistant/sensor/s${index}/config`, "", { qos: 1, retain: true });
  }
  await until("the stranger to be gone", () => home.size === 1);
  await another("lamp");
});

it("every topic that is allowed is taken by Mosquitto: hundreds of random ones over one connection", async () => {
  const random = seeded(7);
  const pieces = [
    "a",
    "b",
    "/",
    "/",
    "+",
    "#",
    "$",
    "灯",
    "\u0001",
    "\u0085",
    "\uffff",
    "\ufdd0",
    " ",
    "\ufeff",
    "😀",
    "\ud800",
  ];
  const texts = Array.from({ length: 2000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 8) }, () => pieces[Math.floor(random() * pieces.length)] ?? "").join(
      "",
    ),
  );
  const filters = [...texts, levels(200)].filter((text) => topicFilterFault(text) === null);
  const names = [...texts, levels(200)].filter((text) => topicNameFault(text) === null);
  expect(filters.length).toBeGreaterThan(200);
  expect(names.length).toBeGreaterThan(200);
  const client = await connectAsync(broker.url, { protocolVersion: 5, reconnectPeriod: 0 });
  let cut = false;
  client.on("close", () => {
    cut = true;
  });
  for (const filter of filters) await client.subscribeAsync(filter, { qos: 1 });
  for (const name of names) await client.publishAsync(name, "x", { qos: 1 });
  expect(cut).toBe(false);
  await client.endAsync(true);
});
