import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { textOf } from "../../../src/language/index.ts";
import type { NewNotice } from "../../../src/people/notices/index.ts";
import { NoticeBench, type NoticeBenchOptions } from "../../support/notice-bench.ts";
import { Postgres } from "../../support/postgres.ts";
import { NtfyServer, TelegramServer, WebhookServer } from "../../support/receivers/phone-servers.ts";
import { PushService } from "../../support/receivers/push-service.ts";
import type { Receiver } from "../../support/receivers/receiver.ts";

const BOT = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(async () => await postgres?.stop());

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function started<Server extends Receiver>(server: Server): Promise<Server> {
  await server.start();
  ends.push(() => server.stop());
  return server;
}

async function bench(receivers: readonly Receiver[], over: NoticeBenchOptions = {}): Promise<NoticeBench> {
  const made = new NoticeBench({ receivers, ...over });
  ends.push(() => made.close());
  return await made.start();
}

const texts = (server: NtfyServer): string[] => [...server.shown.values()].map(({ text }) => text);
const alarm = (text: string): Partial<NewNotice> & { text: string } => ({ level: "alarm", text });
const warning = (text: string): Partial<NewNotice> & { text: string } => ({ level: "warning", text });

describe.each(["sqlite", "postgres"] as const)("on %s", (kind) => {
  let server: NtfyServer;
  let made: NoticeBench;
  beforeEach(async () => {
    server = await started(new NtfyServer());
    const location = kind === "sqlite" ? {} : { location: { url: await postgres.database() } };
    made = await bench([server], location);
    await made.add({ way: "ntfy", values: { server: server.origin, topic: "family" } });
  });

  it("each notice is sent once, and never again after restarts", async () => {
    await made.tell({ text: "The post is there" });
    await made.tell(alarm("Water in the bathroom"));
    await made.restart();
    await made.restart("10m");
    await made.advance("2h");
    expect(texts(server)).toEqual(["The post is there", "Water in the bathroom"]);
    expect(server.requests).toHaveLength(2);
    expect(made.errors).toEqual([]);
  });

  it("a repeated notice is counted, and not sent again", async () => {
    for (let count = 0; count < 20; count += 1) {
      await made.tell(warning("The door is open"));
      await made.advance("1m");
    }
    expect(texts(server)).toEqual(["The door is open"]);
    expect(made.notices.list()[0]?.count).toBe(20);
  });

  it("an unreachable server is retried, with longer and longer waits", async () => {
    await made.channels.test("ntfy", "en");
    server.requests.length = 0;
    server.shown.clear();
    server.faults.push({ status: 503 }, { status: 500 }, "deaf", { status: 429, headers: { "retry-after": "150" } });
    await made.tell(warning("The door is open"));
    const tries: number[] = [server.requests.length];
    for (const wait of ["9s", "1s", "29s", "1s", "59s", "1s", "149s"]) {
      await made.advance(wait);
      tries.push(server.requests.length);
    }
    expect([tries, server.shown.size]).toEqual([[1, 1, 2, 2, 3, 3, 4, 4], 0]);
    await made.advance("1s");
    expect(texts(server)).toEqual(["The door is open"]);
    await made.advance("1h");
    expect(server.requests).toHaveLength(5);
  });

  it("a notice that cannot be sent in time stays in the feed alone", async () => {
    const { port } = new URL(server.origin);
    await server.stop();
    await made.tell({ text: "The post is there" });
    await made.tell(alarm("Water in the bathroom"));
    await made.advance("3h");
    await server.start(Number(port));
    await made.advance("3h");
    expect(texts(server)).toEqual([]);
    expect(made.notices.list().map(({ text }) => text)).toContain("Water in the bathroom");
    expect(made.all.waiting).toBe(0);
  });

  it("nothing is sent hours late after a downtime", async () => {
    server.fault = { status: 503 };
    await made.tell({ text: "The post is there" });
    await made.tell(alarm("Water in the bathroom"));
    server.fault = null;
    await made.restart("3h");
    await made.advance("1h");
    expect(texts(server)).toEqual([]);
  });

  it("a notice that is still worth it is sent after a short downtime", async () => {
    server.fault = { status: 503 };
    await made.tell({ text: "The post is there" });
    server.fault = null;
    await made.restart("5m");
    await made.advance("1m");
    expect(texts(server)).toEqual(["The post is there"]);
  });
});

