import type { LookupFunction } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { barkWay } from "../../../src/app/channels/bark.ts";
import { OutgoingPost } from "../../../src/app/outgoing.ts";
import { NOTICE_LEVELS } from "../../../src/home/index.ts";
import { textOf } from "../../../src/language/index.ts";
import { composeMessage } from "../../../src/people/notices/compose.ts";
import type { ChannelInfo } from "../../../src/people/notices/index.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { set } from "../../support/home.ts";
import { NoticeBench, type NoticeBenchOptions } from "../../support/notice-bench.ts";
import { BarkServer, NtfyServer, TelegramServer, WebhookServer } from "../../support/receivers/phone-servers.ts";
import { PushService } from "../../support/receivers/push-service.ts";
import type { Receiver } from "../../support/receivers/receiver.ts";

const BOT = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0";
const KEY = "ynJ5Ft4atkMkWeo2PAvFhF";
const TOPIC = "family-5hT9w2";
const TOKEN = "tk_7eevizlsiwf9yi4uxsrs83r4";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function bench(receivers: readonly Receiver[], over: NoticeBenchOptions = {}): Promise<NoticeBench> {
  for (const receiver of receivers) {
    await receiver.start();
    ends.push(() => receiver.stop());
  }
  const made = new NoticeBench({ receivers, ...over });
  ends.push(() => made.close());
  return await made.start();
}

/** Makes one notice of each level, with enough time between them to be sent alone. */
async function tellAll(made: NoticeBench): Promise<void> {
  for (const level of NOTICE_LEVELS) {
    await made.tell({ level, text: `${level} 水` });
    await made.advance("2m");
  }
}

describe("ntfy", () => {
  const add = (made: NoticeBench, server: NtfyServer, values = {}) =>
    made.add({ way: "ntfy", values: { server: server.origin, topic: TOPIC, ...values } });

  it("gets each notice as JSON with priority, tags, link and the token", async () => {
    const server = new NtfyServer({ token: TOKEN });
    const made = await bench([server], { link: "https://jia.example.org/" });
    await add(made, server, { token: TOKEN });
    await tellAll(made);
    expect([...server.shown.values()]).toEqual([
      { title: "Test home", text: "info 水", urgency: 3 },
      { title: "Test home", text: "warning 水", urgency: 4 },
      { title: "Alarm · Test home", text: "alarm 水", urgency: 5 },
    ]);
    const sent = server.requests.map(({ body }) => JSON.parse(body.toString()));
    expect(sent.map(({ tags }) => tags)).toEqual([[], ["warning"], ["rotating_light"]]);
    expect(sent[0]).toMatchObject({ topic: TOPIC, click: "https://jia.example.org/?notice=n1" });
  });

  it("offers the helpful action as a link, and nothing that acts by itself", async () => {
    const server = new NtfyServer();
    const made = await bench([server], { link: "https://jia.example.org" });
    await add(made, server);
    const act = {
      kind: "commands",
      commands: [set("lamp", { "light.on": false })],
      label: "Close the garage",
    } as const;
    await made.tell({ text: "The garage is open", act });
    const [sent] = server.requests.map(({ body }) => JSON.parse(body.toString()));
    expect(sent.actions).toEqual([
      { action: "view", label: "Close the garage", url: "https://jia.example.org/?notice=n1" },
    ]);
  });

  it("with a path in its server's address publishes below it", async () => {
    const server = new NtfyServer();
    const made = await bench([server]);
    await add(made, server, { server: `${server.origin}/push/` });
    await made.tell({ text: "hello" });
    expect(server.requests.map(({ path }) => path)).toEqual(["/push/"]);
  });
});

describe("Telegram", () => {
  it("gets each notice as a message of the bot, without a sound at level info", async () => {
    const server = new TelegramServer(BOT);
    const made = await bench([server]);
    await made.add({ way: "telegram", values: { server: server.origin, token: BOT, chat: "-1001234" } });
    await tellAll(made);
    expect(server.shown).toEqual([
      { title: "Test home", text: "info 水", urgency: "silent" },
      { title: "Test home", text: "warning 水", urgency: "loud" },
      { title: "Alarm · Test home", text: "alarm 水", urgency: "loud" },
    ]);
  });

  it("is not used for as long as it asks", async () => {
    const server = new TelegramServer(BOT);
    const made = await bench([server]);
    await made.add({ way: "telegram", values: { server: server.origin, token: BOT, chat: "7" } });
    server.faults.push({ status: 429, body: '{"ok":false,"error_code":429,"parameters":{"retry_after":90}}' });
    await made.tell({ text: "hello" });
    await made.advance("89s");
    expect([server.requests.length, server.shown.length]).toEqual([1, 0]);
    await made.advance("1s");
    expect(server.shown).toHaveLength(1);
  });
});

