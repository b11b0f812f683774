import { beforeEach, expect, test } from "vitest";
import { Doctor } from "../../../src/bridge/doctor/index.ts";
import { MiotDialect } from "../../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../../src/bridge/zigbee2mqtt/index.ts";
import { library } from "../../support/simulated.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
let doctor: Doctor;

beforeEach(() => {
  doctor = new Doctor([new MiotDialect({ specs: library })]);
});

function retained(topic: string, body: unknown): void {
  take(topic, body, true);
}

function live(topic: string, body: unknown): void {
  take(topic, body, false);
}

function take(topic: string, body: unknown, kept: boolean): void {
  const payload = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  doctor.take({ topic, payload, retained: kept, at: NOW });
}

function codes(): string[] {
  return doctor.report(NOW).findings.map(({ code }) => code);
}

test("dialects are recognised by their topics, with their devices", () => {
  retained("miot/1/device", { did: "1", model: "yeelink.light.color5", name: "Lamp" });
  retained("miot/1/availability", "offline");
  retained("miot/2/device", { did: "2", model: "yeelink.light.lamp22", name: "Lamp" });
  retained("home/zigbee/bridge/state", { state: "online" });
  retained("home/zigbee/bridge/devices", []);
  live("home/zigbee/Kitchen/lamp", { state: "ON" });
  retained("home/zigbee/Kitchen/lamp/availability", { state: "online" });
  retained("homeassistant/sensor/outside/config", { state_topic: "outside/temperature" });
  retained("outside/temperature", "21");
  retained("homie/5/boiler/$state", "ready");
  retained("homie/5/boiler/tank/temperature", "55");
  retained("tasmota/discovery/1234567890AB/config", { t: "tasmota_1" });
  live("tele/tasmota_1/STATE", { POWER: "ON" });
  live("shellyplus1-a8032abe54dc/status/switch:0", {});
  live("shellies/shelly1-ABCDEF/relay/0", "on");
  live("77/appMsg/notify/iot/9/property/2.1", "?");
  live("12345678/appMsg/notify/iot/9/property/2.1", "?");
  live("device/55/up/properties_changed/2/1", {});
  retained("$SYS/broker/version", "mosquitto version 2.0.11");
  live("garden/pump/on", "1");
  live("garden/pump/flow", "3");

  const report = doctor.report(NOW);
  expect(report.broker).toBe("mosquitto version 2.0.11");
  const kinds = report.dialects.map(({ kind, spoken, devices }) => [kind, spoken, devices]);
  expect(kinds).toEqual([
    ["miot", true, 2],
    ["zigbee2mqtt", false, 1],
    ["discovery", false, 1],
    ["hub", false, 1],
    ["hub-cloud", false, 1],
    ["homie", false, 1],
    ["tasmota", false, 1],
    ["shelly", false, 2],
  ]);
  expect(report.dialects[0]).toMatchObject({ online: 0, offline: 1 });
  expect(report.unknown).toContainEqual({ prefix: "garden/pump", topics: 2, example: "garden/pump/on" });
});

test("the doctor counts what a dialect did not understand, with an example", () => {
  retained("miot/1/device", { did: "1", model: "acme.lamp.unknown" });
  retained("miot/2/device", { did: "2", model: "acme.lamp.unknown" });
  retained("miot/3/device", "{");
  const [miot] = doctor.report(NOW).dialects;
  expect(miot?.problems).toMatchObject([
    { code: "unknown-spec", count: 2, topic: "miot/2/device" },
    { code: "malformed-json", count: 1, topic: "miot/3/device" },
  ]);
});

test("the doctor counts values out of range in every dialect, and no valid ones", () => {
  doctor = new Doctor([new MiotDialect({ specs: library }), new Zigbee2MqttDialect()]);
  retained("miot/1/device", { did: "1", model: "yeelink.light.color5" });
  const brightness = (value: number) =>
    live("miot/1/up", { method: "properties_changed", params: [{ siid: 2, piid: 2, value }] });
  brightness(50);
  brightness(500);
  const humidity = { type: "numeric", name: "humidity", property: "humidity", access: 1, unit: "%" };
  const definition = { vendor: "a", model: "b", description: "c", exposes: [humidity] };
  retained("zigbee2mqtt/bridge/devices", [
    { ieee_address: "0x1", friendly_name: "bath", type: "EndDevice", definition },
  ]);
  live("zigbee2mqtt/bath", { humidity: 55 });
  live("zigbee2mqtt/bath", { humidity: 120 });
  expect(doctor.report(NOW).dialects.flatMap(({ problems }) => problems)).toMatchObject([
    { code: "wrong-value", count: 1, detail: "500 for light.brightness" },
    { code: "wrong-value", count: 1, detail: "120 for environment.relative-humidity" },
  ]);
});

