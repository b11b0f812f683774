import fc from "fast-check";
import { expect, it } from "vitest";
import { unwritten } from "../../src/history/recording/unwritten.ts";

const rows = (values: string, begin = 0) => [...values].map((value, place) => ({ at: begin + place, value }));
const values = (found: readonly { readonly value: unknown }[]) => found.map(({ value }) => value).join("");

it("unwritten changes are those after the end of the written ones, on clocks that differ a little", () => {
  expect(values(unwritten(rows("abc"), rows("abcde", 2)))).toBe("de");
  expect(values(unwritten(rows("aba", 10), rows("aba")))).toBe("");
  expect(values(unwritten(rows("a", 10), rows("aba")))).toBe("ba");
});

it("without written changes all are unwritten; without a match the later ones are", () => {
  expect(values(unwritten([], rows("ab")))).toBe("ab");
  expect(values(unwritten(rows("x", 1), rows("abcd")))).toBe("cd");
});

it("unwritten changes are exactly those that the other instance did not write, however the clocks differ", () => {
  const happened = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      happened,
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: -900, max: 900 }),
      (pauses, end, apart) => {
        let at = 10_000;
        const all = pauses.map((pause, place) => {
          at += 1 + pause;
          // Changes of one property: each is another value than the one before.
          return { at, value: String(place % 3) };
        });
        const stored = all.slice(0, end);
        const heard = all.map((each) => ({ ...each, at: each.at + apart }));
        expect(values(unwritten(stored, heard))).toBe(values(all.slice(stored.length)));
      },
    ),
  );
});