describe("a message that may have arrived", () => {
  it("is sent again when its receiver shows it once", async () => {
    const server = await started(new NtfyServer());
    const made = await bench([server]);
    await made.add({ way: "ntfy", values: { server: server.origin, topic: "family" } });
    await made.tell({ text: "It is known to replace" });
    server.faults.push("silent", "reset");
    await made.tell(warning("The door is open"));
    await made.advance("10s");
    await made.advance("1m");
    expect([texts(server), server.requests.length]).toEqual([["It is known to replace", "The door is open"], 4]);
  });

  it("is not sent again when it would be shown twice, except for an alarm", async () => {
    const server = await started(new TelegramServer(BOT));
    const made = await bench([server]);
    await made.add({ way: "telegram", values: { server: server.origin, token: BOT, chat: "7" } });
    server.faults.push("silent");
    await made.tell(warning("The door is open"));
    await made.advance("2h");
    expect(server.shown).toHaveLength(1);
    server.faults.push("silent");
    await made.tell(alarm("Water in the bathroom"));
    await made.advance("1m");
    expect(server.shown.map(({ text }) => text)).toEqual([
      "The door is open",
      "Water in the bathroom",
      "Water in the bathroom",
    ]);
  });

  it("is sent again to a server only after that has shown that it replaces messages", async () => {
    const server = await started(new NtfyServer({ version: "old" }));
    const made = await bench([server]);
    await made.add({ way: "ntfy", values: { server: server.origin, topic: "family" } });
    await made.tell({ text: "It is not known to replace" });
    server.faults.push("silent");
    await made.tell(warning("The door is open"));
    await made.advance("1h");
    expect(texts(server)).toEqual(["It is not known to replace", "The door is open"]);
  });

  it("is sent again to a webhook with the same key, by which its receiver recognizes it", async () => {
    const server = await started(new WebhookServer());
    const made = await bench([server]);
    await made.add({ way: "webhook", values: { url: server.origin, once: "yes" } });
    server.faults.push("silent");
    await made.tell(warning("The door is open"));
    await made.advance("1m");
    expect(server.taken).toHaveLength(2);
    expect(new Set(server.taken.map(({ key }) => key)).size).toBe(1);
  });
});

describe("quiet hours", () => {
  const quiet = { from: "22:00", to: "07:00", alarms: false };
  let server: NtfyServer;
  let made: NoticeBench;
  beforeEach(async () => {
    server = await started(new NtfyServer());
    made = await bench([server], { at: "2026-11-30T21:59:00Z", people: { emma: "zh" } });
    await made.add({ way: "ntfy", quiet, values: { server: server.origin, topic: "family" } });
  });

  it("hold everything but alarms until their end, and send it as one message", async () => {
    await made.tell({ text: "Before the night" });
    await made.advance("31m");
    await made.tell(warning("The garage is open"));
    await made.advance("1h");
    await made.tell({ text: "The washing is done" });
    await made.advance("2026-12-01T06:59:59Z");
    expect(texts(server)).toEqual(["Before the night"]);
    await made.advance("1s");
    expect([...server.shown.values()].at(-1)).toEqual({
      title: "Test home: 2 notices",
      text: "yesterday 22:30  The garage is open\nyesterday 23:30  The washing is done",
      urgency: 4,
    });
    expect(server.requests).toHaveLength(2);
  });

  it("let alarms through", async () => {
    await made.advance("2h");
    await made.tell(alarm("Water in the bathroom"));
    expect(texts(server)).toEqual(["Water in the bathroom"]);
  });

  it("hold alarms too on request", async () => {
    await made.channels.change("ntfy", { quiet: { ...quiet, alarms: true } });
    await made.advance("2h");
    await made.tell(alarm("Water in the bathroom"));
    expect(texts(server)).toEqual([]);
    await made.advance("2026-12-01T07:00:00Z");
    expect(texts(server)).toEqual(["Water in the bathroom"]);
  });

  it("drop notices that are over by their end", async () => {
    await made.advance("1h");
    await made.tell({ ...warning("The garage is open"), subject: "garage", lasting: true });
    await made.notices.end("garage");
    await made.advance("2026-12-01T09:00:00Z");
    expect(texts(server)).toEqual([]);
  });

  it("send nothing hours after their end when nothing ran at their end", async () => {
    await made.advance("1h");
    await made.tell({ text: "The washing is done" });
    await made.restart("12h");
    await made.advance("1h");
    expect(texts(server)).toEqual([]);
    expect(made.notices.list()).toHaveLength(1);
  });

  it("outlast a restart in the night", async () => {
    await made.advance("1h");
    await made.tell({ text: "The washing is done" });
    await made.restart("1h");
    await made.advance("2026-12-01T07:00:00Z");
    expect(texts(server)).toEqual(["The washing is done"]);
  });

  it("release waiting notices when they are removed", async () => {
    await made.advance("1h");
    await made.tell({ text: "The washing is done" });
    await made.channels.change("ntfy", { quiet: null });
    await made.all.settled();
    expect(texts(server)).toEqual(["The washing is done"]);
  });
});

