import { afterAll, describe, expect, it } from "vitest";
import { currentValue } from "../../../src/home/index.ts";
import { messages } from "../../../src/language/index.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { toolHome } from "../../support/tool-runs.ts";

const { home, run, stop } = await toolHome();
afterAll(stop);

const lamp = (address: string) =>
  currentValue(home.device("living-lamp") ?? expect.fail("no lamp"), `light.${address}`);

describe("a write in a loose form is understood", () => {
  it.each([
    [{ device: "落地灯", property: "brightness", value: "80%" }, { brightness: 80 }],
    [
      { device: "Floor lamp", brightness: 40, on: true },
      { brightness: 40, on: true },
    ],
    [{ device: "客厅落地灯", on: "关" }, { on: false }],
    [{ device: "living-lamp", state: "on" }, { on: true }],
    [{ "living-lamp.light.color-temperature": "4000K" }, { "color-temperature": 4000 }],
    [{ "living-lamp": { on: false, brightness: "half" } }, { on: false, brightness: 50 }],
    [{ writes: { "living-lamp": { brightness: "max" } } }, { brightness: 100 }],
    [{ writes: '[{"device":"floor lamp","property":"color","value":"蓝色"}]' }, { color: 0x0000ff }],
    [{ writes: { device: "living-lamp", property: "color", value: "#ff8000" } }, { color: 0xff8000 }],
    [{ device: "living-lamp", color: { r: 0, g: 255, b: 0 } }, { color: 0x00ff00 }],
    [{ device: "living-lamp", color: "rgb(1, 2, 3)" }, { color: 0x010203 }],
    [[{ device: "living-lamp", property: "light.brightness", value: "三分之一" }], { brightness: 33 }],
    [{ device: "living-lamp", property: "brightness", change: "+10%" }, { brightness: 43 }],
    [{ device: "living-lamp", property: "brightness", value: "+7" }, { brightness: 50 }],
    [{ device: "living-lamp", property: "brightness", value: 30, percent: 30 }, { brightness: 30 }],
    [{ device: "living-lamp", property: "brightness", percent: "最低" }, null],
    [{ device: "living-lamp", property: "brightness", value: "最低" }, { brightness: 1 }],
    [{ entity_id: "living-lamp", attribute: "color-temperature", new_value: "50%" }, { "color-temperature": 4100 }],
    [{ device: "living-lamp", properties: { "light.mode": "日间" } }, { mode: 2 }],
    [{ name: "set_properties", arguments: { device: "living-lamp", property: "on", value: "true" } }, { on: true }],
    [{ args: '{"writes":[{"device":"living-lamp","property":"light.on","value":"off"}]}' }, { on: false }],
  ])("%j", async (args, wanted) => {
    if (wanted === null) {
      expect(await thrownErrorText(() => run("set_properties", args))).not.toBe("");
      return;
    }
    const { failures } = await run("set_properties", args);
    expect(failures).toEqual([]);
    expect(Object.fromEntries(Object.keys(wanted).map((key) => [key, lamp(key)]))).toEqual(wanted);
  });

  it("one write may have several devices, by name or by place", async () => {
    await run("set_properties", { device: ["Floor lamp", "living-ceiling"], property: "on", value: true });
    const { outcomes } = await run("set_properties", { room: "客厅", kind: "lights", property: "on", value: false });
    expect(outcomes.map(({ device }) => device)).toEqual(["miot:living-lamp", "miot:living-ceiling"]);
    const { outcomes: spared } = await run("set_properties", {
      writes: [{ kind: "light", except: ["落地灯"], property: "light.on", value: true }],
    });
    expect(spared.map(({ device }) => device)).toEqual(["miot:living-ceiling", "miot:kitchen-ceiling"]);
  });

  it.each([
    ["en", "The color temperature of the living room ceiling light and the kitchen ceiling light was not changed."],
    ["zh", "客厅的吸顶灯和厨房的吸顶灯的色温没有改动。"],
  ] as const)(
    "a value that some devices of a place refuse is set for the others, and the refusing ones are named: %s",
    async (language, told) => {
      const write = { kind: "light", property: "color-temperature", value: language === "en" ? 2000 : 2100 };
      const { outcomes, failures, misses } = await run("set_properties", { writes: [write] }, language);
      expect(outcomes).toMatchObject([{ device: "miot:living-lamp", status: "confirmed" }]);
      expect(failures).toMatchObject([
        expect.stringContaining("living-ceiling color-temperature: "),
        expect.stringContaining("kitchen-ceiling color-temperature: "),
      ]);
      expect(misses?.map(({ device }) => device)).toEqual(["miot:living-ceiling", "miot:kitchen-ceiling"]);
      expect(new Set(misses?.map((miss) => miss.sentence))).toEqual(new Set([told]));
    },
  );

  it("of many refusals some are named and the others counted", () => {
    const names = ["A lamp", "B lamp", "C lamp"];
    expect(messages("en").replies.notChanged("color", names, null, 4)).toBe(
      "The color of the A lamp, the B lamp, the C lamp and 4 more was not changed.",
    );
    expect(messages("zh").replies.notChanged("颜色", ["灯甲", "灯乙", "灯丙"], null, 4)).toBe(
      "灯甲、灯乙、灯丙等7个设备的颜色没有改动。",
    );
  });

  it("a room without a kind cannot be switched as a whole", async () => {
    const { outcomes, failures } = await run("set_properties", {
      writes: [{ room: "客厅", property: "on", value: true }],
    });
    expect(outcomes).toEqual([]);
    expect(failures).toEqual([expect.stringContaining("It has: light.on")]);
  });

  it("contradictory values are refused with an example of a write", async () => {
    const args = { device: "living-lamp", property: "brightness", value: 30, percent: 40 };
    for (const [language, told] of [
      ["en", /exactly one of value, change, percent, limit.*\{"writes": \[\{"device": "HANDLE"/],
      ["zh", /只能给出一个.*\{"writes": \[\{"device": "HANDLE"/],
    ] as const) {
      expect(await thrownErrorText(() => run("set_properties", args), language)).toMatch(told);
    }
  });

  it.each([{ delay: "10m" }, { when: "07:00" }])(
    "nothing runs now when the call also has a delay or a time: %j",
    async (more) => {
      const args = { writes: [{ device: "living-lamp", property: "on", value: true }], ...more };
      expect(await thrownErrorText(() => run("set_properties", args))).toMatch(/unknown key/);
    },
  );
});

describe("an action is invoked by the names that models use", () => {
  it.each([
    { device: "音箱", action: "play-text", arguments: "hello" },
    { device: "Speaker", action: "play-text", arguments: { text: "hello" } },
    { entity: "living-speaker", command: "intelligent-speaker.play-text", params: ["hello"] },
  ])("%j", async (args) => {
    const { outcomes } = await run("invoke_action", args);
    expect(outcomes).toMatchObject([{ action: "intelligent-speaker.play-text", status: "confirmed" }]);
  });
});
