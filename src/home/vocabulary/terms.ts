import type { Language } from "../language.ts";

/** Words for one thing per language; the first of a language is the one that replies use. */
export type Terms = Readonly<Record<Language, readonly string[]>>;

/** Reads the compact form of the tables: comma-separated English, then Chinese. */
export function terms(en: string, zh: string): Terms {
  return { en: split(en), zh: split(zh) };
}

function split(text: string): readonly string[] {
  return text === "" ? [] : text.split(",").map((word) => word.trim());
}
