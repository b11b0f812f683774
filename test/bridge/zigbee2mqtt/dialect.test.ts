import { describe, expect, test } from "vitest";
import { Zigbee2MqttDialect } from "../../../src/bridge/zigbee2mqtt/index.ts";
import { asDevice, inbound, invoked, Observed, written } from "../../support/dialect.ts";

const LAMP = "0x00158d0000000001";
const PLUG = "0x00158d0000000002";
const BUTTON = "0x00158d0000000003";
const LOCK = "0x00158d0000000004";

const state = (property = "state") => ({
  type: "binary",
  name: "state",
  property,
  access: 7,
  value_on: "ON",
  value_off: "OFF",
  value_toggle: "TOGGLE",
});
const numeric = (name: string, given: object = {}) => ({ type: "numeric", name, property: name, access: 1, ...given });
const light = {
  type: "light",
  features: [
    state(),
    numeric("brightness", { access: 7, value_min: 0, value_max: 254 }),
    numeric("color_temp", { access: 7, value_min: 153, value_max: 500, unit: "mired" }),
    {
      type: "composite",
      name: "color_hs",
      property: "color",
      access: 7,
      features: [numeric("hue", { access: 7 }), numeric("saturation", { access: 7 })],
    },
  ],
};

/** An entry of `bridge/devices`. */
const entry = (ieee: string, name: string, exposes: readonly unknown[], given: object = {}) => ({
  ieee_address: ieee,
  type: "Router",
  friendly_name: name,
  supported: true,
  disabled: false,
  definition: { vendor: "Acme", model: "M1", description: "Thing", exposes },
  endpoints: {},
  ...given,
});
const lamp = (name = "lamp") => entry(LAMP, name, [light]);
const button = entry(BUTTON, "button", [
  {
    type: "enum",
    name: "action",
    property: "action",
    access: 1,
    values: ["single", "double", "hold", "2_single", "rotate_left", "region_*_enter"],
  },
  numeric("battery", { unit: "%" }),
]);

function bridge(...devices: readonly unknown[]) {
  const dialect = new Zigbee2MqttDialect();
  const seen = new Observed();
  const tell = (topic: string, body: unknown, retained = false, at = 0) =>
    seen.take(dialect.receive(inbound(`zigbee2mqtt/${topic}`, body, { retained, at })));
  const list = Object.assign((...listed: readonly unknown[]) => tell("bridge/devices", listed, true), {
    /** While we listen. */
    live: (...listed: readonly unknown[]) => tell("bridge/devices", listed),
  });
  if (devices.length > 0) list(...devices);
  const device = (ieee: string) => seen.devices.get(`zigbee:${ieee}`) ?? expect.fail(`no ${ieee}`);
  return { dialect, seen, tell, list, device };
}

