import { afterEach, describe, expect, it } from "vitest";
import { parseCloudDevices } from "../../src/bridge/hub/cloud-devices.ts";
import { CloudStateDialect } from "../../src/bridge/hub/cloud-dialect.ts";
import { Bridge, Broker, type Dialect, type DialectOutput, MiotDialect } from "../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import { type Home, type HomeEvent, systemClock, type Value } from "../../src/home/index.ts";
import { PublishedValues } from "../../src/miio/published-values.ts";
import { parseItems } from "../../src/miio/response.ts";
import { MiotWire } from "../../src/miio/wire.ts";
import { inbound } from "../support/dialect.ts";
import { described, LIGHT, testHome } from "../support/home.ts";
import { NO_SPECS, scenarioHome } from "../support/scenario-home.ts";
import { library } from "../support/simulated.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** What a home behind a dialect knows; null for what is not known. */
function homeBehind(dialect: Dialect) {
  const { home } = testHome();
  const problems: string[] = [];
  const take = (outputs: readonly DialectOutput[]): void => {
    for (const output of outputs) {
      if (output.kind === "problem") problems.push(output.code);
      else if (output.kind === "more") take(output.go());
      else if (output.kind === "values" || output.kind === "device") home.apply([output]);
    }
  };
  const tell = (topic: string, body: unknown, retained = false) =>
    take(dialect.receive(inbound(topic, body, { retained })));
  const known = (address: string): Value | null => {
    const [device] = home.devices;
    expect([...(device?.spec.properties.keys() ?? [])]).toContain(address);
    return device?.state.get(address)?.value ?? null;
  };
  const why = (address: string) => home.devices[0]?.gaps.get(address)?.reason;
  return { home, problems, tell, known, why };
}

describe("what Zigbee2MQTT does not know", () => {
  const numeric = (name: string, given: object = {}) => ({
    type: "numeric",
    name,
    property: name,
    access: 1,
    ...given,
  });
  const exposes = [
    {
      type: "light",
      features: [
        { type: "binary", name: "state", property: "state", access: 7, value_on: "ON", value_off: "OFF" },
        numeric("brightness", { access: 7, value_min: 0, value_max: 254 }),
        numeric("color_temp", { access: 7, value_min: 153, value_max: 500, unit: "mired" }),
        {
          type: "composite",
          name: "color_xy",
          property: "color",
          access: 7,
          features: [numeric("x", { access: 7 }), numeric("y", { access: 7 })],
        },
      ],
    },
    { type: "enum", name: "effect", property: "effect", access: 3, values: ["none", "unknown", "blink"] },
    { type: "binary", name: "contact", property: "contact", access: 1, value_on: false, value_off: true },
    numeric("humidity", { unit: "%" }),
    numeric("power", { unit: "W" }),
  ];
  const lamp = () => {
    const world = homeBehind(new Zigbee2MqttDialect());
    const definition = { vendor: "Acme", model: "M1", description: "Lamp", exposes };
    const entry = { ieee_address: "0x01", type: "Router", friendly_name: "lamp", supported: true, definition };
    world.tell("zigbee2mqtt/bridge/devices", [entry], true);
    return { ...world, say: (body: unknown) => world.tell("zigbee2mqtt/lamp", body) };
  };

  it("null clears a number, a switch, an enum and a colour", () => {
    const { say, known, problems } = lamp();
    say({ state: "ON", power: 500, effect: "blink", color: { x: 0.64, y: 0.33 }, contact: false });
    expect(known("power-consumption.electric-power")).toBe(500);
    expect(known("light.color")).toBe(0xff0000);
    say({ state: null, power: null, effect: null, color: null, contact: null });
    for (const address of ["light.on", "power-consumption.electric-power", "settings.effect", "light.color"]) {
      expect(known(address), address).toBeNull();
    }
    expect(known("magnet-sensor.contact-state")).toBeNull();
    expect(problems).toEqual([]);
  });

  it("an option called none or unknown is an option; what is not listed is not known", () => {
    const { say, known, problems } = lamp();
    const values = ["none", "unknown", "blink", "unavailable", "", "storm"].map((effect) => {
      say({ effect });
      return known("settings.effect");
    });
    expect(values).toEqual([0, 1, 2, null, null, null]);
    expect(problems).toEqual(["wrong-value"]);
  });

  it("a brightness of 0 says nothing, whether the lamp is on or off", () => {
    const { say, known } = lamp();
    say({ state: "ON", brightness: 127 });
    say({ state: "OFF", brightness: 0 });
    say({ state: "ON", brightness: 0 });
    expect(known("light.brightness")).toBe(50);
    expect(known("light.on")).toBe(true);
  });

  it("another colour mode clears what the lamp does not show, also when both are reported", () => {
    const { say, known } = lamp();
    say({ color_mode: "xy", color: { x: 0.64, y: 0.33 }, color_temp: 400 });
    expect([known("light.color"), known("light.color-temperature")]).toEqual([0xff0000, null]);
    say({ color_mode: "color_temp", color: { x: 0.4, y: 0.4 }, color_temp: 250 });
    expect([known("light.color"), known("light.color-temperature")]).toEqual([null, 4000]);
  });

  it("a humidity of 120 % is not known", () => {
    const { say, known } = lamp();
    say({ humidity: 55 });
    say({ humidity: 120 });
    expect(known("environment.relative-humidity")).toBeNull();
  });

  it('a cover that reports "stopped" says nothing about its position', () => {
    const world = homeBehind(new Zigbee2MqttDialect());
    const state = { type: "enum", name: "state", property: "state", access: 7, values: ["OPEN", "CLOSE", "STOP"] };
    const definition = {
      vendor: "A",
      model: "C",
      description: "Cover",
      exposes: [{ type: "cover", features: [state] }],
    };
    const entry = { ieee_address: "0x02", type: "Router", friendly_name: "blind", supported: true, definition };
    world.tell("zigbee2mqtt/bridge/devices", [entry], true);
    world.tell("zigbee2mqtt/blind", { state: "CLOSE" });
    world.tell("zigbee2mqtt/blind", { state: "STOP" });
    expect(world.known("curtain.open-state")).toBe(0);
    expect(world.problems).toEqual([]);
  });
});

