import type { Language } from "./language.ts";
import type { Pack } from "./pack.ts";
import { allPacks, packOf } from "./packs.ts";

/**
 * Whether a text fits a language by its script: it is in the language's own script, or, for a language without one, in no other
 * pack's script.
 */
export function isWrittenIn(text: string, language: Language): boolean {
  const pack = packOf(language);
  const writer = allPacks().find((each) => each.writes(text));
  return writer === undefined ? !hasScript(pack) : writer === pack;
}

/** The first of name and aliases that fits the language; the name when none does. */
export function suitableName(language: Language, name: string, aliases: readonly string[]): string {
  return [name, ...aliases].find((text) => isWrittenIn(text, language)) ?? name;
}

/** Whether a language has a script of its own: its own name is written in it. */
function hasScript(pack: Pack): boolean {
  return pack.writes(pack.names[0]);
}