describe("devices", () => {
  test("become devices if they are usable; others are left out, mistakes with a problem", () => {
    const { seen } = bridge(
      { ieee_address: "0x0000000000000000", type: "Coordinator", friendly_name: "Coordinator", definition: null },
      lamp("kitchen/ceiling_lamp"),
      entry(PLUG, "off", [], { disabled: true }),
      entry(BUTTON, "strange", [], { definition: null, supported: false }),
      { friendly_name: "no address" },
      entry(LOCK, "with + in it", []),
    );
    expect(
      [...seen.devices.values()].map(({ id, name, room, aliases, model }) => ({ id, name, room, aliases, model })),
    ).toEqual([
      { id: `zigbee:${LAMP}`, name: "ceiling_lamp", room: "kitchen", aliases: ["ceiling lamp"], model: "M1" },
    ]);
    expect(seen.problems.map((text) => text.split(":")[0])).toEqual([
      "unsupported-device",
      "malformed-device",
      "wildcard-in-name",
    ]);
    expect([...seen.subscribed]).toEqual([
      "zigbee2mqtt/kitchen/ceiling_lamp",
      "zigbee2mqtt/kitchen/ceiling_lamp/availability",
    ]);
  });

  test("a friendly name that is only the address is replaced by a description", () => {
    expect(bridge(lamp(LAMP)).device(LAMP).name).toBe("Thing");
  });

  test("state and availability that come before the list are not lost, their events are", () => {
    const { seen, tell, list } = bridge();
    tell("lamp", { state: "ON" }, true);
    tell("lamp/availability", { state: "online" }, true);
    tell("button", { battery: 50, action: "single" });
    list(lamp(), button);
    expect(seen.value(`zigbee:${LAMP}`, "light.on")).toBe(true);
    expect(seen.online.get(`zigbee:${LAMP}`)).toBe(true);
    expect(seen.value(`zigbee:${BUTTON}`, "battery.battery-level")).toBe(50);
    expect(seen.events).toEqual([]);
  });

  test("a rename keeps the id, follows the topic and does not build a new spec", () => {
    const { seen, tell, list, device, dialect } = bridge(lamp());
    const before = device(LAMP).spec;
    list(lamp("hall/lamp"));
    expect(device(LAMP)).toMatchObject({ name: "lamp", room: "hall" });
    expect(device(LAMP).spec).toBe(before);
    tell("lamp", { state: "ON" });
    expect(seen.value(`zigbee:${LAMP}`, "light.on")).toBeUndefined();
    tell("hall/lamp", { state: "ON" });
    expect(seen.value(`zigbee:${LAMP}`, "light.on")).toBe(true);
    expect(written(dialect, device(LAMP), ["light.on", false])).toEqual([
      ["zigbee2mqtt/hall/lamp/set", '{"state":"OFF"}'],
    ]);
    list(lamp());
    expect(seen.subscribed.size).toBe(0);
  });

  test("two devices may swap their names", () => {
    const plug = (name: string) => entry(PLUG, name, [{ type: "switch", features: [state()] }]);
    const { seen, tell, list } = bridge(lamp("a"), plug("b"));
    list(lamp("b"), plug("a"));
    tell("a", { state: "ON" });
    tell("b", { state: "OFF" });
    expect(seen.value(`zigbee:${PLUG}`, "switch.on")).toBe(true);
    expect(seen.value(`zigbee:${LAMP}`, "light.on")).toBe(false);
  });

  test("a device that is not listed any more is removed; the same list again changes nothing", () => {
    const { seen, list, dialect } = bridge(lamp(), button);
    // On a busy machine the list is read in several slices.
    const again = new Observed().take(dialect.receive(inbound("zigbee2mqtt/bridge/devices", [lamp(), button])));
    expect([...again.devices, ...again.online, ...again.problems, ...again.removed]).toEqual([]);
    list(button);
    expect(seen.removed).toEqual([`zigbee:${LAMP}`]);
  });
});

