import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { historyResources, testApiOn } from "../support/api.ts";
import { HistoryBench } from "../support/history.ts";
import { described, testSpec } from "../support/home.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse("2026-03-02T08:00:00Z");
const READ = ["read", "notify"];

const SENSOR = testSpec("temperature-humidity-sensor", "environment", [
  ["temperature", { format: "float", access: READ, unit: "celsius" }],
  ["status", { format: "string", access: READ }],
]);
const METER = testSpec("outlet", "meter", [["electric-power", { format: "float", access: READ, unit: "watt" }]]);

let bench: HistoryBench;
let app: FastifyInstance;
beforeEach(async () => {
  const devices = [
    described("lamp"),
    described("sensor", { spec: SENSOR, name: '=Sensor, "hall"', room: "Hall" }),
    described("heater", { spec: METER, room: "Hall" }),
    described("kettle", { spec: METER, room: "Kitchen" }),
    described("main", { spec: METER }),
  ];
  bench = await HistoryBench.start(devices, {
    at: START,
    timezone: "Asia/Shanghai",
    mains: ["test:main"],
    tariff: { currency: "CNY", price: 0.5 },
    selection: { include: ["test:sensor:environment.status"], exclude: [] },
  });
  app = await testApiOn(bench.home, bench.clock, {
    resources: historyResources(bench.home, bench.history, bench.clock),
  });
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await app.close();
  await bench[Symbol.asyncDispose]();
});

const get = async (path: string, language = "en") => {
  const answer = await app.inject({ url: path, headers: { "accept-language": language } });
  return { status: answer.statusCode, body: answer.json() };
};

async function twoHours(): Promise<void> {
  bench.report("lamp", { "light.on": false });
  bench.report("sensor", { "environment.temperature": 20 });
  await bench.pass(HOUR);
  bench.report("lamp", { "light.on": true });
  bench.report("sensor", { "environment.temperature": 24 });
  await bench.pass(HOUR);
}

describe("GET /api/history", () => {
  it("lists changes, oldest first, of a device by its handle", async () => {
    await twoHours();
    const { status, body } = await get("/api/history?device=lamp&property=light.on");
    expect(status).toBe(200);
    expect(body).toEqual({
      device: "lamp",
      property: "light.on",
      unit: null,
      from: "2026-03-01T10:00:00.000Z",
      to: "2026-03-02T10:00:00.000Z",
      knownSince: "2026-03-02T08:00:00.000Z",
      changes: [
        { at: "2026-03-02T08:00:00.000Z", value: false },
        { at: "2026-03-02T09:00:00.000Z", value: true },
      ],
      next: null,
    });
  });

  it("gives the changes by pages, the newest first", async () => {
    await twoHours();
    const newest = await get("/api/history?device=lamp&property=light.on&from=1d&limit=1");
    expect(newest.body).toMatchObject({ changes: [{ value: true }], next: expect.any(String) });
    const before = await get(`/api/history?device=lamp&property=light.on&from=1d&cursor=${newest.body.next}`);
    expect(before.body).toMatchObject({ changes: [{ value: false }], next: null });
  });

  it("gives numbers by steps; days begin in the zone of the home", async () => {
    await twoHours();
    const hours = await get("/api/history?device=test:sensor&property=environment.temperature&step=1h&from=2h");
    expect(hours.body).toMatchObject({ unit: "celsius", buckets: [{ mean: 20, knownMs: HOUR }, { mean: 24 }] });
    const days = await get(
      "/api/history?device=test:sensor&property=environment.temperature&step=day&from=2026-03-02&to=2026-03-02",
    );
    expect(days.body).toMatchObject({
      from: "2026-03-01T16:00:00.000Z",
      to: "2026-03-02T16:00:00.000Z",
      buckets: [{ min: 20, mean: 22, max: 24 }],
    });
  });

  it("refuses an invalid query, in the reader's language", async () => {
    const of = "/api/history?device=lamp&property=light.on";
    expect(await get(`${of}&from=soon`)).toMatchObject({ status: 400, body: { code: "invalid-request" } });
    expect((await get(`${of}&from=soon`)).body.detail).toContain('"soon" is no moment');
    expect((await get(`${of}&from=soon`, "zh-CN")).body.detail).toContain("“soon”不是时间");
    expect((await get(`${of}&step=often`, "zh-CN")).body.detail).toContain("“often”不是间隔");
    expect((await get(`${of}&step=1s`)).body.detail).toContain("86400 steps");
    expect((await get(`${of}&step=hour&from=1000-01-01`)).body.detail).toMatch(/\d{7} steps/);
    expect((await get(`${of}&from=1h&to=2h`)).body.detail).toContain("later than");
    expect(await get("/api/history?device=lanp&property=light.on")).toMatchObject({ status: 404 });
    expect(await get("/api/history?device=lamp&property=light.nothing")).toMatchObject({
      status: 404,
      body: { code: "unknown-property" },
    });
  });

  it("knows a device that is gone by its id", async () => {
    await twoHours();
    bench.home.apply([{ kind: "removed", id: "test:lamp" }]);
    await bench.pass(MINUTE);
    const { body } = await get("/api/history?device=test:lamp&property=light.on");
    expect(body.device).toBe("test:lamp");
    expect(body.changes).toHaveLength(3);
    expect(body.changes.at(-1)).toEqual({ at: "2026-03-02T10:00:00.000Z", value: null });
  });

  it("says that no history is kept when it is switched off", async () => {
    const off = await testApiOn(bench.home, bench.clock, {
      resources: historyResources(bench.home, null, bench.clock),
    });
    for (const path of ["history?device=lamp&property=light.on", "energy", "history/export"]) {
      const answer = await off.inject({ url: `/api/${path}`, headers: { "accept-language": "zh" } });
      expect(answer.json()).toMatchObject({
        code: "history-off",
        detail: expect.stringContaining("history.enabled"),
      });
    }
    await off.close();
  });
});

