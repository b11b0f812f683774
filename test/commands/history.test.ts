import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { historyResources, listening, testApiOn } from "../support/api.ts";
import { type RunOptions, run } from "../support/command-line.ts";
import { HistoryBench } from "../support/history.ts";
import { described, testSpec } from "../support/home.ts";

const HOUR = 3_600_000;
const START = Date.parse("2026-03-02T08:00:00Z");
const READ = ["read", "notify"];

const SENSOR = testSpec("temperature-humidity-sensor", "environment", [
  ["temperature", { format: "float", access: READ, unit: "celsius" }],
]);
const METER = testSpec("outlet", "meter", [["electric-power", { format: "float", access: READ, unit: "watt" }]]);

let bench: HistoryBench;
let app: FastifyInstance;
let url: string;
beforeEach(async () => {
  const devices = [
    described("lamp"),
    described("sensor", { spec: SENSOR }),
    described("heater", { spec: METER, room: "Hall" }),
    described("kettle", { spec: METER }),
  ];
  bench = await HistoryBench.start(devices, { at: START, tariff: { currency: "EUR", price: 0.5 } });
  app = await testApiOn(bench.home, bench.clock, {
    resources: historyResources(bench.home, bench.history, bench.clock),
  });
  url = await listening(app);
  bench.report("lamp", { "light.on": false });
  bench.report("sensor", { "environment.temperature": 20 });
  bench.report("heater", { "meter.electric-power": 2_000 });
  bench.report("kettle", { "meter.electric-power": 500 });
  await bench.pass(HOUR);
  bench.report("lamp", { "light.on": true });
  bench.report("sensor", { "environment.temperature": 24 });
  await bench.pass(HOUR);
  bench.report("lamp", { "light.on": null });
  await bench.pass(HOUR);
});
afterEach(async () => {
  await app.close();
  await bench[Symbol.asyncDispose]();
});

const jia = (args: readonly string[], options: RunOptions = {}) =>
  run(COMMANDS, [...args, "--url", url], { ...options, env: { LANG: "en_US.UTF-8", NO_COLOR: "1", ...options.env } });
const chinese = { env: { LANG: "zh_CN.UTF-8" } };

describe("jia history DEVICE", () => {
  test("shows a line for each property, in both languages", async () => {
    const { code, out } = await jia(["history", "lamp", "--from", "3h"]);
    expect(code).toBe(0);
    expect(out).toMatch(/PROPERTY +NAME +WHAT IT WAS\nlight\.on +power +off 1 hour, on 1 hour, not known 1 hour\n/);
    expect(out).toContain("UTC");
    const zh = await jia(["history", "lamp", "--from", "3h"], chinese);
    expect(zh.out).toMatch(/属性 +名称 +情况\nlight\.on +电源 +关 1小时.*开 1小时.*不详 1小时\n/);
  });

  test("shows numbers with their range and mean; on a terminal with a sparkline", async () => {
    const plain = await jia(["history", "sensor", "--from", "3h"]);
    expect(plain.out).toContain("20 °C to 24 °C, mean 22.7 °C");
    expect(plain.out).not.toMatch(/[▁█]/);
    const { out } = await jia(["history", "sensor", "--from", "3h"], { columns: 100 });
    expect(out).toContain("▁▁▁▁▁▁▁▁████████████████  20 °C to 24 °C");
  });

  test("says so when nothing is recorded", async () => {
    bench.home.apply([{ kind: "device", device: described("new") }]);
    expect((await jia(["history", "new"])).out).toBe("Nothing is kept of it.\n");
    expect((await jia(["history", "new"], chinese)).out).toBe("没有保存它的任何记录。\n");
  });
});