describe("state", () => {
  test("is merged from parts; null says that a value is not known, and what is not exposed says nothing", () => {
    const { seen, tell } = bridge(lamp());
    tell("lamp", { state: "ON", brightness: 127 });
    tell("lamp", { brightness: null, update: { state: "idle" }, __proto__: 1, linkquality: 12 });
    tell("lamp", { color_temp: 250 });
    expect([...seen.values]).toEqual([
      [`zigbee:${LAMP} light.on`, true],
      [`zigbee:${LAMP} light.color-temperature`, 4000],
    ]);
    expect(seen.problems).toEqual([]);
  });

  test("a state that is no JSON object is a problem and changes nothing", () => {
    const { seen, tell } = bridge(lamp());
    for (const body of ["ON", "[1]", "{", "null"]) tell("lamp", body);
    expect(seen.problems.map((text) => text.split(":")[0])).toEqual(Array(4).fill("malformed-json"));
    expect(seen.values.size).toBe(0);
  });

  test("a retained state was true when the device was last heard", () => {
    const { dialect } = bridge(lamp());
    const body = { state: "ON", last_seen: "2026-11-24T20:00:00.000Z" };
    const [output] = dialect.receive(inbound("zigbee2mqtt/lamp", body, { retained: true }));
    expect(output).toMatchObject({ kind: "values", cause: "retained", at: Date.parse("2026-11-24T20:00:00.000Z") });
  });

  test("the report of what was sent is what was asked, within the rounding of the wire", () => {
    const { dialect, seen, tell, device } = bridge(lamp());
    expect(written(dialect, device(LAMP), ["light.color-temperature", 4100], ["light.color", 0x123456])).toEqual([
      ["zigbee2mqtt/lamp/set", '{"color_temp":244,"color":{"hue":210,"saturation":79}}'],
    ]);
    tell("lamp", { color_temp: 245, color: { hue: 211, saturation: 79, x: 0.15, y: 0.2 } });
    expect(seen.value(`zigbee:${LAMP}`, "light.color-temperature")).toBe(4100);
    expect(seen.value(`zigbee:${LAMP}`, "light.color")).toBe(0x123456);
    tell("lamp", { color_temp: 300 });
    expect(seen.value(`zigbee:${LAMP}`, "light.color-temperature")).toBe(3333);
  });

  test("a part of a composite is sent with what is known of the others", () => {
    const part = (name: string) => numeric(name, { access: 3, value_min: 0, value_max: 100 });
    const plan = {
      type: "composite",
      name: "plan",
      property: "plan",
      access: 3,
      features: [part("start"), part("stop")],
    };
    const { dialect, tell, device } = bridge(entry(PLUG, "valve", [plan]));
    tell("valve", { plan: { start: 10, stop: 20 } });
    expect(written(dialect, device(PLUG), ["plan.stop", 30])).toEqual([
      ["zigbee2mqtt/valve/set", '{"plan":{"start":10,"stop":30}}'],
    ]);
  });

  test("a thermostat goes back to the mode that it had", () => {
    const mode = {
      type: "enum",
      name: "system_mode",
      property: "system_mode",
      access: 7,
      values: ["off", "auto", "heat"],
    };
    const { dialect, tell, device } = bridge(entry(PLUG, "trv", [{ type: "climate", features: [mode] }]));
    expect(written(dialect, device(PLUG), ["thermostat.on", true])).toEqual([
      ["zigbee2mqtt/trv/set", '{"system_mode":"heat"}'],
    ]);
    tell("trv", { system_mode: "auto" });
    tell("trv", { system_mode: "off" });
    expect(written(dialect, device(PLUG), ["thermostat.on", true])).toEqual([
      ["zigbee2mqtt/trv/set", '{"system_mode":"auto"}'],
    ]);
  });

  test("endpoints are further services", () => {
    const part = (endpoint: string) => ({
      type: "switch",
      endpoint,
      features: [{ ...state(`state_${endpoint}`), endpoint }],
    });
    const { dialect, tell, seen, device } = bridge(entry(PLUG, "wall", [part("left"), part("right")]));
    expect(device(PLUG).spec.services.map(({ key, description }) => [key, description])).toEqual([
      ["switch", "Left"],
      ["switch-2", "Right"],
    ]);
    tell("wall", { state_right: "ON" });
    expect(seen.value(`zigbee:${PLUG}`, "switch-2.on")).toBe(true);
    expect(invoked(dialect, device(PLUG), "switch.toggle")).toEqual([
      ["zigbee2mqtt/wall/set", '{"state_left":"TOGGLE"}'],
    ]);
  });

  test("contact false is open", () => {
    const contact = {
      type: "binary",
      name: "contact",
      property: "contact",
      access: 1,
      value_on: false,
      value_off: true,
    };
    const { seen, tell, device } = bridge(entry(PLUG, "door", [contact]));
    expect(device(PLUG).spec.kind).toBe("magnet-sensor");
    tell("door", { contact: false });
    expect(seen.value(`zigbee:${PLUG}`, "magnet-sensor.contact-state")).toBe(false);
  });

  test("codes of a lock never come in", () => {
    const features = [numeric("user", { access: 7 }), numeric("pin_code", { access: 7 })];
    const exposes = [
      { type: "lock", features: [{ ...state(), value_on: "LOCK", value_off: "UNLOCK" }] },
      { type: "composite", name: "pin_code", property: "pin_code", access: 7, features },
      { type: "text", name: "pin_code_last", property: "pin_code_last", access: 1 },
    ];
    const { seen, tell, device } = bridge(entry(LOCK, "door", exposes));
    const outputs = tell("door", {
      state: "LOCK",
      pin_code: { user: 1, pin_code: 4711 },
      pin_code_last: "4711",
      users: { 1: { pin_code: "4711" } },
    });
    expect(JSON.stringify([...outputs.values, [...device(LOCK).spec.properties.keys()], seen.problems])).not.toMatch(
      /4711|pin/,
    );
    expect(seen.value(`zigbee:${LOCK}`, "lock.locked")).toBe(true);
  });

  test("states that are not retained are asked for, a few at a time; sleeping devices are not asked", () => {
    const many = Array.from({ length: 7 }, (_, index) => entry(`0x00158d00000001${index}0`, `lamp ${index}`, [light]));
    const { dialect, tell } = bridge(...many, { ...button, type: "EndDevice" });
    tell("lamp 0", { state: "ON" });
    dialect.settled();
    const asked = [1, 2, 3].map(() =>
      dialect.tick(0).flatMap((output) => (output.kind === "publish" ? [output.publication] : [])),
    );
    expect(asked.map((each) => each.length)).toEqual([3, 3, 0]);
    expect(asked[0]?.[0]).toMatchObject({ topic: "zigbee2mqtt/lamp 1/get", payload: '{"state":"","brightness":""}' });
  });
});

