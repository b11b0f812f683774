import { describe, expect, test } from "vitest";
import { DiscoveryDialect } from "../../../src/bridge/discovery/index.ts";
import { inbound, invoked, Observed, written } from "../../support/dialect.ts";

/** A dialect that was told `configs`, and what it said. */
function announced(...configs: readonly (readonly [topic: string, body: unknown])[]) {
  const dialect = new DiscoveryDialect();
  const seen = new Observed();
  const tell = (topic: string, body: unknown, at = 0, retained = false) =>
    seen.take(dialect.receive(inbound(topic, body, { at, retained })));
  for (const [topic, body] of configs) tell(topic, body, 0, true);
  seen.take(dialect.tick(1000));
  return { dialect, seen, tell };
}

const only = (seen: Observed) => {
  const [device] = [...seen.devices.values()];
  if (!device) throw new Error(seen.problems.join("; ") || "no device");
  return device;
};

describe("announcements", () => {
  test("components of one device come in pieces and become one device, its services in a stable order", () => {
    const device = { ids: ["plug-1"], name: "Plug", mf: "Acme", mdl: "P1", sa: "Kitchen" };
    const configs = [
      [
        "homeassistant/sensor/plug1/power/config",
        {
          stat_t: "plug/state",
          val_tpl: "{{ value_json.power }}",
          dev_cla: "power",
          unit_of_meas: "W",
          uniq_id: "p",
          dev: device,
        },
      ],
      [
        "homeassistant/switch/plug1/relay2/config",
        { name: "Right", cmd_t: "plug/set2", stat_t: "plug/2", uniq_id: "r2", dev: device },
      ],
      [
        "homeassistant/switch/plug1/relay1/config",
        { name: "Left", cmd_t: "plug/set1", stat_t: "plug/1", uniq_id: "r1", dev: device },
      ],
    ] as const;
    for (const order of [configs, configs.toReversed()]) {
      const { seen } = announced(...order);
      const found = only(seen);
      expect(found).toMatchObject({ id: "ha:plug-1", name: "Plug", room: "Kitchen", model: "Acme P1" });
      expect([...found.spec.properties.keys()]).toEqual([
        "switch.on",
        "switch-2.on",
        "power-consumption.electric-power",
      ]);
      expect(found.spec.services.map(({ description }) => description)).toEqual(["Left", "Right", "Power consumption"]);
      expect([...seen.subscribed].sort()).toEqual(["plug/1", "plug/2", "plug/state"]);
    }
  });

  test("a device message has all components, shares its options and expands ~", () => {
    const { dialect, seen, tell } = announced([
      "homeassistant/device/0AFFD2/config",
      {
        "~": "house/bla",
        dev: { ids: "ea334450945afc", name: "Kitchen", mf: "Bla electronics", mdl: "xya" },
        o: { name: "bla2mqtt", sw: "2.1", url: "https://bla2mqtt.example.com/support" },
        avty: [{ t: "~/online", pl_avail: "yes", pl_not_avail: "no" }],
        qos: 2,
        stat_t: "~/state",
        cmps: {
          temp: {
            p: "sensor",
            dev_cla: "temperature",
            unit_of_meas: "°C",
            val_tpl: "{{ value_json.temperature }}",
            uniq_id: "t",
          },
          hum: {
            p: "sensor",
            dev_cla: "humidity",
            unit_of_meas: "%",
            val_tpl: "{{ value_json.humidity }}",
            uniq_id: "h",
          },
          relay: { p: "switch", cmd_t: "~/relay/set", val_tpl: "{{ value_json.relay }}", uniq_id: "r" },
          gone: { p: "sensor" },
        },
      },
    ]);
    const found = only(seen);
    expect(found.spec.kind).toBe("switch");
    expect([...found.spec.properties.keys()]).toEqual([
      "switch.on",
      "environment.temperature",
      "environment.relative-humidity",
    ]);
    tell("house/bla/state", { temperature: 21.5, humidity: 40, relay: "ON" });
    expect(seen.value(found.id, "environment.temperature")).toBe(21.5);
    expect(seen.value(found.id, "switch.on")).toBe(true);
    expect(written(dialect, found, ["switch.on", false])).toEqual([["house/bla/relay/set", "OFF"]]);
    expect(seen.online.get(found.id)).toBeUndefined();
    tell("house/bla/online", "yes");
    expect(seen.online.get(found.id)).toBe(true);
    tell("house/bla/online", "no");
    expect(seen.online.get(found.id)).toBe(false);
  });

  test("a repeated announcement changes nothing; a new one changes the device and keeps its values", () => {
    const topic = "homeassistant/sensor/a/config";
    const { seen, tell } = announced([topic, { name: "A", stat_t: "a", unit_of_meas: "W", uniq_id: "a" }]);
    tell("a", "5");
    const before = only(seen);
    expect(seen.value(before.id, "readings.a")).toBe(5);
    seen.take([]);
    tell(topic, { name: "A", stat_t: "a", unit_of_meas: "W", uniq_id: "a" }, 2000);
    expect(only(seen)).toBe(before);
  });

  test("an empty config removes a component, and the device with its last one", () => {
    const device = { ids: ["d"] };
    const { seen, tell } = announced(
      ["homeassistant/switch/d/one/config", { cmd_t: "1", stat_t: "s1", uniq_id: "1", dev: device }],
      ["homeassistant/switch/d/two/config", { cmd_t: "2", stat_t: "s2", uniq_id: "2", dev: device }],
    );
    tell("homeassistant/switch/d/one/config", "", 2000);
    expect([...only(seen).spec.properties.keys()]).toEqual(["switch.on"]);
    expect([...seen.subscribed]).toEqual(["s2"]);
    tell("homeassistant/switch/d/two/config", "", 3000);
    expect(seen.devices.size).toBe(0);
    expect(seen.removed).toContain("ha:d");
    expect(seen.subscribed.size).toBe(0);
  });

  test("an address that now means another relay loses its old value", () => {
    const device = { ids: ["d"] };
    const { seen, tell, dialect } = announced([
      "homeassistant/switch/d/two/config",
      { cmd_t: "2", stat_t: "s2", uniq_id: "2", dev: device },
    ]);
    tell("s2", "ON");
    expect(seen.value("ha:d", "switch.on")).toBe(true);
    tell("homeassistant/switch/d/one/config", { cmd_t: "1", stat_t: "s1", uniq_id: "1", dev: device }, 5000);
    seen.take(dialect.tick(6000));
    expect(seen.value("ha:d", "switch.on")).toBeUndefined();
    expect(seen.value("ha:d", "switch-2.on")).toBe(true);
  });

  test("migrate_discovery hands a component over without losing its device", () => {
    const old = "homeassistant/switch/d/one/config";
    const { seen, tell, dialect } = announced([old, { cmd_t: "1", stat_t: "s1", uniq_id: "1", dev: { ids: ["d"] } }]);
    tell(old, { migrate_discovery: true }, 2000);
    tell(old, "", 2100);
    seen.take(dialect.tick(2200));
    expect(seen.removed).toEqual([]);
    const components = { one: { p: "switch", cmd_t: "1", stat_t: "s1", uniq_id: "1" } };
    tell("homeassistant/device/d/config", { dev: { ids: ["d"] }, o: { name: "x" }, cmps: components }, 2300);
    seen.take(dialect.tick(20_000));
    expect(seen.removed).toEqual([]);
    expect([...only(seen).spec.properties.keys()]).toEqual(["switch.on"]);
  });

  test("a component that another device announces under the same unique id leaves no empty device behind", () => {
    const { dialect, seen, tell } = announced([
      "homeassistant/switch/a/config",
      { cmd_t: "1", uniq_id: "a", dev: { ids: ["one"] } },
    ]);
    tell("homeassistant/switch/b/config", { cmd_t: "1", uniq_id: "a", dev: { ids: ["two"] } }, 5000);
    seen.take(dialect.tick(6000));
    expect([...seen.devices.keys()]).toEqual(["ha:one", "ha:two"]);
    seen.take(dialect.tick(20_000));
    expect([...seen.devices.keys()]).toEqual(["ha:two"]);
  });

  test("a device that is not announced again after a reconnection is removed once that has settled", () => {
    const { seen, dialect, tell } = announced(["homeassistant/switch/a/config", { cmd_t: "1", uniq_id: "a" }]);
    expect(dialect.connected()).toEqual([{ topic: "homeassistant/status", payload: "online", qos: 0, retain: false }]);
    seen.take(dialect.settled());
    expect(seen.removed).toEqual([]);
    dialect.disconnected();
    seen.take(dialect.settled());
    expect(seen.removed).toEqual(["ha:a"]);
    tell("homeassistant/switch/a/config", { cmd_t: "1", uniq_id: "a" }, 5000, true);
    seen.take(dialect.tick(6000));
    expect(seen.devices.size).toBe(1);
  });

  test("unusable announcements are reported as problems and do no harm", () => {
    const { seen } = announced(
      ["homeassistant/camera/x/config", { t: "x" }],
      ["homeassistant/switch/broken/config", "{not json"],
      ["homeassistant/switch/list/config", []],
      ["homeassistant/switch/wild/config", { cmd_t: "a/+/b", stat_t: "a", uniq_id: "w" }],
      ["homeassistant/sensor/all/config", { stat_t: "#", uniq_id: "all" }],
      ["homeassistant/text/pin/config", { cmd_t: "a", mode: "password", uniq_id: "t" }],
      ["homeassistant/device/none/config", { dev: { ids: ["z"] } }],
      ["homeassistant/switch/Bad Id/config", { cmd_t: "x" }],
    );
    expect(seen.problems.map((problem) => problem.split(":")[0]).sort()).toEqual([
      "malformed-config",
      "malformed-config",
      "malformed-json",
      "no-topic",
      "secret",
      "unsupported-component",
      "unusable-topic",
      "wildcard-topic",
    ]);
  });

  test("a state topic may have wildcards: gateways announce what any of them hears", () => {
    const { seen, tell } = announced([
      "homeassistant/sensor/ble/config",
      {
        stat_t: "+/+/BTtoMQTT/4C33A6603C79",
        val_tpl: "{{ value_json.tempc | is_defined }}",
        dev_cla: "temperature",
        unit_of_meas: "°C",
        uniq_id: "b",
      },
    ]);
    expect([...seen.subscribed]).toEqual(["+/+/BTtoMQTT/4C33A6603C79"]);
    tell("home/garage/BTtoMQTT/4C33A6603C79", { tempc: 8.5 });
    tell("home/hall/BTtoMQTT/4C33A6603C79", { rssi: -60 });
    tell("home/hall/BTtoMQTT/AAAAAAAAAAAA", { tempc: 30 });
    expect(seen.value("ha:b", "environment.temperature")).toBe(8.5);
    expect(seen.problems).toEqual([]);
  });

  test("announcements by Zigbee2MQTT are left to its own dialect", () => {
    const dialect = new DiscoveryDialect({ withoutZigbee2Mqtt: true });
    const seen = new Observed();
    const device = { identifiers: ["zigbee2mqtt_0x00158d0001a2b3c4"], name: "x" };
    seen.take(
      dialect.receive(inbound("homeassistant/switch/0x00158d0001a2b3c4/switch/config", { cmd_t: "a", dev: device })),
    );
    seen.take(dialect.tick(1000));
    expect(seen.devices.size).toBe(0);
  });
});

