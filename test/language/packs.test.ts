import { describe, expect, it } from "vitest";
import { allPacks, packOf } from "../../src/language/index.ts";
import { GERMAN } from "./german/index.ts";

/** The `{name}` places of a text, each once. */
function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort();
}

describe.each([...allPacks(), GERMAN])("the pack $code", ({ messages }) => {
  const english = Object.entries(packOf("en").messages);
  it.each(english.map(([section, entries]) => [section, entries] as const))(
    "fills in the same values as English in each plain text of %s",
    (section, entries) => {
      const own: Readonly<Record<string, unknown>> = messages[section as keyof typeof messages];
      const wanted = Object.entries(entries).flatMap(([key, text]) =>
        typeof text === "string" ? [[key, placesOf(text)]] : [],
      );
      const found = wanted.map(([key]) => [
        key,
        typeof own[String(key)] === "string" ? placesOf(String(own[String(key)])) : null,
      ]);
      expect(found).toEqual(wanted);
    },
  );
});

it("every word of the vocabulary of English is a word of each pack", () => {
  for (const { vocabulary, code } of allPacks()) {
    for (const [table, words] of Object.entries(packOf("en").vocabulary)) {
      expect(Object.keys(vocabulary[table as keyof typeof vocabulary]).sort(), `${code} ${table}`).toEqual(
        Object.keys(words).sort(),
      );
    }
  }
});