describe("events", () => {
  test("presses are events of their button, the rest by their own names; never from what was retained", () => {
    const { seen, tell } = bridge(button);
    const actions = ["single", "double", "hold", "2_single", "rotate_left", "region_3_enter", "", "unheard_of"];
    for (const [index, action] of actions.entries()) tell("button", { action, battery: 80 }, false, index * 1000);
    tell("button", { action: "single" }, true, 20_000);
    tell("button", { action: null }, false, 21_000);
    expect(seen.events.map((text) => text.split(" ")[1])).toEqual([
      "switch-sensor.click",
      "switch-sensor.double-click",
      "switch-sensor.long-press",
      "switch-sensor-2.click",
      "remote.rotate-left",
      "remote.region-enter",
    ]);
  });

  const unknown = { definition: null, supported: false };
  // What Zigbee2MQTT 2 and 1 list at each point of a device's pairing.
  const stages = {
    "2": (state: string) => ({
      interview_state: state,
      interviewing: state === "IN_PROGRESS",
      interview_completed: state === "SUCCESSFUL",
    }),
    "1": (state: string) => ({ interviewing: state === "IN_PROGRESS", interview_completed: state === "SUCCESSFUL" }),
  } as const;

  test.each(["1", "2"] as const)("a device that joins a Zigbee2MQTT %s is nothing until it is known", (version) => {
    const stage = stages[version];
    const { seen, list } = bridge(button);
    list.live(button, entry(LAMP, LAMP, [], { ...unknown, ...stage("PENDING") }));
    list.live(button, entry(LAMP, LAMP, [numeric("linkquality")], stage("IN_PROGRESS")));
    expect([...seen.devices.keys()]).toEqual([`zigbee:${BUTTON}`]);
    expect(seen.problems).toEqual([]);
    list.live(button, { ...lamp(), ...stage("SUCCESSFUL") });
    expect([...seen.devices.keys()]).toEqual([`zigbee:${BUTTON}`, `zigbee:${LAMP}`]);
    list.live(button, entry(LAMP, "lamp", [], { ...unknown, ...stage("SUCCESSFUL") }));
    expect(seen.problems).toEqual(["unsupported-device: lamp"]);
  });

  test.each(["1", "2"] as const)(
    "an interview that failed in a Zigbee2MQTT %s is a problem, a known model works",
    (version) => {
      const stage = stages[version];
      const { seen } = bridge(
        { ...lamp(), ...stage("FAILED") },
        entry(PLUG, "plug", [], { ...unknown, ...stage("FAILED") }),
      );
      expect([...seen.devices.keys()]).toEqual([`zigbee:${LAMP}`]);
      expect(seen.problems).toEqual(["interview-failed: plug"]);
    },
  );

  test("a device that is interviewed again stays what it was, in its group too", () => {
    const { seen, list, tell } = bridge(lamp());
    const members = [{ ieee_address: LAMP, endpoint: 1 }];
    tell("bridge/groups", [{ id: 7, friendly_name: "evening", members }], true);
    list.live(entry(LAMP, "lamp", [], { ...unknown, ...stages["2"]("IN_PROGRESS") }));
    expect(seen.removed).toEqual([]);
    expect([...seen.devices].map(([id, { spec }]) => [id, spec.kind])).toEqual([
      [`zigbee:${LAMP}`, "light"],
      ["zigbee:group-7", "light"],
    ]);
    expect(seen.problems).toEqual([]);
  });

  test("a device that left is not reachable, an interview that failed is a problem", () => {
    const { seen, tell } = bridge(lamp());
    tell("bridge/event", { type: "device_leave", data: { ieee_address: LAMP, friendly_name: "lamp" } });
    tell("bridge/event", {
      type: "device_interview",
      data: { ieee_address: PLUG, friendly_name: "new", status: "failed" },
    });
    expect(seen.online.get(`zigbee:${LAMP}`)).toBe(false);
    expect(seen.problems).toEqual(["interview-failed: new"]);
  });
});

