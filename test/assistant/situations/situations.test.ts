import { describe, expect, it } from "vitest";
import { readSituations, replyIn } from "../../support/situations.ts";

const situations = readSituations();

describe("what Jia says without a model, as readers found it natural", () => {
  it("covers 150 situations, each once", () => {
    expect(new Set(situations.map(({ about }) => about)).size).toBe(situations.length);
    expect(situations.length).toBeGreaterThanOrEqual(150);
  });

  describe.each(["en", "zh"] as const)("in %s", (language) => {
    it.each(situations.map((situation) => [situation.about, situation] as const))("%s", async (_about, situation) => {
      expect(await replyIn(situation, language)).toBe(situation.reply[language]);
    });
  });
});
