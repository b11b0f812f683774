import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clampNumber,
  coerceValue,
  JiaError,
  type Property,
  parseSpec,
  sameValue,
  tryCoerce,
} from "../../src/home/index.ts";
import { errorText, SPOKEN_WORDS } from "../../src/language/index.ts";
import { thrownErrorText } from "../support/error-text.ts";
import { LIGHT, type PropertyShape, testSpec } from "../support/home.ts";

function property(shape: PropertyShape[1]): Property {
  const found = testSpec("thing", "thing", [["value", shape]]).properties.get("thing.value");
  if (!found) throw new Error("the test spec has no property");
  return found;
}

const LIGHT_COLOR: Property = { ...property({ range: [1, 16_777_215, 1], unit: "rgb" }), type: "color" };

describe("coerceValue", () => {
  it.each([
    [true, true],
    ["on", true],
    ["打开", true],
    [1, true],
    ["false", false],
    ["关", false],
    [0, false],
  ])("takes %j as %j for a bool", (given, expected) => {
    expect(coerceValue(property({ format: "bool" }), given, SPOKEN_WORDS)).toBe(expected);
  });

  it("finds list values by number, description and the words people use", () => {
    const mode = property({
      list: [
        [2, "Cool"],
        [5, "Heat"],
      ],
    });
    for (const given of [2, "2", "cool", " Cool ", "制冷"]) expect(coerceValue(mode, given, SPOKEN_WORDS)).toBe(2);
    for (const given of [0, "lukewarm", "", true, null, {}]) expect(tryCoerce(mode, given, SPOKEN_WORDS)).toBeNull();
    expect(tryCoerce(mode, "制冷")).toBeNull();
  });

  it("takes a number with the unit that it is shown with, in every language, and no other unit", () => {
    const share = property({ range: [1, 100, 1], unit: "percentage" });
    for (const given of ["50%", "50 %", "50％", " 50% "]) expect(coerceValue(share, given, SPOKEN_WORDS)).toBe(50);
    const white = property({ range: [1700, 6500, 1], unit: "kelvin" });
    for (const given of ["4000K", "4000 K", "4000k"]) expect(coerceValue(white, given, SPOKEN_WORDS)).toBe(4000);
    const degrees = property({ format: "float", range: [16, 31, 0.5], unit: "celsius" });
    for (const given of ["21.5 °C", "21.5°C", "21.5℃", "21.5度"]) {
      expect(coerceValue(degrees, given, SPOKEN_WORDS)).toBe(21.5);
    }
    expect(coerceValue(degrees, "77 °F", SPOKEN_WORDS)).toBe(25);
    for (const given of ["4000 K", "%", "half", "5 0%", "50%%"]) {
      expect(tryCoerce(share, given, SPOKEN_WORDS)).toBeNull();
    }
    for (const given of ["101%", "50%"]) expect(tryCoerce(share, given)).toBeNull();
    expect(tryCoerce(property({ range: [1, 9, 1] }), "5%", SPOKEN_WORDS)).toBeNull();
  });

  it("takes a colour by its name in any language or as hexadecimal, and says so", async () => {
    const color = LIGHT_COLOR;
    for (const given of ["red", "Red", "红色", "#ff0000", "#F00", "ff0000", 0xff0000, "16711680"]) {
      expect(coerceValue(color, given, SPOKEN_WORDS)).toBe(0xff0000);
    }
    for (const given of ["reddish", "#ff00", "#gggggg", ""]) expect(tryCoerce(color, given, SPOKEN_WORDS)).toBeNull();
    expect(await thrownErrorText(() => coerceValue(color, "reddish", SPOKEN_WORDS))).toContain("#RRGGBB");
    expect(await thrownErrorText(() => coerceValue(color, "reddish", SPOKEN_WORDS), "zh")).toContain("颜色");
  });

  it("rounds to the step, from the lower end, without floating-point dust", () => {
    const half = property({ format: "float", range: [16, 31, 0.5] });
    expect(coerceValue(half, 20.3)).toBe(20.5);
    expect(coerceValue(property({ format: "float", range: [0.1, 1, 0.1] }), 0.3)).toBe(0.3);
    expect(coerceValue(property({ range: [6, 100, 5] }), 100)).toBe(96);
  });

  it("refuses a number outside the range and says what would fit", async () => {
    const refused = () => coerceValue(property({ range: [1, 100, 1], unit: "percentage" }), 101);
    expect(await thrownErrorText(refused)).toMatch(/whole number from 1 to 100%/);
    expect(await thrownErrorText(refused, "zh")).toContain("1 到 100 的整数（%）");
    expect(tryCoerce(property({ format: "uint8" }), 256)).toBeNull();
    expect(tryCoerce(property({ format: "uint8" }), Number.NaN)).toBeNull();
  });

  it("gives a value inside the range and on the step for any number", () => {
    const shapes = fc.record({
      min: fc.integer({ min: -500, max: 500 }),
      size: fc.integer({ min: 1, max: 1000 }),
      step: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(shapes, fc.double({ noNaN: true }), ({ min, size, step }, wanted) => {
        const ranged = property({ format: "int32", range: [min, min + size, step] });
        const value = clampNumber(ranged, wanted);
        expect(value).toBeGreaterThanOrEqual(min);
        expect(value).toBeLessThanOrEqual(min + size);
        expect((value - min) % step === 0).toBe(true);
      }),
    );
  });

  it("never throws anything but its own error for any input", () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...LIGHT.properties.values()), (input, each) => {
        const value = tryCoerce(each, input);
        expect(value === null || ["boolean", "number", "string"].includes(typeof value)).toBe(true);
      }),
    );
  });

  it.each([{ toString: "" }, Object.create(null), { toJSON: 1n }, [1n], Symbol("a"), () => 1])(
    "refuses what can't say what it is",
    (input) => {
      for (const format of ["bool", "string", "float"] as const)
        expect(() => coerceValue(property({ format }), input)).toThrow(JiaError);
    },
  );

  it("survives a step that no device can have", () => {
    expect(coerceValue(property({ format: "float", range: [0, 1, 1e-200] }), 0.5)).toBe(0.5);
  });

  it("cleans text", () => {
    expect(coerceValue(property({ format: "string" }), "hi\u0000\u202Ethere")).toBe("hi there");
  });
});

