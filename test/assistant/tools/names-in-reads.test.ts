import { afterAll, describe, expect, it } from "vitest";
import { resolvePropertyName } from "../../../src/assistant/tools/devices/property-names.ts";
import { sinceMoment } from "../../../src/assistant/tools/forms/since.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { toolHome } from "../../support/tool-runs.ts";

const { home, run, time, stop } = await toolHome();
afterAll(stop);

interface Read {
  readonly devices: readonly { readonly handle: string; readonly state: Readonly<Record<string, unknown>> }[];
  readonly errors?: readonly string[];
}

async function read(args: object, language: "en" | "zh" = "en"): Promise<Read> {
  return (await run("get_state", args, language)).content as Read;
}

describe("a read takes the names that people use", () => {
  it.each([
    ["humidity", "relative-humidity"],
    ["湿度", "relative-humidity"],
    ["Temp", "temperature"],
    ["battery", "battery-level"],
  ])("%s", (given, type) => {
    const has = home.devices.some(({ spec }) => [...spec.properties.values()].some((each) => each.type === type));
    if (has) expect(resolvePropertyName(home, given)).toContain(type);
    else expect(() => resolvePropertyName(home, given)).toThrow();
  });

  it("an unknown name of a property is an error, and no empty list", async () => {
    expect(await thrownErrorText(() => run("get_state", { properties: ["radiation"] }))).toMatch(
      /^There is no property "radiation"\. Closest matches: /,
    );
    expect(await thrownErrorText(() => run("get_state", { properties: ["辐射"] }, "zh"), "zh")).toMatch(
      /没有名为“辐射”的属性/,
    );
    expect(await thrownErrorText(() => run("find_devices", { property: "radiation" }))).toMatch(/radiation/);
    const { devices, errors } = await read({ properties: ["亮度", "radiation"] }, "zh");
    expect(devices.map(({ handle }) => handle)).toContain("living-lamp");
    expect(errors).toMatchObject([expect.stringContaining("radiation")]);
  });

  it.each([
    { device: "living-lamp" },
    { entity_id: ["living_lamp"] },
    { handle: "Living Lamp" },
    { devices: "floor lamp (living)" },
  ])("one device: %j", async (args) => {
    expect((await read(args)).devices.map(({ handle }) => handle)).toEqual(["living-lamp"]);
  });

  it.each([{ query: "floor lamp" }, { name: "落地灯" }, { search: "living-lamp", area: "living" }])(
    "found by %j",
    async (args) => {
      const { content } = await run("find_devices", args);
      expect((content as Read).devices[0]?.handle).toBe("living-lamp");
    },
  );

  it("another name for the argument room", async () => {
    expect(await read({ area: "living", kind: "light" })).toEqual(await read({ room: "living", kind: "light" }));
  });

  it.each([
    ["yesterday", "2025-12-31T00:00:00+08:00"],
    ["昨天", "2025-12-31T00:00:00+08:00"],
    ["yesterday 22:00", "2025-12-31T22:00:00+08:00"],
    ["昨天晚上十点", "2025-12-31T22:00:00+08:00"],
    ["today", "2026-01-01T00:00:00+08:00"],
    ["1 hour ago", "2026-01-01T19:00:00+08:00"],
    ["半小时前", "2026-01-01T19:30:00+08:00"],
    ["7am", "2026-01-01T07:00:00+08:00"],
    ["2026-01-01T10:00:00Z", "2026-01-01T18:00:00+08:00"],
    ["2026-01-01 10:00", "2026-01-01T10:00:00+08:00"],
    ["2h", "2026-01-01T18:00:00+08:00"],
  ])("since %s", (given, at) => {
    expect(sinceMoment(given, time.now(), home.timezone)).toBe(Date.parse(at));
  });
});

describe("a command takes the names that people use", () => {
  it.each([
    ["living_lamp", "Brightness"],
    ["Floor lamp (living)", "light_brightness"],
    ["floor lamp（客厅）", "亮度"],
    ["living-lamp", "dimming"],
  ])("%s %s", async (device, property) => {
    const { outcomes, failures } = await run("set_properties", { writes: [{ device, property, value: 40 }] });
    expect(failures).toEqual([]);
    expect(outcomes).toMatchObject([{ device: "miot:living-lamp", property: "light.brightness" }]);
  });

  it.each(["intelligent_speaker.play_text", "Play Text", "play_text"])("an action: %s", async (action) => {
    const { outcomes } = await run("invoke_action", { device: "living-speaker", action, arguments: ["hello"] });
    expect(outcomes).toMatchObject([{ action: "intelligent-speaker.play-text", status: "confirmed" }]);
  });

  it.each(["lamp", "lamps", "灯", "bulb"])("a kind: %s", async (kind) => {
    const { outcomes } = await run("set_properties", {
      writes: [{ kind, room: "living", property: "on", value: true }],
    });
    expect(outcomes.map(({ device }) => device)).toEqual(["miot:living-lamp", "miot:living-ceiling"]);
  });

  it("an unknown kind gets an error with the known ones", async () => {
    const { failures } = await run("set_properties", { writes: [{ kind: "gizmo", property: "on", value: true }] });
    for (const { spec } of home.devices) expect(failures[0]).toContain(spec.kind);
  });

  it.each([
    ["en", /only set properties.*invoke_action.*save_automation/, /save_automation with \{"sun": "sunset"\}/],
    ["zh", /只能设置属性.*invoke_action.*save_automation/, /save_automation 的 \{"sun": "sunset"\}/],
  ] as const)("what a timer does not do is told with what does: %s", async (language, action, sun) => {
    const writes = [{ device: "living-speaker", action: "play-text", arguments: ["hi"] }];
    const { failures } = await run("set_timer", { duration: "10m", writes }, language);
    expect(failures[0]).toMatch(action);
    expect(await thrownErrorText(() => run("set_timer", { at: "sunset" }, language), language)).toMatch(sun);
  });

  it("a read-only property gets an error with the settable ones", async () => {
    const writes = [{ device: "living-ac", property: "temperature", value: 20 }];
    const address = [{ device: "living-ac", property: "environment.temperature", value: "warm" }];
    expect((await run("set_properties", { writes: address })).failures[0]).toMatch(/is read-only/);
    expect((await run("set_properties", { writes })).failures[0]).toMatch(
      /is read-only\. What can be set: .*target-temperature/,
    );
    expect((await run("set_properties", { writes }, "zh")).failures[0]).toMatch(
      /只能读取，不能设置。能设置的有：.*target-temperature/,
    );
  });
});