describe("jia history DEVICE PROPERTY", () => {
  test("lists changes with their durations, and sums them up", async () => {
    const { out } = await jia(["history", "lamp", "on", "--from", "3h"]);
    expect(out).toMatch(
      /SINCE +VALUE +FOR\n2026-03-02 08:00:00 +off +1 hour\n2026-03-02 09:00:00 +on +1 hour\n2026-03-02 10:00:00 +not known +1 hour\noff 1 hour, on 1 hour, not known 1 hour\n/,
    );
  });

  test("lists numbers by hours, or by the step that is given; bars on a terminal", async () => {
    const { out } = await jia(["history", "sensor", "temperature", "--from", "2026-03-02T08:00"], chinese);
    expect(out).toMatch(/起始 +平均 +最低 +最高\n2026-03-02 08:00:00 +20度 +20度 +20度\n/);
    const days = await jia(["history", "sensor", "temperature", "--step", "day"], { columns: 100 });
    expect(days.out).toMatch(/2026-03-02 00:00:00 +22\.7 °C +20 °C +24 °C +█{20}\n/);
  });

  test("gives the answer of the API as JSON, and the rows as CSV", async () => {
    const json = JSON.parse((await jia(["history", "sensor", "temperature", "--from", "3h", "--json"])).out);
    expect(json.buckets).toHaveLength(3);
    const csv = await jia(["history", "lamp", "on", "--csv"]);
    expect(csv.out).toContain("time,device,name,property,value,unit,min,max,seconds\r\n");
    expect(csv.out.trim().split("\r\n")).toHaveLength(4);
  });

  test("tells the problem of a wrong question, and where to look", async () => {
    expect(await jia(["history", "lanp"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("Did you mean lamp?"),
    });
    expect(await jia(["history", "lamp", "onn"])).toMatchObject({ code: 2, err: expect.stringContaining("light.on") });
    const wrong = await jia(["history", "lamp", "on", "--from", "soon"], chinese);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("--from：“soon”不是时间") });
  });
});

describe("jia history forget DEVICE", () => {
  test("deletes nothing without a yes, and says how to give it", async () => {
    const asked = await jia(["history", "forget", "lamp"]);
    expect(asked).toMatchObject({ code: 1, out: "? Delete all that is kept of lamp? It can't be brought back.\n" });
    expect(asked.err).toContain("jia history forget lamp --yes");
    expect((await jia(["history", "lamp", "on", "--csv"])).out.split("\r\n").length).toBeGreaterThan(3);
  });

  test("deletes the device's history with a yes, in both languages", async () => {
    expect(await jia(["history", "forget", "lamp", "--yes"])).toMatchObject({
      code: 0,
      out: "Deleted: 1 property of lamp.\n",
    });
    expect((await jia(["history", "forget", "sensor", "--yes"], chinese)).out).toBe(
      "已删除 sensor 的 1 项历史记录。\n",
    );
    expect((await jia(["history", "lamp"])).out).toBe("Nothing is kept of it.\n");
  });
});

describe("jia energy", () => {
  test("shows the energy of each device and its cost, in both languages", async () => {
    const { out } = await jia(["energy", "--from", "2h"]);
    expect(out).toMatch(/DEVICE +KWH +COST\nhall-heater +4 +€2\.00\nkettle +1 +€0\.50\nTogether: 5 kWh, €2\.50\.\n/);
    const zh = await jia(["energy", "--from", "2h", "--by", "room"], chinese);
    expect(zh.out).toMatch(/房间 +度 +费用\nHall +4 +€2\.00\n未分房间 +1 +€0\.50\n合计：5 度，€2\.50。\n/);
  });

  test("shows energy by hours and days with bars on a terminal, and what is not known", async () => {
    const { out } = await jia(["energy", "--from", "2h", "--by", "hour"], { columns: 100 });
    expect(out).toMatch(/2026-03-02 09:00 +2\.5 +€1\.25 +█{20}\n2026-03-02 10:00 +2\.5/);
    const days = await jia(["energy", "--from", "2026-03-02", "--by", "day"]);
    expect(days.out).toMatch(
      /2026-03-02 +7\.5 +€3\.75\nTogether: 7\.5 kWh, €3\.75\.\nOf 8 hours of that time not everything is known\./,
    );
    expect((await jia(["energy", "--from", "2026-03-02"], chinese)).out).toContain("其中有 8小时 的数据不完整");
  });

  test("says so when no device measures energy", async () => {
    expect((await jia(["energy", "--device", "lamp"])).out).toBe("No device can tell how much it used in that time.\n");
    expect((await jia(["energy", "--device", "lamp"], chinese)).out).toBe("这段时间没有设备能说明用电量。\n");
    expect(await jia(["energy", "--by", "weak"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("device, room"),
    });
  });
});
