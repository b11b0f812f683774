import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, describe, expect, it } from "vitest";
import { brokerHint, brokerProblem, linkHint, linkProblem } from "../../src/app/broker-health.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { type Language, textOf } from "../../src/language/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { Mosquitto } from "../support/mosquitto.ts";
import { ownerFetch } from "../support/owner.ts";
import { ruledBroker } from "../support/ruled-broker.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A broker that refuses subscriptions to topics with `refused`. */
async function refusing(refused: RegExp): Promise<string> {
  const broker = await ruledBroker({
    authorizeSubscribe: (_client, subscription, done) =>
      done(null, refused.test(subscription.topic) ? null : subscription),
  });
  cleanups.push(() => broker.stop());
  return broker.url;
}

/** A Mosquitto that silently drops messages that its user may not read. */
async function filtering(): Promise<Mosquitto> {
  const folder = await mkdtemp(join(tmpdir(), "jia-acl-"));
  cleanups.push(() => rm(folder, { recursive: true }));
  const acl = join(folder, "acl");
  await writeFile(acl, "topic write #\n");
  // Mosquitto may run as another user.
  await chmod(folder, 0o755);
  const broker = new Mosquitto(`acl_file ${acl}`);
  await broker.start();
  cleanups.push(() => broker.stop());
  return broker;
}

/** Announces a lamp before Jia starts. */
async function announceLamp(url: string): Promise<void> {
  const other = await connectAsync(url, { protocolVersion: 4 });
  cleanups.push(() => other.endAsync(true));
  const announcement = JSON.stringify({ model: "jia.light.white" });
  await other.publishAsync("miot/lamp/device", announcement, { qos: 1, retain: true });
}

async function app(url: string) {
  const started = await runningApp({ MQTT_URL: url });
  cleanups.push(() => started.stop());
  return started;
}

async function ready(url: string, language: Language) {
  const answer = await ownerFetch(`${url}/ready`, { headers: { "accept-language": language } });
  return { status: answer.status, text: await answer.text() };
}

describe("a broker that refuses subscriptions", () => {
  it("is reported with topics and access rights, at the start, in /ready and by the doctor", async () => {
    const broker = await refusing(/^miot|^#/);
    const { url, bridge } = await app(broker);
    const [link] = bridge.links;
    const said = link ? linkProblem(link) : null;
    expect(said && textOf(said, "en")).toMatch(/let Jia's user read miot\/\+\/device.*access rights/);
    expect(said && textOf(said, "zh")).toMatch(/miot\/\+\/device.*权限/);
    const english = await ready(url, "en");
    expect(english.status).toBe(503);
    expect(english.text).toMatch(/miot\/\+\/state.*access rights/);
    expect((await ready(url, "zh")).text).toMatch(/权限/);
    const doctor = await run(COMMANDS, ["doctor", "--mqtt", broker, "--seconds", "0.3"]);
    expect(doctor.code).toBe(1);
    expect(doctor.out).toMatch(
      /does not let this user read topics that Jia needs[\s\S]*miot\/\+\/device[\s\S]*access rights/,
    );
  });

  it("for topics that a stranger announced is a hint, and Jia stays ready", async () => {
    const broker = await refusing(/^secret/);
    const started = await app(broker);
    const stranger = await connectAsync(broker, { protocolVersion: 4 });
    cleanups.push(() => stranger.endAsync(true));
    const config = JSON.stringify({ unique_id: "e", state_topic: "secret/e" });
    await stranger.publishAsync("homeassistant/sensor/e/config", config, { qos: 1 });
    await until("the refusal", () => started.bridge.problems.some(({ code }) => code === "subscription-refused"));
    expect(brokerProblem(started.bridge)).toBeNull();
    const { status, text } = await ready(started.url, "en");
    expect(status).toBe(200);
    expect(text).toMatch(/secret\/e.*user read/);
  });
});

describe("a topic that MQTT does not allow", () => {
  it("is told with the setting that it is made from, and no other", async () => {
    const folder = await mkdtemp(join(tmpdir(), "jia-base-"));
    cleanups.push(() => rm(folder, { recursive: true }));
    const file = join(folder, "jia.yaml");
    // With what stands below a device, these are more levels than brokers take.
    await writeFile(file, `zigbee2mqtt:\n  base: ${Array(199).fill("z").join("/")}\n`);
    const started = await runningApp({ JIA_CONFIG: file });
    cleanups.push(() => started.stop());
    const said = brokerProblem(started.bridge) ?? expect.fail("nothing is wrong");
    expect(textOf(said, "en")).toMatch(/does not allow a subscription to z\/z.*; correct zigbee2mqtt\.base$/);
    expect(textOf(said, "zh")).toMatch(/无法订阅 z\/z.*：请更正 zigbee2mqtt\.base$/);
  });
});

describe("a broker that silently drops messages that its user may not read", () => {
  it("gives a hint: nothing has arrived", async () => {
    const broker = await filtering();
    await announceLamp(broker.url);
    const { bridge } = await app(broker.url);
    const [link] = bridge.links;
    const since = link?.since ?? expect.fail("not connected");
    const atStart = link ? linkHint(link, since, true) : null;
    expect(atStart && textOf(atStart, "en")).toMatch(/no message has arrived.*access rights/);
    expect(atStart && textOf(atStart, "zh")).toMatch(/尚未收到任何消息.*权限/);
    expect(brokerHint(bridge, since, false)).toBeNull();
    const later = brokerHint(bridge, since + 60_000, false);
    expect(later && textOf(later, "en")).toMatch(/access rights/);
    const doctor = await run(COMMANDS, ["doctor", "--mqtt", broker.url, "--seconds", "0.3"]);
    expect(doctor.out).toMatch(/access rights/);
  });

  it("gives no hint when something arrives", async () => {
    const broker = new Mosquitto();
    await broker.start();
    cleanups.push(() => broker.stop());
    await announceLamp(broker.url);
    const { bridge } = await app(broker.url);
    const since = bridge.links[0]?.since ?? expect.fail("not connected");
    expect(brokerHint(bridge, since + 60_000, false)).toBeNull();
  });
});

it("the doctor says of a port without a broker that it has none, in both languages", async () => {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.end("220 mail.example.com ESMTP\r\n", () => socket.destroySoon());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  const url = `mqtt://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
  const english = await run(COMMANDS, ["doctor", "--mqtt", url, "--seconds", "0.3"]);
  expect([english.code, english.err]).toEqual([3, expect.stringMatching(/is not an MQTT broker.*220 mail/)]);
  const chinese = await run(COMMANDS, ["doctor", "--mqtt", url, "--seconds", "0.3", "--language", "zh"]);
  expect(chinese.err).toContain("这不是 MQTT 服务器");
});