describe("groups", () => {
  const config = (id: string, more: object = {}) =>
    [
      `homeassistant/light/${id}/config`,
      { name: id, uniq_id: `${id}_light`, cmd_t: `${id}/set`, stat_t: id, dev: { ids: [id], name: id }, ...more },
    ] as const;
  const group = config("hall", { group: ["one_light", "two_light", "hall_light", 7, "strange"] });

  test("know the devices of their members in any order of announcements", () => {
    for (const order of [
      [group, config("one"), config("two")],
      [config("one"), config("two"), group],
    ]) {
      const { seen } = announced(...order);
      expect(seen.devices.get("ha:hall")?.members).toEqual(["ha:one", "ha:two"]);
      expect(seen.devices.get("ha:one")?.members).toEqual([]);
    }
  });

  test("are described again when a member comes or goes later", () => {
    const { dialect, seen, tell } = announced(config("one"), group);
    expect(seen.devices.get("ha:hall")?.members).toEqual(["ha:one"]);
    const [topic, body] = config("two");
    tell(topic, body, 2000);
    seen.take(dialect.tick(3000));
    expect(seen.devices.get("ha:hall")?.members).toEqual(["ha:one", "ha:two"]);
    tell(config("one")[0], "", 4000);
    seen.take(dialect.tick(5000));
    expect(seen.devices.get("ha:hall")?.members).toEqual(["ha:two"]);
  });

  test("hold only entities of their own platform", () => {
    const [, plug] = config("one", { uniq_id: "two_light" });
    const { seen } = announced(["homeassistant/switch/one/config", plug], config("two"), group);
    expect(seen.devices.get("ha:hall")?.members).toEqual(["ha:two"]);
  });
});

