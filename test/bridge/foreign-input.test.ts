import fc from "fast-check";
import { expect, test } from "vitest";
import { mqttDialects } from "../../src/app/dialects.ts";
import { DiscoveryDialect, PLATFORMS } from "../../src/bridge/discovery/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import { loadConfig } from "../../src/config/index.ts";
import { body, survives, value } from "../support/foreign-input.ts";
import { NO_SPECS } from "../support/scenario-home.ts";

const { config } = loadConfig({ flags: {}, env: {}, cwd: "/nowhere" });

// What a dialect understands only of devices that it knows is in the tests below, and in those of its folder.
test.each((await mqttDialects(config, NO_SPECS)).map(({ name }, index) => ({ name, index })))(
  "no message on a topic that $name subscribes to makes it throw",
  async ({ index }) => {
    const messages = fc.array(fc.tuple(fc.nat(), fc.constantFrom("a", "b"), body), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(messages, async (given) => {
        const dialect = (await mqttDialects(config, NO_SPECS))[index] ?? expect.fail();
        const { filters } = dialect;
        const topics = given.map(([place, name, sent]): [string, unknown] => {
          return [(filters[place % filters.length] ?? "").replace(/[+#]/g, name), sent];
        });
        survives(
          dialect,
          topics.filter(([topic]) => dialect.accepts(topic)),
        );
      }),
      { numRuns: 200 },
    );
  },
);

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