describe("a person who does not want to be disturbed until eight", () => {
  it("gets it all at eight, in their own language, and alarms at once", async () => {
    const server = await started(new NtfyServer());
    const made = await bench([server], { at: "2026-11-30T18:00:00Z", people: { emma: "zh", li: "en" } });
    await made.add({ way: "ntfy", name: "emma", person: "emma", values: { server: server.origin, topic: "emma" } });
    await made.add({ way: "ntfy", name: "li", person: "li", values: { server: server.origin, topic: "li" } });
    await made.channels.setQuietUntil("emma", Date.parse("2026-11-30T20:00:00Z"));
    await made.tell({ text: { texts: { en: "The post is there", zh: "信到了" } }, subject: "post" });
    await made.tell({ text: { texts: { en: "Water!", zh: "漏水了！" } }, subject: "water", level: "alarm" });
    const sent = () =>
      server.requests.map(({ body }) => JSON.parse(body.toString())).map((each) => `${each.topic}: ${each.message}`);
    expect(sent().sort()).toEqual(["emma: 漏水了！", "li: The post is there", "li: Water!"]);
    await made.restart();
    expect(made.channels.quietUntil("emma")).toBe(Date.parse("2026-11-30T20:00:00Z"));
    await made.advance("2h");
    expect(sent().at(-1)).toBe("emma: 信到了");
    expect(made.channels.quietUntil("emma")).toBeNull();
  });

  it("may change their mind, and everybody can want it", async () => {
    const server = await started(new NtfyServer());
    const made = await bench([server], { people: { emma: "en" } });
    await made.add({ way: "ntfy", person: "emma", values: { server: server.origin, topic: "emma" } });
    await made.channels.setQuietUntil(null, made.time.now() + 3_600_000);
    await made.tell({ text: "The post is there" });
    expect(texts(server)).toEqual([]);
    await made.channels.setQuietUntil(null, null);
    await made.all.settled();
    expect(texts(server)).toEqual(["The post is there"]);
  });
});

describe("the channels of a notice", () => {
  it("are chosen by level, by person, and by whether they are enabled", async () => {
    const server = await started(new NtfyServer());
    const made = await bench([server], { people: { emma: "en", li: "en" } });
    const add = (topic: string, over: object) =>
      made.add({ way: "ntfy", name: topic, values: { server: server.origin, topic }, ...over });
    await add("alarms", { levels: ["alarm"] });
    await add("emma", { person: "emma" });
    await add("off", { enabled: false });
    const topics = () => server.requests.splice(0).map(({ body }) => JSON.parse(body.toString()).topic);
    await made.tell({ text: "good to know" });
    expect(topics()).toEqual(["emma"]);
    await made.tell(alarm("water"));
    expect(topics().sort()).toEqual(["alarms", "emma"]);
    await made.tell({ ...alarm("for Emma"), to: ["emma"] });
    expect(topics()).toEqual(["emma"]);
    // Li has no channel: the home's own tells it.
    await made.tell({ ...alarm("for Li"), to: ["li"] });
    expect(topics()).toEqual(["alarms"]);
  });
});

