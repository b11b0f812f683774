import { describe, expect, it } from "vitest";
import { DiscoveryDialect } from "../../src/bridge/discovery/index.ts";
import { MiotDialect } from "../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import { inbound, Observed } from "../support/dialect.ts";
import { library } from "../support/simulated.ts";

describe("an announcement with nothing to show and nothing to command", () => {
  function discovery() {
    const dialect = new DiscoveryDialect();
    const seen = new Observed();
    const announce = (id: string, options: object, platform = "sensor") =>
      seen.take(dialect.receive(inbound(`homeassistant/${platform}/${id}/config`, { unique_id: id, ...options })));
    const later = () => seen.take(dialect.tick(10_000));
    return { seen, announce, later };
  }

  it("is no device and takes the place of none, even 45,000 times", () => {
    const { seen, announce, later } = discovery();
    for (let index = 0; index < 45_000; index += 1) {
      announce(`s${index}`, {}, index % 3 === 0 ? "camera" : "sensor");
      if (index % 10_000 === 0) later();
    }
    announce("lamp", { command_topic: "lamp/set" }, "light");
    later();
    expect([...seen.devices.keys()]).toEqual(["ha:lamp"]);
  });

  it("becomes a device with its first topic, and is removed without any", () => {
    const { seen, announce, later } = discovery();
    announce("s", {});
    later();
    expect(seen.devices.size).toBe(0);
    announce("s", { state_topic: "s" });
    later();
    expect(seen.devices.size).toBe(1);
    announce("s", { name: "no topic" });
    later();
    expect([seen.devices.size, seen.subscribed.size]).toEqual([0, 0]);
  });

  it("is no device in the miot dialect either", () => {
    const dialect = new MiotDialect({ specs: library });
    const seen = new Observed();
    const spec = { type: "urn:miot-spec-v2:device:light:0000A001:x:1", description: "Light", services: [] };
    seen.take(dialect.receive(inbound("miot/x/device", { model: "x.y.z", spec })));
    expect(seen.devices.size).toBe(0);
    expect(seen.problems).toEqual(["nothing-usable: x.y.z"]);
  });

  it("is no device in Zigbee2MQTT's list either, and none any more when its entry loses all that it had", () => {
    const dialect = new Zigbee2MqttDialect();
    const seen = new Observed();
    const entry = (exposes: readonly object[]) => ({
      ieee_address: "0x01",
      friendly_name: "lamp",
      type: "Router",
      definition: { vendor: "a", model: "b", description: "c", exposes },
    });
    const list = (...exposes: object[]) =>
      seen.take(dialect.receive(inbound("zigbee2mqtt/bridge/devices", [entry(exposes)], { retained: true })));
    list();
    expect([[...seen.devices.keys()], seen.problems]).toEqual([[], ["nothing-usable: lamp"]]);
    list({ type: "numeric", name: "linkquality", property: "linkquality", access: 1 });
    expect([...seen.devices.keys()]).toEqual(["zigbee:0x01"]);
    list();
    expect([...seen.devices.keys()]).toEqual([]);
  });
});

it("a device beyond the bound comes as soon as another has gone", () => {
  const dialect = new DiscoveryDialect();
  const seen = new Observed();
  const topic = (index: number) => `homeassistant/switch/s${index}/config`;
  for (let index = 0; index < 2001; index += 1) {
    seen.take(dialect.receive(inbound(topic(index), { unique_id: `s${index}`, command_topic: "x" })));
  }
  seen.take(dialect.tick(10_000));
  expect([seen.devices.size, seen.devices.has("ha:s2000")]).toEqual([2000, false]);
  expect(seen.problems).toEqual(["too-many: more than 2000 devices"]);
  seen.take(dialect.receive(inbound(topic(7), "", { at: 20_000 })));
  seen.take(dialect.tick(20_000));
  expect([seen.devices.size, seen.devices.has("ha:s2000")]).toEqual([2000, true]);
});