describe("what Mi Home devices do not know", () => {
  it("null clears a value in the miot dialect, and so does a value that cannot be, for that reason", () => {
    const miot = homeBehind(new MiotDialect({ specs: NO_SPECS }));
    const instance = scenarioHome().devices[0]?.instance;
    miot.tell("miot/lamp/device", { did: "lamp", model: "test.light.lamp", spec: instance, name: "Lamp" }, true);
    const [device] = miot.home.devices;
    const ranged = [...(device?.spec.properties.values() ?? [])].find(({ range }) => range !== null);
    if (!ranged?.range) throw new Error("no property with a range");
    const { siid, piid, address, range } = ranged;
    const report = (value: unknown) =>
      miot.tell("miot/lamp/up", { method: "properties_changed", params: [{ siid, piid, value }] });
    report(range.max);
    expect(miot.known(address)).toBe(range.max);
    report(null);
    expect(miot.known(address)).toBeNull();
    expect(miot.why(address)).toBe("cleared");
    report(range.max);
    report(range.max + 10 * range.step);
    expect(miot.known(address)).toBeNull();
    expect(miot.why(address)).toBe("out-of-range");
    report(range.max);
    report("perhaps");
    expect(miot.why(address)).toBe("out-of-range");
    expect(miot.problems).toEqual([]);
  });

  it("null clears a value that the cloud tells", () => {
    const list = [{ did: "1", name: "Desk", model: "yeelink.light.color5", spec_type: "", token: "x" }];
    const devices = parseCloudDevices(JSON.stringify({ code: 0, result: { list } }), "cloud.json");
    const dialect = new CloudStateDialect({ devices, specs: library, describe: true });
    const { home, tell, known } = homeBehind(dialect);
    for (const output of dialect.tick()) if (output.kind === "device") home.apply([output]);
    const report = (value: unknown) =>
      tell("device/1/up/properties_changed/2/2", { params: [{ siid: 2, piid: 2, value }] });
    report(9);
    expect(known("light.brightness")).toBe(9);
    report(null);
    expect(known("light.brightness")).toBeNull();
  });

  it("a property that a Wi-Fi device answers with null is published as null", () => {
    const property = LIGHT.properties.get("light.brightness");
    if (!property) throw new Error("no brightness");
    const { siid, piid } = property;
    const published: string[] = [];
    const values = new PublishedValues(new MiotWire("miot", "1"), systemClock, (all) =>
      published.push(...all.map(({ payload }) => String(payload))),
    );
    for (const value of [40, null]) {
      const [item] = parseItems([{ did: "1", siid, piid, code: 0, value }]);
      if (item?.value === undefined) throw new Error(`${value} is not read`);
      values.take([{ property, value: item.value }]);
    }
    expect(JSON.parse(published.at(-1) ?? "")).toMatchObject({ params: [{ did: "1", siid, piid, value: null }] });
  });
});

it("a value that a property cannot have is counted by the bridge, whatever dialect told it, and the stream says null", async () => {
  const broker = new Broker({ port: 0 });
  await broker.start();
  cleanups.push(() => broker.stop());
  const device = described("lamp");
  const brightness = (value: number) => ({
    kind: "values" as const,
    id: device.id,
    values: [{ address: "light.brightness", value }],
    cause: "report" as const,
  });
  const dialect: Dialect = {
    name: "test",
    filters: [],
    accepts: () => false,
    receive: () => [],
    encode: () => ({ publications: [], confirmation: "none" }),
    connected: () => [],
    settled: () => [{ kind: "device", device }, brightness(40), brightness(140)],
  };
  const bridge = new Bridge({
    links: [{ connection: { url: broker.url }, dialects: [dialect] }],
    clock: systemClock,
    settle: 1,
  });
  const { home }: { home: Home } = testHome([], { transport: bridge });
  const events: HomeEvent[] = [];
  home.subscribe((event) => events.push(event));
  bridge.start(home);
  cleanups.push(() => bridge.stop());
  await until("the problem", () => bridge.status.problems.length > 0);
  expect(bridge.status.problems).toMatchObject([{ code: "wrong-value", detail: "140 for light.brightness" }]);
  expect(home.device("lamp")?.state.has("light.brightness")).toBe(false);
  expect(events.map(({ type }) => type)).toEqual(["device-added", "property-changed", "property-cleared"]);
});