describe("a storm", () => {
  it("of a thousand notices becomes a few messages with counts", async () => {
    const server = await started(new NtfyServer());
    const made = await bench([server]);
    await made.add({ way: "ntfy", values: { server: server.origin, topic: "family" } });
    await Promise.all(Array.from({ length: 1_000 }, (_, index) => made.tell(warning(`device ${index} is offline`))));
    await made.all.settled();
    await made.advance("29m");
    expect(server.requests.length).toBeLessThanOrEqual(4);
    const titles = [...server.shown.values()].map(({ title }) => Number(/\d+/.exec(title)?.[0] ?? 1));
    expect(titles.reduce((sum, count) => sum + count)).toBe(1_000);
    expect(Math.max(...server.requests.map(({ body }) => body.length))).toBeLessThan(2_000);
    expect([...server.shown.values()].at(-1)?.text).toMatch(/and \d+ more$/);
  });

  it("of alarms becomes a few messages as well, the first at once", async () => {
    const server = await started(new NtfyServer());
    const made = await bench([server]);
    await made.add({ way: "ntfy", values: { server: server.origin, topic: "family" } });
    await made.tell(alarm("smoke 0"));
    expect(server.shown.size).toBe(1);
    for (let index = 1; index < 200; index += 1)
      void made.notices.tell({ ...alarm(`smoke ${index}`), subject: `s${index}`, level: "alarm", source: "test" });
    await made.advance("10m");
    expect(server.requests.length).toBeLessThanOrEqual(5);
  });

  it("that goes on becomes one message a minute at most", async () => {
    const server = await started(new NtfyServer());
    const made = await bench([server]);
    await made.add({ way: "ntfy", values: { server: server.origin, topic: "family" } });
    for (let index = 0; index < 600; index += 1) {
      await made.tell({ text: `message ${index}` });
      await made.advance("1s");
    }
    expect(server.requests.length).toBeLessThanOrEqual(3 + 11);
  });
});

describe("a failing channel", () => {
  it("is reported once, in the feed and by other channels, until it works again", async () => {
    const [dead, other] = [await started(new NtfyServer()), await started(new NtfyServer())];
    const made = await bench([dead, other]);
    await made.add({ way: "ntfy", name: "Emma's phone", values: { server: dead.origin, topic: "dead" } });
    await made.add({ way: "ntfy", name: "other", values: { server: other.origin, topic: "other" } });
    dead.fault = { status: 503 };
    for (let index = 0; index < 6; index += 1) {
      await made.tell(warning(`warning ${index}`));
      await made.advance("5m");
    }
    const told = made.notices.list().filter(({ source }) => source === "channel/emmas-phone");
    expect(told).toHaveLength(1);
    const host = `http://${new URL(dead.origin).host}`;
    expect([textOf(told[0]?.text ?? "", "en"), textOf(told[0]?.text ?? "", "zh")]).toEqual([
      `Messages to "Emma's phone" do not arrive: ${host} answers 503`,
      `发给“Emma's phone”的消息送不到：${host} 返回 503`,
    ]);
    expect(texts(other).filter((text) => text.includes("do not arrive"))).toHaveLength(1);
    expect(made.all.failing()).toEqual(["Emma's phone"]);
    expect(made.channels.get("emmas-phone").state).toMatchObject({ workedAt: null });
    dead.fault = null;
    await made.tell(warning("one more"));
    await made.advance("10m");
    expect(made.all.failing()).toEqual([]);
    expect(made.notices.open("channel/emmas-phone")).toBeUndefined();
    expect(made.channels.get("emmas-phone").state).toMatchObject({ failures: 0, failingSince: null });
  });

  it("is reported at once when its key is wrong, without retries", async () => {
    const server = await started(new NtfyServer({ token: "tk_right" }));
    const made = await bench([server]);
    await made.add({ way: "ntfy", values: { server: server.origin, topic: "family", token: "tk_wrong" } });
    await made.tell(alarm("Water in the bathroom"));
    await made.advance("30m");
    expect(server.requests).toHaveLength(1);
    expect(made.all.failing()).toEqual(["ntfy"]);
  });

  it("is deleted, and reported, when the browser has ended its subscription", async () => {
    const service = new PushService(() => made.time.now());
    await started(service);
    const made: NoticeBench = await bench([service]);
    const browser = service.subscribe(await made.vapid.publicKey());
    await made.add({ way: "push", name: "Firefox", values: { endpoint: browser.endpoint, ...browser.keys } });
    await made.tell({ text: "one" });
    service.end(browser);
    await made.tell({ text: "two" });
    await made.tell({ text: "three" });
    expect(service.shown(browser).map(({ payload }) => payload["text"])).toEqual(["one"]);
    expect(service.requests).toHaveLength(2);
    expect(made.channels.list()).toEqual([]);
    const [told] = made.notices.list().filter(({ source }) => source.startsWith("channel/"));
    expect(textOf(told?.text ?? "", "en")).toBe(
      '"Firefox" gets no more messages: its browser has ended the subscription',
    );
    await made.restart();
    expect(made.channels.list()).toEqual([]);
  });
});