describe("GET /api/history/states", () => {
  it("gives the duration and count of each state, and how long it was not known", async () => {
    await twoHours();
    const { body } = await get("/api/history/states?device=lamp&property=light.on&from=3h");
    expect(body).toMatchObject({
      states: [
        { value: false, ms: HOUR, times: 0 },
        { value: true, ms: HOUR, times: 1 },
      ],
      unknownMs: HOUR,
    });
  });
});

describe("GET /api/energy", () => {
  async function heated(): Promise<void> {
    for (const [device, watts] of [
      ["heater", 2_000],
      ["kettle", 500],
      ["main", 4_000],
    ] as const) {
      bench.report(device, { "meter.electric-power": watts });
    }
    await bench.pass(2 * HOUR);
  }

  it("gives the energy of each device, the largest first, and that of the home's meter as the total", async () => {
    await heated();
    const { body } = await get("/api/energy?from=2h");
    expect(body).toMatchObject({
      currency: "CNY",
      total: { kWh: 8, cost: 4, of: "meter", unknownMs: 0 },
      entries: [
        { device: "hall-heater", source: "power", kWh: 4, cost: 2 },
        { device: "kitchen-kettle", kWh: 1, cost: 0.5 },
      ],
    });
  });

  it("gives the energy by room, by day and hour of the home, and of one device", async () => {
    await heated();
    expect((await get("/api/energy?from=2h&by=room")).body.entries).toMatchObject([
      { room: "Hall", kWh: 4 },
      { room: "Kitchen", kWh: 1 },
    ]);
    const hours = (await get("/api/energy?from=2h&by=hour")).body;
    expect(hours.entries.map(({ kWh }: { kWh: number }) => kWh)).toEqual([4, 4]);
    const one = (await get("/api/energy?from=2h&by=day&device=test:kettle")).body;
    expect(one).toMatchObject({ total: { kWh: 1, of: "devices" }, entries: [{ kWh: 1 }] });
  });
});

describe("GET /api/history/export", () => {
  it("gives a file in which spreadsheets find no formulas, and numbers are numbers", async () => {
    bench.report("sensor", { "environment.temperature": -5, "environment.status": '=cmd|"/c calc"!A1' });
    await bench.pass(MINUTE);
    bench.report("sensor", { "environment.temperature": null });
    await bench.pass(MINUTE);
    const answer = await app.inject("/api/history/export?device=test:sensor");
    expect(answer.headers["content-type"]).toContain("text/csv");
    expect(answer.body).toBe(
      [
        "time,device,name,property,value,unit,min,max,seconds",
        `2026-03-02T08:00:00.000Z,hall-sensor-hall,"'=Sensor, ""hall""",environment.status,"'=cmd|""/c calc""!A1",,,,`,
        `2026-03-02T08:00:00.000Z,hall-sensor-hall,"'=Sensor, ""hall""",environment.temperature,-5,celsius,,,`,
        `2026-03-02T08:01:00.000Z,hall-sensor-hall,"'=Sensor, ""hall""",environment.temperature,,celsius,,,`,
        "",
      ].join("\r\n"),
    );
  });

  it("gives the same as JSON, for a span and a property", async () => {
    await twoHours();
    const { status, body } = await get("/api/history/export?format=json&property=light.on&from=90m");
    expect(status).toBe(200);
    expect(body).toEqual([
      {
        time: "2026-03-02T09:00:00.000Z",
        device: "lamp",
        name: "lamp",
        property: "light.on",
        value: true,
        unit: null,
        min: null,
        max: null,
        seconds: null,
      },
    ]);
    expect((await get("/api/history/export?format=json&property=light.nothing")).body).toEqual([]);
  });

  it("has every row once, over any number of pages", async () => {
    for (let step = 0; step < 5_003; step += 1) {
      bench.report("lamp", { "light.brightness": (step % 2) + 1 });
      bench.clock.advance(1_000);
    }
    await bench.pass(0);
    const answer = await app.inject("/api/history/export?device=lamp");
    const lines = answer.body.trim().split("\r\n");
    expect(lines).toHaveLength(5_004);
    expect(new Set(lines).size).toBe(5_004);
  });
});

describe("DELETE /api/history", () => {
  it("deletes the history of a device, and records it from then on", async () => {
    await twoHours();
    const answer = await app.inject({ method: "DELETE", url: "/api/history?device=lamp" });
    expect(answer.json()).toEqual({ device: "lamp", series: 1 });
    await bench.pass(MINUTE);
    bench.report("lamp", { "light.on": false });
    await bench.pass(MINUTE);
    const { body } = await get("/api/history?device=lamp&property=light.on");
    expect(body.changes).toEqual([
      { at: "2026-03-02T10:00:00.000Z", value: true },
      { at: "2026-03-02T10:01:00.000Z", value: false },
    ]);
    const sensor = await get("/api/history?device=test:sensor&property=environment.temperature");
    expect(sensor.body.changes).toHaveLength(2);
  });
});