describe("availability", () => {
  test("is not known until it is reported, in either form", () => {
    const { seen, tell } = bridge(lamp());
    tell("bridge/state", "online", true);
    expect(seen.online.has(`zigbee:${LAMP}`)).toBe(false);
    tell("lamp/availability", "offline", true);
    expect(seen.online.get(`zigbee:${LAMP}`)).toBe(false);
    tell("lamp/availability", { state: "online" }, true);
    expect(seen.online.get(`zigbee:${LAMP}`)).toBe(true);
    tell("lamp/availability", "", true);
    expect(seen.online.get(`zigbee:${LAMP}`)).toBeNull();
  });

  test("nothing is reachable without the bridge; afterwards everything is as it was", () => {
    const { seen, tell } = bridge(lamp(), button);
    tell("lamp/availability", { state: "online" }, true);
    tell("bridge/state", { state: "offline" }, true);
    expect([...seen.online.values()]).toEqual([false, false]);
    tell("bridge/state", { state: "online" }, true);
    expect(seen.online.get(`zigbee:${LAMP}`)).toBe(true);
    expect(seen.online.get(`zigbee:${BUTTON}`)).toBeNull();
  });
});

describe("a Zigbee2MQTT that says it is online", () => {
  test("counts as online after its definitions, because it listens then", () => {
    const { seen, tell } = bridge(lamp());
    tell("bridge/info", { permit_join: false }, true);
    tell("lamp/availability", { state: "online" }, true);
    tell("bridge/state", { state: "offline" });
    tell("bridge/state", { state: "online" });
    tell("bridge/info", { permit_join: false });
    tell("bridge/devices", [lamp()]);
    expect([...seen.online.values()]).toEqual([false, false]);
    tell("bridge/definitions", { clusters: {} });
    expect([...seen.online.values()]).toEqual([true, true]);
  });

  test("counts as online half a second after its last message, unless it went offline before", () => {
    const { dialect, seen, tell } = bridge(lamp());
    tell("bridge/info", { permit_join: false }, true);
    const online = () => seen.online.get("zigbee:bridge");
    const tick = (at: number) => seen.take(dialect.tick(at));
    tell("bridge/state", { state: "offline" });
    tell("bridge/state", { state: "online" }, false, 1000);
    tell("bridge/definitions", { clusters: {} }, true, 1001);
    tick(1499);
    expect(online()).toBe(false);
    tell("bridge/state", { state: "offline" }, false, 1500);
    tick(1600);
    expect(online()).toBe(false);
    tell("bridge/state", { state: "online" }, false, 2000);
    tick(2500);
    expect(online()).toBe(true);
  });

  test("counts as online at once if that was retained, because it has long been listening", () => {
    const { seen, tell } = bridge();
    tell("bridge/info", { permit_join: false }, true);
    tell("bridge/state", { state: "online" }, true);
    expect(seen.online.get("zigbee:bridge")).toBe(true);
  });
});