describe("Bark", () => {
  it("gets each notice with the level by which the phone interrupts", async () => {
    const server = new BarkServer(KEY);
    const made = await bench([server]);
    await made.add({ way: "bark", values: { server: server.origin, key: KEY } });
    await tellAll(made);
    expect([...server.shown.values()].map(({ urgency }) => urgency)).toEqual(["active", "timeSensitive", "critical"]);
  });
});

describe("a webhook", () => {
  it("gets a message with all of its notices, a token and a key that stays the same", async () => {
    const server = new WebhookServer();
    const made = await bench([server]);
    await made.add({ way: "webhook", values: { url: `${server.origin}/jia?x=1`, token: TOKEN } });
    await made.tell({ level: "warning", text: "The window is open", device: "test:window", room: "hall" });
    expect(server.requests[0]).toMatchObject({ path: "/jia?x=1", headers: { authorization: `Bearer ${TOKEN}` } });
    const [taken] = server.taken;
    expect(taken?.key).toBe(taken?.body["id"]);
    expect(taken?.body).toMatchObject({
      level: "warning",
      title: "Test home",
      text: "The window is open",
      at: "2026-11-30T12:00:00.000Z",
      notices: [
        { id: "n1", level: "warning", text: "The window is open", device: "test:window", room: "hall", count: 1 },
      ],
    });
  });
});

describe("a browser's push subscription", () => {
  it("gets notices encrypted and signed, with urgency and time to live", async () => {
    const service = new PushService(() => made.time.now());
    const made: NoticeBench = await bench([service]);
    const browser = service.subscribe(await made.vapid.publicKey());
    await made.add({ way: "push", values: { endpoint: browser.endpoint, ...browser.keys } });
    await tellAll(made);
    expect(service.complaint).toBe("");
    expect(service.shown(browser)).toMatchObject([
      { urgency: "normal", ttl: 1800, payload: { level: "info", text: "info 水", title: "Test home", notice: "n1" } },
      { urgency: "high", ttl: 1800, payload: { level: "warning", text: "warning 水" } },
      { urgency: "high", ttl: 3600, payload: { level: "alarm", text: "alarm 水", title: "Alarm · Test home" } },
    ]);
    const topics = service.shown(browser).map(({ topic }) => topic);
    expect(new Set(topics).size).toBe(3);
  });

  it("is signed with the same key pair, also after a restart", async () => {
    const made = await bench([]);
    const before = await made.vapid.publicKey();
    await made.restart();
    expect(await made.vapid.publicKey()).toBe(before);
    expect(Buffer.from(before, "base64url")).toHaveLength(65);
  });
});

