import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { backoff, backoffFor } from "../../src/bridge/backoff.ts";
import { disconnectTrouble, troubleMessage } from "../../src/bridge/broker-trouble.ts";
import {
  type BrokerCause,
  Connection,
  type ConnectionOptions,
  type DialectProblem,
  MiotDialect,
} from "../../src/bridge/index.ts";
import { isLocal } from "../../src/bridge/local-host.ts";
import { textOf } from "../../src/language/index.ts";
import { QUICK } from "../support/bridged-home.ts";
import { thrownErrorText } from "../support/error-text.ts";
import { homeOnBridge, setOne } from "../support/home-on-bridge.ts";
import { Mosquitto } from "../support/mosquitto.ts";
import { oneLamp } from "../support/one-lamp.ts";
import { NO_SPECS } from "../support/scenario-home.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  cleanups.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

function connection(options: ConnectionOptions, filters: readonly string[] = []) {
  const problems: DialectProblem[] = [];
  const messages: string[] = [];
  const listener = {
    message: ({ topic }: { readonly topic: string }) => messages.push(topic),
    connected: () => {},
    disconnected: () => {},
    problem: (problem: DialectProblem) => problems.push(problem),
  };
  const made = new Connection({ backoff: QUICK, ...options }, filters, listener, Date.now);
  cleanups.push(() => made.stop());
  made.start();
  return { made, problems, messages };
}

async function mosquitto(extra = ""): Promise<Mosquitto> {
  const broker = new Mosquitto(extra);
  await broker.start();
  cleanups.push(() => broker.stop());
  return broker;
}

describe("a port on which no broker listens", () => {
  const answering = (text: string) => (socket: Socket) => {
    socket.on("error", () => {});
    socket.end(text, () => socket.destroySoon());
  };
  const cases: readonly (readonly [string, () => Server, BrokerCause, RegExp])[] = [
    ["a web server", () => createHttpServer(), "not-a-broker", /is not an MQTT broker.*HTTP\/1\.1 400/],
    ["something that greets", () => createServer(answering("SSH-2.0-OpenSSH_9.2\r\n")), "not-a-broker", /SSH-2\.0/],
    [
      "something that hangs up",
      () => createServer(answering("")),
      "no-greeting",
      /it is not an MQTT broker, or it wants TLS/,
    ],
    [
      "something that wants TLS",
      () => createServer(answering("\x15\x03\x03\0\x02\x02\x28")),
      "wants-tls",
      /mqtts:\/\//,
    ],
  ];
  it.each(cases)("is recognised: %s", async (_name, server, cause, english) => {
    const port = await listening(server());
    const { made } = connection({ url: `mqtt://127.0.0.1:${port}` });
    const failed = () => made.ready(400);
    expect(await thrownErrorText(failed)).toMatch(english);
    const chinese = await thrownErrorText(failed, "zh");
    expect(chinese).toMatch(/TLS|这不是 MQTT 服务器/);
    expect(chinese).toMatch(/该端口回应“(HTTP\/1\.1 400|SSH-2\.0)|对方未作回应就关闭了连接|该端口以 TLS 回应/);
    expect(chinese).not.toMatch(/the port|it closed/);
    expect(made.status.trouble?.cause).toBe(cause);
  });

  it("is distinguished from a broker without TLS that is addressed with TLS", async () => {
    const broker = await mosquitto();
    const { made } = connection({ url: broker.url.replace("mqtt:", "mqtts:") });
    await until("the trouble", () => made.status.trouble);
    expect(["no-tls", "no-greeting", "ended"]).toContain(made.status.trouble?.cause);
  });
});

describe("what ended a connection, seen by Jia, is told in the reader's language", () => {
  it.each([
    ["a reason with a meaning", disconnectTrouble(139, ""), "the broker is shutting down", "服务器正在关闭"],
    ["a reason without one", disconnectTrouble(200, ""), "reason 200", "原因代码 200"],
    ["the broker's own text, as it stands", disconnectTrouble(139, "bye for now"), "bye for now", "bye for now"],
  ])("%s", (_, trouble, english, chinese) => {
    expect(textOf(trouble.detail, "en")).toBe(english);
    expect(textOf(trouble.detail, "zh")).toBe(chinese);
    expect(textOf(troubleMessage(trouble), "zh")).toContain(chinese);
  });
});

