import { languages } from "../src/language/index.ts";
import type { BenchRow } from "./row.ts";
import { exampleHome, hotel, houses } from "./support/homes.ts";
import { promptTokens } from "./support/prompt-tokens.ts";

/** Tokens that a part of what a model is told may take. */
export const BUDGETS = { rules: 500, tools: 2_250, now: 900, remembered: 150 } as const;

/** Homes of all sizes, with what rules, tools and catalogue may take together. */
export const HOMES = [
  { name: "35 devices", home: () => exampleHome("flat"), whole: 4_000 },
  { name: "122 devices", home: () => exampleHome("house"), whole: 4_000 },
  { name: "488 devices", home: () => houses(4), whole: 7_000 },
  { name: "3,000 devices in 600 rooms", home: () => hotel(3_000, 600), whole: 7_000 },
] as const;

/**
 * Tokens (o200k_base) of what a model is told before a person's sentence: rules, tools (those still to come as stand-ins),
 * the catalogue of the home, and the block of now.
 */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, home, whole } of HOMES) {
    for (const language of languages()) {
      const { rules, tools, catalogue, now, remembered } = await promptTokens(home(), language);
      const row = (what: string, value: number, limit?: number): BenchRow => {
        const kept = limit === undefined ? {} : { limit, ok: value <= limit };
        return { name: `prompt, ${name} (${language}): ${what}`, value, unit: "tokens", ...kept };
      };
      rows.push(
        row("rules", rules, BUDGETS.rules),
        row("tools", tools, BUDGETS.tools),
        row("catalogue", catalogue),
        row("rules, tools and catalogue", rules + tools + catalogue, whole),
        row("block of now", now, BUDGETS.now),
        row("what is remembered", remembered, BUDGETS.remembered),
      );
    }
  }
  return rows;
}