describe("groups", () => {
  const group = (members: readonly string[], given: object = {}) => ({
    id: 7,
    friendly_name: "evening",
    scenes: [{ id: 3, name: "Cosy" }],
    members: members.map((ieee) => ({ ieee_address: ieee, endpoint: 1 })),
    ...given,
  });
  const plug = entry(PLUG, "plug", [{ type: "switch", features: [state()] }]);

  test("are devices with the abilities of their members, and with their scenes", () => {
    const { dialect, seen, tell } = bridge();
    tell("bridge/groups", [group([LAMP])], true);
    tell("bridge/devices", [lamp(), plug], true);
    const found = seen.devices.get("zigbee:group-7") ?? expect.fail("no group");
    expect(found).toMatchObject({ name: "evening", model: "group" });
    expect([...found.spec.properties.keys()]).toContain("light.color-temperature");
    expect(invoked(dialect, found, "scenes.recall-cosy")).toEqual([["zigbee2mqtt/evening/set", '{"scene_recall":3}']]);
    tell("evening", { state: "ON", brightness: 254 });
    expect(seen.value("zigbee:group-7", "light.brightness")).toBe(100);
  });

  test("name their members by the ids in the home, each once", () => {
    const { seen, tell } = bridge(lamp(), plug);
    tell("bridge/groups", [group([LAMP, PLUG, LAMP])], true);
    expect(seen.devices.get("zigbee:group-7")?.members).toEqual([`zigbee:${LAMP}`, `zigbee:${PLUG}`]);
    expect([...seen.devices.keys()]).toEqual(expect.arrayContaining([`zigbee:${LAMP}`, `zigbee:${PLUG}`]));
    tell("bridge/groups", [group([PLUG])], true);
    expect(seen.devices.get("zigbee:group-7")?.members).toEqual([`zigbee:${PLUG}`]);
  });

  test("of lights and switches can be turned on and off; they follow their members", () => {
    const { seen, tell } = bridge(lamp(), plug);
    tell("bridge/groups", [group([LAMP, PLUG])], true);
    expect([...(seen.devices.get("zigbee:group-7")?.spec.properties.keys() ?? [])]).toEqual(["switch.on"]);
    tell("bridge/groups", [group([LAMP])], true);
    expect(seen.devices.get("zigbee:group-7")?.spec.kind).toBe("light");
    tell("bridge/groups", [], true);
    expect(seen.removed).toEqual(["zigbee:group-7"]);
  });
});

