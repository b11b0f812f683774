import fc from "fast-check";
import { expect, test } from "vitest";
import { DiscoveryDialect, PLATFORMS } from "../../src/bridge/discovery/index.ts";
import type { Dialect } from "../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import { asDevice, inbound, Observed } from "../support/dialect.ts";

/** Keys that dialects look at, so that random objects are not all alike to them. */
const KEYS = [
  "name",
  "type",
  "features",
  "property",
  "values",
  "access",
  "value_on",
  "value_off",
  "value_min",
  "value_max",
  "endpoint",
  "unit",
  "state_topic",
  "command_topic",
  "value_template",
  "device",
  "identifiers",
  "connections",
  "options",
  "modes",
  "components",
  "platform",
  "availability",
  "topic",
  "schema",
  "supported_color_modes",
  "unique_id",
  "expire_after",
  "__proto__",
  "constructor",
];
const WORDS = [
  "light",
  "switch",
  "state",
  "brightness",
  "color_xy",
  "composite",
  "enum",
  "numeric",
  "binary",
  "action",
  "list",
  "a/b",
  "~/x",
  "{{ value_json.a }}",
  "{{ x | round }}",
  "json",
  "template",
  "xy",
  "ON",
  "",
  "x".repeat(300),
  "\u0000\u202e",
];

const { value } = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.constantFrom(...WORDS), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 6 }),
  ),
}));
const body = fc.oneof(value, fc.array(value), fc.string());

/** Feeds messages, then commands everything that came of them: nothing may throw, and everything that is told is a spec. */
function survives(dialect: Dialect, messages: readonly (readonly [string, unknown])[]): void {
  const seen = new Observed();
  for (const [topic, given] of messages) {
    seen.take(dialect.receive(inbound(topic, typeof given === "string" ? given : (JSON.stringify(given) ?? "null"))));
  }
  seen.take(dialect.tick?.(100_000) ?? []);
  for (const device of seen.devices.values()) {
    expect(device.name.length).toBeGreaterThan(0);
    for (const property of device.spec.properties.values()) {
      const written =
        property.values[0]?.value ?? (property.format === "bool" ? true : property.format === "string" ? "x" : 1);
      dialect.encode(asDevice(device), { kind: "set", writes: [{ property, value: written }] }, "1");
    }
  }
}

test("no message on Zigbee2MQTT's topics makes its dialect throw", () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 3 }), fc.array(value, { maxLength: 4 }), body, (lists, exposes, given) => {
      const entry = {
        ieee_address: "0x00158d0000000001",
        type: "Router",
        friendly_name: "a",
        definition: { model: "m", exposes },
      };
      survives(new Zigbee2MqttDialect(), [
        ...lists.map((list) => ["zigbee2mqtt/bridge/devices", list] as const),
        ["zigbee2mqtt/bridge/devices", [entry, given]],
        ["zigbee2mqtt/bridge/groups", given],
        ["zigbee2mqtt/bridge/info", given],
        ["zigbee2mqtt/bridge/event", given],
        ["zigbee2mqtt/bridge/state", given],
        ["zigbee2mqtt/bridge/response/x", given],
        ["zigbee2mqtt/a/availability", given],
        ["zigbee2mqtt/a", given],
      ]);
    }),
    { numRuns: 400 },
  );
});

test("no discovery message makes its dialect throw", () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLATFORMS.keys(), "device", "camera"), body, body, (platform, config, given) => {
      const topics = { state_topic: "a/b", command_topic: "a/set" };
      const merged =
        typeof config === "object" && config !== null && !Array.isArray(config) ? { ...topics, ...config } : config;
      survives(new DiscoveryDialect(), [
        [`homeassistant/${platform}/x/config`, merged],
        [
          "homeassistant/device/y/config",
          { dev: { ids: ["y"] }, cmps: { one: config, two: { p: platform, ...topics } } },
        ],
        ["a/b", given],
        [`homeassistant/${platform}/x/config`, given],
      ]);
    }),
    { numRuns: 600 },
  );
});
