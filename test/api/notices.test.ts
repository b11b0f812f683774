import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { message } from "../../src/language/index.ts";
import type { Notice } from "../../src/people/notices/index.ts";
import { listening, testApiOn } from "../support/api.ts";
import { described, set } from "../support/home.ts";
import { NoticeBench } from "../support/notice-bench.ts";
import { until } from "../support/until.ts";

let bench: NoticeBench;
let app: FastifyInstance;
beforeEach(async () => {
  bench = new NoticeBench({
    devices: [described("lamp", { room: "Hall" })],
    people: { emma: "en", leo: "zh", li: "zh" },
    children: ["leo"],
  });
  await bench.start();
  app = await testApiOn(bench.home, bench.time, { told: bench.told, people: bench.people });
});
afterEach(async () => {
  await app.close();
  await bench.close();
});

async function call(method: "GET" | "POST", url: string, payload?: object, language = "en") {
  const answer = await app.inject({
    method,
    url,
    headers: { "accept-language": language },
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function tellWater(): Promise<Notice> {
  const notice = await bench.notices.tell({
    level: "alarm",
    subject: "leak/test:lamp",
    text: message("notices.runFailed", { name: "Tap", reason: "" }),
    source: "watch/leak",
    device: "test:lamp",
    room: bench.home.device("test:lamp")?.room?.id ?? null,
    lasting: true,
    act: { kind: "commands", commands: [set("lamp", { "light.on": true })], label: "Switch it on" },
  });
  if (!notice) throw new Error("nobody tells anything");
  return notice;
}

describe("the feed over HTTP", () => {
  it("is in the reader's language, with the device of a notice and a helpful action", async () => {
    const { id } = await tellWater();
    await bench.notices.tell({ level: "info", subject: "post", text: "信到了", source: "automation/post" });
    const { status, body } = await call("GET", "/api/notices?level=warning");
    expect([status, body.unread]).toEqual([200, { count: 2, alarms: 1 }]);
    expect(body.notices).toEqual([
      {
        id,
        level: "alarm",
        text: '"Tap" did not work',
        subject: "leak/test:lamp",
        source: "watch/leak",
        device: "hall-lamp",
        deviceId: "test:lamp",
        room: "Hall",
        roomId: "hall",
        at: "2026-11-30T12:00:00.000Z",
        lastAt: "2026-11-30T12:00:00.000Z",
        count: 1,
        lasting: true,
        endedAt: null,
        read: false,
        act: { kind: "commands", label: "Switch it on" },
        people: null,
      },
    ]);
    const chinese = await call("GET", "/api/notices", undefined, "zh");
    expect(chinese.body.notices.map(({ text }: { text: string }) => text).sort()).toEqual([
      "“Tap”没有执行成功",
      "信到了",
    ]);
  });

  it("is filtered by device, room, time, whether a notice is over, and whether it was read", async () => {
    await tellWater();
    await bench.notices.tell({ level: "info", subject: "post", text: "post", source: "automation/post" });
    const subjects = async (query: string) => {
      const { body } = await call("GET", `/api/notices?${query}`);
      return body.notices.map(({ subject }: { subject: string }) => subject);
    };
    expect(await subjects("device=hall-lamp")).toEqual(["leak/test:lamp"]);
    expect(await subjects("room=Hall")).toEqual(["leak/test:lamp"]);
    expect(await subjects("from=2026-11-30T12:00:01Z")).toEqual([]);
    await bench.notices.end("leak/test:lamp");
    expect([await subjects("ended=true"), await subjects("ended=false")]).toEqual([["leak/test:lamp"], ["post"]]);
    await bench.notices.markRead("all", "emma");
    expect([await subjects("person=emma&unread=true"), await subjects("person=li&unread=true")]).toHaveLength(2);
    expect(await subjects("person=emma&unread=true")).toEqual([]);
    expect(await subjects("limit=1")).toHaveLength(1);
    expect((await call("GET", "/api/notices?device=nothing")).body.code).toBe("unknown-device");
    expect((await call("GET", "/api/notices?unraed=true")).status).toBe(400);
  });

  it("counts unread notices, and marks them as read for a person or for everybody", async () => {
    const { id } = await tellWater();
    await bench.notices.tell({ level: "info", subject: "post", text: "post", source: "automation/post" });
    const unread = async (person: string) => (await call("GET", `/api/notices/unread?person=${person}`)).body;
    expect((await call("POST", "/api/notices/read", { ids: [id], person: "emma" })).body).toEqual({
      read: 1,
      unread: { count: 1, alarms: 0 },
    });
    expect([await unread("emma"), await unread("li")]).toEqual([
      { count: 1, alarms: 0 },
      { count: 2, alarms: 1 },
    ]);
    expect((await call("POST", "/api/notices/read", {})).body.read).toBe(2);
    expect(await unread("li")).toEqual({ count: 0, alarms: 0 });
  });

  it("runs the helpful action of a notice", async () => {
    const { id } = await tellWater();
    const done = await call("POST", `/api/notices/${id}/act`);
    expect(done).toMatchObject({
      status: 200,
      body: { outcomes: [{ device: "hall-lamp", value: true, status: "confirmed" }] },
    });
    expect((await call("POST", "/api/notices/nothing/act")).status).toBe(404);
    const { body } = await call("POST", "/api/notices/nothing/act", undefined, "zh");
    expect(body.detail).toContain("没有通知“nothing”");
  });

  it("is not available on an instance that stands by", async () => {
    bench.notices.stop();
    for (const url of ["/api/notices", "/api/notices/unread"]) {
      expect(await call("GET", url)).toMatchObject({ status: 503, body: { code: "stands-by" } });
    }
  });
});

it("the stream of events has notices as they come, and which were read", async () => {
  const url = await listening(app);
  const stop = new AbortController();
  const answer = await fetch(`${url}/api/events`, { signal: stop.signal, headers: { "accept-language": "zh" } });
  const seen: string[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) seen.push(decoder.decode(chunk as Uint8Array));
  })().catch(() => undefined);
  const { id } = await tellWater();
  await bench.notices.markRead([id], "emma");
  await bench.notices.end("leak/test:lamp");
  const events = () =>
    [...seen.join("").matchAll(/^event: notice\ndata: (.+)$/gm)].map(([, data = ""]) => JSON.parse(data));
  await until("three events", () => events().length === 3);
  stop.abort();
  await reading;
  expect(events()).toMatchObject([
    { type: "notice", change: "told", notice: { id, text: "“Tap”没有执行成功", level: "alarm" } },
    { type: "notice", change: "read", ids: [id], reader: "emma" },
    { type: "notice", change: "ended", notice: { id, endedAt: "2026-11-30T12:00:00.000Z" } },
  ]);
});

describe("with a token of a person", () => {
  const as = (person: string) => ({ authorization: `Bearer jiap_${person}` });
  const ask = async (method: "GET" | "POST" | "PUT", url: string, person: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url,
      headers: { "accept-language": "en", ...as(person) },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const texts = ({ body }: { body: { notices: { text: string }[] } }) => body.notices.map(({ text }) => text);

  beforeEach(async () => {
    await bench.tell({ text: "For Leo", to: ["leo"] });
    await bench.tell({ text: "For all" });
  });

  it("the feed is read as that person, and marked as read for nobody else", async () => {
    expect(texts(await ask("GET", "/api/notices", "emma"))).toEqual(["For all"]);
    expect(texts(await ask("GET", "/api/notices", "leo"))).toEqual(["For all", "For Leo"]);
    expect((await ask("POST", "/api/notices/read", "leo", {})).body).toMatchObject({ read: 2 });
    expect((await ask("GET", "/api/notices/unread", "leo")).body).toEqual({ count: 0, alarms: 0 });
    expect((await ask("GET", "/api/notices/unread", "emma")).body).toEqual({ count: 1, alarms: 0 });
  });

  it("nobody reads, marks or sets quiet times for somebody else", async () => {
    for (const [method, url, body] of [
      ["GET", "/api/notices?person=emma"],
      ["GET", "/api/notices/unread?person=emma"],
      ["POST", "/api/notices/read", { person: "emma" }],
      ["GET", "/api/notices/quiet?person=emma"],
      ["PUT", "/api/notices/quiet?person=emma", { until: "2026-11-30T20:00:00Z" }],
    ] as const) {
      expect([url, (await ask(method, url, "leo", body)).status]).toEqual([url, 403]);
    }
    expect(bench.channels.quietUntil("emma")).toBeNull();
    await ask("PUT", "/api/notices/quiet", "leo", { until: "2026-11-30T20:00:00Z" });
    expect(bench.channels.quietUntil("leo")).toBe(Date.parse("2026-11-30T20:00:00Z"));
    expect(bench.channels.quietUntil(null)).toBeNull();
  });

  it("the action of a notice for somebody else does not exist", async () => {
    const act = { kind: "commands", commands: [set("lamp", { "light.on": true })], label: "On" } as const;
    const notice = await bench.notices.tell({ level: "info", subject: "x", text: "x", source: "t", act, to: ["leo"] });
    expect((await ask("POST", `/api/notices/${notice?.id}/act`, "emma")).status).toBe(404);
    expect(bench.transport.sent).toEqual([]);
    expect((await ask("POST", `/api/notices/${notice?.id}/act`, "leo")).status).not.toBe(404);
  });

  it("the stream has the notices for that person", async () => {
    const base = await listening(app);
    const stop = new AbortController();
    const answer = await fetch(`${base}/api/events`, { headers: as("emma"), signal: stop.signal });
    let seen = "";
    const reading = (async () => {
      for await (const piece of answer.body ?? []) seen += Buffer.from(piece).toString();
    })().catch(() => undefined);
    await bench.tell({ text: "Secret of Leo", to: ["leo"] });
    await bench.notices.markRead("all", "leo");
    await bench.tell({ text: "Dinner" });
    await until("the notice", () => seen.includes("Dinner"));
    stop.abort();
    await reading;
    expect(seen).not.toContain("Secret of Leo");
    expect(seen).not.toContain('"reader":"leo"');
  });
});
