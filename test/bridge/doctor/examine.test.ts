import { connectAsync, type MqttClient } from "mqtt";
import { afterEach, expect, test } from "vitest";
import { examine } from "../../../src/bridge/doctor/index.ts";
import { isLoopbackOnly } from "../../../src/bridge/doctor/reach.ts";
import { MiotDialect } from "../../../src/bridge/index.ts";
import { systemClock } from "../../../src/home/index.ts";
import { BROKERS, type TestBroker } from "../../support/broker.ts";
import { library } from "../../support/simulated.ts";

let broker: TestBroker;
let client: MqttClient;
afterEach(async () => {
  await client.endAsync();
  await broker.stop();
});

for (const [name, make] of Object.entries(BROKERS)) {
  test(`a broker is examined without publishing anything: ${name}`, async () => {
    broker = make();
    await broker.start();
    client = await connectAsync(broker.url, { reconnectPeriod: 0 });
    const heard: string[] = [];
    client.on("message", (topic) => heard.push(topic));
    const announced = JSON.stringify({ did: "1", model: "yeelink.light.color5" });
    await client.publishAsync("miot/1/device", announced, { retain: true, qos: 1 });
    await client.publishAsync("miot/1/availability", "online", { retain: true, qos: 1 });
    await client.publishAsync("miot/1/down", "{}", { retain: true, qos: 1 });
    await client.subscribeAsync("#");
    heard.length = 0;
    const report = await examine({
      connection: { url: broker.url },
      dialects: [new MiotDialect({ specs: library })],
      listenMs: 300,
      clock: systemClock,
      signal: new AbortController().signal,
    });
    expect(report.dialects).toMatchObject([{ kind: "miot", spoken: true, devices: 1, online: 1 }]);
    const codes = report.findings.map(({ code }) => code).filter((code) => code !== "broker-restarted");
    expect(codes.sort()).toEqual(["no-password-here", "retained-command"]);
    expect(heard.filter((topic) => !["miot/1/device", "miot/1/availability", "miot/1/down"].includes(topic))).toEqual(
      [],
    );
    if (name === "mosquitto") expect(report.broker).toContain("mosquitto");
  });
}

test("an unreachable broker ends with an error that says what to do", async () => {
  broker = BROKERS.aedes();
  await broker.start();
  client = await connectAsync(broker.url, { reconnectPeriod: 0 });
  const options = {
    dialects: [],
    listenMs: 10,
    connectMs: 300,
    clock: systemClock,
    signal: new AbortController().signal,
  };
  const examined = examine({ connection: { url: "mqtt://127.0.0.1:1" }, ...options });
  await expect(examined).rejects.toThrow(expect.objectContaining({ code: "broker-unreachable" }));
});

test("a broker without passwords is a finding that says whether other machines reach it", async () => {
  broker = BROKERS.aedes();
  await broker.start();
  client = await connectAsync(broker.url, { reconnectPeriod: 0 });
  expect(await isLoopbackOnly(broker.url, [])).toBe(true);
  // Another address of this machine stands in for one of the network.
  expect(await isLoopbackOnly(broker.url, ["127.0.0.2"])).toBe(true);
  expect(await isLoopbackOnly(broker.url, ["127.0.0.2", "127.0.0.1"])).toBe(false);
  expect(await isLoopbackOnly(broker.url.replace("127.0.0.1", "192.0.2.1"), [])).toBe(false);
});
