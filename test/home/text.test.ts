import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, slug } from "../../src/home/index.ts";

describe("cleanText", () => {
  it("drops control characters, bidirectional overrides and surplus space", () => {
    expect(cleanText("  Lamp\n\u0007 \u202E<b>\uFEFF x ")).toBe("Lamp <b> x");
  });

  it("holds its length, is idempotent and never cuts a character in two", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 30 }), (text, max) => {
        const clean = cleanText(text, max);
        expect(clean.length).toBeLessThanOrEqual(max);
        expect(clean.isWellFormed()).toBe(true);
        expect(cleanText(clean, max)).toBe(clean);
      }),
    );
  });
});

describe("slug", () => {
  it.each([
    ["Ceiling light", "ceiling-light"],
    ["Anna's  Room!", "annas-room"],
    ["客厅 吸顶灯", "客厅-吸顶灯"],
    ["ＴＶ", "tv"],
    ["…", ""],
  ])("%j → %j", (text, expected) => expect(slug(text)).toBe(expected));

  it("cuts before white space, so that a clean text stays as it is", () => {
    expect(cleanText("! x", 2)).toBe("!");
  });
});
