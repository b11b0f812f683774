import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonListStream } from "../../src/library/json-list-stream.ts";

describe("the entries of a streamed list", () => {
  it("are found however the text is cut", () => {
    const entry = fc.record({ model: fc.string(), type: fc.constantFrom("[", "}", '"\\'), more: fc.array(fc.nat(9)) });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 5 }),
        fc.nat(3),
        fc.integer({ min: 1, max: 30 }),
        (entries, space, size) => {
          const json = JSON.stringify({ note: "[{", instances: entries }, null, space);
          const list = new JsonListStream();
          const items: unknown[] = [];
          for (let at = 0; at < json.length; at += size) {
            for (const item of list.push(json.slice(at, at + size))) items.push(JSON.parse(item));
          }
          expect(items).toEqual(entries);
        },
      ),
    );
  });

  it("are left out when they are too long", () => {
    const list = new JsonListStream();
    const long = `{"a":"${"x".repeat(20_000)}"}`;
    expect(list.push(`{"instances":[${long},{"b":1},`)).toEqual(['{"b":1}']);
    expect([...long].flatMap((character) => list.push(character))).toEqual([]);
  });
});
