import { describe, expect, it } from "vitest";
import { readSituations, replyIn } from "../../support/situations.ts";

const situations = readSituations();

describe("replies without a model that readers found natural", () => {
  it("cover 150 situations, each once", () => {
    expect(new Set(situations.map(({ about }) => about)).size).toBe(situations.length);
    expect(situations.length).toBeGreaterThanOrEqual(150);
  });

  describe.each(["en", "zh"] as const)("in %s", (language) => {
    it.each(situations.map((situation) => [situation.about, situation] as const))("%s", async (_about, situation) => {
      expect(await replyIn(situation, language)).toBe(situation.reply[language]);
    });
  });
});
