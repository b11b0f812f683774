import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { jsonItems, MAX_ITEM_LENGTH } from "../../../src/bridge/zigbee2mqtt/json-items.ts";

function read(text: string): { readonly items: readonly unknown[]; readonly end: string } {
  const items: unknown[] = [];
  const each = jsonItems(text);
  for (let next = each.next(); ; next = each.next()) {
    if (next.done === true) return { items, end: next.value };
    items.push(next.value);
  }
}

it("the items of an array are those that JSON.parse gives, however it is written", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 2, "\t"), (items, indent) => {
      const text = ` \n${JSON.stringify(items, null, indent)}\n`;
      expect(read(text)).toEqual({ items: JSON.parse(text), end: "array" });
    }),
  );
});

it("a text is an array where JSON.parse gives one, and no JSON where it fails", () => {
  const pieces = ["[", "]", "{", "}", ",", ":", '"', "\\", '"a"', '"\\"]"', "1", "-", "null", " ", "\n", "\u00a0"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
      const text = parts.join("");
      let expected = "not-json";
      try {
        expected = Array.isArray(JSON.parse(text)) ? "array" : "not-an-array";
      } catch {
        // It stays what it is.
      }
      expect([text, read(text).end]).toEqual([text, expected]);
    }),
    { numRuns: 3000 },
  );
});

const LONG = "x".repeat(MAX_ITEM_LENGTH);
const MANY = 25 * 1024 * 1024;

it.each([
  ["one item that is too long", `[1,{"a":"${LONG}"},2]`, [1], "too-long"],
  ["a string of nothing but quotes", `["${'\\"'.repeat(MANY / 4)}"]`, [], "too-long"],
  ["brackets without end", "[".repeat(MANY), [], "too-long"],
  ["a string without end", `["${LONG}${LONG}`, [], "too-long"],
  ["blanks alone", " ".repeat(MANY), [], "too-long"],
  ["an item of blanks", `[${" ".repeat(MANY)}]`, [], "too-long"],
  ["an array and blanks without end", `[1]${" ".repeat(MANY)}`, [1], "too-long"],
  ["an object instead of an array", `{"a":"${LONG}"}`, [], "not-an-array"],
  ["a text that begins like an object", `{${LONG}`, [], "not-an-array"],
])("%s: nothing longer than an item may be is parsed", (_, text, items, end) => {
  const parse = vi.spyOn(JSON, "parse");
  try {
    expect(read(text)).toEqual({ items, end });
    const lengths = parse.mock.calls.map(([each]) => each.length);
    expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(MAX_ITEM_LENGTH);
  } finally {
    parse.mockRestore();
  }
});

it("items beyond those that are taken are counted and not parsed", () => {
  const each = jsonItems("[1,2,{nonsense},4]", 2);
  expect([...each]).toEqual([1, 2, undefined, undefined]);
});
