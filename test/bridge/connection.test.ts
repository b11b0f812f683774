import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, describe, expect, it } from "vitest";
import { backoff } from "../../src/bridge/backoff.ts";
import {
  Broker,
  Connection,
  type ConnectionOptions,
  type DialectProblem,
  type InboundMessage,
} from "../../src/bridge/index.ts";
import { makeHubCertificates } from "../../src/simulator/emulators/hub/authority.ts";
import { QUICK } from "../support/bridged-home.ts";
import { BROKERS } from "../support/broker.ts";
import { thrownErrorText } from "../support/error-text.ts";
import { Mosquitto } from "../support/mosquitto.ts";
import { ruledBroker } from "../support/ruled-broker.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A connection with everything that it says, ended after the test. */
function connection(options: ConnectionOptions, filters: readonly string[] = []) {
  const messages: InboundMessage[] = [];
  const problems: DialectProblem[] = [];
  const seen = { connected: 0, disconnected: 0 };
  const made = new Connection(
    { backoff: QUICK, ...options },
    filters,
    {
      message: (message) => messages.push(message),
      connected: () => {
        seen.connected += 1;
      },
      disconnected: () => {
        seen.disconnected += 1;
      },
      problem: (problem) => problems.push(problem),
    },
    () => 1000,
  );
  cleanups.push(() => made.stop());
  return { made, messages, problems, seen };
}

describe("a connection with a certificate that is none", () => {
  it("reports the certificate and does not crash", async () => {
    const { made } = connection({ url: "mqtts://127.0.0.1:1", ca: "no PEM", cert: "no PEM", key: "no PEM" });
    made.start();
    await expect(made.ready(200)).rejects.toMatchObject({ code: "broker-unreachable" });
    expect(made.status).toMatchObject({ connected: false, trouble: { detail: expect.stringContaining("PEM") } });
  });
});

describe("a connection whose subscriptions are not granted yet", () => {
  it("counts as not connected, because the answer to a command would be missed", async () => {
    const asked = Promise.withResolvers<() => void>();
    const broker = await ruledBroker({
      authorizeSubscribe: (_client, subscription, done) => asked.resolve(() => done(null, subscription)),
    });
    cleanups.push(() => broker.stop());
    const { made, seen } = connection({ url: broker.url }, ["a/+"]);
    made.start();
    const ready = made.ready(3000);
    const grant = await asked.promise;
    expect(made.status).toMatchObject({ connected: false, connections: 0 });
    grant();
    await ready;
    expect(made.status).toMatchObject({ connected: true, connections: 1 });
    expect(seen).toEqual({ connected: 1, disconnected: 0 });
  });
});

describe("backoff", () => {
  it("doubles up to a minute, with up to half taken off by chance", () => {
    const waits = (random: number) => [1, 2, 3, 7, 50].map((failures) => backoff(failures, { random: () => random }));
    expect(waits(0)).toEqual([1000, 2000, 4000, 60_000, 60_000]);
    expect(waits(1)).toEqual([500, 1000, 2000, 30_000, 30_000]);
  });
});