describe("the bridge itself", () => {
  test("is a device that lets others join, answered by the transaction", () => {
    const { dialect, seen, tell } = bridge();
    tell("bridge/info", { permit_join: false }, true);
    const gateway = seen.devices.get("zigbee:bridge") ?? expect.fail("no gateway");
    expect(seen.value("zigbee:bridge", "gateway.permit-join")).toBe(false);
    const property = gateway.spec.properties.get("gateway.permit-join") ?? expect.fail("no property");
    const { publications, confirmation } = dialect.encode(
      asDevice(gateway),
      { kind: "set", writes: [{ property, value: true }] },
      "42",
    );
    expect(confirmation).toBe("reply");
    expect(publications).toEqual([
      {
        topic: "zigbee2mqtt/bridge/request/permit_join",
        payload: '{"time":254,"transaction":"42"}',
        qos: 1,
        retain: false,
      },
    ]);
    const answer = { status: "ok", data: { time: 254 }, transaction: "42" };
    expect(dialect.receive(inbound("zigbee2mqtt/bridge/response/permit_join", answer))).toEqual([
      { kind: "reply", request: "42", items: [{ status: "ok" }] },
    ]);
  });

  test.each([
    [{ kind: "rename", ieee: LAMP, name: "hall/lamp" }, "device/rename", { from: LAMP, to: "hall/lamp" }],
    [{ kind: "remove", ieee: LAMP, force: true }, "device/remove", { id: LAMP, force: true }],
    [{ kind: "health-check" }, "health_check", {}],
    [{ kind: "permit-join", seconds: 900 }, "permit_join", { time: 254 }],
  ] as const)("%o asks %s", (request, path, data) => {
    const { topic, payload } = new Zigbee2MqttDialect({ base: "z2m" }).request(request, "t1");
    expect(topic).toBe(`z2m/bridge/request/${path}`);
    expect(JSON.parse(String(payload))).toEqual({ ...data, transaction: "t1" });
  });

  test("a request that failed says why; the answers to others are not ours", () => {
    const { seen, tell, dialect } = bridge();
    const failed = { status: "error", data: {}, error: "Device 'x' does not exist", transaction: "t1" };
    tell("bridge/response/device/rename", failed);
    expect(seen.problems).toEqual(["request-failed: Device 'x' does not exist"]);
    expect(dialect.receive(inbound("zigbee2mqtt/bridge/response/device/rename", { status: "ok", data: {} }))).toEqual(
      [],
    );
  });
});

describe("a device that joins", () => {
  const ieee = "0x00158d0001a2b3c4";
  const data = { friendly_name: ieee, ieee_address: ieee };

  test("is told of step by step, with what Zigbee2MQTT says that it is", () => {
    const { seen, tell } = bridge();
    const definition = { vendor: "IKEA", model: "LED2003G10", description: "bulb\u0000" };
    tell("bridge/event", { type: "device_joined", data });
    tell("bridge/event", { type: "device_interview", data: { ...data, status: "started" } });
    tell("bridge/event", { type: "device_interview", data: { ...data, status: "successful", definition } });
    const about = { kind: "joining", id: `zigbee:${ieee}`, name: ieee };
    expect(seen.joining).toEqual([
      { ...about, stage: "joined", model: null },
      { ...about, stage: "asked", model: null },
      { ...about, stage: "known", model: "IKEA LED2003G10: bulb" },
    ]);
  });

  test("is nobody where the address is none, and a failed interview is a problem too", () => {
    const { seen, tell } = bridge();
    tell("bridge/event", { type: "device_joined", data: { friendly_name: "x", ieee_address: "0x1/../#" } });
    tell("bridge/event", { type: "device_announce", data });
    expect(seen.joining).toEqual([]);
    tell("bridge/event", { type: "device_interview", data: { ...data, status: "failed" } });
    expect(seen.joining).toMatchObject([{ stage: "failed" }]);
    expect(seen.problems).toEqual([`interview-failed: ${ieee}`]);
  });

  test("joins for so many seconds as the gateway's action says", () => {
    const { dialect, seen, tell } = bridge();
    tell("bridge/info", { permit_join: false }, true);
    const gateway = seen.devices.get("zigbee:bridge") ?? expect.fail("no gateway");
    const action = gateway.spec.actions.get("gateway.open-network") ?? expect.fail("no action");
    const { publications } = dialect.encode(asDevice(gateway), { kind: "invoke", action, in: [90] }, "7");
    expect(publications.map(({ payload }) => payload)).toEqual(['{"time":90,"transaction":"7"}']);
  });
});
