import { describe, expect, it } from "vitest";
import { cut, proseWidth, table, tableWidth, textWidth, wrap } from "../../../src/commands/terminal/layout.ts";
import { styleFor } from "../../../src/commands/terminal/style.ts";

const plain = (line: string) => line;
const { good } = styleFor({ isTTY: true }, {});

describe("table", () => {
  it("aligns columns by their width on a terminal: two for Chinese characters, none for colours", () => {
    expect(textWidth("客厅A。")).toBe(7);
    expect(textWidth(good("done"))).toBe(4);
    const rows = table(
      [
        ["Room", "Name"],
        ["客厅", "落地灯"],
        ["Bathroom", "x"],
      ],
      (line) => line.toUpperCase(),
    );
    expect(rows).toEqual(["ROOM      NAME", "客厅      落地灯", "Bathroom  x"]);
  });

  it("fits into a width: the widest columns are reduced, the narrow ones stay", () => {
    const rows = [
      ["Room", "State"],
      ["客厅", "on, 80%, warm white, and whatever else there is to tell"],
    ];
    expect(table(rows, plain, 30)).toEqual(["Room  State", "客厅  on, 80%, warm white, an…"]);
    expect(table(rows, plain)[1]).toContain("there is to tell");
    for (const width of [20, 24, 40])
      for (const line of table([["a".repeat(50), "客厅".repeat(20), "c"]], plain, width))
        expect(textWidth(line)).toBeLessThanOrEqual(width);
  });
});

describe("cut", () => {
  it("cuts by columns, with … in place of the rest, and keeps the colours", () => {
    expect(cut("落地灯", 6)).toBe("落地灯");
    expect(cut("落地灯", 5)).toBe("落地…");
    expect(cut("落地灯", 4)).toBe("落…");
    expect(cut(good("confirmed"), 5)).toBe(good("conf…"));
  });
});

describe("wrap", () => {
  it("breaks English between words and Chinese anywhere but before punctuation", () => {
    expect(wrap("say one thing to the home", 10)).toBe("say one\nthing to\nthe home");
    expect(wrap("a long first line", 8, 2)).toBe("a long\n  first\n  line");
    expect(wrap("打开客厅的灯，好吗", 12)).toBe("打开客厅的\n灯，好吗");
    expect(wrap("打开客厅的，好吗", 12)).toBe("打开客厅的，\n好吗");
  });
});

describe("widths", () => {
  it("are those of the terminal; a pipe gets whole tables and prose in 80 columns", () => {
    expect([tableWidth({ isTTY: true, columns: 120 }), proseWidth({ isTTY: true, columns: 120 })]).toEqual([120, 100]);
    expect([tableWidth({ isTTY: true }), proseWidth({ isTTY: true })]).toEqual([80, 80]);
    expect([tableWidth({ columns: 60 }), proseWidth({ columns: 60 })]).toEqual([Number.POSITIVE_INFINITY, 80]);
  });
});
