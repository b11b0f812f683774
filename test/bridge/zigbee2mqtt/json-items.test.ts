import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonItems } from "../../../src/bridge/zigbee2mqtt/json-items.ts";

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
