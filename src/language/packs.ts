import { ENGLISH } from "./en/index.ts";
import { type Language, primarySubtag } from "./language.ts";
import type { Messages, Pack } from "./pack.ts";
import { CHINESE } from "./zh/index.ts";

/** The packs. The first is the default. */
const packs: Pack[] = [ENGLISH, CHINESE];
const FIRST: Pack = ENGLISH;

/** All packs, the default first. */
export function allPacks(): readonly Pack[] {
  return packs;
}

/** The codes of all packs: "en", "zh". */
export function languages(): readonly Language[] {
  return packs.map(({ code }) => code);
}

/** The packs of some languages, in the order of `allPacks`. */
export function packsOf(chosen: readonly Language[]): readonly Pack[] {
  return packs.filter(({ code }) => chosen.includes(code));
}

/** Adds a pack. @returns what removes it again */
export function addPack(pack: Pack): () => void {
  packs.push(pack);
  return () => {
    const at = packs.indexOf(pack);
    if (at >= 0) packs.splice(at, 1);
  };
}

/** The pack of a language; the default's when there is none. */
export function packOf(language: Language): Pack {
  return packFor(language) ?? FIRST;
}

function packFor(language: Language): Pack | undefined {
  const code = primarySubtag(language);
  return packs.find((pack) => pack.code === code);
}

/** Every message in a language. */
export function messages(language: Language): Messages {
  return packOf(language).messages;
}

/** The language of a text by its script; the default when the script does not decide. */
export function languageOf(text: string): Language {
  return (packs.find((pack) => pack.writes(text)) ?? FIRST).code;
}

/** Whether a text is in a script of one pack alone, in which a character may be a word. */
export function hasOwnScript(text: string): boolean {
  return packs.some((pack) => pack.ownScript && pack.writes(text));
}

/** The code of the pack that "zh-CN", 中文 or "en_GB.UTF-8" names; null when there is no such pack. */
export function languageNamed(text: string): Language | null {
  const lower = text.trim().toLowerCase();
  const tag = /^([a-z]{2,3})(?:[-_.@].*)?$/.exec(lower)?.[1];
  const found = packs.find(({ code, names }) => code === tag || names.some((name) => lower.startsWith(name)));
  return found?.code ?? null;
}