describe("availability", () => {
  const config = (mode: string | undefined) => ({
    stat_t: "s",
    uniq_id: "a",
    ...(mode && { avty_mode: mode }),
    avty: [{ t: "one" }, { t: "two", val_tpl: "{{ value_json.state }}" }],
  });
  const topic = "homeassistant/binary_sensor/a/config";

  test.each([
    ["all", true, false],
    ["any", true, true],
    [undefined, true, false],
  ] as const)("mode %s", (mode, both, half) => {
    const { seen, tell } = announced([topic, config(mode)]);
    tell("one", "online");
    tell("two", { state: "online" });
    expect(seen.online.get("ha:a")).toBe(both);
    tell("two", { state: "offline" });
    expect(seen.online.get("ha:a")).toBe(half);
    tell("one", "offline");
    expect(seen.online.get("ha:a")).toBe(false);
  });

  test("a value that expires makes the device unreachable until the next", () => {
    const { seen, tell, dialect } = announced([
      "homeassistant/sensor/a/config",
      { stat_t: "s", uniq_id: "a", exp_aft: 60, unit_of_meas: "W" },
    ]);
    tell("s", "1", 10_000);
    expect(seen.online.get("ha:a")).toBe(true);
    seen.take(dialect.tick(69_000));
    expect(seen.online.get("ha:a")).toBe(true);
    seen.take(dialect.tick(71_000));
    expect(seen.online.get("ha:a")).toBe(false);
    tell("s", "2", 80_000);
    expect(seen.online.get("ha:a")).toBe(true);
  });

  test("off_delay turns a reading back", () => {
    const { seen, tell, dialect } = announced([
      "homeassistant/binary_sensor/a/config",
      { stat_t: "s", uniq_id: "a", dev_cla: "motion", off_dly: 5 },
    ]);
    tell("s", "ON", 10_000);
    expect(seen.value("ha:a", "motion-sensor.motion-state")).toBe(true);
    seen.take(dialect.tick(14_000));
    expect(seen.value("ha:a", "motion-sensor.motion-state")).toBe(true);
    seen.take(dialect.tick(15_500));
    expect(seen.value("ha:a", "motion-sensor.motion-state")).toBe(false);
  });
});