describe.each(["aedes", "mosquitto"] as const)("a connection to %s", (name) => {
  async function broker() {
    const started = BROKERS[name]();
    await started.start();
    cleanups.push(() => started.stop());
    return started;
  }

  it("uses the newest version of MQTT that the broker has", async () => {
    const { url } = await broker();
    const { made } = connection({ url });
    made.start();
    await made.ready(3000);
    expect(made.status).toMatchObject({ connected: true, version: name === "aedes" ? "3.1.1" : "5", trouble: null });
  });

  it("distinguishes retained messages from live ones", async () => {
    const { url } = await broker();
    const other = await connectAsync(url, { protocolVersion: 4 });
    cleanups.push(() => other.endAsync());
    await other.publishAsync("a/kept", "1", { retain: true, qos: 1 });
    const { made, messages } = connection({ url }, ["a/#"]);
    made.start();
    await until("the kept message", () => messages.length === 1);
    await other.publishAsync("a/kept", "2", { retain: true, qos: 1 });
    await until("the new message", () => messages.length === 2);
    expect(messages.map(({ payload, retained }) => [payload.toString(), retained])).toEqual([
      ["1", true],
      ["2", false],
    ]);
  });

  it("refuses a message of 10 MB as a problem and loses nothing", async () => {
    const { url } = await broker();
    const { made, messages, problems, seen } = connection({ url }, ["a/#"]);
    made.start();
    await made.ready(3000);
    const other = await connectAsync(url, { protocolVersion: 4 });
    cleanups.push(() => other.endAsync());
    await other.publishAsync("a/first", "1", { qos: 1 });
    await other.publishAsync("a/huge", Buffer.alloc(10_000_000, 120), { qos: 1 });
    await other.publishAsync("a/last", "2", { qos: 1 });
    await until("the last message", () => messages.at(-1)?.topic === "a/last");
    expect(messages.map(({ topic }) => topic)).toEqual(["a/first", "a/last"]);
    expect(problems).toMatchObject([{ code: "payload-too-large", topic: "a/huge" }]);
    expect(seen).toEqual({ connected: 1, disconnected: 0 });
  });

  it("subscribes to added filters, and again after the broker came back", async () => {
    const started = await broker();
    const { made, messages, seen } = connection({ url: started.url }, ["a/+"]);
    made.start();
    await made.ready(3000);
    made.subscribe(["b/+"]);
    made.unsubscribe(["a/+"]);
    await started.stop();
    await until("the end", () => seen.disconnected === 1);
    expect(made.publish({ topic: "b/1", payload: "lost", qos: 1, retain: false })).toBe(false);
    await started.start();
    await until("the connection", () => seen.connected === 2);
    made.publish({ topic: "a/1", payload: "", qos: 1, retain: false });
    made.publish({ topic: "b/1", payload: "there", qos: 1, retain: false });
    await until("the message", () => messages.length > 0);
    expect(messages.map(({ topic, payload }) => `${topic} ${payload}`)).toEqual(["b/1 there"]);
  });

  it("leaves its last will when it breaks, and not when it ends in order", async () => {
    const { url } = await broker();
    const watcher = connection({ url }, ["will/#"]);
    watcher.made.start();
    await watcher.made.ready(3000);
    const will = (topic: string) => ({ topic, payload: "gone", qos: 1, retain: false }) as const;
    const orderly = connection({ url, will: will("will/orderly") });
    orderly.made.start();
    await orderly.made.ready(3000);
    await orderly.made.stop();
    const rude = await connectAsync(url, {
      protocolVersion: 4,
      will: { topic: "will/rude", payload: Buffer.from("gone"), qos: 1, retain: false },
    });
    rude.stream.destroy();
    await until("the will", () => watcher.messages.length > 0);
    expect(watcher.messages.map(({ topic }) => topic)).toEqual(["will/rude"]);
    await rude.endAsync(true);
  });
});

describe("a broker that does not answer", () => {
  it("is reported with the cause, without the password", async () => {
    const { made } = connection({ url: "mqtt://me:secret@127.0.0.1:9" });
    made.start();
    const failed = made.ready(300);
    await expect(failed).rejects.toMatchObject({ code: "broker-unreachable" });
    expect(await thrownErrorText(() => failed)).toMatch(/mqtt:\/\/127\.0\.0\.1:9: .*ECONNREFUSED/);
    await expect(failed).rejects.not.toThrow(/secret/);
    expect(made.status.failures).toBeGreaterThan(1);
  });

  it("is connected to when it starts later", async () => {
    const broker = new Mosquitto();
    await broker.start();
    await broker.stop();
    const { made } = connection({ url: broker.url });
    made.start();
    await until("a failure", () => made.status.failures > 0);
    await broker.start();
    cleanups.push(() => broker.stop());
    await made.ready(5000);
  });
});

describe("the embedded broker", () => {
  it("says which port is taken and what to do", async () => {
    const first = new Broker({ port: 0 });
    await first.start();
    cleanups.push(() => first.stop());
    await expect(new Broker({ port: first.port }).start()).rejects.toMatchObject({
      code: "port-taken",
      details: { port: first.port },
    });
  });

  it("lets nobody in without the password", async () => {
    const broker = new Broker({ port: 0, credentials: { username: "jia", password: "right" } });
    await broker.start();
    cleanups.push(() => broker.stop());
    const wrong = connection({ url: broker.url, username: "jia", password: "wrong" });
    wrong.made.start();
    await expect(wrong.made.ready(300)).rejects.toThrow(/Not authorized/);
    const right = connection({ url: broker.url, username: "jia", password: "right" });
    right.made.start();
    await right.made.ready(3000);
  });

  it("speaks TLS to those who trust its certificate", async () => {
    const folder = await mkdtemp(join(tmpdir(), "jia-tls-"));
    cleanups.push(() => rm(folder, { recursive: true }));
    const { ca, server } = await makeHubCertificates({ folder, clientDid: "1" });
    const [authority, cert, key] = await Promise.all(
      [ca, server.cert, server.key].map((file) => readFile(file, "utf8")),
    );
    const broker = new Broker({ port: 0, tls: { cert: cert ?? "", key: key ?? "" } });
    await broker.start();
    cleanups.push(() => broker.stop());
    const trusting = connection({ url: broker.url, ca: authority ?? "", checkServerName: false });
    trusting.made.start();
    await trusting.made.ready(5000);
    const doubting = connection({ url: broker.url, checkServerName: false });
    doubting.made.start();
    await expect(doubting.made.ready(500)).rejects.toThrow(/certificate/);
  });
});
