import type { vocabulary } from "./en/vocabulary/index.ts";

/** The words for things of specs: one text for each key of the English tables, words separated by commas. */
export type Vocabulary = {
  readonly [Table in keyof typeof vocabulary]: { readonly [Key in keyof (typeof vocabulary)[Table]]: string };
};

/** The name of a table of words. */
export type WordTable = keyof Vocabulary;

/** The word lists of a table, keyed by the table. */
const split = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/** The words of each key of a table, the one that replies use first. */
export function wordLists(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  let lists = split.get(table);
  if (!lists) {
    lists = new Map(Object.entries(table).map(([key, words]) => [key, wordList(words)]));
    split.set(table, lists);
  }
  return lists;
}

function wordList(words: string): readonly string[] {
  return words === "" ? [] : words.split(",").map((word) => word.trim());
}