describe("lights", () => {
  test("a JSON light gets one message for several properties; its report counts within rounding", () => {
    const { seen, tell, dialect } = announced([
      "homeassistant/light/lamp/config",
      {
        schema: "json",
        cmd_t: "lamp/set",
        stat_t: "lamp",
        brightness: true,
        bri_scl: 254,
        sup_clrm: ["xy", "color_temp"],
        min_mirs: 153,
        max_mirs: 500,
        fx_list: ["blink"],
        uniq_id: "l",
      },
    ]);
    const lamp = only(seen);
    expect(
      written(dialect, lamp, ["light.on", true], ["light.brightness", 50], ["light.color-temperature", 4100]),
    ).toEqual([["lamp/set", '{"state":"ON","brightness":127,"color_temp":244}']]);
    tell("lamp", { state: "ON", brightness: 127, color_temp: 244, color_mode: "color_temp" });
    expect(seen.value(lamp.id, "light.color-temperature")).toBe(4100);
    expect(written(dialect, lamp, ["light.color", 0xff0000])).toEqual([["lamp/set", '{"color":{"x":0.64,"y":0.33}}']]);
    tell("lamp", { color: { x: 0.641, y: 0.331 }, color_mode: "xy" });
    expect(seen.value(lamp.id, "light.color")).toBe(0xff0000);
    expect(written(dialect, lamp, ["light.on", false])).toEqual([["lamp/set", '{"state":"OFF"}']]);
  });

  test("a basic light has a topic for everything", () => {
    const { seen, tell, dialect } = announced([
      "homeassistant/light/strip/config",
      {
        cmd_t: "s/on/set",
        stat_t: "s/on",
        bri_cmd_t: "s/b/set",
        bri_stat_t: "s/b",
        rgb_cmd_t: "s/rgb/set",
        rgb_stat_t: "s/rgb",
        clr_temp_cmd_t: "s/ct/set",
        clr_temp_stat_t: "s/ct",
        uniq_id: "s",
      },
    ]);
    const strip = only(seen);
    expect(written(dialect, strip, ["light.brightness", 100], ["light.color", 0x0000ff])).toEqual([
      ["s/b/set", "255"],
      ["s/rgb/set", "0,0,255"],
    ]);
    tell("s/rgb", "0,128,0");
    tell("s/b", "128");
    tell("s/ct", "250");
    expect(seen.value(strip.id, "light.color")).toBe(0x00ff00);
    expect(seen.value(strip.id, "light.brightness")).toBe(50);
    expect(seen.value(strip.id, "light.color-temperature")).toBe(4000);
  });

  test("a template light writes and reads by its templates", () => {
    const { seen, tell, dialect } = announced([
      "homeassistant/light/t/config",
      {
        schema: "template",
        cmd_t: "t/set",
        stat_t: "t",
        cmd_on_tpl: "on,{{ brightness|d }},{{ red|d }}-{{ green|d }}-{{ blue|d }}",
        cmd_off_tpl: "off",
        stat_tpl: "{{ value.split(',')[0] }}",
        bri_tpl: "{{ value.split(',')[1] }}",
        r_tpl: "{{ value.split(',')[2].split('-')[0] }}",
        g_tpl: "{{ value.split(',')[2].split('-')[1] }}",
        b_tpl: "{{ value.split(',')[2].split('-')[2] }}",
        uniq_id: "t",
      },
    ]);
    const light = only(seen);
    expect(written(dialect, light, ["light.on", true], ["light.brightness", 100], ["light.color", 0xff8000])).toEqual([
      ["t/set", "on,255,255-128-0"],
    ]);
    expect(written(dialect, light, ["light.on", false])).toEqual([["t/set", "off"]]);
    tell("t", "on,255,255-128-0");
    expect(seen.value(light.id, "light.on")).toBe(true);
    expect(seen.value(light.id, "light.brightness")).toBe(100);
    expect(seen.value(light.id, "light.color")).toBe(0xff8000);
  });
});