describe("a problem of a channel", () => {
  const all = (origin: string) =>
    [
      ["ntfy", { server: origin, topic: TOPIC, token: TOKEN }],
      ["telegram", { server: origin, token: BOT, chat: "7" }],
      ["bark", { server: origin, key: KEY }],
      ["webhook", { url: `${origin}/${KEY}`, token: TOKEN }],
    ] as const;

  /** The result of a test message, in both languages. */
  async function tested(made: NoticeBench, { id }: ChannelInfo): Promise<string> {
    const result = await made.channels.test(id, "en");
    return result.ok ? "" : `${textOf(result.why, "en")} | ${textOf(result.why, "zh")}`;
  }

  it("is reported by its test: a wrong key, an unknown address, a redirect, no server", async () => {
    const server = new NtfyServer({ token: TOKEN });
    const made = await bench([server]);
    const { host } = new URL(server.origin);
    const channel = await made.add({ way: "ntfy", values: { server: server.origin, topic: TOPIC, token: "tk_wrong" } });
    expect(await tested(made, channel)).toBe(
      `http://${host} refuses the key or token (401, unauthorized) | http://${host} 不接受密钥或令牌（401，unauthorized）`,
    );
    server.faults.push({ status: 302, headers: { location: "http://127.0.0.1:1/" } }, { status: 503 }, "deaf", "reset");
    expect(await tested(made, channel)).toContain("redirects to another address");
    expect(await tested(made, channel)).toBe(`http://${host} answers 503 | http://${host} 返回 503`);
    expect(await tested(made, channel)).toBe(`http://${host} does not answer | http://${host} 没有响应`);
    expect(await tested(made, channel)).toBe(`the connection to http://${host} broke | 与 http://${host} 的连接中断了`);
    await server.stop();
    expect(await tested(made, channel)).toBe(`http://${host} accepts no connection | http://${host} 拒绝连接`);
    await server.start(Number(new URL(`http://${host}`).port));
    await made.channels.change(channel.id, { values: { token: TOKEN } });
    expect(await tested(made, channel)).toBe("");
    expect([...server.shown.values()].at(-1)?.text).toBe('This is a test of "ntfy". It works.');
  });

  it("never shows a token, a key, a topic or the path of an address", async () => {
    const server = new WebhookServer();
    const made = await bench([server]);
    const secrets = [TOPIC, TOKEN, BOT, KEY];
    // Servers that repeat the request in their answer.
    server.fault = {
      status: 400,
      body: JSON.stringify({ error: secrets, description: `bad ${BOT}`, message: `bad ${KEY}` }),
    };
    for (const [way, values] of all(server.origin)) {
      const channel = await made.add({ way, values });
      const told = [await tested(made, channel), JSON.stringify(made.channels.list()), JSON.stringify(channel)];
      for (const secret of secrets) expect(told.join("\n")).not.toContain(secret);
    }
    await tellAll(made);
    const everything = JSON.stringify([made.notices.list(), made.events, made.errors.map(String)]);
    for (const secret of secrets) expect(everything).not.toContain(secret);
    expect(made.channels.list().map(({ secrets: names }) => names)).toEqual([
      ["topic", "token"],
      ["token"],
      ["key"],
      ["url", "token"],
    ]);
  });

  it("is reported before it is saved: addresses of the own network, ones without encryption, invalid forms", async () => {
    const made = await bench([]);
    const refused = async (way: string, values: Record<string, string>, language = "en") =>
      await thrownErrorText(() => made.add({ way, values }), language);
    expect(await refused("ntfy", { server: "http://192.168.1.20", topic: TOPIC })).toContain("not a public address");
    expect(await refused("webhook", { url: "https://localhost:8123/x" })).toContain("not a public address");
    expect(await refused("bark", { server: "http://bark.example.org", key: KEY })).toContain(
      "is not encrypted. Use https",
    );
    expect(await refused("bark", { server: "http://bark.example.org", key: KEY }, "zh")).toContain("没有加密");
    expect(await refused("webhook", { url: "file:///etc/passwd" })).toContain("url must be a web address");
    expect(await refused("telegram", { token: "abc", chat: "7" })).toContain(
      "token must be the token that @BotFather gave you",
    );
    expect(await refused("telegram", { token: BOT })).toContain("telegram needs chat");
    expect(await refused("ntfy", { topic: "a b" }, "zh")).toContain("topic 应为1 到 64 个字母");
    expect(await refused("ntfy", { topik: "a" })).toContain('ntfy has no setting "topik", did you mean "topic"?');
    expect(await refused("nfty", { topic: "a" })).toContain('"nfty" is no way to send notices, did you mean "ntfy"?');
    const p256dh = Buffer.alloc(65, 4).toString("base64url");
    const auth = Buffer.alloc(16).toString("base64url");
    expect(await refused("push", { endpoint: "https://push.example.org/x", p256dh, auth })).toContain("p256dh must be");
    expect(made.channels.list()).toEqual([]);
  });

  it("a host name that leads into the own network is not sent to, whatever it led to before", async () => {
    const inside: LookupFunction = (_, __, found) => found(null, [{ address: "192.168.1.20", family: 4 }]);
    const way = barkWay(new OutgoingPost([], inside));
    const settings = { server: "https://bark.example.org" };
    const channel = {
      id: "b",
      way: "bark",
      name: "b",
      person: null,
      levels: NOTICE_LEVELS,
      quiet: null,
      enabled: true,
    };
    const made = composeMessage("m1", [], 1_000, { home: "H", timezone: "UTC", language: "en", link: null, now: 0 });
    const whole = { ...channel, settings, secrets: { key: KEY }, createdAt: 0 };
    const sent = await way.send(made, whole, new AbortController().signal);
    expect(sent).toMatchObject({ kind: "refused", gone: false });
    expect(textOf(sent.kind === "refused" ? sent.why : "", "en")).toBe(
      "bark.example.org resolves to 192.168.1.20, which is not a public address",
    );
  });
});
