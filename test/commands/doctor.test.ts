import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync, type MqttClient } from "mqtt";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FINDINGS, PROBLEM_CODES } from "../../src/bridge/doctor/index.ts";
import { doctor, sameBroker } from "../../src/commands/doctor.ts";
import { allPacks } from "../../src/language/index.ts";
import { runningApp } from "../support/app.ts";
import { BROKERS, type TestBroker } from "../support/broker.ts";
import { run } from "../support/command-line.ts";
import { freePort } from "../support/free-port.ts";
import { ownerFetch } from "../support/owner.ts";

let broker: TestBroker;
let client: MqttClient;

beforeEach(async () => {
  broker = BROKERS.mosquitto();
  await broker.start();
  client = await connectAsync(broker.url, { reconnectPeriod: 0 });
});

afterEach(async () => {
  await client.endAsync();
  await broker.stop();
});

function keep(topic: string, payload: unknown): Promise<unknown> {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  return client.publishAsync(topic, text, { retain: true, qos: 1 });
}

function examine(...args: string[]) {
  return run([doctor], ["doctor", "--mqtt", broker.url, "--seconds", "1", ...args]);
}

test("jia doctor reports a home with three dialects, in English and in Chinese", async () => {
  await keep("miot/1/device", { did: "1", model: "yeelink.light.color5", name: "Lamp" });
  await keep("miot/1/availability", "online");
  await keep("miot/2/device", { did: "2", model: "acme.lamp.unknown" });
  await keep("zigbee2mqtt/bridge/state", { state: "online" });
  await keep("homeassistant/switch/plug/config", {
    name: "Plug",
    unique_id: "plug-1",
    command_topic: "plug/set",
    state_topic: "plug/state",
    availability_topic: "plug/status",
  });
  await keep("plug/state", "ON");
  await keep("plug/status", "online");
  await keep("plug/set", "ON");
  const english = await examine();
  expect(english).toMatchObject({ code: 1, err: "" });
  expect(english.out).toMatch(/mosquitto version [\d.]+ at mqtt:\/\/127\.0\.0\.1:\d+: \d+ topics/);
  expect(english.out).toMatch(/^miot +1 +1 +0 +3/m);
  expect(english.out).toMatch(/^discovery +1 +1 +0/m);
  expect(english.out).toContain("miot unknown-spec ×1");
  expect(english.out).toContain("mosquitto_pub -r -n -t <topic>");
  expect(english.out).toContain("    plug/set");
  expect(english.out).not.toContain("no known dialect");
  const chinese = await examine("--language", "zh");
  expect(chinese.out).toContain("服务器保留了控制命令");
  expect(chinese.out).toContain("发现问题：见上面标有 ✗ 和 ! 的行。");
});

test("jia doctor ends with 0 for a broker in order, and --json is JSON", async () => {
  await keep("miot/1/device", { did: "1", model: "yeelink.light.color5", name: "Lamp" });
  const { code, out } = await examine("--json");
  const report = JSON.parse(out);
  expect(code).toBe(0);
  expect(report.dialects).toMatchObject([{ kind: "miot", spoken: true, devices: 1 }]);
  expect(report.hubs).toBeInstanceOf(Array);
});

test("jia doctor counts advice in the last line, and calls nothing broken", async () => {
  await keep("homeassistant/switch/gone/config", {
    name: "Gone",
    unique_id: "gone-1",
    command_topic: "gone/set",
    state_topic: "gone/state",
  });
  const english = await examine();
  const marked = english.out.split("\n").filter((line) => line.startsWith("! ")).length;
  expect(marked).toBeGreaterThan(0);
  expect(english.code).toBe(0);
  expect(english.out).not.toContain("No problems found");
  expect(english.out).toContain(marked === 1 ? "one thing above is worth a look" : `${marked} things above are`);
  expect((await examine("--language", "zh")).out).toContain(`有 ${marked} 处值得留意`);
});

test("jia doctor gives advice without a broker, and for a wrong number", async () => {
  const unreachable = await run([doctor], ["doctor", "--mqtt", "mqtt://127.0.0.1:1", "--seconds", "1"]);
  expect(unreachable.code).toBe(3);
  expect(unreachable.err).toContain("mqtt://127.0.0.1:1");
  expect((await examine("--seconds", "soon")).code).toBe(2);
});

test("every language has a text for each finding and each problem, and for nothing else", () => {
  for (const { code, messages } of allPacks()) {
    const { findings, findingAdvice, problemAdvice } = messages;
    expect(Object.keys(findings).sort(), code).toEqual([...FINDINGS].sort());
    expect(Object.keys(findingAdvice).sort(), code).toEqual([...FINDINGS].sort());
    expect(Object.keys(problemAdvice).sort(), code).toEqual([...PROBLEM_CODES].sort());
  }
});

