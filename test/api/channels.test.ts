import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testApiOn } from "../support/api.ts";
import { NoticeBench } from "../support/notice-bench.ts";
import { NtfyServer } from "../support/receivers/phone-servers.ts";
import { PushService } from "../support/receivers/push-service.ts";

const TOKEN = "tk_7eevizlsiwf9yi4uxsrs83r4";
let ntfy: NtfyServer;
let service: PushService;
let bench: NoticeBench;
let app: FastifyInstance;
beforeEach(async () => {
  ntfy = await new NtfyServer({ token: TOKEN }).start();
  service = await new PushService(() => bench.time.now()).start();
  bench = new NoticeBench({ receivers: [ntfy, service], people: { emma: "zh", leo: "zh" }, children: ["leo"] });
  await bench.start();
  app = await testApiOn(bench.home, bench.time, { told: bench.told, people: bench.people });
});
afterEach(async () => {
  await app.close();
  await bench.close();
  await ntfy.stop();
  await service.stop();
});

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
async function call(method: Method, url: string, payload?: object, headers: Record<string, string> = {}) {
  const answer = await app.inject({
    method,
    url,
    headers: { "accept-language": "en", ...headers },
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
}

const phone = () => ({
  way: "ntfy",
  name: "Emma's phone",
  person: "emma",
  levels: ["warning", "alarm"],
  quiet: "22:00-07:00",
  values: { server: ntfy.origin, topic: "family-5hT9w2", token: TOKEN },
});

describe("channels over HTTP", () => {
  it("are added, listed, changed, tested and removed, and never show their secrets", async () => {
    const added = await call("POST", "/api/channels", phone());
    expect(added).toMatchObject({
      status: 201,
      body: {
        id: "emmas-phone",
        way: "ntfy",
        name: "Emma's phone",
        person: "emma",
        levels: ["warning", "alarm"],
        quiet: "22:00-07:00",
        quietAlarms: false,
        enabled: true,
        settings: { server: ntfy.origin },
        secrets: ["topic", "token"],
        fromFile: false,
        failing: null,
        workedAt: null,
      },
    });
    expect(await call("POST", "/api/channels/emmas-phone/test")).toMatchObject({
      status: 200,
      body: { ok: true, why: null },
    });
    expect([...ntfy.shown.values()].at(-1)?.text).toContain("This is a test");
    const changed = await call("PATCH", "/api/channels/emmas-phone", { quietAlarms: true, values: { token: null } });
    expect(changed.body).toMatchObject({ quiet: "22:00-07:00", quietAlarms: true, secrets: ["topic"] });
    const tested = await call("POST", "/api/channels/emmas-phone/test", undefined, { "accept-language": "zh" });
    expect(tested.body).toMatchObject({ ok: false });
    expect(tested.body.why).toContain("不接受密钥或令牌");
    expect((await call("PATCH", "/api/channels/emmas-phone", { quiet: null, person: null })).body).toMatchObject({
      quiet: null,
      person: null,
    });
    const texts = [added.text, changed.text, tested.text, (await call("GET", "/api/channels")).text].join();
    expect(texts).not.toContain(TOKEN);
    expect(texts).not.toContain("family-5hT9w2");
    expect((await call("DELETE", "/api/channels/emmas-phone")).status).toBe(200);
    expect((await call("GET", "/api/channels")).body).toEqual({ channels: [], next: null });
  });

  it("are refused with the problem, in the reader's language", async () => {
    const refused = async (body: object, language = "en") => {
      const answer = await call("POST", "/api/channels", { ...phone(), ...body }, { "accept-language": language });
      return `${answer.status} ${answer.body.detail}`;
    };
    expect(await refused({ values: {} })).toBe("400 The request is not valid: ntfy needs topic.");
    expect(await refused({ person: "nobody" })).toBe('404 There is no person "nobody".');
    expect(await refused({ quiet: "22-7" })).toBe("400 The request is not valid: give quiet hours as 22:00-07:00.");
    expect(await refused({ quiet: "25:00-07:00" }, "zh")).toContain("免打扰时段请写成 22:00-07:00");
    expect(await refused({ levels: [] })).toMatch(/^400/);
    expect(await refused({ values: { topic: "t", server: "http://10.0.0.5" } })).toMatch(/^403 .*not a public address/);
    expect(await refused({ way: "push" })).toContain("a browser subscribes by itself");
    expect(await refused({ way: "push" }, "zh")).toContain("浏览器要自己订阅");
    await call("POST", "/api/channels", phone());
    expect(await refused({ id: "emmas-phone" })).toBe('409 There is a channel "emmas-phone" already');
    expect((await call("GET", "/api/channels/emmas-fone")).body.detail).toBe(
      'There is no channel "emmas-fone". Did you mean emmas-phone?',
    );
  });

  it("of the same name get ids of their own", async () => {
    const ids = [await call("POST", "/api/channels", phone()), await call("POST", "/api/channels", phone())];
    expect(ids.map(({ body }) => body.id)).toEqual(["emmas-phone", "emmas-phone-2"]);
  });

  it("list the settings that each way needs", async () => {
    const { body } = await call("GET", "/api/channels/ways");
    expect(body.ways.map(({ name }: { name: string }) => name)).toEqual([
      "ntfy",
      "telegram",
      "bark",
      "webhook",
      "push",
    ]);
    expect(body.ways[0].fields).toEqual([
      { name: "server", about: "address of the server", secret: false, required: false, default: "https://ntfy.sh" },
      { name: "topic", about: "topic, which is as good as a password", secret: true, required: true, default: null },
      { name: "token", about: "access token", secret: true, required: false, default: null },
    ]);
  });

  it("show since when and why messages do not arrive", async () => {
    await call("POST", "/api/channels", { ...phone(), values: { server: ntfy.origin, topic: "t", token: "tk_wrong" } });
    await bench.tell({ level: "alarm", text: "water" });
    const [channel] = (await call("GET", "/api/channels")).body.channels;
    expect(channel.failing).toMatchObject({ since: "2026-11-30T12:00:00.000Z", failures: 1 });
    expect(channel.failing.why).toContain("refuses the key or token (401");
  });

  it("are not available on an instance that stands by", async () => {
    await bench.all.stop();
    for (const url of ["/api/channels", "/api/push/key", "/api/notices/quiet"]) {
      expect((await call("GET", url)).body.code).toBe("stands-by");
    }
  });
});

describe("a browser over HTTP", () => {
  const FIREFOX = { "user-agent": "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0" };

  it("subscribes with the key, gets a notice, subscribes again and unsubscribes", async () => {
    const { key } = (await call("GET", "/api/push/key")).body;
    const browser = service.subscribe(key);
    const body = { ...browser, expirationTime: null, person: "emma" };
    const added = await call("POST", "/api/push/subscriptions", body, FIREFOX);
    expect(added).toMatchObject({ status: 201, body: { way: "push", name: "Firefox Android", person: "emma" } });
    await bench.tell({ text: { texts: { en: "The post is there", zh: "信到了" } }, subject: "post" });
    expect(service.complaint).toBe("");
    expect(service.shown(browser).map(({ payload }) => payload["text"])).toEqual(["信到了"]);
    const again = await call("POST", "/api/push/subscriptions", { ...body, levels: ["alarm"] }, FIREFOX);
    expect([again.status, again.body.id, again.body.levels]).toEqual([200, added.body.id, ["alarm"]]);
    expect(added.text + again.text).not.toContain(new URL(browser.endpoint).pathname);
    expect((await call("DELETE", "/api/push/subscriptions", { endpoint: browser.endpoint })).status).toBe(200);
    expect((await call("DELETE", "/api/push/subscriptions", { endpoint: browser.endpoint })).status).toBe(404);
  });

  it("with invalid keys, or a push service in the own network, is refused", async () => {
    const { key } = (await call("GET", "/api/push/key")).body;
    const browser = service.subscribe(key);
    const send = async (body: object) =>
      (await call("POST", "/api/push/subscriptions", { ...browser, ...body })).status;
    expect(await send({ keys: { ...browser.keys, auth: "AAAAAAAAAAAA" } })).toBe(400);
    expect(
      await send({ keys: { ...browser.keys, p256dh: browser.keys.p256dh.replace(/.{20}$/, "A".repeat(20)) } }),
    ).toBe(400);
    expect(await send({ endpoint: "https://192.168.1.1/push/x" })).toBe(403);
    expect(await send({ endpoint: "http://push.example.org/x" })).toBe(403);
  });
});

it("a person's quiet time is set and ended over HTTP", async () => {
  await call("POST", "/api/channels", { ...phone(), levels: ["info"], quiet: null });
  expect((await call("GET", "/api/notices/quiet?person=emma")).body).toEqual({ until: null });
  const until = "2026-11-30T14:00:00.000Z";
  expect((await call("PUT", "/api/notices/quiet?person=emma", { until })).body).toEqual({ until });
  await bench.tell({ text: "the post is there" });
  expect(ntfy.shown.size).toBe(0);
  expect((await call("GET", "/api/notices/quiet")).body).toEqual({ until: null });
  expect((await call("PUT", "/api/notices/quiet?person=emma", { until: null })).body).toEqual({ until: null });
  await bench.all.settled();
  expect(ntfy.shown.size).toBe(1);
});

describe("with a token of a child or guest", () => {
  const leo = { authorization: "Bearer jiap_leo" };

  it("only their own channels are seen and changed", async () => {
    await call("POST", "/api/channels", phone());
    await call("POST", "/api/channels", { ...phone(), name: "All", person: null });
    const own = await call("POST", "/api/channels", { ...phone(), name: "Mine", person: undefined }, leo);
    expect(own).toMatchObject({ status: 201, body: { id: "mine", person: "leo" } });
    const listed = await call("GET", "/api/channels", undefined, leo);
    expect(listed.body.channels).toHaveLength(1);
    for (const [method, url, body] of [
      ["GET", "/api/channels/emmas-phone"],
      ["PATCH", "/api/channels/emmas-phone", { enabled: false }],
      ["DELETE", "/api/channels/emmas-phone"],
      ["POST", "/api/channels/emmas-phone/test"],
      ["DELETE", "/api/channels/all"],
      ["POST", "/api/channels", { ...phone(), name: "Other" }],
      ["POST", "/api/channels", { ...phone(), name: "Other", person: null }],
      ["PATCH", "/api/channels/mine", { person: "emma" }],
      ["PATCH", "/api/channels/mine", { person: null }],
    ] as const) {
      expect([method, url, (await call(method, url, body, leo)).status]).toEqual([method, url, 403]);
    }
    expect((await call("GET", "/api/channels")).body.channels).toHaveLength(3);
    expect(ntfy.requests).toHaveLength(0);
    expect((await call("DELETE", "/api/channels/mine", undefined, leo)).status).toBe(200);
  });

  it.each([
    ["en", "Jia refuses this request: only an adult of this home may manage the channels of others."],
    ["zh", "只有家里的大人可以管理别人的通知渠道"],
  ])("a refusal tells why, in %s", async (language, told) => {
    await call("POST", "/api/channels", phone());
    const { text } = await call("GET", "/api/channels/emmas-phone", undefined, { ...leo, "accept-language": language });
    expect(text).toContain(told);
  });

  it("a browser becomes their own channel, and channels of others stay as they are", async () => {
    const key = await bench.vapid.publicKey();
    const subscription = service.subscribe(key);
    const made = await call("POST", "/api/push/subscriptions", subscription, leo);
    expect(made).toMatchObject({ status: 201, body: { person: "leo" } });
    const other = { ...service.subscribe(key), person: "emma" };
    expect((await call("POST", "/api/push/subscriptions", other, leo)).status).toBe(403);
    await call("POST", "/api/push/subscriptions", other);
    const { endpoint } = other;
    expect((await call("DELETE", "/api/push/subscriptions", { endpoint }, leo)).status).toBe(403);
    expect((await call("POST", "/api/push/subscriptions", { ...other, person: "leo" }, leo)).status).toBe(403);
  });

  it("adults manage the channels of all people", async () => {
    await call(
      "POST",
      "/api/channels",
      { ...phone(), person: "leo", name: "Leo" },
      { authorization: "Bearer jiap_emma" },
    );
    const emma = { authorization: "Bearer jiap_emma" };
    expect((await call("PATCH", "/api/channels/leo", { enabled: false }, emma)).status).toBe(200);
  });
});
