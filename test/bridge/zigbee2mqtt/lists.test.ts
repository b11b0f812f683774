import { connectAsync } from "mqtt";
import { describe, expect, it, onTestFinished } from "vitest";
import { Broker, type DialectOutput } from "../../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../../src/bridge/zigbee2mqtt/index.ts";
import { inbound, Observed } from "../../support/dialect.ts";
import { homeOnBridge } from "../../support/home-on-bridge.ts";
import { until } from "../../support/until.ts";

const DEVICES = 1500;
const ieee = (index: number) => `0x${index.toString(16).padStart(16, "0")}`;
const id = (index: number) => `zigbee:${ieee(index)}`;

/** An entry of `bridge/devices` whose model is like no other: its spec has to be built. */
const entry = (index: number, name = `plug ${index}`) => ({
  ieee_address: ieee(index),
  type: "Router",
  friendly_name: name,
  supported: true,
  definition: {
    vendor: "Acme",
    model: `M${index}`,
    description: "Plug",
    exposes: [
      {
        type: "switch",
        features: [{ type: "binary", name: "state", property: "state", access: 7, value_on: "ON", value_off: "OFF" }],
      },
      ...Array.from({ length: 20 }, (_, at) => ({
        type: "numeric",
        name: `reading_${at}`,
        property: `reading_${at}`,
        access: 1,
      })),
    ],
  },
});
const all = Array.from({ length: DEVICES }, (_, index) => entry(index + 1));

/** A dialect whose work is done when the test says so, first come first done, as the bridge does it. */
function slowly() {
  const dialect = new Zigbee2MqttDialect();
  const seen = new Observed();
  const open: (() => readonly DialectOutput[])[] = [];
  const take = (outputs: readonly DialectOutput[]) => {
    for (const output of outputs) {
      if (output.kind === "more") open.push(output.go);
      else seen.take([output]);
    }
  };
  return {
    seen,
    tell: (topic: string, body: unknown, retained = false) =>
      take(dialect.receive(inbound(`zigbee2mqtt/${topic}`, body, { retained }))),
    waits: () => open.length,
    /** Does what waits, and what follows from it. Gives how many pieces there were. */
    finish: () => {
      let pieces = 0;
      for (let go = open.shift(); go; go = open.shift()) {
        pieces += 1;
        take(go());
      }
      return pieces;
    },
  };
}

describe("a long list of devices", () => {
  it("is read in pieces; messages of its devices meanwhile are kept", () => {
    const { seen, tell, waits, finish } = slowly();
    tell("bridge/devices", all, true);
    expect(waits()).toBe(1);
    expect(seen.devices.size).toBe(0);
    tell(`plug ${DEVICES}`, { state: "ON" });
    tell(`plug ${DEVICES}/availability`, { state: "online" });
    expect(finish()).toBeGreaterThan(5);
    expect(seen.devices.size).toBe(DEVICES);
    expect(seen.value(id(DEVICES), "switch.on")).toBe(true);
    expect(seen.online.get(id(DEVICES))).toBe(true);
    expect(seen.problems).toEqual([]);
  });

  it("is followed by the newest list that came meanwhile, and by the groups", () => {
    const { seen, tell, finish } = slowly();
    tell("bridge/devices", all, true);
    tell("bridge/groups", [
      { id: 3, friendly_name: "both", members: [1, 2].map((each) => ({ ieee_address: ieee(each) })) },
    ]);
    tell("bridge/devices", [entry(7)]);
    tell("bridge/devices", [entry(1), entry(2, "renamed")]);
    finish();
    expect([...seen.devices].map(([each, { name }]) => [each, name])).toEqual([
      [id(1), "plug 1"],
      [id(2), "renamed"],
      ["zigbee:group-3", "both"],
    ]);
    expect(seen.devices.get("zigbee:group-3")?.spec.kind).toBe("switch");
  });

  it("that breaks off changes nothing", () => {
    const { seen, tell, finish } = slowly();
    tell("bridge/devices", [entry(1), entry(2)], true);
    tell("bridge/devices", JSON.stringify([entry(1), entry(3)]).slice(0, -5));
    finish();
    expect([...seen.devices.keys()]).toEqual([id(1), id(2)]);
    expect(seen.problems).toEqual(["malformed-json: not JSON"]);
  });

  it.each([
    [
      "an entry of megabytes",
      JSON.stringify([entry(1), { ...entry(2), description: "x".repeat(2_000_000) }]),
      "too-long",
    ],
    ["an object of megabytes", JSON.stringify({ devices: "x".repeat(2_000_000) }), "malformed-list"],
  ])("that is %s is refused, and changes nothing", (_, list, code) => {
    const { seen, tell, finish } = slowly();
    tell("bridge/devices", [entry(1), entry(3)], true);
    tell("bridge/devices", list);
    finish();
    expect([...seen.devices.keys()]).toEqual([id(1), id(3)]);
    expect(seen.problems).toEqual([expect.stringMatching(`^${code}: `)]);
  });

  it("leaves a device that changed commandable and heard until it is replaced", () => {
    const { seen, tell, finish } = slowly();
    tell("bridge/devices", all, true);
    finish();
    const changed = all.map((each) => ({ ...each, definition: { ...each.definition, description: "New plug" } }));
    tell("bridge/devices", changed);
    tell(`plug ${DEVICES}`, { state: "ON" });
    expect(seen.value(id(DEVICES), "switch.on")).toBe(true);
    finish();
    expect(seen.removed).toEqual([]);
    expect(seen.devices.get(id(DEVICES))?.spec.description).toBe("New plug");
  });
});

it("a list of more than a megabyte is taken, and nothing else of that length", async () => {
  const broker = new Broker({ port: 0 });
  await broker.start();
  onTestFinished(() => broker.stop());
  const radio = await connectAsync(broker.url);
  onTestFinished(() => radio.endAsync(true));
  const publish = (topic: string, payload: string) =>
    radio.publishAsync(`zigbee2mqtt/${topic}`, payload, { qos: 1, retain: true });
  const list = JSON.stringify(all);
  expect(list.length).toBeGreaterThan(1_048_576);
  await publish("plug 1", list);
  await publish("bridge/devices", list);
  const { home, bridge } = homeOnBridge({
    links: [{ connection: { url: broker.url }, dialects: [new Zigbee2MqttDialect()] }],
  });
  bridge.start(home);
  onTestFinished(() => bridge.stop());
  await until("all devices", () => home.size === DEVICES);
  expect(bridge.status.problems).toMatchObject([{ code: "payload-too-large", topic: "zigbee2mqtt/plug 1" }]);
});