test("retained commands and events are found in every dialect; retained state is neither", () => {
  retained("zigbee2mqtt/lamp/set", { state: "ON" });
  retained("cmnd/tasmota_1/POWER", "ON");
  retained("miot/1/down", { id: 1, method: "set_properties", params: [] });
  retained("shellies/shelly1-A/relay/0/command", "on");
  retained("zigbee2mqtt/button", { action: "single", battery: 90 });
  retained("zigbee2mqtt/button2", { action: "", battery: 90 });
  retained("miot/1/up", {});
  retained("zigbee2mqtt/lamp", { state: "ON" });
  retained("homeassistant/event/doorbell/config", { name: "Doorbell" });
  retained("homie/bell/event/$name", "Ring");
  live("zigbee2mqtt/other/set", { state: "ON" });
  live("zigbee2mqtt/button3", { action: "single" });
  const { findings } = doctor.report(NOW);
  expect(findings.find(({ code }) => code === "retained-command")).toMatchObject({ count: 4, severity: "problem" });
  expect(findings.find(({ code }) => code === "retained-event")).toMatchObject({
    count: 2,
    examples: ["zigbee2mqtt/button", "miot/1/up"],
  });
});

test("an announcement whose topics are all silent is stale", () => {
  retained("homeassistant/switch/old/config", { "~": "old/plug", stat_t: "~/state", avty_t: "~/status" });
  retained("homeassistant/switch/new/config", { "~": "new/plug", stat_t: "~/state", avty_t: "~/status" });
  retained("new/plug/status", "online");
  const stale = doctor.report(NOW).findings.find(({ code }) => code === "stale-announcement");
  expect(stale).toMatchObject({ count: 1, examples: ["homeassistant/switch/old/config"] });
});

test("Zigbee2MQTT: offline, open for joining, without availability, announced twice", () => {
  retained("zigbee2mqtt/bridge/state", { state: "offline" });
  retained("zigbee2mqtt/bridge/info", { permit_join: true });
  retained("zigbee2mqtt/lamp", { state: "ON" });
  retained("homeassistant/light/0x1/light/config", { state_topic: "zigbee2mqtt/lamp", o: { name: "Zigbee2MQTT" } });
  expect(codes()).toEqual(["bridge-offline", "joining-open", "no-availability", "announced-twice"]);
  retained("zigbee2mqtt/lamp/availability", { state: "online" });
  expect(codes()).not.toContain("no-availability");
});

test("only live messages with an absolute time count for clock skew", () => {
  live("a", { time: NOW + 1000 });
  live("b", { ts: NOW / 1000 - 30 });
  live("c", { Time: "2019-01-01T00:00:00" });
  live("d", { timestamp: 4711 });
  retained("e", { time: NOW - 86_400_000 });
  expect(codes()).toEqual([]);
  live("f", { last_seen: "2026-06-01T14:00:00+01:00" });
  live("g", { time: NOW - 3_600_000 });
  expect(doctor.report(NOW).findings).toMatchObject([{ code: "clock-skew", examples: ["f: 3600 s", "g: -3600 s"] }]);
  expect(doctor.report(0).findings.map(({ code }) => code)).toContain("own-clock");
});

test("$SYS topics show a restart, dropped messages and the broker's clock", () => {
  retained("$SYS/broker/uptime", "17 seconds");
  retained("$SYS/broker/publish/messages/dropped", "12");
  live("$SYS/brokers/emqx@1/datetime", "2026-06-01T13:00:00.000+00:00");
  live("x/y", "1");
  expect(codes().sort()).toEqual(["broker-restarted", "clock-skew", "dropped-messages"]);
});

test("an empty broker is reported as empty", () => {
  expect(codes()).toEqual(["nothing-there"]);
});
