import { normalise, type Token, tokenise } from "../text/tokens.ts";
import type { MemoryForms } from "./forms.ts";

/** Whether a text holds all distinctive words of another: "the vet" in "the vet is Dr Lang". */
export function mentions(text: string, words: string, forms: readonly MemoryForms[]): boolean {
  const told = telling(words, forms);
  if (told.length === 0) return false;
  const said = tokenise(normalise(text));
  const stems = new Set(said.map(({ stem }) => stem));
  // Characters only count side by side.
  const joined = said.map(({ kind, stem }) => (kind === "character" ? stem : " ")).join("");
  // 我妈电话 also matches 我妈的电话.
  const close = telling(text, forms)
    .map(({ kind, stem }) => (kind === "character" ? stem : " "))
    .join("");
  const has = (characters: string): boolean => joined.includes(characters) || close.includes(characters);
  return runs(told).every((run) => (run.character ? has(run.text) || hasInParts(run.text, has) : stems.has(run.text)));
}

/** Whether the characters are there in two parts of at least two: 狗狗打疫苗 of 狗狗周五打疫苗. */
function hasInParts(characters: string, has: (part: string) => boolean): boolean {
  for (let at = 2; at <= characters.length - 2; at += 1)
    if (has(characters.slice(0, at)) && has(characters.slice(at))) return true;
  return false;
}

/** Number of distinctive words of one text that are in another. */
export function shared(text: string, other: string, forms: readonly MemoryForms[]): number {
  const said = new Set(tokenise(normalise(other)).map(({ stem }) => stem));
  return telling(text, forms).filter(({ stem }) => said.has(stem)).length;
}

/** The distinctive words of a text that are not in another. */
export function unsaidIn(text: string, own: string, forms: readonly MemoryForms[]): readonly string[] {
  const said = tokenise(normalise(own));
  const stems = new Set(said.map(({ stem }) => stem));
  const joined = said.map(({ kind, stem }) => (kind === "character" ? stem : " ")).join("");
  return runs(telling(text, forms)).flatMap(({ text: word, character }) => {
    const has = character ? joined.includes(word) : stems.has(word);
    return has ? [] : [word];
  });
}

/** The distinctive words of a text. */
function telling(text: string, forms: readonly MemoryForms[]): Token[] {
  return tokenise(normalise(text)).filter(
    ({ kind, text: word }) => kind !== "mark" && !forms.some(({ small }) => small.test(word)),
  );
}

interface Run {
  readonly text: string;
  readonly character: boolean;
}

/** Words one by one, and adjacent characters together. */
function runs(tokens: readonly Token[]): readonly Run[] {
  const found: { text: string; character: boolean; end: number }[] = [];
  for (const { kind, stem, start, end } of tokens) {
    const last = found.at(-1);
    const character = kind === "character";
    if (character && last?.character && last.end === start) {
      last.text += stem;
      last.end = end;
    } else found.push({ text: stem, character, end });
  }
  return found;
}