describe("sameValue", () => {
  it("compares floats within half a step", () => {
    const half = property({ format: "float", range: [16, 31, 0.5] });
    expect(sameValue(half, 20, 20.2)).toBe(true);
    expect(sameValue(half, 20, 20.5)).toBe(false);
    expect(sameValue(half, undefined, 20)).toBe(false);
  });
});

describe("parseSpec", () => {
  it("numbers repeated services and properties from the second on", () => {
    const urn = (kind: string, name: string) => `urn:miot-spec-v2:${kind}:${name}:0000780C:jia-x:1`;
    const on = { iid: 1, type: urn("property", "on"), format: "bool", access: ["read", "write"] };
    const spec = parseSpec({
      type: urn("device", "switch"),
      services: [
        { iid: 1, type: urn("service", "device-information"), properties: [on] },
        { iid: 2, type: urn("service", "switch"), properties: [on, { ...on, iid: 2 }] },
        { iid: 3, type: urn("service", "switch"), properties: [on] },
      ],
    });
    expect([...spec.properties.keys()]).toEqual(["switch.on", "switch.on-2", "switch-2.on"]);
  });

  it("mends steps of nothing, swapped ends and spellings of units", () => {
    expect(property({ range: [100, 0, 0], unit: "hour" })).toMatchObject({
      range: { min: 0, max: 100, step: 1 },
      unit: "hours",
    });
    expect(property({ unit: "none" }).unit).toBeNull();
  });

  it.each([null, 7, "text", {}, { type: "urn:x", services: [] }, { type: 3, services: {} }])(
    "refuses %j with its place",
    (input) => {
      expect(() => parseSpec(input)).toThrow(expect.objectContaining({ code: "invalid-spec" }));
    },
  );
});

describe("an invalid value", () => {
  it("is explained in Chinese too", () => {
    const explained = (shape: PropertyShape[1]): string => {
      try {
        coerceValue(property(shape), 500);
      } catch (error) {
        if (error instanceof JiaError) return errorText(error, "zh");
      }
      return "";
    };
    expect(explained({ range: [1, 100, 1], unit: "percentage" })).toBe(
      "“500”不适用于“thing.value”，应为 1 到 100 的整数（%）。",
    );
    expect(
      explained({
        list: [
          [0, "Auto"],
          [1, "Eco+"],
        ],
      }),
    ).toContain("应为以下之一：自动 (0)、Eco+ (1)");
  });
});
