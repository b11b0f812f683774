import { describe, expect, it } from "vitest";
import { BUDGETS, HOMES } from "../../../bench/prompt.ts";
import { promptTokens } from "../../../bench/support/prompt-tokens.ts";
import { languages } from "../../../src/language/index.ts";

describe.each(HOMES)("the prompt for the home $name", ({ home, whole }) => {
  it.each([...languages()])("keeps its token budgets in %s", async (language) => {
    const { rules, tools, catalogue, now, remembered } = await promptTokens(home(), language);
    expect(rules).toBeLessThanOrEqual(BUDGETS.rules);
    expect(tools).toBeLessThanOrEqual(BUDGETS.tools);
    expect(rules + tools + catalogue).toBeLessThanOrEqual(whole);
    expect(now).toBeLessThanOrEqual(BUDGETS.now);
    expect(remembered).toBeGreaterThan(BUDGETS.remembered / 3);
    expect(remembered).toBeLessThanOrEqual(BUDGETS.remembered);
  });
});
