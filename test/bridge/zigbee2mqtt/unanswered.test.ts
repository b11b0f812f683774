import { connectAsync } from "mqtt";
import { expect, it, onTestFinished } from "vitest";
import { Broker } from "../../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../../src/bridge/zigbee2mqtt/index.ts";
import { currentValue } from "../../../src/home/index.ts";
import { homeOnBridge, setOne } from "../../support/home-on-bridge.ts";
import { until } from "../../support/until.ts";

const state = { type: "binary", name: "state", property: "state", access: 7, value_on: "ON", value_off: "OFF" };
const brightness = {
  type: "numeric",
  name: "brightness",
  property: "brightness",
  access: 7,
  value_min: 0,
  value_max: 254,
};
const lamp = (ieee: string, name: string) => ({
  ieee_address: ieee,
  type: "Router",
  friendly_name: name,
  supported: true,
  definition: {
    vendor: "Acme",
    model: "M1",
    description: "Lamp",
    exposes: [{ type: "light", features: [state, brightness] }],
  },
});
const plug = (ieee: string, name: string) => ({
  ...lamp(ieee, name),
  definition: {
    vendor: "Acme",
    model: "P1",
    description: "Plug",
    exposes: [{ type: "switch", features: [state] }],
  },
});
const ONE = "0x00158d0000000001";
const TWO = "0x00158d0000000002";

/** A home behind a real broker, and a hand that plays Zigbee2MQTT: `answer` is called for every command. */
async function world(
  answer: (name: string, body: Record<string, unknown>) => readonly (readonly [string, object])[],
  { second = lamp(TWO, "two"), members = [ONE, TWO] }: { second?: object; members?: readonly string[] } = {},
) {
  const broker = new Broker({ port: 0 });
  await broker.start();
  onTestFinished(() => broker.stop());
  const radio = await connectAsync(broker.url);
  onTestFinished(() => radio.endAsync(true));
  const { home, bridge } = homeOnBridge({
    links: [{ connection: { url: broker.url }, dialects: [new Zigbee2MqttDialect()] }],
    // Nobody may have to wait for this: what is tested is told at once.
    timeout: 60_000,
  });
  const publish = (topic: string, body: object, retain = false) =>
    radio.publishAsync(`zigbee2mqtt/${topic}`, JSON.stringify(body), { qos: 1, retain });
  radio.on("message", (topic, payload) => {
    const name = topic.slice("zigbee2mqtt/".length, -"/set".length);
    for (const [to, body] of answer(name, JSON.parse(payload.toString()))) void publish(to, body);
  });
  await radio.subscribeAsync("zigbee2mqtt/+/set");
  await publish("bridge/devices", [lamp(ONE, "lamp's one"), second], true);
  await publish(
    "bridge/groups",
    [{ id: 3, friendly_name: "both", members: members.map((ieee_address) => ({ ieee_address, endpoint: 1 })) }],
    true,
  );
  bridge.start(home);
  onTestFinished(() => bridge.stop());
  await until("the devices", () => home.size >= 3);
  return home;
}

const failed = (name: string, key: string): readonly [string, object] => [
  "bridge/logging",
  {
    level: "error",
    message: `z2m: Publish 'set' '${key}' to '${name}' failed: 'Error: Delivery failed for 45873'`,
    namespace: "z2m",
  },
];

it("a failed publication in Zigbee2MQTT's log is the outcome of the command, with its reason", async () => {
  const home = await world((name) => [failed(name, "state")]);
  const outcome = await setOne(home, `zigbee:${ONE}`, "light.on", true);
  expect(outcome).toMatchObject({
    status: "rejected",
    error: { code: "device-failed", details: { reason: "Error: Delivery failed for 45873" } },
  });
});

it("a failure of another key or device decides nothing", async () => {
  const home = await world((name, body) => [failed(name, "color_temp"), failed("two", "state"), [name, body]]);
  expect(await setOne(home, `zigbee:${ONE}`, "light.on", true)).toMatchObject({ status: "confirmed" });
});

it("a group that reports nothing is confirmed by its members and has their state", async () => {
  const home = await world((name, body) =>
    name === "both"
      ? [
          ["lamp's one", body],
          ["two", body],
        ]
      : [],
  );
  const [group] = home.devices.filter(({ id }) => id.includes("group-"));
  expect(group && (await setOne(home, group.id, "light.on", true))).toMatchObject({ status: "confirmed" });
  expect(group && (await setOne(home, group.id, "light.on", false))).toMatchObject({ status: "confirmed" });
  expect(group && currentValue(group, "light.on")).toBe(false);
});

it.each([
  ["a plug beside a lamp", { second: plug(TWO, "two") }],
  ["a member that is not listed", { members: [ONE, TWO, "0x00158d0000000009"] }],
])("a silent group with %s is confirmed by what its members report", async (_, given) => {
  const home = await world(
    (name, body) =>
      name === "both"
        ? [
            ["lamp's one", body],
            ["two", body],
          ]
        : [],
    given,
  );
  const group = home.devices.find(({ id }) => id.includes("group-")) ?? expect.fail("no group");
  const on = [...group.spec.properties.values()].find(({ type }) => type === "on")?.address ?? expect.fail("no on");
  expect(await setOne(home, group.id, on, true)).toMatchObject({ status: "confirmed" });
  expect(await setOne(home, group.id, on, false)).toMatchObject({ status: "confirmed" });
});