describe("coming back", () => {
  it.each([
    "mqtt://127.0.0.1",
    "mqtt://192.168.1.5:1883",
    "mqtt://[::1]",
    "mqtt://nas.local",
    "mqtt://nas.local.",
    "mqtt://broker.intranet",
    "mqtt://nas.fritz.box",
    "mqtt://homeassistant",
  ])("to a broker of the own network (%s) is tried every few seconds, however long it was away", (url) => {
    expect(backoff(100, { ...backoffFor(url, "not-running"), random: () => 0 })).toBeLessThanOrEqual(2500);
    expect(backoff(1, { ...backoffFor(url, "not-running"), random: () => 1 })).toBeGreaterThanOrEqual(500);
  });

  it("to a broker on the internet, or one that refuses, is tried ever less often", () => {
    expect(isLocal("mqtts://broker.example.com")).toBe(false);
    expect(backoff(100, { ...backoffFor("mqtts://broker.example.com", "not-running"), random: () => 0 })).toBe(60_000);
    expect(backoff(100, { ...backoffFor("mqtt://127.0.0.1", "not-authorized"), random: () => 0 })).toBe(60_000);
  });
});

describe("a broker's limits", () => {
  const message = (topic: string, payload: string) => ({ topic, payload, qos: 2, retain: true }) as const;

  it("for packets hold: a longer message is refused with its length, and the connection stays", async () => {
    const broker = await mosquitto("max_packet_size 2000");
    const { made, problems, messages } = connection({ url: broker.url }, ["a/#"]);
    await made.ready(3000);
    const long = message("a/long", "x".repeat(3000));
    expect(made.refusal(long)).toMatchObject({ reason: "too-large", most: 2000 });
    expect(made.publish(long)).toBe(false);
    made.subscribe(Array.from({ length: 200 }, (_, index) => `b/${"x".repeat(30)}/${index}`));
    made.publish(message("a/edge", "x".repeat(1950)));
    await until("the message that fits", () => messages.includes("a/edge"));
    expect(problems).toMatchObject([{ code: "too-large-for-broker", topic: "a/long" }]);
    made.publish(message(`b/${"x".repeat(30)}/199`, "x"));
    await until("the last subscription", () => messages.length === 2);
    expect(made.status).toMatchObject({ connected: true, connections: 1 });
  });

  it("for QoS and retained messages hold without an error of the broker", async () => {
    const broker = await mosquitto("max_qos 0\nretain_available false");
    const { made, messages } = connection({ url: broker.url }, ["a/#"]);
    await made.ready(3000);
    made.publish(message("a/b", "x"));
    await until("the message", () => messages.length === 1);
    expect(made.status).toMatchObject({ connected: true, connections: 1 });
  });
});

describe("a broker that is there and does not answer any more", () => {
  it("is noticed by an unanswered command, which may still be carried out", async () => {
    const broker = await mosquitto();
    const simulator = await oneLamp(broker.url);
    cleanups.push(() => simulator.stop());
    const { home, bridge } = homeOnBridge({
      links: [{ connection: { url: broker.url, backoff: QUICK }, dialects: [new MiotDialect({ specs: NO_SPECS })] }],
    });
    bridge.start(home);
    cleanups.push(() => bridge.stop());
    await until("the lamp", () => home.device("miot:lamp")?.online);
    broker.freeze();
    const outcome = await setOne(home, "miot:lamp", "light.on", true);
    expect(outcome).toMatchObject({ status: "timeout", error: { code: "may-still-happen" } });
    expect(bridge.status.links).toMatchObject([{ connected: false, trouble: { cause: "no-answer" } }]);
    expect(await setOne(home, "miot:lamp", "light.on", true)).toMatchObject({
      status: "offline",
      error: { code: "broker-unreachable" },
    });
    broker.thaw();
    await until("the connection", () => bridge.status.links[0]?.connected);
    await until("the lamp, once more", () => home.device("miot:lamp")?.online);
    // Whether the first command happened after all is open, so the lamp may be off already.
    const off = await setOne(home, "miot:lamp", "light.on", false);
    expect(["confirmed", "unchanged"]).toContain(off?.status);
    expect(await setOne(home, "miot:lamp", "light.on", true)).toMatchObject({ status: "confirmed" });
  });

  it("is noticed within the keep-alive, also while more is sent to it all the time", async () => {
    const broker = await mosquitto();
    const { made } = connection({ url: broker.url, keepalive: 2 }, ["a"]);
    await made.ready(3000);
    broker.freeze();
    const talk = setInterval(() => made.publish({ topic: "b", payload: "x", qos: 0, retain: false }), 100);
    cleanups.push(() => Promise.resolve(clearInterval(talk)));
    await until("the end", () => !made.connected);
    expect(made.status.trouble?.cause).toBe("no-answer");
    broker.thaw();
    await made.ready(8000);
  });
});
