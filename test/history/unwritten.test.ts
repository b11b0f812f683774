import fc from "fast-check";
import { expect, it } from "vitest";
import { unwritten } from "../../src/history/recording/unwritten.ts";

const rows = (values: string, begin = 0) => [...values].map((value, place) => ({ at: begin + place, value }));
const values = (found: readonly { readonly value: unknown }[]) => found.map(({ value }) => value).join("");

it("is what was heard after the end of what is written, by clocks that differ a little", () => {
  expect(values(unwritten(rows("abc"), rows("abcde", 2)))).toBe("de");
  expect(values(unwritten(rows("aba", 10), rows("aba")))).toBe("");
  expect(values(unwritten(rows("a", 10), rows("aba")))).toBe("ba");
});

it("is all of it when nothing is written, and what is later when nothing fits", () => {
  expect(values(unwritten([], rows("ab")))).toBe("ab");
  expect(values(unwritten(rows("x", 1), rows("abcd")))).toBe("cd");
});

it("is exactly what the other did not write, wherever it ended and however the clocks differ", () => {
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
