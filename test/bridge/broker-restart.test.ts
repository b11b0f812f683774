import { describe, expect, it } from "vitest";
import { DiscoveryDialect } from "../../src/bridge/discovery/index.ts";
import { type Dialect, MiotDialect } from "../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import { inbound, Observed } from "../support/dialect.ts";
import { library } from "../support/simulated.ts";

const state = { type: "binary", name: "state", property: "state", access: 7, value_on: "ON", value_off: "OFF" };
const zigbee = {
  ieee_address: "0x01",
  type: "Router",
  friendly_name: "plug",
  definition: { model: "m", exposes: [{ type: "switch", features: [state] }] },
};

const DIALECTS: readonly (readonly [string, () => Dialect, string, string, unknown])[] = [
  ["miot", () => new MiotDialect({ specs: library }), "miot:lamp", "miot/lamp/device", { model: "jia.light.white" }],
  ["Zigbee2MQTT", () => new Zigbee2MqttDialect(), "zigbee:0x01", "zigbee2mqtt/bridge/devices", [zigbee]],
  [
    "discovery",
    () => new DiscoveryDialect(),
    "ha:plug",
    "homeassistant/switch/plug/config",
    { unique_id: "plug", command_topic: "plug/set" },
  ],
];

describe.each(DIALECTS)("after the broker has restarted, a device of %s", (_name, make, id, topic, announcement) => {
  /** A device that was announced; then the connection breaks and comes back. */
  function reconnected(retained: boolean) {
    const dialect = make();
    const seen = new Observed();
    const tell = (kept: boolean) => {
      seen.take(dialect.receive(inbound(topic, announcement, { retained: kept })));
      seen.take(dialect.tick?.(10_000) ?? []);
    };
    tell(retained);
    expect(seen.devices.has(id)).toBe(true);
    dialect.disconnected?.();
    return { dialect, seen, tell };
  }

  it.each([true, false])("is gone when nobody announces it again (kept by the broker before: %s)", (retained) => {
    const { dialect, seen } = reconnected(retained);
    seen.take(dialect.settled?.() ?? []);
    expect(seen.devices.has(id)).toBe(false);
  });

  it.each([true, false])("stays when it is announced again (kept by the broker now: %s)", (retained) => {
    const { dialect, seen, tell } = reconnected(true);
    tell(retained);
    seen.take(dialect.settled?.() ?? []);
    expect(seen.devices.has(id)).toBe(true);
  });

  it("comes back when it is announced later", () => {
    const { dialect, seen, tell } = reconnected(true);
    seen.take(dialect.settled?.() ?? []);
    tell(false);
    expect(seen.devices.has(id)).toBe(true);
  });
});
