import { afterAll, describe, expect, it } from "vitest";
import { HiddenFilter } from "../../../src/assistant/hidden/hidden-filter.ts";
import { createTools, smallTools } from "../../../src/assistant/tools/index.ts";
import type { Language } from "../../../src/language/index.ts";
import { prompts } from "../../support/assistant.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { LivedHome, reportInitialValues, simulateLife } from "../../support/lived-home.ts";

const lived = await LivedHome.start("03-03 00:00", { tariff: { currency: "EUR", price: 0.3 } });
reportInitialValues(lived);
await lived.happen(
  ["03-03 18:10", "ac", { "air-conditioner.on": true, "air-conditioner.electric-power": 1000 }],
  ["03-03 22:30", "ac", { "air-conditioner.on": false, "air-conditioner.electric-power": 0 }],
  ["03-03 23:00", "climate", { "temperature-humidity-sensor.temperature": 17 }],
  ["03-04 05:10", "climate", { "temperature-humidity-sensor.temperature": 14.8 }],
  ["03-04 09:15", "door", { "magnet-sensor.contact-state": false }],
  ["03-04 09:16", "door", { "magnet-sensor.contact-state": true }],
);
await lived.until("03-04 16:00");
afterAll(() => lived[Symbol.asyncDispose]());
const { home, history, clock } = lived.bench;

const signal = new AbortController().signal;
async function read(
  args: object,
  { tools = createTools(home, prompts, { history }), language = "en" as Language } = {},
) {
  const tool = tools.find(({ name }) => name === "get_history") ?? expect.fail("no get_history");
  const context = { origin: { kind: "mcp" }, language, room: null, now: clock.now(), signal } as const;
  return await tool.prepare(args).run(context);
}
const content = async (args: object) => (await read(args)).content;

describe("get_history", () => {
  it("exists only with a history", () => {
    const names = createTools(home, prompts).map(({ name }) => name);
    expect(names).not.toContain("get_history");
  });

  it("returns when and how long a state held", async () => {
    expect(await content({ devices: ["living-room-ac"], from: "yesterday" })).toEqual({
      from: "03-03 00:00",
      to: "03-04 00:00",
      history: [
        {
          device: "living-room-ac",
          property: "on",
          was: { off: "19 h 40 min", on: "4 h 20 min" },
          changes: [
            ["00:00", "off"],
            ["18:10", "on"],
            ["22:30", "off"],
          ],
        },
      ],
    });
  });

  it("returns a contact as open or closed", async () => {
    expect(await content({ devices: ["hall-front-door"], from: "today" })).toMatchObject({
      history: [
        {
          was: { closed: "15 h 59 min", open: "1 min" },
          before: "closed",
          changes: [
            ["09:15", "open"],
            ["09:16", "closed"],
          ],
        },
      ],
    });
  });

  it("returns minimum and maximum of a number, and steps on request", async () => {
    const args = { devices: ["bedroom"], property: "temperature", from: "last night" };
    expect(await content(args)).toMatchObject({
      history: [{ property: "temperature", unit: "celsius", min: [14.8, "05:10"], max: [19.5, "18:00"], last: 14.8 }],
    });
    expect(await content({ ...args, step: "6h" })).toMatchObject({
      history: [
        {
          columns: "from, mean, min, max",
          values: [
            ["18:00", 19.1, 17, 19.5],
            ["00:00", 16.7, 14.8, 17],
          ],
        },
      ],
    });
  });

  it("returns the use of energy with its cost", async () => {
    expect(await content({ property: "energy", from: "yesterday" })).toMatchObject({
      total: { kWh: 4.333, cost: 1.3, currency: "EUR" },
      devices: [
        { device: "living-room-ac", kWh: 4.333 },
        { device: "kitchen-dryer", kWh: 0 },
      ],
    });
  });

  it.each([
    [{ devices: ["ac"], from: "昨天" }],
    [{ device: "AC", since: "yesterday", until: "2026-03-04T00:00" }],
    [{ name: "living-room-ac", properties: ["on"], period: "yesterday" }],
    [{ arguments: { devices: "living-room-ac", from: "2026-03-03T00:00", to: "2026-03-04T00:00" } }],
    [{ room: "living", kind: "air-conditioner", from: "yesterday", what: "states" }],
  ])("accepts other forms of the arguments: %j", async (args) => {
    expect(await content(args)).toMatchObject({ history: [{ device: "living-room-ac", was: { on: "4 h 20 min" } }] });
  });

  it.each([
    [{ from: "yesterday" }, /give at least one of devices, room, kind, property/],
    [{ devices: ["ac"], from: "soon" }, /from and to are times that have passed/],
    [{ devices: ["ac"], from: "today", to: "yesterday" }, /from has to be before to/],
    [{ devices: ["bedroom"], property: "temperature", step: "often" }, /step is hour, day, or a length/],
  ])("refuses with advice: %j", async (args, told) => {
    expect(await thrownErrorText(() => read(args))).toMatch(told);
  });

  it("names the devices that do not exist", async () => {
    expect(await content({ devices: ["jacuzzi"], from: "today" })).toMatchObject({
      history: [],
      errors: [expect.stringContaining("jacuzzi")],
    });
  });

  it.each([
    ["en", "The living room AC was on for 4 hours 20 minutes. The living room AC: once, at 18:10 yesterday evening."],
    ["zh", "客厅的空调开了4小时20分钟。客厅的空调1次，昨天下午6点10分。"],
  ] as const)("tells it in the home's own words, in %s", async (language, told) => {
    const result = await read({ devices: ["ac"], from: "yesterday" }, { language });
    expect(result.read?.tell?.().replace("last night", "yesterday evening").replace("昨晚", "昨天下午")).toBe(told);
  });

  it("takes one device in the form for small models", async () => {
    const tools = smallTools(createTools(home, prompts, { history }), prompts);
    const { content: told } = await read({ device: "living-room-ac", from: "yesterday" }, { tools });
    expect(told).toMatchObject({ history: [{ was: { on: "4 h 20 min" } }] });
  });

  it("returns nothing hidden", async () => {
    const hidden = new HiddenFilter(home, { devices: ["AC"], kinds: [], rooms: [] });
    const tools = createTools(home, prompts, { hidden, history });
    await expect(read({ devices: ["living-room-ac"] }, { tools })).rejects.toMatchObject({ code: "unknown-name" });
    const energy = await read({ property: "energy", from: "yesterday" }, { tools });
    expect(JSON.stringify([energy.content, energy.read?.tell?.(), energy.read?.past])).not.toMatch(/AC|ac"|4\.33/);
  });

  it("returns a bounded answer", async () => {
    await using busy = await LivedHome.start("03-01 00:00");
    reportInitialValues(busy);
    await simulateLife(busy, "03-04 00:00", 5);
    const tools = createTools(busy.bench.home, prompts, { history: busy.bench.history });
    const tool = tools.find(({ name }) => name === "get_history") ?? expect.fail("no get_history");
    const context = { origin: { kind: "mcp" }, language: "en", room: null, now: busy.now, signal } as const;
    const { content: told } = await tool
      .prepare({ property: "temperature", from: "this week", step: "1m" })
      .run(context);
    expect(JSON.stringify(told).length).toBeLessThan(8_000);
  });
});