describe("other components", () => {
  test("a cover with 0 as open on the wire has swapped positions", () => {
    const { seen, tell, dialect } = announced([
      "homeassistant/cover/c/config",
      {
        cmd_t: "c/set",
        stat_t: "c",
        pos_t: "c/pos",
        set_pos_t: "c/pos/set",
        pos_open: 0,
        pos_clsd: 100,
        dev_cla: "shutter",
        uniq_id: "c",
      },
    ]);
    const cover = only(seen);
    expect(cover.spec.kind).toBe("curtain");
    tell("c/pos", "25");
    tell("c", "opening");
    expect(seen.value(cover.id, "curtain.current-position")).toBe(75);
    expect(seen.value(cover.id, "curtain.status")).toBe(1);
    expect(written(dialect, cover, ["curtain.target-position", 30])).toEqual([["c/pos/set", "70"]]);
    expect(written(dialect, cover, ["curtain.motor-control", 0])).toEqual([["c/set", "STOP"]]);
  });

  test("a thermostat in fahrenheit is shown in celsius", () => {
    const { seen, tell, dialect } = announced([
      "homeassistant/climate/t/config",
      {
        modes: ["off", "heat"],
        mode_cmd_t: "t/mode/set",
        mode_stat_t: "t/mode",
        temp_cmd_t: "t/temp/set",
        temp_stat_t: "t/temp",
        curr_temp_t: "t/now",
        temp_unit: "F",
        min_temp: 50,
        max_temp: 86,
        uniq_id: "t",
      },
    ]);
    const thermostat = only(seen);
    expect(thermostat.spec.kind).toBe("thermostat");
    expect(written(dialect, thermostat, ["thermostat.target-temperature", 21])).toEqual([["t/temp/set", "70"]]);
    tell("t/temp", "70");
    expect(seen.value(thermostat.id, "thermostat.target-temperature")).toBe(21.1);
    tell("t/now", "68");
    expect(seen.value(thermostat.id, "thermostat.temperature")).toBe(20);
    expect(written(dialect, thermostat, ["thermostat.on", true])).toEqual([["t/mode/set", "heat"]]);
    tell("t/mode", "heat");
    expect(seen.value(thermostat.id, "thermostat.on")).toBe(true);
  });

  test("triggers and event entities are events, never from what was retained", () => {
    const { seen, tell } = announced(
      [
        "homeassistant/device_automation/b/short/config",
        { atype: "trigger", t: "b", type: "button_short_press", stype: "button_1", pl: "press", dev: { ids: ["b"] } },
      ],
      ["homeassistant/event/e/config", { stat_t: "e", evt_typ: ["press", "double"], uniq_id: "e" }],
    );
    tell("b", "press", 2000);
    tell("b", "other", 2000);
    tell("b", "press", 2000, true);
    tell("e", { event_type: "double" }, 2000);
    expect(seen.events).toEqual(["ha:b switch-sensor.click", "ha:e switch-sensor.double-click"]);
  });

  test("a vacuum's orders, a button and a scene are actions", () => {
    const { seen, tell, dialect } = announced([
      "homeassistant/vacuum/v/config",
      {
        cmd_t: "v/command",
        stat_t: "v/state",
        sup_feat: ["start", "pause", "return_home", "fan_speed"],
        fanspd_lst: ["low", "high"],
        set_fan_spd_t: "v/fan",
        uniq_id: "v",
      },
    ]);
    const vacuum = only(seen);
    expect(invoked(dialect, vacuum, "vacuum.start-sweep")).toEqual([["v/command", "start"]]);
    expect(invoked(dialect, vacuum, "vacuum.start-charge")).toEqual([["v/command", "return_to_base"]]);
    expect(written(dialect, vacuum, ["vacuum.mode", 1])).toEqual([["v/fan", "high"]]);
    tell("v/state", { state: "cleaning", fan_speed: "low" });
    expect(seen.value(vacuum.id, "vacuum.status")).toBe(0);
  });

  test("an alarm and a lock that want a code can be read, not opened", () => {
    const { seen, dialect } = announced(
      [
        "homeassistant/alarm_control_panel/a/config",
        { cmd_t: "a/set", stat_t: "a", code: "REMOTE_CODE", uniq_id: "a", cod_arm_req: false },
      ],
      ["homeassistant/lock/l/config", { cmd_t: "l/set", stat_t: "l", cod_form: "^\\d{4}$", uniq_id: "l" }],
    );
    const alarm = seen.devices.get("ha:a");
    const lock = seen.devices.get("ha:l");
    if (!alarm || !lock) throw new Error("not found");
    expect(alarm.spec.properties.get("alarm-panel.arming")?.values.map(({ description }) => description)).not.toContain(
      "Disarm",
    );
    expect(written(dialect, alarm, ["alarm-panel.arming", 2])).toEqual([["a/set", "ARM_AWAY"]]);
    expect(lock.spec.properties.get("lock.locked")?.access.write).toBe(false);
  });
});
