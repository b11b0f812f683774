import type { Language } from "./language.ts";
import type { Pack } from "./pack.ts";
import { allPacks, packOf } from "./packs.ts";

/**
 * Whether a text can stand in a language: it is written in the script of that language, or in none that belongs to another
 * while the language has no script of its own.
 */
export function suits(text: string, language: Language): boolean {
  const pack = packOf(language);
  const writer = allPacks().find((each) => each.writes(text));
  return writer === undefined ? !hasScript(pack) : writer === pack;
}

/** The first of name and aliases that suits the language; the name when none does. */
export function suitableName(language: Language, name: string, aliases: readonly string[]): string {
  return [name, ...aliases].find((text) => suits(text, language)) ?? name;
}

/** A language that has a script of its own writes its own name in it. */
function hasScript(pack: Pack): boolean {
  return pack.writes(pack.names[0]);
}
