import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, csvLine } from "../../src/history/index.ts";

/** Reads one line as RFC 4180 says. */
function read(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = "";
    if (line[at] === '"') {
      for (at += 1; ; at += 1) {
        if (line[at] !== '"') cell += line[at];
        else if (line[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else while (at < line.length && line[at] !== "," && !line.startsWith("\r\n", at)) cell += line[at++];
    cells.push(cell);
    if (line[at] !== ",") return cells;
    at += 1;
  }
}

describe("a line of CSV", () => {
  it("reads back as the same cells, whatever they contain", () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", '"', ",", "\r", "\n", " ", "家", "'") }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const line = csvLine(cells);
        expect(line.endsWith("\r\n")).toBe(true);
        const texts = cells.map((each) => (each === null ? "" : String(each)));
        // Of these letters only line breaks begin what might be a formula.
        expect(read(line)).toEqual(texts.map((text) => (/^[\r\n]/.test(text) ? `'${text}` : text)));
      }),
    );
  });

  it.each(["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
    "holds the text %j as a text",
    (text) => {
      expect(read(csvLine([text]))[0]).toBe(`'${text}`);
    },
  );

  it("keeps negative numbers as numbers", () => {
    expect(csvLine([-5.25, 0, 1e21])).toBe("-5.25,0,1e+21\r\n");
  });
});
