import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kelvin, listedValues, percentBetween, percentOf } from "../../../src/bridge/spec/codec.ts";
import { fullRgb, hueSaturationOfRgb, rgbOfHueSaturation, rgbOfXy, xyOfRgb } from "../../../src/bridge/spec/colour.ts";
import { SpecWriter } from "../../../src/bridge/spec/writer.ts";

const apart = (a: number, b: number) =>
  Math.max(...[16, 8, 0].map((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255))));
const colour = fc.integer({ min: 0, max: 0xffffff });

describe("colours", () => {
  test("come back from xy within 3 of 255, from hue and saturation within 4", () => {
    fc.assert(
      fc.property(colour, (rgb) => {
        const full = fullRgb(rgb);
        expect(apart(rgbOfXy(xyOfRgb(rgb)), full)).toBeLessThanOrEqual(3);
        expect(apart(rgbOfHueSaturation(hueSaturationOfRgb(rgb)), full)).toBeLessThanOrEqual(4);
      }),
      { numRuns: 2000 },
    );
  });

  test("the strongest channel is always full, whatever arrives", () => {
    const number = fc.double({ min: -2, max: 400, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        for (const rgb of [rgbOfXy({ x: a, y: b }), rgbOfHueSaturation({ hue: a, saturation: b })]) {
          expect(Number.isInteger(rgb) && rgb >= 0 && rgb <= 0xffffff).toBe(true);
          expect(Math.max((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255)).toBe(255);
        }
      }),
    );
  });
});

describe("levels and lists", () => {
  test("percent comes back unchanged from every range of at least 100 steps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 65_535 }), fc.integer({ min: 1, max: 100 }), (full, percent) => {
        const codec = percentOf(full);
        expect(codec.decode(codec.encode(percent))).toBe(percent);
      }),
    );
  });

  test("positions come back from a range with its ends swapped", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 100, max: 1000 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 100 }),
        (start, span, turned, percent) => {
          const codec = turned ? percentBetween(start + span, start) : percentBetween(start, start + span);
          expect(codec.decode(codec.encode(percent))).toBe(percent);
        },
      ),
    );
  });

  test("kelvin is off by half a mired at most, and what was sent is recognised", () => {
    const codec = kelvin(153, 500);
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 6535 }), (value) => {
        const wire = codec.encode(value);
        expect(Math.abs(Number(codec.decode(wire)) - value)).toBeLessThanOrEqual((value * value) / 2_000_000 + 1);
        expect(codec.near?.(wire, wire)).toBe(true);
      }),
    );
    expect(codec.decode(65_535)).toBeNull();
  });

  test("list values keep their numbers, whatever their type and case", () => {
    const codec = listedValues(["OFF", 2, true], [7, 8, 9]);
    expect([codec.decode("off"), codec.decode(2), codec.decode("2"), codec.decode(true), codec.decode("x")]).toEqual([
      7,
      8,
      8,
      9,
      null,
    ]);
    expect([7, 8, 9].map((value) => codec.encode(value))).toEqual(["OFF", 2, true]);
  });
});

describe("the spec writer", () => {
  test("leaves out parts beyond its limits, and finds the others", () => {
    const writer = new SpecWriter("test-spec", "Maker: Größe 5/β");
    const service = writer.service("light", "Light");
    const draft = { name: "level", description: "Level", format: "uint8", read: true, write: true } as const;
    const slots = Array.from({ length: 400 }, () => service.property(draft));
    const { spec } = writer.finish("light", "Light");
    expect(spec.properties.size).toBe(190);
    expect(spec.urn).toBe("urn:miot-spec-v2:device:light:0000A001:maker-grosse-5:1".replace("grosse", "gro-e"));
    const written = writer.finish("light", "Light");
    expect(written.property(slots[0] ?? { siid: 0, iid: 0 })?.address).toBe("light.level");
    expect(written.property(slots[399] ?? { siid: 0, iid: 0 })).toBeUndefined();
  });
});