test("jia doctor asks the Jia on the named data folder what waits for a yes, in both languages", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jia-doctor-"));
  const port = String(await freePort());
  const app = await runningApp({ JIA_DATA: folder, JIA_PORT: port }, { memory: false });
  try {
    const automation = {
      name: "Report",
      triggers: [{ type: "time", at: "18:30" }],
      actions: [{ type: "notify", message: "up", webhook: "https://hooks.example.org/a" }],
    };
    const saved = await ownerFetch(`${app.url}/api/automations`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(automation),
    });
    expect(saved.status).toBe(201);
    const english = await examine("--data", folder, "--port", port);
    expect(english.out).toContain(`Store: ${join(folder, "jia.db")}`);
    expect(english.out).toContain(`Jia at ${app.url}`);
    expect(english.out).toContain('automation "report": A yes is missing (it sends to hooks.example.org)');
    const chinese = await examine("--data", folder, "--port", port, "--language", "zh");
    expect(chinese.out).toContain("自动化“report”: 缺少确认（会发送到 hooks.example.org）");
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("jia doctor without --mqtt examines the broker of the Jia in JIA_URL, whatever port is configured", async () => {
  const app = await runningApp();
  try {
    const used = app.bridge.links[0]?.url ?? "";
    const doctorOf = (env: Readonly<Record<string, string>>, ...args: string[]) =>
      run([doctor], ["doctor", "--seconds", "0.5", ...args], { env: { JIA_URL: app.url, ...env } });
    const english = await doctorOf({});
    expect(english).toMatchObject({ code: 0, err: "" });
    expect(english.out).toContain(`Jia at ${app.url}`);
    expect(english.out).toContain(`MQTT broker at ${used}: `);
    expect(english.out).toMatch(/^miot +35 +35 +0 /m);
    expect(JSON.parse((await doctorOf({}, "--json")).out)).toMatchObject({ url: used, running: { broker: used } });

    const other = await doctorOf({ MQTT_URL: broker.url });
    expect(other.out).toContain(`This report is about ${broker.url}, but the running Jia uses ${used}.`);
    expect(other.out).toContain(` at ${broker.url}: `);
    const chinese = await doctorOf({ MQTT_URL: broker.url }, "--language", "zh");
    expect(chinese.out).toContain(`本报告检查的是 ${broker.url}，而运行中的 Jia 用的是 ${used}。`);
    expect((await doctorOf({}, "--mqtt", broker.url)).out).not.toContain("the running Jia uses");
  } finally {
    await app.stop();
  }
});

test("jia doctor does not log in to a broker whose password only the running Jia knows, and says so", async () => {
  const secret = new URL(broker.url);
  secret.username = "home";
  secret.password = "hush";
  const app = await runningApp({ MQTT_URL: secret.href });
  try {
    const doctorOf = (env: Readonly<Record<string, string>>, ...args: string[]) =>
      run([doctor], ["doctor", "--seconds", "0.5", ...args], { env: { JIA_URL: app.url, ...env } });
    const told = await doctorOf({});
    expect(told.err).toBe("");
    expect(told.out).toContain(`! The running Jia uses mqtt://home@${secret.host} with a password, and is connected.`);
    expect(told.out).not.toContain("topics (");
    expect(`${told.out}${(await doctorOf({}, "--json")).out}`).not.toContain("hush");
    const chinese = await doctorOf({}, "--language", "zh");
    expect(chinese.out).toContain(`运行中的 Jia 用密码连接 mqtt://home@${secret.host}，目前已连接。`);
    expect((await doctorOf({ MQTT_USERNAME: "home", MQTT_PASSWORD: "hush" })).out).toContain(` topics (`);
  } finally {
    await app.stop();
  }
});

test.each([
  ["mqtt://broker.lan", "mqtt://broker.lan:1883", true],
  ["mqtts://broker.lan", "mqtts://u:p@broker.lan:8883", true],
  ["ws://broker.lan/mqtt", "ws://broker.lan:80/mqtt", true],
  ["wss://broker.lan", "wss://broker.lan:443", true],
  ["mqtt://localhost", "mqtt://127.0.0.1:1883", true],
  ["mqtt://broker.lan", "mqtts://broker.lan", false],
  ["mqtt://broker.lan", "mqtt://broker.lan:1884", false],
  ["mqtt://broker.lan", "mqtt://other.lan", false],
])("%s and %s are one broker: %s", (one, other, same) => {
  expect(sameBroker(one, other)).toBe(same);
});

test("jia doctor examines the port of mqtt.port when no Jia tells its broker, and names the address", async () => {
  const port = new URL(broker.url).port;
  const found = await run([doctor], ["doctor", "--seconds", "0.5"], { env: { JIA_MQTT_PORT: port } });
  expect(found.out).toContain(` at mqtt://127.0.0.1:${port}: `);
  const none = await run([doctor], ["doctor", "--seconds", "0.5"], { env: { JIA_MQTT_PORT: "1" } });
  expect(none.code).toBe(3);
  expect(none.err).toContain("mqtt://127.0.0.1:1:");
});
