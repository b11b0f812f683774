import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { homeReportOf } from "../../src/app/home-report.ts";
import { message, textOf } from "../../src/language/index.ts";
import { runningApp } from "../support/app.ts";
import { described } from "../support/home.ts";
import { ownerFetch } from "../support/owner.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A Jia over a data folder, and requests to it. */
async function started(folder: string, yaml?: string) {
  const app = await runningApp({ JIA_DATA: folder }, { memory: false, ...(yaml !== undefined && { yaml }) });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await app.stop();
    isStopped = true;
  };
  cleanups.push(stop);
  const ask = async (method: string, path: string, body?: object, language = "en") => {
    const answer = await ownerFetch(`${app.url}${path}`, {
      method,
      headers: { "accept-language": language, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text(), etag: answer.headers.get("etag") };
  };
  const home = async () => JSON.parse((await ask("GET", "/api/home")).text);
  return { app, ask, home, stop };
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jia-home-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

it("a home that a person renames has the name at once and after a restart, until it is taken back", async () => {
  const folder = dataFolder();
  const first = await started(folder);
  const before = await first.home();
  expect(before).toMatchObject({
    temperature: "celsius",
    simulated: true,
    changed: [],
    model: { state: "off", name: null },
    links: [{ connected: true, dialects: expect.arrayContaining(["miot"]) }],
    counts: { devices: first.app.home.size, rooms: first.app.home.layout.rooms.length, people: 0 },
  });
  const set = { name: " Sea\u200Bside ", language: "zh", temperature: "fahrenheit" };
  expect((await first.ask("PATCH", "/api/home", set)).status).toBe(200);
  const after = { name: "Sea side", language: "zh", temperature: "fahrenheit", changed: Object.keys(set) };
  expect(await first.home()).toMatchObject(after);
  expect((await first.ask("GET", "/api/rooms")).text).toContain('"home":"Sea side"');
  expect((await first.ask("GET", "/api/audit?limit=1")).text).toContain('"home"');
  await first.stop();
  const second = await started(folder);
  expect(await second.home()).toMatchObject(after);
  const back = await second.ask("PATCH", "/api/home", { name: null, language: null, temperature: null });
  const { name, language } = before;
  expect(JSON.parse(back.text)).toMatchObject({ name, language, temperature: "celsius", changed: [] });
}, 30_000);

it.each([
  ["en", "jia.yaml sets home.name, and wins. Change it there, or with PATCH /api/settings."],
  ["zh", "home.name 由 jia.yaml 设定，以它为准。请在那里修改，或用 PATCH /api/settings。"],
])(
  "a name of the configuration is refused with the place to change it, and nothing changes (%s)",
  async (language, text) => {
    const { ask, home } = await started(dataFolder(), 'home.name: "Given"\n');
    const answer = await ask("PATCH", "/api/home", { name: "Other", temperature: "fahrenheit" }, language);
    expect([answer.status, answer.text.includes(text)]).toEqual([409, true]);
    expect(await home()).toMatchObject({ name: "Given", temperature: "celsius", changed: [] });
  },
  30_000,
);

it("of two who read the same home one changes it; a body without a change and unknown languages are refused", async () => {
  const { app, ask } = await started(dataFolder());
  const { etag } = await ask("GET", "/api/home");
  const change = (name: string) =>
    ownerFetch(`${app.url}/api/home`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": etag ?? "" },
      body: JSON.stringify({ name }),
    });
  const both = await Promise.all([change("One"), change("Two")]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  for (const body of [{}, { language: "xx" }, { name: "\u200B" }, { timezone: "UTC" }]) {
    expect((await ask("PATCH", "/api/home", body)).status, JSON.stringify(body)).toBe(400);
  }
}, 30_000);

it.each([
  ["en", "Jia does not understand a message on zigbee2mqtt/lamp (no object). The sender does not follow"],
  ["zh", "无法理解 zigbee2mqtt/lamp 上的一条消息（no object）。"],
])("the report of a home tells problems, hints, and messages not understood (%s)", async (language, text) => {
  const bench = new PlannerBench([described("lamp")], "2026-11-24T12:00:00Z");
  await bench.start({}, {});
  cleanups.push(() => bench.close());
  const { home, planner } = bench;
  const counted = { code: "malformed-json", count: 3, topic: "zigbee2mqtt/lamp", detail: "no object", at: 0 } as const;
  const report = homeReportOf(
    {
      ...{ home, planner, version: "1.2.3", simulated: false, people: { list: () => [1, 2] } },
      model: () => ({ state: "no-key", model: "qwen" }),
      bridge: () => ({
        ...{ links: [], received: 0, published: 0, pending: 0, lateReplies: 0 },
        problems: [counted],
      }),
      checks: [
        { name: "broker", problem: () => message("broker.notYet") },
        { name: "history", problem: () => null, hint: () => message("broker.silent") },
        { name: "store", problem: () => null, hint: () => null },
      ],
    },
    language,
  );
  expect(report).toMatchObject({
    model: { state: "no-key", name: "qwen", notice: null },
    problems: [
      { about: "broker", severity: "problem", count: 1 },
      { about: "history", severity: "hint" },
      { about: "messages", code: "malformed-json", count: 3 },
    ],
    counts: { devices: 1, people: 2 },
  });
  expect(textOf(report.problems[2]?.text ?? "", language)).toContain(text);
});
