import { ENGLISH } from "./en/index.ts";
import { type Language, primarySubtag } from "./language.ts";
import type { Messages, Pack } from "./pack.ts";
import { CHINESE } from "./zh/index.ts";

/** The languages of the product. The first is used where a text says nothing else. */
const packs: Pack[] = [ENGLISH, CHINESE];
const FIRST: Pack = ENGLISH;

/** The packs that there are, the default first. */
export function allPacks(): readonly Pack[] {
  return packs;
}

/** The codes of the languages that there are: "en", "zh". */
export function languages(): readonly Language[] {
  return packs.map(({ code }) => code);
}

/** The packs of some languages, in the order in which there are packs. */
export function packsOf(chosen: readonly Language[]): readonly Pack[] {
  return packs.filter(({ code }) => chosen.includes(code));
}

/** Adds a language to those that there are. Returns what takes it away again. */
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

/** The language of a text by its script; the default where the script does not tell. */
export function languageOf(text: string): Language {
  return (packs.find((pack) => pack.writes(text)) ?? FIRST).code;
}

/** Whether a text is in a script that one language alone has, in which a character may be a word. */
export function hasOwnScript(text: string): boolean {
  return packs.some((pack) => pack.ownScript && pack.writes(text));
}

/** "zh-CN", "中文" and "en_GB.UTF-8" as the code of a pack; null for a language that is not there. */
export function languageNamed(text: string): Language | null {
  const lower = text.trim().toLowerCase();
  const tag = /^([a-z]{2,3})(?:[-_.@].*)?$/.exec(lower)?.[1];
  const found = packs.find(({ code, names }) => code === tag || names.some((name) => lower.startsWith(name)));
  return found?.code ?? null;
}
