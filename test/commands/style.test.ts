import { describe, expect, it } from "vitest";
import { table, textWidth } from "../../src/commands/style.ts";

describe("table", () => {
  it("aligns columns by what a terminal shows: Chinese characters are two wide", () => {
    expect(textWidth("客厅A。")).toBe(7);
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
});
