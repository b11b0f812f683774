import { describe, expect, it } from "vitest";
import { JiaError, parseHomeFile, type SpecSource } from "../../src/home/index.ts";
import { errorText } from "../../src/language/index.ts";
import { thrownErrorText } from "../support/error-text.ts";
import { LIGHT } from "../support/home.ts";

const specs: SpecSource = {
  byModel: (model) => (model === "jia.light.test" ? LIGHT : undefined),
  byUrn: () => undefined,
};

describe("parseHomeFile", () => {
  it("fills in optional fields", () => {
    const file = {
      name: "Flat",
      devices: [{ id: "a", name: "Lamp", model: "jia.light.test", state: { "light.on": true } }],
    };
    const home = parseHomeFile(file, "flat.json", specs);
    expect(home).toMatchObject({ language: "en", timezone: "UTC", location: null, rooms: [], floors: [] });
    expect(Object.fromEntries(home.devices[0]?.state ?? [])).toEqual({
      "light.on": true,
      "light.brightness": 1,
      "light.mode": 0,
      "light.power": 0,
    });
  });

  it("lists every problem with its place", async () => {
    const file = {
      name: "Flat",
      rooms: [
        { id: "kitchen", name: "Kitchen", floor: "moon" },
        { id: "kitchen", name: "Kitchen again" },
      ],
      devices: [
        {
          id: "a",
          name: "Lamp",
          model: "jia.light.test",
          room: "attic",
          state: { "light.brightness": 900, "light.colour": 1 },
        },
        { id: "a", name: "Other", model: "no.such.model" },
      ],
    };
    const message = await thrownErrorText(() => parseHomeFile(file, "flat.json", specs));
    for (const part of [
      "flat.json",
      'rooms[1].id: the id "kitchen" occurs twice',
      'rooms[0].floor: the file has no floor "moon"',
      'devices[1].id: the id "a" occurs twice',
      'devices[0] (a).room: the file has no room "attic"',
      "devices[0] (a).state.light.brightness",
      "devices[0] (a).state.light.colour: the spec has no such property",
      'devices[1] (a).model: neither "specs" nor devices/ has a spec for the model "no.such.model"',
    ]) {
      expect(message).toContain(part);
    }
  });

  it("lists the problems in Chinese too", () => {
    const device = { id: "a", name: "灯", room: "attic", model: "jia.light.test", state: { "light.hue": 1 } };
    const list = (file: object): string => {
      try {
        parseHomeFile(file, "flat.json", specs);
      } catch (error) {
        if (error instanceof JiaError) return errorText(error, "zh");
      }
      return "";
    };
    expect(list({ name: "家", devices: [device, device] })).toBe(
      [
        "家庭文件 flat.json 有问题：",
        "  - devices[1].id：“a”重复",
        "  - devices[0] (a).room：没有房间“attic”",
        "  - devices[0] (a).state.light.hue：规格中没有该属性",
        "  - devices[1] (a).room：没有房间“attic”",
        "  - devices[1] (a).state.light.hue：规格中没有该属性",
      ].join("\n"),
    );
    expect(list({ name: "家", devises: [] })).toContain("没有“devises”这个键（是不是想写“devices”");
  });

  it.each([
    [{ name: "x", devices: [], colour: 1 }, "colour"],
    [{ name: "x", devices: [{ id: "a b", name: "n", model: "m" }] }, "devices[0].id"],
    [{ name: "x", devices: [], timezone: "Mars/Olympus" }, "timezone"],
    [[], "the file"],
  ])("refuses %j naming %s", async (file, place) => {
    expect(await thrownErrorText(() => parseHomeFile(file, "x.json", specs))).toContain(place);
  });
});
